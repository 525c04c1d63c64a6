import { defineRouteConfig } from '@medusajs/admin-sdk'
import { ExclamationCircle } from '@medusajs/icons'
import { useState } from 'react'
import type { AlertView } from '../../../clone-alerts/alert-view'
import { ALERT_LEVEL_WORDS } from '../../../clone-alerts/alert-words'
import { AlertEntry } from '../../components/alert-entry'
import { FilterButtons } from '../../components/filter-buttons'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

const STATES = [
  ['new', 'Mới'],
  ['confirmed', 'Đã xác nhận'],
  ['closed', 'Đã đóng'],
  ['all', 'Tất cả'],
] as const
const LEVELS = [
  ['any', 'Mọi mức'],
  ['suspect', ALERT_LEVEL_WORDS.suspect],
  ['watch', ALERT_LEVEL_WORDS.watch],
] as const

export const config = defineRouteConfig({ label: 'Dấu hiệu sao chép', icon: ExclamationCircle, rank: 2 })

/** Codes that were checked in ways one package cannot travel, for the operator to look into. */
export default function CloneAlertsPage() {
  const [state, setState] = useState<(typeof STATES)[number][0]>('new')
  const [level, setLevel] = useState<(typeof LEVELS)[number][0]>('any')
  const list = usePagedList<{ alerts: AlertView[]; count: number }>('/clone-alerts', {
    state,
    ...(level === 'any' ? {} : { level }),
  })
  return (
    <PagedList
      title="Dấu hiệu sao chép"
      lead="Những mã có lượt kiểm tra mà một gói hàng khó có thể tạo ra. Đây là dấu hiệu để xem xét, chưa phải kết luận."
      filters={
        <>
          <FilterButtons label="Lọc theo tình trạng" choices={STATES} value={state} onChange={setState} />
          <FilterButtons label="Lọc theo mức" choices={LEVELS} value={level} onChange={setLevel} />
        </>
      }
      list={list}
      none={state === 'new' ? 'Không có dấu hiệu mới nào.' : 'Không có dấu hiệu nào.'}
    >
      {({ alerts }) => alerts.map((alert) => <AlertEntry key={alert.alertNo} alert={alert} />)}
    </PagedList>
  )
}
