import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { makeReport } from '../../../figures/report'
import { cachePublicly } from '../../../http/cache-headers'
import type { FiguresQuery } from '../validators'

/** `GET /store/programme-figures?province&period`: the programme as counted from decisions on record; the running year without a period. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { province, period } = req.validatedQuery as unknown as FiguresQuery
  const now = new Date()
  const report = await makeReport(req.scope, {
    ...{ period: period ?? vietnamDay(now).slice(0, 4), provinceCode: province ?? null, now },
  })
  cachePublicly(res)
  res.json({ report })
}
