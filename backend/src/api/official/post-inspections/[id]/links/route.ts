import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { LinkBody } from '../../../../../post-inspection/bodies'
import { inspecting } from '../../../../../post-inspection/inspecting'
import { readablePlaces } from '../../../../../post-inspection/inspection-places'
import { readInspectionRow, requireRecords } from '../../../../../post-inspection/read-inspections'
import { sendInspection } from '../../../../../post-inspection/send-inspection'
import { linkInspectionRecordWorkflow } from '../../../../../workflows/post-inspection/workflows/link-record'

/** `POST /official/post-inspections/:id/links`: ties a record of the inspectors' app about the same product. */
export async function POST(req: MedusaRequest<LinkBody>, res: MedusaResponse): Promise<void> {
  const row = await readInspectionRow(req.scope, readablePlaces(req), String(req.params.id))
  const { official, by } = await inspecting(req, 'post_inspection:record', row)
  const { recordId } = req.validatedBody
  await requireRecords(req.scope, [recordId], row.product_id)
  await linkInspectionRecordWorkflow(req.scope).run({
    input: { inspectionId: row.id, recordId, officialId: official.officialId, by },
  })
  await sendInspection(req, res, row.id)
}
