import { defineRouteConfig } from '@medusajs/admin-sdk'
import { Users } from '@medusajs/icons'
import { useState } from 'react'
import type { ApplicationEntry as Entry } from '../../../sellers/application-view'
import { ApplicationEntry } from '../../components/application-entry'
import { FilterButtons } from '../../components/filter-buttons'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['submitted', 'Chờ duyệt'],
  ['sent_back', 'Đã trả lại'],
  ['approved', 'Đã duyệt'],
  ['refused', 'Từ chối'],
  ['all', 'Tất cả'],
] as const

export const config = defineRouteConfig({ label: 'Đơn đăng ký bán', icon: Users, rank: 2 })

/** Applications to sell, for the operator to judge. */
export default function SellerApplicationsPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('submitted')
  const list = usePagedList<{ applications: Entry[]; count: number }>('/seller-applications', { state })
  return (
    <PagedList
      title="Đơn đăng ký bán hàng"
      lead="Người muốn bán trên Sao Làng. Đơn chờ lâu nhất ở trên."
      filters={<FilterButtons label="Lọc đơn" choices={STATES} value={state} onChange={setState} />}
      list={list}
      none={state === 'submitted' ? 'Không còn đơn nào chờ duyệt.' : 'Chưa có đơn nào.'}
    >
      {({ applications }) => applications.map((entry) => <ApplicationEntry key={entry.id} entry={entry} />)}
    </PagedList>
  )
}
