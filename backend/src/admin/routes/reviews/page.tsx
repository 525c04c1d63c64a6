import { defineRouteConfig } from '@medusajs/admin-sdk'
import { ChatBubbleLeftRight } from '@medusajs/icons'
import { useState } from 'react'
import type { ReviewView } from '../../../reviews/read-reviews'
import { FilterButtons } from '../../components/filter-buttons'
import { PagedList } from '../../components/paged-list'
import { ReviewEntry } from '../../components/review-entry'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['waiting', 'Chờ xem'],
  ['reported', 'Bị báo'],
  ['shown', 'Đang hiện'],
  ['hidden', 'Đã ẩn'],
] as const

export const config = defineRouteConfig({ label: 'Đánh giá', icon: ChatBubbleLeftRight, rank: 3 })

/** Reviews of buyers for the operator to show, or to hide on one of the fixed grounds. */
export default function ReviewsPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('waiting')
  const list = usePagedList<{ reviews: ReviewView[]; count: number }>('/reviews', { state })
  return (
    <PagedList
      title="Đánh giá của người mua"
      lead="Người viết đều đã mua và đã nhận hàng. Chỉ ẩn vì một trong năm lý do; chê sản phẩm không phải là lý do. Mỗi quyết định được ghi vào nhật ký."
      filters={<FilterButtons label="Lọc đánh giá" choices={STATES} value={state} onChange={setState} />}
      list={list}
      none={state === 'waiting' ? 'Không còn đánh giá nào chờ xem.' : 'Không có đánh giá nào.'}
    >
      {({ reviews }) => reviews.map((review) => <ReviewEntry key={review.id} review={review} />)}
    </PagedList>
  )
}
