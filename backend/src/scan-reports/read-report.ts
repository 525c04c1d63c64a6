import type { IncomingMessage } from 'node:http'
import { z } from '@medusajs/framework/zod'
import { readUnitCode } from '@sao-lang/traceability/verify'
import { type CheckedFile, checkFile } from '../evidence/checked-file'
import { MOST_BYTES, readForm } from '../evidence/read-upload'
import { ApiError } from '../http/api-error'
import { parseFields } from '../http/validate'
import { REPORT_KINDS } from '../modules/scan-report/kinds'

const empty = (text: string) => (text === '' ? null : text)

const FieldsSchema = z.object({
  requestKey: z.uuid(),
  kind: z.enum(REPORT_KINDS),
  message: z.string().trim().min(5).max(2_000),
  contact: z.string().trim().max(120).default('').transform(empty),
  code: z
    .string()
    .max(64)
    .default('')
    .transform((text, context) => {
      if (text === '') return null
      const code = readUnitCode(text)
      if (code === null) context.addIssue({ code: 'custom', message: 'no unit code' })
      return code
    }),
})
export type ReportFields = z.infer<typeof FieldsSchema>

/**
 * Reads a report sent as a form: `requestKey`, `kind`, `message`, and where there are any `contact`, `code` and `photo`. The
 * photo is decoded and written anew, without metadata. Throws ApiError: 415 for another type of body, 413 above 10 MB, 400
 * that names the field, 422 for a file that is no photo.
 */
export async function readReport(req: IncomingMessage): Promise<{ fields: ReportFields; photo: CheckedFile | null }> {
  const form = await readForm(req)
  const files = form.getAll('photo')
  form.delete('photo')
  const fields = parseFields(FieldsSchema, Object.fromEntries(form), {
    message: 'report_message',
    contact: 'report_contact',
    kind: 'report_kind',
  })
  const [file] = files
  // A browser sends a file field that was left alone as an empty file.
  if (file === undefined || (file instanceof File && file.size === 0)) return { fields, photo: null }
  if (files.length > 1 || !(file instanceof File)) throw new ApiError(400, 'file_missing', { field: 'photo' })
  if (file.size > MOST_BYTES) throw new ApiError(413, 'file_too_large', { field: 'photo' })
  return { fields, photo: await checkedPhoto(Buffer.from(await file.arrayBuffer())) }
}

async function checkedPhoto(bytes: Buffer): Promise<CheckedFile> {
  try {
    const checked = await checkFile(bytes)
    if (checked.kind === 'photo') return checked
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    throw new ApiError(error.status, error.code, { field: 'photo' })
  }
  throw new ApiError(422, 'file_kind', { field: 'photo' })
}
