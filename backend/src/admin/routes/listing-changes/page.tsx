import { defineRouteConfig } from '@medusajs/admin-sdk'
import { PencilSquare } from '@medusajs/icons'
import { useState } from 'react'
import type { ListingChangeView } from '../../../listings/review-change'
import { FilterButtons } from '../../components/filter-buttons'
import { ListingChangeEntry } from '../../components/listing-change-entry'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['submitted', 'Chờ duyệt'],
  ['approved', 'Đã duyệt'],
  ['returned', 'Đã trả lại'],
  ['withdrawn', 'Đã rút'],
] as const

export const config = defineRouteConfig({ label: 'Duyệt sản phẩm', icon: PencilSquare, rank: 3 })

/** What producers ask to change of their listings, for the operator to decide. */
export default function ListingChangesPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('submitted')
  const list = usePagedList<{ changes: ListingChangeView[]; count: number }>('/listing-changes', { state })
  return (
    <PagedList
      title="Duyệt sản phẩm"
      lead="Chủ thể xin đổi tên, mô tả, giá, khối lượng. So sánh từng mục rồi duyệt hoặc trả lại; duyệt xong người mua thấy ngay."
      filters={<FilterButtons label="Lọc theo tình trạng" choices={STATES} value={state} onChange={setState} />}
      list={list}
      none={state === 'submitted' ? 'Không có thay đổi nào chờ duyệt.' : 'Không có thay đổi nào.'}
    >
      {({ changes }) => changes.map((change) => <ListingChangeEntry key={change.id} change={change} />)}
    </PagedList>
  )
}
