import { defineRouteConfig } from '@medusajs/admin-sdk'
import { Cash } from '@medusajs/icons'
import { Button, Container, Heading, InlineTip, Text } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BatchView, Unpaid } from '../../../settlement/batch-view'
import { askShop } from '../../ask-shop'
import { dong } from '../../components/dong'
import { PagedList } from '../../components/paged-list'
import { PayoutBatchEntry } from '../../components/payout-batch-entry'
import { usePagedList } from '../../use-paged-list'

export const config = defineRouteConfig({ label: 'Chi trả', icon: Cash, rank: 11 })

const WHY_WORDS: Readonly<Record<Unpaid['why'], string>> = {
  ready: 'vào đợt tới',
  waiting: 'chưa qua thời gian chờ',
  too_little: 'dưới mức tối thiểu',
  owes: 'đang nợ sàn',
  suspended: 'đang tạm ngừng',
  account_unverified: 'chưa có tài khoản đã xác minh',
}

/** Payout batches: one person draws up, another approves, then the bank is told and each transfer confirmed. */
export default function PayoutsPage() {
  const queries = useQueryClient()
  const list = usePagedList<{ batches: BatchView[]; count: number; payees: Unpaid[] }>('/payout-batches', {})
  const draft = useMutation({
    mutationFn: () => askShop('/payout-batches', {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/payout-batches'] }),
    networkMode: 'always',
  })
  const payees = list.data?.payees ?? []
  return (
    <div className="flex flex-col gap-3">
      <PagedList
        title="Chi trả"
        lead="Người lập đợt và người duyệt phải là hai người. Gửi chi trả rồi mới tải được tệp cho ngân hàng; mỗi khoản được xác nhận bằng số giao dịch của ngân hàng."
        filters={
          <div className="flex flex-col items-start gap-3">
            <Button size="small" isLoading={draft.isPending} onClick={() => draft.mutate()}>
              Lập đợt chi trả
            </Button>
            {draft.error ? (
              <div role="alert">
                <InlineTip variant="error" label="Chưa lập được">
                  {draft.error.message}
                </InlineTip>
              </div>
            ) : null}
          </div>
        }
        list={list}
        none="Chưa có đợt chi trả nào."
      >
        {({ batches }) => batches.map((batch) => <PayoutBatchEntry key={batch.id} batch={batch} />)}
      </PagedList>
      <Container className="divide-y p-0">
        <div className="px-4 py-4 sm:px-6">
          <Heading level="h2">Số dư của chủ thể và trung tâm</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {payees.length === 0 ? 'Chưa ai có số dư.' : 'Ai vào đợt tới, ai chưa và vì sao.'}
          </Text>
        </div>
        <ul className="divide-y">
          {payees.map((each) => (
            <Payee key={each.payee.id} each={each} />
          ))}
        </ul>
      </Container>
    </div>
  )
}

function Payee({ each }: { each: Unpaid }) {
  const queries = useQueryClient()
  const { account } = each
  const verify = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop(`/bank-accounts/${account?.id}/verify`, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/payout-batches'] }),
  })
  const show = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop<{ number: string }>(`/bank-accounts/${account?.id}/number`, {}),
  })
  const failed = verify.error ?? show.error
  return (
    <li className="flex flex-col gap-2 px-4 py-3 sm:px-6">
      <Text size="small" weight="plus">
        {each.payee.kind === 'centre' ? `${each.name} (trung tâm)` : each.name}
      </Text>
      <Text size="small">
        {`Số dư ${dong(each.balance)}, chi trả được ${dong(Math.max(0, each.payable))}: ${WHY_WORDS[each.why]}`}
      </Text>
      {account === null ? null : (
        <Text size="small">
          {`${account.bankName}, ${show.data?.number ?? `••••${account.lastFour}`}, ${account.holder}`}
        </Text>
      )}
      {account?.state === 'unverified' ? (
        <div className="flex flex-wrap gap-2">
          <Button size="small" variant="secondary" isLoading={show.isPending} onClick={() => show.mutate()}>
            Hiện số (có ghi nhật ký)
          </Button>
          <Button size="small" isLoading={verify.isPending} onClick={() => verify.mutate()}>
            Xác nhận tài khoản
          </Button>
        </div>
      ) : null}
      {failed ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa được">
            {failed.message}
          </InlineTip>
        </div>
      ) : null}
    </li>
  )
}
