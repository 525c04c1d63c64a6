import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../../http/api-error'
import type { RecordingBody } from '../../../../../post-inspection/bodies'
import { checkLooks, fourLooks } from '../../../../../post-inspection/check-conclusion'
import { inspecting } from '../../../../../post-inspection/inspecting'
import { readablePlaces } from '../../../../../post-inspection/inspection-places'
import { readInspectionRow } from '../../../../../post-inspection/read-inspections'
import { sendInspection } from '../../../../../post-inspection/send-inspection'
import { recordInspectionWorkflow } from '../../../../../workflows/post-inspection/workflows/record-inspection'

/** `POST /official/post-inspections/:id/record`: what was seen on the spot; said again it replaces what was said. */
export async function POST(req: MedusaRequest<RecordingBody>, res: MedusaResponse): Promise<void> {
  const row = await readInspectionRow(req.scope, readablePlaces(req), String(req.params.id))
  const { official, by } = await inspecting(req, 'post_inspection:record', row)
  const { place, day, team, looks, violations } = req.validatedBody
  if (day > official.day) throw new ApiError(422, 'inspection_day', { field: 'day' })
  checkLooks(looks, violations)
  await recordInspectionWorkflow(req.scope).run({
    input: { row: { id: row.id, place, day, team, looks: fourLooks(looks), violations }, by },
  })
  await sendInspection(req, res, row.id)
}
