import { Button, Heading, Label, StatusBadge, Text, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { ListingDifference } from '../../listings/listing-content'
import type { ListingChangeView } from '../../listings/review-change'
import { askShop } from '../ask-shop'
import { Fact, Facts } from './facts'

const STATES = {
  submitted: ['Chờ duyệt', 'orange'],
  approved: ['Đã duyệt', 'green'],
  returned: ['Đã trả lại', 'red'],
  withdrawn: ['Chủ thể đã rút', 'grey'],
} as const
const FIELDS: Record<ListingDifference['field'], string> = {
  title: 'Tên sản phẩm',
  description: 'Mô tả',
  price: 'Giá (đồng)',
  weightGrams: 'Khối lượng (gam)',
}

/** One change of a listing, field by field, and its decision. */
export function ListingChangeEntry({ change }: { change: ListingChangeView }) {
  const [words, color] = STATES[change.state]
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={change.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={change.id}>
          {change.title} · {change.producer}
        </Heading>
        <StatusBadge color={color}>{words}</StatusBadge>
      </div>
      <Facts>
        <Fact name="Gửi lúc">{readableMoment(change.submittedAt)}</Fact>
        <Fact name="Xong lúc">{change.decidedAt ? readableMoment(change.decidedAt) : null}</Fact>
        <Fact name="Lý do trả lại">{change.reason}</Fact>
      </Facts>
      <ul className="flex flex-col gap-3">
        {change.differences.map((difference) => (
          <Difference key={`${difference.field}${difference.pack ?? ''}`} difference={difference} />
        ))}
      </ul>
      {change.outdated ? (
        <Text size="small" className="text-ui-fg-error">
          Sản phẩm đã đổi từ khi thay đổi này được gửi nên không duyệt được. Hãy trả lại để chủ thể gửi mới.
        </Text>
      ) : null}
      {change.state === 'submitted' ? <DecideChange change={change} /> : null}
    </li>
  )
}

function Difference({ difference: { field, pack, before, after } }: { difference: ListingDifference }) {
  return (
    <li className="flex flex-col gap-1">
      <Text size="small" weight="plus">
        {pack === null ? FIELDS[field] : `${FIELDS[field]}: ${pack}`}
      </Text>
      <dl className="grid gap-2 sm:grid-cols-2">
        <Side name="Đang hiển thị" value={before} />
        <Side name="Xin đổi thành" value={after} />
      </dl>
    </li>
  )
}

function Side({ name, value }: { name: string; value: string | number | null }) {
  const words = typeof value === 'number' ? new Intl.NumberFormat('vi-VN').format(value) : value
  return (
    <div className="bg-ui-bg-subtle min-w-0 rounded-md p-2">
      <dt>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {name}
        </Text>
      </dt>
      <dd className="txt-small whitespace-pre-wrap break-words">{words || '(để trống)'}</dd>
    </div>
  )
}

function DecideChange({ change }: { change: ListingChangeView }) {
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const decide = useMutation({
    networkMode: 'always',
    mutationFn: (what: 'approve' | 'return') =>
      askShop(`/listing-changes/${change.id}/${what}`, what === 'return' ? { reason: reason.trim() } : {}),
    onSuccess: async (_, what) => {
      await queries.invalidateQueries({ queryKey: ['/listing-changes'] })
      toast.success(what === 'approve' ? 'Đã duyệt' : 'Đã trả lại', { description: change.title })
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    decide.mutate('return')
  }
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-3">
      {change.outdated ? null : (
        <Button type="button" size="small" isLoading={decide.isPending} onClick={() => decide.mutate('approve')}>
          Duyệt, hiển thị ngay
        </Button>
      )}
      <Label htmlFor={`reason-${change.id}`} size="small">
        Lý do trả lại, chủ thể sẽ đọc (ít nhất 10 ký tự)
      </Label>
      <Textarea
        id={`reason-${change.id}`}
        required
        minLength={10}
        maxLength={1000}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" size="small" variant="secondary" isLoading={decide.isPending}>
        Trả lại
      </Button>
    </form>
  )
}
