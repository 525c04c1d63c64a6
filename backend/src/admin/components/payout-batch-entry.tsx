import { Button, Heading, InlineTip, StatusBadge, Text } from '@medusajs/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { BatchView, PayoutView } from '../../settlement/batch-view'
import { askShop } from '../ask-shop'
import { dong } from './dong'
import { LineField } from './line-field'

const BATCH_WORDS = {
  draft: ['Chờ duyệt', 'orange'],
  approved: ['Đã duyệt, chờ gửi', 'blue'],
  sent: ['Đã gửi ngân hàng', 'blue'],
  closed: ['Đã xong', 'green'],
  canceled: ['Đã hủy', 'grey'],
} as const
const PAYOUT_WORDS = {
  draft: 'Chờ gửi',
  sent: 'Đang chuyển',
  confirmed: 'Đã chuyển',
  reversed: 'Bị trả lại',
  dropped: 'Bỏ ra khỏi đợt',
} as const
const DROPPED_WORDS: Readonly<Record<string, string>> = {
  balance_fell: 'số dư đã giảm sau khi lập đợt',
  account_changed: 'tài khoản đã đổi sau khi lập đợt',
  account_unverified: 'tài khoản chưa xác minh',
  suspended: 'chủ thể đang tạm ngừng',
  batch_canceled: 'đợt đã hủy',
}

/** One batch: how far it got, its payouts, and what may be done with it now. */
export function PayoutBatchEntry({ batch }: { batch: BatchView }) {
  const [open, setOpen] = useState(false)
  const queries = useQueryClient()
  const detail = useQuery({
    queryKey: ['/payout-batches', batch.id],
    queryFn: () =>
      askShop<{ batch: BatchView & { mine: boolean }; payouts: PayoutView[] }>(`/payout-batches/${batch.id}`),
    enabled: open,
    retry: false,
    networkMode: 'always',
  })
  const act = useMutation({
    mutationFn: ({ path, body }: { path: string; body: Record<string, string> }) =>
      askShop(`/payout-batches/${batch.id}/${path}`, body),
    onSettled: () => queries.invalidateQueries({ queryKey: ['/payout-batches'] }),
    networkMode: 'always',
  })
  const [word, color] = BATCH_WORDS[batch.state]
  const isOpen = batch.state === 'draft' || batch.state === 'approved'
  const hasFile = batch.state === 'sent' || batch.state === 'closed'
  const mine = detail.data?.batch.mine ?? false
  const error = detail.error ?? act.error
  const deed = (path: string, label: string, disabled = false) => (
    <Button
      size="small"
      variant="secondary"
      disabled={disabled}
      isLoading={act.isPending}
      onClick={() => act.mutate({ path, body: {} })}
    >
      {label}
    </Button>
  )
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={batch.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={batch.id}>
          {batch.number}
        </Heading>
        <StatusBadge color={color}>{word}</StatusBadge>
        {batch.sample ? <StatusBadge color="grey">Dữ liệu minh hoạ</StatusBadge> : null}
      </div>
      <Text size="small">
        {`${batch.count.toLocaleString('vi-VN')} khoản, ${dong(batch.total)}, lập lúc ${readableMoment(batch.createdAt)}`}
      </Text>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" variant="transparent" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Đóng' : 'Xem từng khoản'}
        </Button>
        {open && batch.state === 'draft' ? deed('approve', 'Duyệt', mine) : null}
        {batch.state === 'approved' ? deed('send', 'Gửi chi trả') : null}
        {isOpen ? deed('cancel', 'Hủy đợt') : null}
        {hasFile
          ? (['xlsx', 'csv'] as const).map((format) => (
              <a
                key={format}
                className="txt-small underline"
                href={`/admin/payout-batches/${batch.id}/bank-file?format=${format}`}
              >
                Tệp ngân hàng ({format.toUpperCase()})
              </a>
            ))
          : null}
      </div>
      {open && mine && batch.state === 'draft' ? (
        <Text size="small" className="text-ui-fg-subtle">
          Bạn lập đợt này nên người khác phải duyệt.
        </Text>
      ) : null}
      {error ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa làm được">
            {error.message}
          </InlineTip>
        </div>
      ) : null}
      {open && detail.data ? (
        <ul className="divide-y border-t">
          {detail.data.payouts.map((payout) => (
            <PayoutLine
              key={payout.id}
              payout={payout}
              onAct={(path, body) => act.mutate({ path: `payouts/${payout.id}/${path}`, body })}
            />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function PayoutLine({
  payout,
  onAct,
}: {
  payout: PayoutView
  onAct(path: 'confirm' | 'reverse', body: Record<string, string>): void
}) {
  const [bankReference, setBankReference] = useState('')
  const [reason, setReason] = useState('')
  const { state } = payout
  return (
    <li className="flex flex-col gap-2 py-3">
      <Text size="small" weight="plus">
        {payout.producerName} · {dong(payout.amount)} · {PAYOUT_WORDS[state]}
      </Text>
      <Text size="small" className="text-ui-fg-subtle break-words">
        {[
          `${payout.holder}, ngân hàng ${payout.bankBin}, tài khoản …${payout.lastFour}`,
          payout.bankReference === null ? '' : `số giao dịch ${payout.bankReference}`,
          payout.droppedBecause === null ? '' : (DROPPED_WORDS[payout.droppedBecause] ?? payout.droppedBecause),
          payout.reversalReason ?? '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {state === 'sent' ? (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            onAct('confirm', { bankReference })
          }}
        >
          <LineField
            id={`ref-${payout.id}`}
            label="Số giao dịch của ngân hàng"
            value={bankReference}
            onChange={setBankReference}
            required
            minLength={3}
            maxLength={50}
          />
          <Button size="small" type="submit" variant="secondary">
            Xác nhận đã chuyển
          </Button>
        </form>
      ) : null}
      {state === 'sent' || state === 'confirmed' ? (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            onAct('reverse', { reason })
          }}
        >
          <LineField
            id={`reason-${payout.id}`}
            label="Lý do bị trả lại"
            value={reason}
            onChange={setReason}
            required
            minLength={2}
            maxLength={500}
          />
          <Button size="small" type="submit" variant="danger">
            Ghi là bị trả lại
          </Button>
        </form>
      ) : null}
    </li>
  )
}
