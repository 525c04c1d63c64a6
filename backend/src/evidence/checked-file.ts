import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { ApiError } from '../http/api-error'
import { readPdfContent } from './pdf-content'

/** A file as it is stored: safe to hand to a browser. */
export interface CheckedFile {
  kind: 'photo' | 'document'
  mediaType: 'image/jpeg' | 'application/pdf'
  extension: 'jpg' | 'pdf'
  bytes: Buffer
  /** Hex SHA-256 of `bytes`. */
  sha256: string
  width: number | null
  height: number | null
  /** 1 for a photo. */
  pages: number
}

const MOST_SIDE = 2_000
/** Above the largest phone cameras at full size, far below what would fill the memory. */
const MOST_PIXELS = 120_000_000

/**
 * Decides by content alone what a file is. Photos (JPEG, PNG, WebP) are decoded, turned upright, brought to at most
 * 2,000 pixels a side and written anew as JPEG, so that no metadata (place, device, name) and nothing hidden in the file is
 * left. Papers (PDF) are kept as they are. Throws ApiError 422 for all else.
 */
export async function checkFile(bytes: Buffer): Promise<CheckedFile> {
  if (isPdf(bytes)) return finished('document', bytes, null, pagesOfPdf(bytes))
  if (isHeic(bytes)) throw new ApiError(422, 'photo_heic', { field: 'file' })
  if (!isPhoto(bytes)) throw new ApiError(422, 'file_kind', { field: 'file' })
  try {
    const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize({ width: MOST_SIDE, height: MOST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    return finished('photo', data, info, 1)
  } catch {
    throw new ApiError(422, 'photo_damaged', { field: 'file' })
  }
}

function finished(
  kind: CheckedFile['kind'],
  bytes: Buffer,
  size: { width: number; height: number } | null,
  pages: number,
): CheckedFile {
  return {
    kind,
    mediaType: kind === 'photo' ? 'image/jpeg' : 'application/pdf',
    extension: kind === 'photo' ? 'jpg' : 'pdf',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    width: size?.width ?? null,
    height: size?.height ?? null,
    pages,
  }
}

function isPhoto(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 12).toString('latin1')
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  )
}

/** ISO/IEC 23008-12: `ftyp` with a brand of HEVC pictures, which no free decoder here can read. */
function isHeic(bytes: Buffer): boolean {
  return /^....ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/s.test(bytes.subarray(0, 12).toString('latin1'))
}

function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-'
}

/** Pages of a PDF that is whole, open to everybody and does nothing by itself. Throws ApiError 422. */
function pagesOfPdf(bytes: Buffer): number {
  const content = readPdfContent(bytes)
  if (content === null) throw new ApiError(422, 'document_damaged', { field: 'file' })
  if (content.locked) throw new ApiError(422, 'document_locked', { field: 'file' })
  if (content.active) throw new ApiError(422, 'document_active', { field: 'file' })
  return content.pages
}
