import { randomUUID } from 'node:crypto'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { checkFile } from '../../../evidence/checked-file'
import { readUpload } from '../../../evidence/read-upload'
import { ApiError } from '../../../http/api-error'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { storeEvidenceWorkflow } from '../../../workflows/evidence/workflows/store-evidence'

/** `POST /producer/evidence`: a photo or paper for entries of the journal, as a form. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { memberId, producerId } = tenantOf(req.scope)
  const { bytes, title, isPublic } = await readUpload(req)
  const checked = await checkFile(bytes)
  if (checked.kind === 'document' && isPublic) throw new ApiError(422, 'document_private', { field: 'public' })
  const { kind, mediaType, sha256, width, height } = checked
  const { result: file } = await storeEvidenceWorkflow(req.scope).run({
    input: {
      ...{ producerId, memberId, kind, mediaType, sha256, width, height, title, isPublic },
      filename: `${isPublic ? 'minh-chung' : 'private'}-${randomUUID()}.${checked.extension}`,
      content: checked.bytes.toString('base64'),
      bytes: checked.bytes.length,
    },
  })
  neverCache(res)
  res.status(201).json({ file, kind, title, public: isPublic, sha256, width, height })
}
