import { defineRouteConfig } from '@medusajs/admin-sdk'
import { ExclamationCircle } from '@medusajs/icons'
import { useState } from 'react'
import type { ComplaintDeskView } from '../../../complaints/complaint-view'
import { ComplaintEntry } from '../../components/complaint-entry'
import { FilterButtons } from '../../components/filter-buttons'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['open', 'Chưa trả lời'],
  ['answered', 'Đã trả lời'],
  ['all', 'Tất cả'],
] as const

export const config = defineRouteConfig({ label: 'Khiếu nại', icon: ExclamationCircle, rank: 2 })

/** Complaints for the operator to take up and answer, the one due first on top. */
export default function ComplaintsPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('open')
  const list = usePagedList<{ complaints: ComplaintDeskView[]; count: number }>('/complaints', { state })
  return (
    <PagedList
      title="Khiếu nại"
      lead="Mỗi khiếu nại phải được trả lời trong 7 ngày. Người gửi đọc câu trả lời trên trang riêng của họ."
      filters={<FilterButtons label="Lọc khiếu nại" choices={STATES} value={state} onChange={setState} />}
      list={list}
      none={state === 'open' ? 'Không còn khiếu nại nào chờ trả lời.' : 'Chưa có khiếu nại nào.'}
    >
      {({ complaints }) => complaints.map((complaint) => <ComplaintEntry key={complaint.id} complaint={complaint} />)}
    </PagedList>
  )
}
