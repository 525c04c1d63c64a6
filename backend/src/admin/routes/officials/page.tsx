import { defineRouteConfig } from '@medusajs/admin-sdk'
import { Users } from '@medusajs/icons'
import { Button } from '@medusajs/ui'
import { type FormEvent, useState } from 'react'
import type { OfficialView } from '../../../officials/official-view'
import { FilterButtons } from '../../components/filter-buttons'
import { LineField } from '../../components/line-field'
import { NewOfficial } from '../../components/new-official'
import { OfficialEntry } from '../../components/official-entry'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['all', 'Tất cả'],
  ['active', 'Đang dùng'],
  ['suspended', 'Tạm khóa'],
] as const

export const config = defineRouteConfig({ label: 'Cán bộ', icon: Users, rank: 3 })

/** Officials of communes, councils, provinces and the ministry: their accounts and posts. */
export default function OfficialsPage() {
  const [status, setStatus] = useState<(typeof STATES)[number][0]>('all')
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const list = usePagedList<{ officials: OfficialView[]; count: number }>('/officials', {
    status,
    ...(q === '' ? {} : { q }),
  })

  function search(event: FormEvent) {
    event.preventDefault()
    setQ(typed.trim())
  }

  return (
    <PagedList
      title="Cán bộ"
      lead="Tài khoản và chức vụ của cán bộ xã, tổ tư vấn, hội đồng, tỉnh và bộ. Chức vụ quyết định họ được làm gì và ở đâu; mọi thay đổi đều vào nhật ký."
      filters={
        <>
          <NewOfficial />
          <form onSubmit={search} className="flex flex-wrap items-end gap-2" aria-label="Tìm cán bộ">
            <LineField
              id="officials-q"
              label="Tìm theo tên hoặc thư điện tử"
              type="search"
              maxLength={100}
              value={typed}
              onChange={setTyped}
            />
            <Button type="submit" size="small" variant="secondary">
              Tìm
            </Button>
          </form>
          <FilterButtons label="Lọc theo tình trạng" choices={STATES} value={status} onChange={setStatus} />
        </>
      }
      list={list}
      none={q === '' && status === 'all' ? 'Chưa có cán bộ nào.' : 'Không có cán bộ nào khớp.'}
    >
      {({ officials }) => officials.map((official) => <OfficialEntry key={official.id} official={official} />)}
    </PagedList>
  )
}
