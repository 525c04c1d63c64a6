import { createHash } from 'node:crypto'
import type { Picture } from '@sao-lang/traceability/verify'
import sharp from 'sharp'
import { CANVAS } from './contour-field.ts'
import type { FileStore } from './file-store.ts'

/** Widths of every picture, pixels; heights follow 4:3. */
export const WIDTHS = [320, 640, 1280] as const
const FORMATS = ['avif', 'webp'] as const
/** Part of every file's name: raise it when the encoders or their settings change. */
const RECIPE = 'r1'

export interface Drawing {
  /** Such as `hat-sen-say-1`. */
  name: string
  svg: string
  /** What the picture shows, in Vietnamese. */
  alt: string
}

/**
 * Keeps one drawing as AVIF and WebP in every width and says where. File names carry a hash of the drawing, so what is
 * there already is not made again and may be cached for ever. Out: the picture as docs/contracts.md has it, and how many
 * files had to be made. Throws when the store cannot be written.
 */
export async function renderPicture(store: FileStore, drawing: Drawing): Promise<{ picture: Picture; made: number }> {
  const hash = createHash('sha256').update(RECIPE).update(drawing.svg).digest('hex').slice(0, 12)
  const files = WIDTHS.flatMap((width) =>
    FORMATS.map((format) => ({ path: `san-pham/${drawing.name}-${hash}-${width}.${format}`, format, width })),
  )
  const missing: typeof files = []
  for (const file of files) if (!(await store.has(file.path))) missing.push(file)
  if (missing.length > 0) {
    const { data, info } = await sharp(Buffer.from(drawing.svg))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (const file of missing) {
      const resized = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).resize(
        file.width,
      )
      // Flat drawings stay clean at these settings; a higher effort costs tenfold the time for a fifth of the bytes.
      const encoded =
        file.format === 'avif' ? resized.avif({ quality: 50, effort: 0 }) : resized.webp({ quality: 80, effort: 2 })
      await store.put(file.path, await encoded.toBuffer(), `image/${file.format}`)
    }
  }
  return {
    picture: { alt: drawing.alt, width: CANVAS.width, height: CANVAS.height, variants: files },
    made: missing.length,
  }
}

/** Renders many drawings, two at a time. Out: pictures in the order given, and how many files had to be made. */
export async function renderPictures(
  store: FileStore,
  drawings: readonly Drawing[],
): Promise<{ pictures: Picture[]; made: number }> {
  sharp.concurrency(1)
  const pictures: Picture[] = []
  let made = 0
  let next = 0
  const worker = async () => {
    for (let at = next++; at < drawings.length; at = next++) {
      const drawing = drawings[at]
      if (!drawing) return
      const rendered = await renderPicture(store, drawing)
      pictures[at] = rendered.picture
      made += rendered.made
    }
  }
  await Promise.all([worker(), worker()])
  return { pictures, made }
}
