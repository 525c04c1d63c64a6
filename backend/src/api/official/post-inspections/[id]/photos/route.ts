import { randomUUID } from 'node:crypto'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { checkFile } from '../../../../../evidence/checked-file'
import { MOST_BYTES, readForm } from '../../../../../evidence/read-upload'
import { ApiError } from '../../../../../http/api-error'
import { parseFields } from '../../../../../http/validate'
import { PhotoFieldsSchema } from '../../../../../post-inspection/bodies'
import { inspecting } from '../../../../../post-inspection/inspecting'
import { readablePlaces } from '../../../../../post-inspection/inspection-places'
import { readInspectionRow } from '../../../../../post-inspection/read-inspections'
import { sendInspection } from '../../../../../post-inspection/send-inspection'
import { addPostInspectionPhotoWorkflow } from '../../../../../workflows/post-inspection/workflows/add-photo'

/** `POST /official/post-inspections/:id/photos`: a photo or paper of one of the four looks, as a form `file`, `look`, `title`. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const row = await readInspectionRow(req.scope, readablePlaces(req), String(req.params.id))
  const { official, by } = await inspecting(req, 'post_inspection:record', row)
  const form = await readForm(req)
  const files = form.getAll('file')
  const [file] = files
  if (files.length !== 1 || !(file instanceof File) || file.size === 0) {
    throw new ApiError(400, 'file_missing', { field: 'file' })
  }
  if (file.size > MOST_BYTES) throw new ApiError(413, 'file_too_large', { field: 'file' })
  form.delete('file')
  const { look, title } = parseFields(PhotoFieldsSchema, Object.fromEntries(form))
  const checked = await checkFile(Buffer.from(await file.arrayBuffer()))
  await addPostInspectionPhotoWorkflow(req.scope).run({
    input: {
      photo: {
        post_inspection_id: row.id,
        look,
        official_id: official.officialId,
        kind: checked.kind,
        title,
        media_type: checked.mediaType,
        sha256: checked.sha256,
        bytes: checked.bytes.length,
      },
      filename: `private-${randomUUID()}.${checked.extension}`,
      content: checked.bytes.toString('base64'),
      by,
    },
  })
  res.status(201)
  await sendInspection(req, res, row.id)
}
