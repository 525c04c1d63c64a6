import { Button, Heading, Label, Select, StatusBadge, Text, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { HideReason, ReviewState } from '../../modules/review/states'
import type { ReviewView } from '../../reviews/read-reviews'
import { askShop } from '../ask-shop'
import { Fact, Facts } from './facts'

const STATES: Record<ReviewState, readonly [string, 'orange' | 'green' | 'red' | 'grey']> = {
  waiting: ['Chờ xem', 'orange'],
  shown: ['Đang hiện', 'green'],
  hidden: ['Đã ẩn', 'red'],
  withdrawn: ['Người viết đã rút', 'grey'],
}
const REASONS: Record<HideReason, string> = {
  insult: 'Xúc phạm',
  personal_data: 'Lộ thông tin riêng của người khác',
  off_topic: 'Không nói về sản phẩm, việc bán hàng',
  advertising: 'Quảng cáo',
  unlawful: 'Trái pháp luật',
}

/** One review: what was said of what, and whether it is shown. */
export function ReviewEntry({ review }: { review: ReviewView }) {
  const { id, points, body, product, producer, state, hideReason } = review
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const decide = useMutation({
    networkMode: 'always',
    mutationFn: (to: 'shown' | 'hidden') =>
      askShop(`/reviews/${id}`, to === 'shown' ? { state: to } : { state: to, reason: reason || null }),
    onSuccess: async (_answer, to) => {
      await queries.invalidateQueries({ queryKey: ['/reviews'] })
      toast.success(to === 'shown' ? 'Đã cho hiện' : 'Đã ẩn', { description: product })
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })
  const [word, color] = STATES[state]
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={id}>
          {product} · {points}/5 điểm
        </Heading>
        <StatusBadge color={color}>{word}</StatusBadge>
      </div>
      <Text className="whitespace-pre-wrap break-words">{body}</Text>
      <Facts>
        <Fact name="Chủ thể">{producer}</Fact>
        <Fact name="Tên hiển thị">{review.displayName}</Fact>
        <Fact name="Viết lúc">{readableMoment(review.writtenAt)}</Fact>
        <Fact name="Lý do ẩn">{hideReason === null ? null : REASONS[hideReason]}</Fact>
        <Fact name="Chủ thể báo">{review.report}</Fact>
        <Fact name="Chủ thể trả lời">{review.reply}</Fact>
      </Facts>
      <div className="flex flex-wrap items-end gap-2">
        {state === 'shown' && review.reportedAt === null ? null : (
          <Button type="button" size="small" isLoading={decide.isPending} onClick={() => decide.mutate('shown')}>
            {state === 'shown' ? 'Vẫn để hiện' : 'Cho hiện'}
          </Button>
        )}
        {state === 'hidden' ? null : (
          <>
            <div className="flex min-w-64 flex-col gap-1">
              <Label htmlFor={`ground-${id}`} size="small">
                Lý do ẩn
              </Label>
              <Select value={reason} onValueChange={setReason}>
                <Select.Trigger id={`ground-${id}`}>
                  <Select.Value placeholder="Chọn lý do" />
                </Select.Trigger>
                <Select.Content>
                  {Object.entries(REASONS).map(([key, words]) => (
                    <Select.Item key={key} value={key}>
                      {words}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
            </div>
            <Button
              type="button"
              size="small"
              variant="secondary"
              isLoading={decide.isPending}
              onClick={() => decide.mutate('hidden')}
            >
              Ẩn
            </Button>
          </>
        )}
      </div>
    </li>
  )
}
