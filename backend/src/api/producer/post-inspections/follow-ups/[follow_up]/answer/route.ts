import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../../../../../http/api-error'
import { neverCache } from '../../../../../../http/cache-headers'
import { tenantOf } from '../../../../../../http/tenant'
import type { AnswerBody } from '../../../../../../post-inspection/bodies'
import { holderDoer, requireOwnFile } from '../../../../../../post-inspection/holder'
import { holderInspectionRow, holderInspections } from '../../../../../../post-inspection/holder-inspections'
import { ministryStarsOn } from '../../../../../../post-inspection/leading'
import { postInspections } from '../../../../../../post-inspection/read-inspections'
import { answerFollowUpWorkflow } from '../../../../../../workflows/post-inspection/workflows/answer-follow-up'

/** `POST /producer/post-inspections/follow-ups/:follow_up/answer`: what was mended, with a paper of one's own. */
export async function POST(req: MedusaRequest<AnswerBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { producerId, memberId } = tenant
  const of = { id: String(req.params.follow_up), producer_id: producerId }
  const [followUp] = await postInspections(req.scope).listFollowUps(of, { take: 1 })
  if (!followUp) throw new ApiError(404, 'not_found')
  const row = await holderInspectionRow(req.scope, producerId, followUp.post_inspection_id)
  const { note, file } = req.validatedBody
  if (file !== null) await requireOwnFile(req.scope, producerId, file)
  const now = new Date()
  const today = vietnamDay(now)
  const central: readonly number[] = await ministryStarsOn(req.scope, today)
  await answerFollowUpWorkflow(req.scope).run({
    input: {
      answer: { id: followUp.id, producerId, note, file, memberId, at: now.toISOString() },
      inspectionId: row.id,
      productName: row.product_name,
      provinceCode: central.includes(row.stars) ? null : row.province_code,
      by: await holderDoer(req.scope, tenant),
    },
  })
  const inspections = await holderInspections(req.scope, producerId, today)
  neverCache(res)
  res.json({ inspection: inspections.find(({ id }) => id === row.id) })
}
