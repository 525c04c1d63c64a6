import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { revocationDeadline } from '@sao-lang/traceability/verify/rating'
import { neverCache } from '../http/cache-headers'
import { officialOf } from '../officials/official-scope'
import { rulesOn } from '../rules/rules-on'
import { readablePlaces } from './inspection-places'
import { inspectionDetail, readInspectionRow } from './read-inspections'

/** Answers with an inspection as it stands now, and what the rules of today say of revocation. Throws ApiError 404. */
export async function sendInspection(req: MedusaRequest, res: MedusaResponse, id: string): Promise<void> {
  const { day } = officialOf(req)
  const row = await readInspectionRow(req.scope, readablePlaces(req), id)
  const rules = await rulesOn(req.scope, day)
  neverCache(res)
  res.json({
    ...(await inspectionDetail(req.scope, row, day)),
    today: day,
    decideBy: row.concluded_on === null ? null : revocationDeadline(row.concluded_on, rules.windows),
    rule: { grounds: rules.revocation.grounds, days: rules.windows.revocationDays },
  })
}
