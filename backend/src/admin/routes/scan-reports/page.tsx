import { defineRouteConfig } from '@medusajs/admin-sdk'
import { ChatBubbleLeftRight } from '@medusajs/icons'
import { useState } from 'react'
import type { ReportView } from '../../../scan-reports/report-view'
import { FilterButtons } from '../../components/filter-buttons'
import { PagedList } from '../../components/paged-list'
import { ReportEntry } from '../../components/report-entry'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['open', 'Chưa xử lý'],
  ['handled', 'Đã xử lý'],
  ['all', 'Tất cả'],
] as const

export const config = defineRouteConfig({ label: 'Báo vấn đề', icon: ChatBubbleLeftRight, rank: 1 })

/** What buyers told us about packages, for the operator to settle. */
export default function ScanReportsPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('open')
  const list = usePagedList<{ reports: ReportView[]; count: number }>('/scan-reports', { state })
  return (
    <PagedList
      title="Báo vấn đề"
      lead="Phản ánh của người mua về gói hàng hoặc trang tra cứu, mới nhất ở trên."
      filters={<FilterButtons label="Lọc phản ánh" choices={STATES} value={state} onChange={setState} />}
      list={list}
      none={state === 'open' ? 'Không còn phản ánh nào chờ xử lý.' : 'Chưa có phản ánh nào.'}
    >
      {({ reports }) => reports.map((report) => <ReportEntry key={report.id} report={report} />)}
    </PagedList>
  )
}
