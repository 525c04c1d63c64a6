import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { uploadFilesWorkflow } from '@medusajs/medusa/core-flows'
import { checkFile } from '../evidence/checked-file'
import { readForm } from '../evidence/read-upload'
import { ApiError } from '../http/api-error'
import { parseFields } from '../http/validate'
import { inTransaction } from '../money/in-transaction'
import type { StoredPhoto } from './ask-return'
import { type ReturnFields, ReturnFieldsSchema } from './bodies'

const MOST_PHOTOS = 5

/**
 * Reads a buyer's request: a form with `request` (JSON) and up to five photos `photo`, each decoded and written anew without its
 * metadata. Throws ApiError 400, 413, 415, 422 as the upload of evidence does.
 */
export async function readReturnForm(req: IncomingMessage): Promise<{ asked: ReturnFields; photos: Buffer[] }> {
  const form = await readForm(req)
  const asked = parseFields(ReturnFieldsSchema, jsonField(form.get('request')))
  const files = form.getAll('photo').flatMap((file) => (file instanceof File && file.size > 0 ? [file] : []))
  if (files.length > MOST_PHOTOS) throw new ApiError(400, 'invalid_request', { field: 'photo' })
  const photos: Buffer[] = []
  for (const file of files) {
    const checked = await checkFile(Buffer.from(await file.arrayBuffer()))
    if (checked.kind !== 'photo') throw new ApiError(422, 'file_kind', { field: 'photo' })
    photos.push(checked.bytes)
  }
  return { asked, photos }
}

/** Stores checked photos as private files. */
export async function storeReturnPhotos(container: MedusaContainer, photos: readonly Buffer[]): Promise<StoredPhoto[]> {
  const stored: StoredPhoto[] = []
  for (const bytes of photos) {
    const { sha256, mediaType } = await checkFile(bytes)
    const { result } = await uploadFilesWorkflow(container).run({
      input: {
        files: [
          {
            filename: `private-tra-hang-${randomUUID()}.jpg`,
            mimeType: mediaType,
            content: bytes.toString('base64'),
            access: 'private',
          },
        ],
      },
    })
    stored.push({ file: result[0]?.id ?? '', sha256, mediaType, bytes: bytes.length })
  }
  return stored
}

/** A photo of a request, for its producer, or for the buyer who holds its group. Throws ApiError 404. */
export async function readReturnPhoto(
  container: MedusaContainer,
  requestId: string,
  file: string,
  reader: { producerId: string } | { groupId: string } | { operator: true },
): Promise<{ bytes: Buffer; mediaType: string }> {
  const [row] = await inTransaction(container, (sql) =>
    sql.query<{ file: string; media_type: string; producer_id: string; group_id: string }>(
      `SELECT f.file, f.media_type, r.producer_id, r.group_id FROM return_file f JOIN return_request r ON r.id = f.request_id
       WHERE r.id = ? AND f.file = ?`,
      [requestId, file],
    ),
  )
  const may =
    row !== undefined &&
    ('operator' in reader ||
      ('producerId' in reader ? row.producer_id === reader.producerId : row.group_id === reader.groupId))
  if (!row || !may) throw new ApiError(404, 'not_found')
  return { bytes: await container.resolve(Modules.FILE).getAsBuffer(row.file), mediaType: row.media_type }
}

function jsonField(value: unknown): unknown {
  try {
    return JSON.parse(typeof value === 'string' ? value : '')
  } catch {
    throw new ApiError(400, 'invalid_json', { field: 'request' })
  }
}
