import { defineRouteConfig } from '@medusajs/admin-sdk'
import { BookOpen } from '@medusajs/icons'
import { useState } from 'react'
import type { RuleView } from '../../../rules/rule-view'
import { AdoptRules } from '../../components/adopt-rules'
import { FilterButtons } from '../../components/filter-buttons'
import { PagedList } from '../../components/paged-list'
import { RuleEntry } from '../../components/rule-entry'
import { usePagedList } from '../../use-paged-list'

const SHOWN = [
  ['in_force', 'Đang có hiệu lực'],
  ['all', 'Tất cả'],
] as const

export const config = defineRouteConfig({ label: 'Sổ quy định', icon: BookOpen, rank: 3 })

/** The dated rules of the programme: what is in force, what was, and a form to add a new record. */
export default function RulesPage() {
  const [show, setShow] = useState<(typeof SHOWN)[number][0]>('in_force')
  const list = usePagedList<{ rules: RuleView[]; count: number }>('/rules', { show })
  return (
    <div className="flex flex-col gap-3">
      <PagedList
        title="Sổ quy định"
        lead="Bộ tiêu chí, thẩm quyền, thời hạn và ngày nghỉ lễ theo ngày hiệu lực. Bản đã đưa vào sổ không sửa; khi quy định đổi thì thêm bản mới."
        filters={<FilterButtons label="Lọc quy định" choices={SHOWN} value={show} onChange={setShow} />}
        list={list}
        none="Sổ chưa có quy định nào. Hãy đưa bản ghi đầu tiên vào bằng biểu mẫu bên dưới."
      >
        {({ rules }) => rules.map((rule) => <RuleEntry key={rule.id} rule={rule} />)}
      </PagedList>
      <AdoptRules />
    </div>
  )
}
