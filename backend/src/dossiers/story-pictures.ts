import sharp from 'sharp'
import type { CheckedFile } from '../evidence/checked-file'
import { ApiError } from '../http/api-error'

/** Widths the pages ask for. */
const WIDTHS = [640, 1_280]

/** A picture in the widths pages show it in, as WebP; narrower than the photo, or the photo's own. */
export interface DrawnPicture {
  width: number
  height: number
  variants: { width: number; bytes: Buffer }[]
}

/** Makes the variants of a checked photo. Throws ApiError 422 `story_picture_kind` for a paper. */
export async function drawPicture(file: CheckedFile): Promise<DrawnPicture> {
  const { width, height } = file
  if (file.kind !== 'photo' || width === null || height === null) {
    throw new ApiError(422, 'story_picture_kind', { field: 'file' })
  }
  const widths = WIDTHS.filter((each, at) => at === 0 || each <= width).map((each) => Math.min(each, width))
  const variants = await Promise.all(
    widths.map(async (each) => ({
      width: each,
      bytes: await sharp(file.bytes).resize({ width: each }).webp({ quality: 80 }).toBuffer(),
    })),
  )
  return { width, height, variants }
}
