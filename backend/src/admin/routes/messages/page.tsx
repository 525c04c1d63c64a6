import { defineRouteConfig } from '@medusajs/admin-sdk'
import { EnvelopeContent } from '@medusajs/icons'
import { useState } from 'react'
import type { MessageView } from '../../../dispatch/message-view'
import { FilterButtons } from '../../components/filter-buttons'
import { MessageEntry } from '../../components/message-entry'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['all', 'Tất cả'],
  ['waiting', 'Chờ gửi'],
  ['failed', 'Gửi không được'],
  ['unsendable', 'Không có nơi gửi'],
  ['sent', 'Đã gửi'],
] as const

export const config = defineRouteConfig({ label: 'Thư gửi đi', icon: EnvelopeContent, rank: 9 })

/** What people outside the site are told by e-mail or telephone, and what did not reach them. */
export default function MessagesPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('all')
  const list = usePagedList<{ messages: MessageView[]; count: number }>('/messages', { state })
  return (
    <PagedList
      title="Thư gửi đi"
      lead="Thư báo cho người mua, người bán và thành viên. Địa chỉ được mã hóa và xóa ngay khi thư đã đi, nên ở đây chỉ còn dấu hiệu nhận biết."
      filters={<FilterButtons label="Lọc theo tình trạng" choices={STATES} value={state} onChange={setState} />}
      list={list}
      none={state === 'all' ? 'Chưa có thư nào.' : 'Không có thư nào ở tình trạng này.'}
    >
      {({ messages }) => messages.map((message) => <MessageEntry key={message.id} message={message} />)}
    </PagedList>
  )
}
