import type { IncomingMessage } from 'node:http'
import { MOST_BYTES, readForm } from '../evidence/read-upload'
import { ApiError } from '../http/api-error'

/**
 * Reads a form with one member `file` and the fields named, each once. Throws ApiError: 415 for another type of body, 413 above 10 MB,
 * 400 without a file or with a field that is not named.
 */
export async function readFileUpload(
  req: IncomingMessage,
  fields: readonly string[] = [],
): Promise<{ name: string; bytes: Uint8Array; fields: Record<string, string> }> {
  const form = await readForm(req)
  const files = form.getAll('file')
  const [file] = files
  if (files.length !== 1 || !(file instanceof File) || file.size === 0) {
    throw new ApiError(400, 'file_missing', { field: 'file' })
  }
  if (file.size > MOST_BYTES) throw new ApiError(413, 'file_too_large', { field: 'file' })
  const strange = [...form.keys()].find((key) => key !== 'file' && !fields.includes(key))
  if (strange !== undefined) throw new ApiError(400, 'unknown_field', { field: strange.slice(0, 60) })
  const given = fields.map((key) => [key, String(form.get(key) ?? '').slice(0, 200)])
  return {
    name: file.name.slice(-200),
    bytes: new Uint8Array(await file.arrayBuffer()),
    fields: Object.fromEntries(given),
  }
}
