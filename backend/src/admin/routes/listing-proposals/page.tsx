import { defineRouteConfig } from '@medusajs/admin-sdk'
import { SquaresPlus } from '@medusajs/icons'
import { useState } from 'react'
import type { ProposalView } from '../../../listing-proposals/read-proposals'
import { FilterButtons } from '../../components/filter-buttons'
import { ListingProposalEntry } from '../../components/listing-proposal-entry'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['submitted', 'Chờ duyệt'],
  ['listing', 'Đang đưa lên chợ'],
  ['approved', 'Đã duyệt'],
  ['returned', 'Đã trả lại'],
] as const

export const config = defineRouteConfig({ label: 'Duyệt hàng mới', icon: SquaresPlus, rank: 3 })

/** Products that producers would like to sell, for the operator to decide. */
export default function ListingProposalsPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('submitted')
  const list = usePagedList<{ proposals: ProposalView[]; count: number }>('/listing-proposals', { state })
  return (
    <PagedList
      title="Duyệt hàng mới"
      lead="Sản phẩm chủ thể muốn bán thêm. Đối chiếu với nhãn, không nhận lời quảng cáo chữa bệnh; hạng sao không xét ở đây. Duyệt xong sản phẩm lên chợ ngay."
      filters={<FilterButtons label="Lọc theo tình trạng" choices={STATES} value={state} onChange={setState} />}
      list={list}
      none={state === 'submitted' ? 'Không có sản phẩm mới nào chờ duyệt.' : 'Không có sản phẩm nào.'}
    >
      {({ proposals }) => proposals.map((proposal) => <ListingProposalEntry key={proposal.id} proposal={proposal} />)}
    </PagedList>
  )
}
