import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Download } from '@playwright/test'
import { unzipSync } from 'fflate'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })

/** Pixels a CSS pixel: a photo of the page, not a drawing of it. */
const SHARPNESS = 2

/** The first page of a downloaded ZIP of SVG pages, as a picture that a browser draws. Out: PNG. */
export async function firstPageOf(browser: Browser, download: Download): Promise<Buffer> {
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
  const [svg] = Object.values(files)
  if (!svg) throw new Error('the downloaded archive is empty')
  const page = await browser.newPage({ deviceScaleFactor: SHARPNESS, viewport: { width: 800, height: 1130 } })
  try {
    await page.setContent(`<body style="margin:0">${Buffer.from(svg).toString('utf8')}</body>`)
    return await page.locator('svg').screenshot()
  } finally {
    await page.close()
  }
}

/** The addresses in all QR symbols of a picture, read by ZXing, which is not what drew them. */
export async function scannedAddresses(picture: Buffer): Promise<string[]> {
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], maxNumberOfSymbols: 255 })
  return found.map(({ text }) => text)
}
