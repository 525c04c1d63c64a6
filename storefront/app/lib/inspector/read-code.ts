import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** What the browser's own reader looks like (Shape Detection API), where there is one. */
interface BarcodeDetectorLike {
  detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]>
}
type BarcodeDetectorClass = new (options: { formats: string[] }) => BarcodeDetectorLike

const OWN_FORMATS = ['qr_code', 'data_matrix', 'ean_13', 'ean_8', 'code_128']
const LARGEST_SIDE = 1_600

let reader: Promise<(image: ImageData) => Promise<string | null>> | undefined

/** Fetches the reader ahead of its use, so that it is there without a network. Out: what else it is made of. */
export async function warmCodeReader(): Promise<string[]> {
  await import('zxing-wasm/reader')
  return [new URL(wasmUrl, location.href).href]
}

/**
 * Reads the first code in a picture or a frame of the camera: by the browser's own reader where it has one, else by ZXing.
 * Out: its text, or null when none is readable.
 */
export async function readCode(source: ImageBitmap | HTMLVideoElement): Promise<string | null> {
  const Own = (globalThis as { BarcodeDetector?: BarcodeDetectorClass }).BarcodeDetector
  if (Own) {
    const found = await new Own({ formats: OWN_FORMATS }).detect(source).catch(() => [])
    if (found[0]) return found[0].rawValue
  }
  const image = pixelsOf(source)
  if (image === null) return null
  reader ??= zxingReader()
  return (await reader)(image)
}

async function zxingReader() {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })
  return async (image: ImageData) => {
    const results = await readBarcodes(image, {
      formats: ['QRCode', 'DataMatrix', 'EAN13', 'EAN8', 'Code128'],
      maxNumberOfSymbols: 1,
      tryHarder: true,
    })
    return results[0]?.text ?? null
  }
}

function pixelsOf(source: ImageBitmap | HTMLVideoElement): ImageData | null {
  const [width, height] =
    source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height]
  if (width === 0 || height === 0) return null
  const scale = Math.min(1, LARGEST_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** A photo brought to at most 1,600 pixels a side, as JPEG without metadata: what waits on the phone stays small. */
export async function smallPhoto(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, LARGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.85)
  })
}
