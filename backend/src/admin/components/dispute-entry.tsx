import { Button, Heading, Input, Label, StatusBadge, Text, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DisputeView } from '../../after-sale/read-returns'
import { readableMoment } from '../../calendar/vietnam-moment'
import { askShop } from '../ask-shop'
import { Fact, Facts } from './facts'
import { OrderConversations } from './order-conversations'

const REASONS: Record<DisputeView['reason'], string> = {
  changed_mind: 'Đổi ý',
  damaged: 'Hàng hỏng, vỡ',
  wrong_goods: 'Giao sai hàng',
  not_as_described: 'Không đúng mô tả',
  missing: 'Thiếu hàng',
  recalled: 'Hàng bị thu hồi',
  ordered_by_mistake: 'Đặt nhầm',
  too_late: 'Giao quá chậm',
}
const OUTCOMES = { refund: 'Hoàn toàn bộ', partial: 'Hoàn một phần', refuse: 'Không hoàn' } as const
const dong = (amount: number) => `${new Intl.NumberFormat('vi-VN').format(amount)} ₫`

/** One dispute with the words of both sides, and its decision. */
export function DisputeEntry({ dispute }: { dispute: DisputeView }) {
  const most = dispute.goodsAmount + dispute.freightAmount
  const open = dispute.dispute?.state === 'open'
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={dispute.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={dispute.id}>
          {dispute.number} · {dispute.producer}
        </Heading>
        <StatusBadge color={open ? 'orange' : 'green'}>{open ? 'Chờ quyết định' : 'Đã quyết định'}</StatusBadge>
      </div>
      <Facts>
        <Fact name="Hàng">{dispute.lines.map((line) => `${line.quantity} × ${line.title}`).join('; ')}</Fact>
        <Fact name="Lý do của người mua">{[REASONS[dispute.reason], dispute.note].filter(Boolean).join(': ')}</Fact>
        <Fact name="Người bán trả lời">{dispute.answer}</Fact>
        <Fact name="Người mua khiếu nại">{dispute.dispute?.statement ?? null}</Fact>
        <Fact name="Gửi lúc">{dispute.dispute ? readableMoment(dispute.dispute.openedAt) : null}</Fact>
        <Fact name="Số tiền yêu cầu">{dong(most)}</Fact>
        <Fact name="Quyết định">{dispute.dispute?.outcome ? OUTCOMES[dispute.dispute.outcome] : null}</Fact>
        <Fact name="Đã hoàn">{dispute.dispute?.amount == null ? null : dong(dispute.dispute.amount)}</Fact>
        <Fact name="Lời quyết định">{dispute.dispute?.decision ?? null}</Fact>
      </Facts>
      {dispute.photos.length > 0 ? (
        <div className="flex flex-wrap gap-3">
          {dispute.photos.map((file, at) => (
            <img
              key={file}
              src={`/admin/disputes/${dispute.id}/photos/${encodeURIComponent(file)}`}
              alt={`Ảnh ${at + 1} của người mua`}
              loading="lazy"
              className="max-h-64 max-w-full rounded-md border"
            />
          ))}
        </div>
      ) : null}
      {dispute.dispute ? (
        <OrderConversations order={dispute.orderId} because="dispute" reference={dispute.dispute.id} />
      ) : null}
      {open && dispute.dispute ? <DecideDispute id={dispute.dispute.id} number={dispute.number} /> : null}
    </li>
  )
}

function DecideDispute({ id, number }: { id: string; number: string }) {
  const [outcome, setOutcome] = useState<keyof typeof OUTCOMES>('refund')
  const [amount, setAmount] = useState('')
  const [decision, setDecision] = useState('')
  const queries = useQueryClient()
  const decide = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      askShop(`/disputes/${id}`, {
        ...{ outcome, decision: decision.trim() },
        amount: outcome === 'partial' ? Number(amount) : null,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['/disputes'] })
      toast.success('Đã quyết định', { description: number })
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    decide.mutate()
  }
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-3">
      <fieldset className="flex flex-wrap gap-4">
        <legend>
          <Text size="small" weight="plus">
            Quyết định
          </Text>
        </legend>
        {Object.entries(OUTCOMES).map(([value, words]) => (
          <label key={value} className="flex items-center gap-2">
            <input
              type="radio"
              name={`outcome-${id}`}
              checked={outcome === value}
              onChange={() => setOutcome(value as keyof typeof OUTCOMES)}
            />
            <Text size="small">{words}</Text>
          </label>
        ))}
      </fieldset>
      {outcome === 'partial' ? (
        <div className="flex flex-col gap-1">
          <Label htmlFor={`amount-${id}`} size="small">
            Số tiền hoàn (đồng)
          </Label>
          <Input
            id={`amount-${id}`}
            inputMode="numeric"
            pattern="[0-9]+"
            required
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
        </div>
      ) : null}
      <Label htmlFor={`decision-${id}`} size="small">
        Lời quyết định, cả hai bên đều đọc
      </Label>
      <Textarea
        id={`decision-${id}`}
        required
        minLength={10}
        maxLength={2000}
        rows={3}
        value={decision}
        onChange={(event) => setDecision(event.target.value)}
      />
      <Button type="submit" size="small" isLoading={decide.isPending}>
        Quyết định
      </Button>
    </form>
  )
}
