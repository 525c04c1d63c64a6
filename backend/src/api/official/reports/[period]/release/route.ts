import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ReleaseBody } from '../../../../../figures/bodies'
import { releasesOf, reportPlace } from '../../../../../figures/read-reports'
import { digestOf, makeReport } from '../../../../../figures/report'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf } from '../../../../../officials/official-scope'
import { officialActor } from '../../../../../officials/record-audit'
import { releaseReportWorkflow } from '../../../../../workflows/programme/workflows/release-report'

/** `POST /official/reports/:period/release`: hands the report in as it stands now. */
export async function POST(req: MedusaRequest<ReleaseBody>, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const { province, note } = req.validatedBody
  const { provinceCode, post } = reportPlace(official, 'report:release', province)
  const period = String(req.params.period)
  const report = await makeReport(req.scope, { period, provinceCode, now: new Date() })
  await releaseReportWorkflow(req.scope).run({
    input: {
      row: {
        ...{ period, province_code: provinceCode, as_of: report.asOf, known_at: new Date(report.knownAt) },
        content: report.figures as unknown as Record<string, unknown>,
        ...{ sha256: digestOf(report.figures), due_on: report.period.dueOn, note },
        ...{ official_id: official.officialId, official_name: official.name },
        sample: report.sample || official.sample,
      },
      by: officialActor(official, post),
    },
  })
  neverCache(res)
  res.status(201).json({ releases: await releasesOf(req.scope, period, provinceCode) })
}
