import type { IncomingMessage } from 'node:http'
import { MOST_BYTES, readForm } from '../evidence/read-upload'
import { ApiError } from '../http/api-error'

/** Reads the one file of the form. Throws ApiError: 415 for another type of body, 413 above 10 MB, 400 without a file. */
export async function readImportUpload(req: IncomingMessage): Promise<{ name: string; content: string }> {
  const form = await readForm(req)
  const files = form.getAll('file')
  const [file] = files
  if (files.length !== 1 || !(file instanceof File) || file.size === 0) {
    throw new ApiError(400, 'file_missing', { field: 'file' })
  }
  if (file.size > MOST_BYTES) throw new ApiError(413, 'file_too_large', { field: 'file' })
  if ([...form.keys()].some((key) => key !== 'file')) throw new ApiError(400, 'unknown_field')
  const content = Buffer.from(await file.arrayBuffer()).toString('base64')
  return { name: file.name.slice(-200), content }
}
