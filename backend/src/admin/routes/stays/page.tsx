import { defineRouteConfig } from '@medusajs/admin-sdk'
import { CalendarMini } from '@medusajs/icons'
import { useState } from 'react'
import type { StayState } from '../../../modules/stay/states'
import type { StayLine } from '../../../stays/read-stays'
import { FilterButtons } from '../../components/filter-buttons'
import { PagedList } from '../../components/paged-list'
import { StayEntry } from '../../components/stay-entry'
import { usePagedList } from '../../use-paged-list'

const STATES: readonly (readonly [StayState | 'all', string])[] = [
  ['all', 'Tất cả'],
  ['asked', 'Chờ chủ nhà'],
  ['offered', 'Chờ khách'],
  ['accepted', 'Đã nhận chỗ'],
  ['done', 'Đã đón'],
  ['no_show', 'Khách không đến'],
  ['declined', 'Từ chối'],
  ['withdrawn', 'Khách rút'],
  ['expired', 'Hết hạn'],
]

export const config = defineRouteConfig({ label: 'Hỏi đặt chỗ', icon: CalendarMini, rank: 4 })

/** Enquiries for stays and tours: for the operator to look at, not to change. */
export default function StaysPage() {
  const [state, setState] = useState<StayState | 'all'>('all')
  const list = usePagedList<{ stays: StayLine[]; count: number }>('/stays', { state })
  return (
    <PagedList
      title="Hỏi đặt chỗ nghỉ, tham quan"
      lead="Khách hỏi, chủ nhà báo giá, khách trả tiền tại chỗ: sàn không giữ tiền. Danh sách này chỉ để xem; tên và cách liên hệ của khách chỉ chủ nhà được biết."
      filters={<FilterButtons label="Lọc theo tình trạng" choices={STATES} value={state} onChange={setState} />}
      list={list}
      none={state === 'all' ? 'Chưa có ai hỏi đặt chỗ.' : 'Không có lượt hỏi nào ở tình trạng này.'}
    >
      {({ stays }) => stays.map((stay) => <StayEntry key={stay.id} stay={stay} />)}
    </PagedList>
  )
}
