import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ReportsQuery } from '../../../figures/bodies'
import { provinceNames, releasesOf, reportPlace } from '../../../figures/read-reports'
import { openPeriods } from '../../../figures/report'
import { neverCache } from '../../../http/cache-headers'
import { officialOf } from '../../../officials/official-scope'

/** `GET /official/reports?province`: the periods that can be reported on, with their due days and what was handed in. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { province } = req.validatedQuery as unknown as ReportsQuery
  const { provinceCode } = reportPlace(officialOf(req), 'report:read', province)
  const now = new Date()
  const [periods, releases, names] = await Promise.all([
    openPeriods(req.scope, now),
    releasesOf(req.scope, undefined, provinceCode),
    provinceNames(req.scope),
  ])
  neverCache(res)
  res.json({
    provinceCode,
    placeName: provinceCode === null ? null : (names.get(provinceCode) ?? provinceCode),
    today: officialOf(req).day,
    periods: periods.map((period) => ({
      ...period,
      releases: releases.filter((release) => release.period === period.key),
    })),
  })
}
