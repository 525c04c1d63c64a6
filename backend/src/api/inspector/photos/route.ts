import { createHash, randomUUID } from 'node:crypto'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { checkFile } from '../../../evidence/checked-file'
import { readUpload } from '../../../evidence/read-upload'
import { ApiError } from '../../../http/api-error'
import { neverCache } from '../../../http/cache-headers'
import { inspectorOf } from '../../../http/inspector-scope'
import { toPhotoView } from '../../../inspectors/record-view'
import { INSPECTION_MODULE } from '../../../modules/inspection'
import type { InspectionModuleService } from '../../../modules/inspection/service'
import { storeInspectionPhotoWorkflow } from '../../../workflows/inspection/workflows/store-photo'

/** `POST /inspector/photos`: a photo or paper for a record, as a form. The same file sent again is the same photo. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { inspectorId } = inspectorOf(req.scope)
  const { bytes, title, isPublic } = await readUpload(req)
  if (isPublic) throw new ApiError(422, 'document_private', { field: 'public' })
  const inspection: InspectionModuleService = req.scope.resolve(INSPECTION_MODULE)
  const source = createHash('sha256').update(bytes).digest('hex')
  const known = async () => {
    const [photo] = await inspection.listInspectionFiles(
      { inspector_id: inspectorId, source_sha256: source, record_id: null },
      { take: 1 },
    )
    return photo
  }
  neverCache(res)
  const before = await known()
  if (before) {
    res.json(toPhotoView(before))
    return
  }
  const { kind, mediaType, sha256, width, height, bytes: clean, extension } = await checkFile(bytes)
  const row = { inspector_id: inspectorId, source_sha256: source, kind, title, media_type: mediaType, sha256 }
  try {
    await storeInspectionPhotoWorkflow(req.scope).run({
      input: {
        ...{ ...row, width, height, bytes: clean.length },
        filename: `private-${randomUUID()}.${extension}`,
        content: clean.toString('base64'),
      },
    })
  } catch (error) {
    // The same photo came twice at once: the unique index let one in.
    if (!(await known())) throw error
  }
  const stored = await known()
  if (!stored) throw new ApiError(409, 'conflict')
  res.status(201).json(toPhotoView(stored))
}
