import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ConclusionBody } from '../../../../../post-inspection/bodies'
import { checkConclusion } from '../../../../../post-inspection/check-conclusion'
import { inspecting } from '../../../../../post-inspection/inspecting'
import { readablePlaces } from '../../../../../post-inspection/inspection-places'
import { looksOf } from '../../../../../post-inspection/inspection-view'
import { readInspectionRow } from '../../../../../post-inspection/read-inspections'
import { sendInspection } from '../../../../../post-inspection/send-inspection'
import { concludeInspectionWorkflow } from '../../../../../workflows/post-inspection/workflows/conclude-inspection'

/** `POST /official/post-inspections/:id/conclude`: the conclusion, and what must be mended by when. */
export async function POST(req: MedusaRequest<ConclusionBody>, res: MedusaResponse): Promise<void> {
  const row = await readInspectionRow(req.scope, readablePlaces(req), String(req.params.id))
  const { official, by } = await inspecting(req, 'post_inspection:record', row)
  const { conclusion, concludedOn, followUps } = req.validatedBody
  checkConclusion({ day: row.day, looks: looksOf(row) }, { concludedOn, followUps }, official.day)
  await concludeInspectionWorkflow(req.scope).run({
    input: {
      row: {
        id: row.id,
        conclusion,
        concluded_on: concludedOn,
        concluded_by: official.officialId,
        followUps: followUps.map(({ what, dueOn }) => ({ what, due_on: dueOn })),
      },
      producerId: row.producer_id,
      productName: row.product_name,
      by,
    },
  })
  await sendInspection(req, res, row.id)
}
