import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { INSPECTION_MODULE } from '../../../modules/inspection'
import type { InspectionModuleService } from '../../../modules/inspection/service'
import type { LookUpsQuery } from '../validators'

const PAGE = 100

/** `GET /admin/inspector-look-ups?inspector&offset`: who asked what and when, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { inspector, offset } = req.validatedQuery as unknown as LookUpsQuery
  const inspection: InspectionModuleService = req.scope.resolve(INSPECTION_MODULE)
  const [rows, total] = await inspection.listAndCountLookUps(inspector ? { inspector_id: inspector } : {}, {
    take: PAGE,
    skip: offset,
    order: { asked_at: 'DESC', id: 'DESC' },
  })
  neverCache(res)
  res.json({
    lookUps: rows.map((row) => ({
      inspectorId: row.inspector_id,
      action: row.action,
      subject: row.subject,
      outcome: row.outcome,
      askedAt: row.asked_at,
      receivedAt: row.created_at,
      requestId: row.request_id,
    })),
    total,
  })
}
