import type { IncomingMessage } from 'node:http'
import { z } from '@medusajs/framework/zod'
import { type CheckedFile, checkFile } from '../evidence/checked-file'
import { MOST_BYTES, readForm } from '../evidence/read-upload'
import { ApiError } from '../http/api-error'
import { parseFields } from '../http/validate'
import { SELLER_PAPER_KINDS, type SellerPaperKind } from '../modules/seller-account/application-fields'

const FieldsSchema = z.object({ kind: z.enum(SELLER_PAPER_KINDS) })

/**
 * Reads a form with `kind` and `file`. A photo is decoded and written anew, a PDF checked (`checkFile`). Throws ApiError: 415, 413 above
 * 10 MB, 400 naming the field, 422 for a file that is neither.
 */
export async function readSellerPaper(
  req: IncomingMessage,
): Promise<{ kind: SellerPaperKind; title: string; file: CheckedFile }> {
  const form = await readForm(req)
  const [file, second] = form.getAll('file')
  form.delete('file')
  const { kind } = parseFields(FieldsSchema, Object.fromEntries(form))
  if (second !== undefined || !(file instanceof File) || file.size === 0) {
    throw new ApiError(400, 'file_missing', { field: 'file' })
  }
  if (file.size > MOST_BYTES) throw new ApiError(413, 'file_too_large', { field: 'file' })
  const checked = await checkFile(Buffer.from(await file.arrayBuffer()))
  return { kind, title: titleOf(file.name), file: checked }
}

/** A browser's name of the file, without folders and control characters. */
function titleOf(name: string): string {
  const bare =
    name
      .normalize('NFC')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .trim() ?? ''
  return bare === '' ? 'Giấy tờ' : bare.slice(0, 120)
}
