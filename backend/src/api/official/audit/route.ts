import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import type { AuditQuery } from '../../../officials/bodies'
import { officialOf, placesOf, requireVerb } from '../../../officials/official-scope'
import { readAudit } from '../../../officials/read-audit'

/** `GET /official/audit?before&day&subjectType&subjectId&limit`: what was done in the official's place, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'audit:read')
  const places = placesOf(officialOf(req), 'audit:read')
  const page = await readAudit(req.scope, places, req.validatedQuery as unknown as AuditQuery)
  neverCache(res)
  res.json(page)
}
