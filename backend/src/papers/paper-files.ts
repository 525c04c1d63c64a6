import { createHash } from 'node:crypto'
import { type PagePhoto, photoPagesPdf } from '@sao-lang/traceability/exports/photo-pages-pdf'
import { checkFile } from '../evidence/checked-file'
import { ApiError, isApiError } from '../http/api-error'
import type { ErrorCode } from '../http/messages'
import { PAPER_LIMITS } from './paper-limits'

/** The one file of a paper as it is stored. */
export interface PaperFile {
  bytes: Buffer
  pages: number
  /** Hex SHA-256 of `bytes`. */
  sha256: string
  mediaType: 'application/pdf'
}

/** The files that come for one paper: photos of its pages in their order, or one PDF. What they are, their content says. */
export class PaperFiles {
  readonly #photos: PagePhoto[] = []
  #document: { bytes: Buffer; pages: number } | undefined
  #received = 0

  /**
   * Takes one file. Photos are kept upright and small, without what the camera noted.
   * Throws ApiError with `details.file`, the name it was sent under.
   */
  async add(sent: Buffer, name: string | undefined): Promise<void> {
    const refuse = (status: number, code: ErrorCode) =>
      new ApiError(status, code, { field: 'file', extra: { details: { file: shownName(name) } } })
    this.#received += sent.length
    if (sent.length === 0) throw refuse(422, 'paper_file_missing')
    if (this.#received > PAPER_LIMITS.formBytes) throw refuse(413, 'paper_too_large')
    if (this.#document) throw refuse(422, 'paper_mixed')
    if (this.#photos.length >= PAPER_LIMITS.photos) throw refuse(422, 'paper_photos_many')
    const checked = await checkFile(sent).catch((error: unknown) => {
      throw isApiError(error) ? refuse(error.status, error.code) : error
    })
    if (checked.width !== null && checked.height !== null) {
      this.#photos.push({ image: checked.bytes, width: checked.width, height: checked.height })
      return
    }
    if (this.#photos.length > 0) throw refuse(422, 'paper_mixed')
    if (checked.pages === 0) throw refuse(422, 'document_damaged')
    if (checked.pages > PAPER_LIMITS.pages) throw refuse(422, 'paper_pages_many')
    this.#document = { bytes: checked.bytes, pages: checked.pages }
  }

  /** The paper's PDF: the one that came, or one of the photos. Null when nothing came. Throws ApiError 413. */
  async toPdf(title: string): Promise<PaperFile | null> {
    const pages = this.#document?.pages ?? this.#photos.length
    if (pages === 0) return null
    const bytes = this.#document?.bytes ?? (await photoPagesPdf(this.#photos, title))
    if (bytes.length > PAPER_LIMITS.fileBytes) throw new ApiError(413, 'paper_too_large', { field: 'file' })
    return { bytes, pages, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType: 'application/pdf' }
  }
}

/** The name of a file as it may be told: the last part of a path, without what is not to be seen. */
function shownName(name: string | undefined): string {
  return (name ?? '').split(/[\\/]/).at(-1)?.replace(/\p{C}/gu, '').slice(0, 100) ?? ''
}
