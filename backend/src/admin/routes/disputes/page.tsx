import { defineRouteConfig } from '@medusajs/admin-sdk'
import { ChatBubbleLeftRight } from '@medusajs/icons'
import { useState } from 'react'
import type { DisputeView } from '../../../after-sale/read-returns'
import { DisputeEntry } from '../../components/dispute-entry'
import { FilterButtons } from '../../components/filter-buttons'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['open', 'Chờ quyết định'],
  ['decided', 'Đã quyết định'],
  ['all', 'Tất cả'],
] as const

export const config = defineRouteConfig({ label: 'Khiếu nại trả hàng', icon: ChatBubbleLeftRight, rank: 4 })

/** Returns a producer refused and the buyer took further, for the operator to decide. */
export default function DisputesPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('open')
  const list = usePagedList<{ disputes: DisputeView[]; count: number }>('/disputes', { state })
  return (
    <PagedList
      title="Khiếu nại trả hàng"
      lead="Người bán đã từ chối, người mua nhờ sàn xem xét. Đọc lời cả hai bên, xem ảnh rồi quyết định; mỗi việc chỉ quyết định một lần."
      filters={<FilterButtons label="Lọc theo tình trạng" choices={STATES} value={state} onChange={setState} />}
      list={list}
      none={state === 'open' ? 'Không có khiếu nại nào chờ quyết định.' : 'Không có khiếu nại nào.'}
    >
      {({ disputes }) => disputes.map((dispute) => <DisputeEntry key={dispute.id} dispute={dispute} />)}
    </PagedList>
  )
}
