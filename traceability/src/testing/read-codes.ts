import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer } })

/** What ZXing reads in an image: every QR code's text. */
export async function zxingReads(image: Buffer): Promise<string[]> {
  const { data, info } = await pixels(image)
  const results = await readBarcodes(
    { data, width: info.width, height: info.height, colorSpace: 'srgb' },
    { formats: ['QRCode'], maxNumberOfSymbols: 255, tryHarder: true },
  )
  return results.map(({ text }) => text)
}

/** What jsQR reads in an image with one QR code; null when it reads none. */
export async function jsqrReads(image: Buffer): Promise<string | null> {
  const { data, info } = await pixels(image)
  return jsqr.default(data, info.width, info.height)?.data ?? null
}

async function pixels(image: Buffer) {
  const { data, info } = await sharp(image)
    .flatten({ background: 'white' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8ClampedArray(data), info }
}
