import { randomUUID } from 'node:crypto'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actor, readableEvaluation } from '../../../../../evaluations/access'
import { checkFile } from '../../../../../evidence/checked-file'
import { readUpload } from '../../../../../evidence/read-upload'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { storeVisitPhotoWorkflow } from '../../../../../workflows/evaluation/workflows/store-visit-photo'

/** `POST /official/evaluations/:id/photos`: a photo of a site visit, as a form; kept privately. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const row = await readableEvaluation(req, String(req.params.id))
  const by = actor(req, 'advice:write', row)
  const { bytes, title, isPublic } = await readUpload(req)
  if (isPublic) throw new ApiError(422, 'document_private', { field: 'public' })
  const { kind, mediaType, sha256, extension, bytes: clean } = await checkFile(bytes)
  if (kind !== 'photo') throw new ApiError(422, 'file_kind', { field: 'file' })
  const { result } = await storeVisitPhotoWorkflow(req.scope).run({
    input: {
      evaluationId: row.id,
      photo: { title, sha256, mediaType },
      filename: `private-${randomUUID()}.${extension}`,
      content: clean.toString('base64'),
      place: { provinceCode: row.province_code, communeCode: row.commune_code },
      by,
    },
  })
  neverCache(res)
  res.status(201).json({ photo: { file: result, title, sha256 } })
}
