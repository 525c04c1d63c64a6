import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ReportQuery } from '../../../../figures/bodies'
import { readReport, releasesOf, reportPlace } from '../../../../figures/read-reports'
import { digestOf } from '../../../../figures/report'
import { neverCache } from '../../../../http/cache-headers'
import { officialOf } from '../../../../officials/official-scope'

/** `GET /official/reports/:period?province&edition`: a report, counted anew or as it was handed in. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { province, edition } = req.validatedQuery as unknown as ReportQuery
  const { provinceCode } = reportPlace(officialOf(req), 'report:read', province)
  const period = String(req.params.period)
  const [report, releases] = await Promise.all([
    readReport(req.scope, { period, provinceCode, now: new Date(), ...(edition === undefined ? {} : { edition }) }),
    releasesOf(req.scope, period, provinceCode),
  ])
  neverCache(res)
  res.json({ report, edition: edition ?? null, sha256: digestOf(report.figures), releases })
}
