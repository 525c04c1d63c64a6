import type { IncomingMessage } from 'node:http'
import { z } from '@medusajs/framework/zod'
import { ApiError } from '../http/api-error'
import { parseFields } from '../http/validate'

/** One file of a form with what was said about it. */
export interface Upload {
  bytes: Buffer
  title: string
  isPublic: boolean
}

export const MOST_BYTES = 10 * 1024 * 1024
/** Room for the form's own lines around the file. */
const FORM_BYTES = 16 * 1024

const FieldsSchema = z.object({
  title: z.string().trim().min(1).max(200),
  public: z.enum(['true', 'false']),
})

/**
 * Reads `multipart/form-data` (RFC 7578) with the members `file`, `title` and `public`. What the form says about the file's
 * name and type is not looked at. Throws ApiError: 415 for another type of body, 413 above 10 MB, 400 for another form.
 */
export async function readUpload(req: IncomingMessage): Promise<Upload> {
  const form = await readForm(req)
  const files = form.getAll('file')
  const [file] = files
  if (files.length !== 1 || !(file instanceof File) || file.size === 0) {
    throw new ApiError(400, 'file_missing', { field: 'file' })
  }
  if (file.size > MOST_BYTES) throw new ApiError(413, 'file_too_large', { field: 'file' })
  form.delete('file')
  const fields = parseFields(FieldsSchema, Object.fromEntries(form))
  return {
    bytes: Buffer.from(await file.arrayBuffer()),
    title: fields.title,
    isPublic: fields.public === 'true',
  }
}

/**
 * Reads `multipart/form-data` (RFC 7578) of at most 10 MB and its own lines. Throws ApiError: 415 for another type of body,
 * 413 above that, 400 for one that is damaged.
 */
export async function readForm(req: IncomingMessage): Promise<FormData> {
  const type = req.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) throw new ApiError(415, 'upload_expected')
  const body = await bytesOf(req, MOST_BYTES + FORM_BYTES)
  return new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new ApiError(400, 'upload_expected')
  })
}

async function bytesOf(req: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > most) throw new ApiError(413, 'file_too_large', { field: 'file' })
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > most) throw new ApiError(413, 'file_too_large', { field: 'file' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
