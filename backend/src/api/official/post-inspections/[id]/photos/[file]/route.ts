import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../../../http/api-error'
import { readablePlaces } from '../../../../../../post-inspection/inspection-places'
import { postInspections, readInspectionRow } from '../../../../../../post-inspection/read-inspections'
import { sendStoredFile } from '../../../../../../post-inspection/send-stored-file'

/** `GET /official/post-inspections/:id/photos/:file`: a photo of an inspection of the own places. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { id } = await readInspectionRow(req.scope, readablePlaces(req), String(req.params.id))
  const of = { file: String(req.params.file), post_inspection_id: id }
  const [photo] = await postInspections(req.scope).listPostInspectionFiles(of, { take: 1 })
  if (!photo) throw new ApiError(404, 'not_found')
  await sendStoredFile(req, res, photo)
}
