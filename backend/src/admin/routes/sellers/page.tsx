import { defineRouteConfig } from '@medusajs/admin-sdk'
import { BuildingStorefront } from '@medusajs/icons'
import { useState } from 'react'
import type { SellerEntry as Entry } from '../../../sellers/list-sellers'
import { FilterButtons } from '../../components/filter-buttons'
import { LineField } from '../../components/line-field'
import { PagedList } from '../../components/paged-list'
import { SellerEntry } from '../../components/seller-entry'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['all', 'Tất cả'],
  ['unverified', 'Tài khoản chờ xác nhận'],
  ['suspended', 'Đang tạm ngừng'],
] as const

export const config = defineRouteConfig({ label: 'Chủ thể bán hàng', icon: BuildingStorefront, rank: 3 })

/** Sellers: suspensions, and bank accounts to verify. */
export default function SellersPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('all')
  const [q, setQ] = useState('')
  const list = usePagedList<{ sellers: Entry[]; count: number }>('/sellers', { state, q })
  return (
    <PagedList
      title="Chủ thể bán hàng"
      lead="Tạm ngừng hoặc cho bán lại, và xác nhận tài khoản nhận tiền vừa đổi."
      filters={
        <>
          <FilterButtons label="Lọc chủ thể" choices={STATES} value={state} onChange={setState} />
          <LineField id="seller-q" label="Tìm theo tên" value={q} onChange={setQ} maxLength={100} />
        </>
      }
      list={list}
      none="Không có chủ thể nào."
    >
      {({ sellers }) => sellers.map((seller) => <SellerEntry key={seller.id} seller={seller} />)}
    </PagedList>
  )
}
