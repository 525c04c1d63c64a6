import { defineRouteConfig } from '@medusajs/admin-sdk'
import { CurrencyDollar } from '@medusajs/icons'
import { Button, Container, Heading, InlineTip, Table, Text } from '@medusajs/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readableMoment } from '../../../calendar/vietnam-moment'
import type { BalanceCheck } from '../../../settlement/check-balance'
import type { LedgerEntryView, TrialLine } from '../../../settlement/read-ledger'
import { askShop } from '../../ask-shop'
import { dong } from '../../components/dong'
import { LineField } from '../../components/line-field'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

export const config = defineRouteConfig({ label: 'Sổ cái', icon: CurrencyDollar, rank: 10 })

const NOTHING_ASKED = { group: '', producer: '', account: '', from: '', to: '' }
const FIELDS = [
  ['group', 'Đơn tổng (số SL-…)', 'text'],
  ['producer', 'Mã chủ thể', 'text'],
  ['account', 'Tài khoản', 'text'],
  ['from', 'Từ ngày', 'date'],
  ['to', 'Đến ngày', 'date'],
] as const

/** The trial balance, what the last look through the books found, and the entries; those of one group in the order they happened. */
export default function LedgerPage() {
  const queries = useQueryClient()
  const ledger = useQuery({
    queryKey: ['/ledger'],
    queryFn: () => askShop<{ accounts: TrialLine[]; check: BalanceCheck | null }>('/ledger'),
    retry: false,
    networkMode: 'always',
  })
  const look = useMutation({
    mutationFn: () => askShop('/ledger/check', {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/ledger'] }),
    networkMode: 'always',
  })
  const [typed, setTyped] = useState(NOTHING_ASKED)
  const [asked, setAsked] = useState(NOTHING_ASKED)
  const filters = Object.fromEntries(Object.entries(asked).filter(([, value]) => value.trim() !== ''))
  const list = usePagedList<{ entries: LedgerEntryView[]; count: number }>('/ledger/entries', filters)
  const error = ledger.error ?? look.error
  const accounts = ledger.data?.accounts ?? []
  const sum = (side: 'debit' | 'credit') => accounts.reduce((all, line) => all + line[side], 0)
  return (
    <div className="flex flex-col gap-3">
      <Container className="flex flex-col gap-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <Heading level="h1">Sổ cái</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              Mỗi khoản ghi một lần, có bên nợ và bên có, không sửa và không xóa. Hai bên luôn bằng nhau.
            </Text>
          </div>
          <Button size="small" variant="secondary" isLoading={look.isPending} onClick={() => look.mutate()}>
            Đối chiếu ngay
          </Button>
        </div>
        {error ? (
          <div role="alert">
            <InlineTip variant="error" label="Chưa đọc được sổ">
              {error.message}
            </InlineTip>
          </div>
        ) : null}
        {ledger.data ? <Check check={ledger.data.check} /> : null}
        {accounts.length > 0 ? (
          <div className="overflow-x-auto">
            <Table>
              <Table.Header>
                <Table.Row>
                  <Table.HeaderCell>Tài khoản</Table.HeaderCell>
                  <Table.HeaderCell className="text-right">Nợ</Table.HeaderCell>
                  <Table.HeaderCell className="text-right">Có</Table.HeaderCell>
                  <Table.HeaderCell className="text-right">Số dư</Table.HeaderCell>
                  <Table.HeaderCell className="text-right">Còn mở</Table.HeaderCell>
                </Table.Row>
              </Table.Header>
              <Table.Body>
                {accounts.map((line) => (
                  <Table.Row key={line.account}>
                    <Table.Cell>{line.account}</Table.Cell>
                    <Table.Cell className="text-right">{dong(line.debit)}</Table.Cell>
                    <Table.Cell className="text-right">{dong(line.credit)}</Table.Cell>
                    <Table.Cell className="text-right">{dong(line.balance)}</Table.Cell>
                    <Table.Cell className="text-right">{line.open.toLocaleString('vi-VN')}</Table.Cell>
                  </Table.Row>
                ))}
                <Table.Row>
                  <Table.Cell>Cộng</Table.Cell>
                  <Table.Cell className="text-right">{dong(sum('debit'))}</Table.Cell>
                  <Table.Cell className="text-right">{dong(sum('credit'))}</Table.Cell>
                  <Table.Cell className="text-right">{dong(sum('debit') - sum('credit'))}</Table.Cell>
                  <Table.Cell />
                </Table.Row>
              </Table.Body>
            </Table>
          </div>
        ) : null}
      </Container>
      <PagedList
        title="Bút toán"
        lead="Mới nhất trước; của một đơn tổng thì theo thứ tự đã diễn ra."
        filters={
          <form
            className="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              setAsked(typed)
            }}
          >
            <div className="grid gap-3 sm:grid-cols-3">
              {FIELDS.map(([field, label, type]) => (
                <LineField
                  key={field}
                  id={`entries-${field}`}
                  label={label}
                  type={type}
                  value={typed[field]}
                  onChange={(value) => setTyped({ ...typed, [field]: value })}
                />
              ))}
            </div>
            <div className="flex flex-wrap items-center gap-3">
              <Button size="small" variant="secondary" type="submit">
                Lọc
              </Button>
              <a className="txt-small underline" href={`/admin/ledger/entries.csv?${new URLSearchParams(filters)}`}>
                Tải các bút toán này (CSV)
              </a>
            </div>
          </form>
        }
        list={list}
        none="Không có bút toán nào khớp."
      >
        {({ entries }) => entries.map((entry) => <Entry key={entry.id} entry={entry} />)}
      </PagedList>
    </div>
  )
}

function Check({ check }: { check: BalanceCheck | null }) {
  if (check === null) return <Text size="small">Chưa đối chiếu lần nào; sổ tự đối chiếu mỗi giờ.</Text>
  if (check.ok) {
    return (
      <InlineTip variant="success" label="Sổ đúng">
        {`Đối chiếu lúc ${readableMoment(check.at)}, ${check.entries.toLocaleString('vi-VN')} bút toán, không có sai lệch.`}
      </InlineTip>
    )
  }
  return (
    <div role="alert">
      <InlineTip variant="error" label="Sổ có sai lệch">
        {`Đối chiếu lúc ${readableMoment(check.at)}: ${check.faults
          .slice(0, 20)
          .map(({ fault, subject, difference }) => `${fault} ${subject} lệch ${dong(difference)}`)
          .join('; ')}.`}
      </InlineTip>
    </div>
  )
}

function Entry({ entry }: { entry: LedgerEntryView }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3 sm:px-6">
      <div className="min-w-0">
        <Text size="small" weight="plus" className="break-words">
          {entry.debit} → {entry.credit}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {[readableMoment(entry.at), entry.kind, entry.groupNo ?? entry.groupId, entry.producerName, entry.key]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Text size="small">{dong(entry.amount)}</Text>
    </li>
  )
}
