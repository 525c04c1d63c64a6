import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { InspectorScope } from '../http/inspector-scope'
import { INSPECTION_MODULE } from '../modules/inspection'
import type { InspectionModuleService, InspectionRecordDTO } from '../modules/inspection/service'
import { type RecordView, toRecordView } from './record-view'

const PAGE = 50

/** Records of the scope's provinces, newest first, fifty a page. */
export async function listRecords(
  container: MedusaContainer,
  scope: InspectorScope,
  { state, offset }: { state: 'open' | 'closed' | 'all'; offset: number },
): Promise<{ records: RecordView[]; total: number; next: number | null }> {
  const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
  const [rows, total] = await inspection.listAndCountInspectionRecords(
    {
      province_code: [...scope.provinces],
      // "Open" is what still has a day to be followed up by.
      ...(state === 'open' ? { closed_at: null, follow_up_by: { $ne: null } } : {}),
      ...(state === 'closed' ? { closed_at: { $ne: null } } : {}),
    },
    { take: PAGE, skip: offset, order: { found_at: 'DESC', id: 'DESC' } },
  )
  const records = await viewsOf(inspection, rows)
  return { records, total, next: offset + rows.length < total ? offset + rows.length : null }
}

/** One record of the scope's provinces. Throws ApiError 404 for any other, so that none can be guessed at. */
export async function readRecord(container: MedusaContainer, scope: InspectorScope, id: string): Promise<RecordView> {
  const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
  const [row] = await inspection.listInspectionRecords({ id, province_code: [...scope.provinces] }, { take: 1 })
  const [view] = row ? await viewsOf(inspection, [row]) : []
  if (!view) throw new ApiError(404, 'not_found')
  return view
}

async function viewsOf(inspection: InspectionModuleService, rows: InspectionRecordDTO[]): Promise<RecordView[]> {
  if (rows.length === 0) return []
  const photos = await inspection.listInspectionFiles(
    { record_id: rows.map(({ id }) => id) },
    { take: rows.length * 12, order: { created_at: 'ASC', file: 'ASC' } },
  )
  const ids = [...new Set(rows.flatMap((row) => [row.inspector_id, row.closed_by ?? row.inspector_id]))]
  const inspectors = await inspection.listInspectors({ id: ids }, { take: ids.length, withDeleted: true })
  const people = new Map(inspectors.map(({ id, name, agency }) => [id, { name, agency }]))
  return rows.map((row) => toRecordView(row, photos, people))
}
