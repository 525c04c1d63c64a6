import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { endInspectionWorkflow } from '../workflows/post-inspection/workflows/end-inspection'
import type { EndBody } from './bodies'
import { inspecting } from './inspecting'
import { readablePlaces } from './inspection-places'
import { readInspectionRow } from './read-inspections'
import { sendInspection } from './send-inspection'

/** Closes or cancels the inspection of a request, with a note. Throws ApiError 403, 404, 409. */
export async function endInspection(
  req: MedusaRequest<EndBody>,
  res: MedusaResponse,
  move: 'close' | 'cancel',
): Promise<void> {
  const row = await readInspectionRow(req.scope, readablePlaces(req), String(req.params.id))
  const { by } = await inspecting(req, 'post_inspection:record', row)
  const { note } = req.validatedBody
  await endInspectionWorkflow(req.scope).run({ input: { id: row.id, move, note, by } })
  await sendInspection(req, res, row.id)
}
