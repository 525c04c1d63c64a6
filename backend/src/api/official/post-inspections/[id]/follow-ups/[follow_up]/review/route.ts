import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../../../../http/api-error'
import type { ReviewBody } from '../../../../../../../post-inspection/bodies'
import { inspecting } from '../../../../../../../post-inspection/inspecting'
import { readablePlaces } from '../../../../../../../post-inspection/inspection-places'
import { postInspections, readInspectionRow } from '../../../../../../../post-inspection/read-inspections'
import { sendInspection } from '../../../../../../../post-inspection/send-inspection'
import { reviewFollowUpWorkflow } from '../../../../../../../workflows/post-inspection/workflows/review-follow-up'

/** `POST /official/post-inspections/:id/follow-ups/:follow_up/review`: takes the holder's answer or sends it back. */
export async function POST(req: MedusaRequest<ReviewBody>, res: MedusaResponse): Promise<void> {
  const row = await readInspectionRow(req.scope, readablePlaces(req), String(req.params.id))
  const { official, by } = await inspecting(req, 'post_inspection:record', row)
  const of = { id: String(req.params.follow_up), post_inspection_id: row.id }
  const [followUp] = await postInspections(req.scope).listFollowUps(of, { take: 1 })
  if (!followUp) throw new ApiError(404, 'not_found')
  const { verdict, note, dueOn } = req.validatedBody
  if (dueOn !== undefined && (verdict === 'accepted' || dueOn <= official.day)) {
    throw new ApiError(422, 'new_due_day', { field: 'dueOn' })
  }
  await reviewFollowUpWorkflow(req.scope).run({
    input: {
      review: {
        id: followUp.id,
        verdict,
        note,
        officialId: official.officialId,
        at: new Date().toISOString(),
        ...(dueOn === undefined ? {} : { due_on: dueOn }),
      },
      producerId: row.producer_id,
      productName: row.product_name,
      dueOn: followUp.due_on,
      by,
    },
  })
  await sendInspection(req, res, row.id)
}
