import jsqr from 'jsqr'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { qrPng, qrSvg, scanPageUrl } from './qr.ts'

const CODE = '0ABCDEFGHJKMNPQR'

async function decoded(image: Buffer) {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)
}

describe('the QR of a unit', () => {
  it('holds the scan page URL in upper case when the host keeps the alphanumeric mode', () => {
    expect(scanPageUrl('https://ocop.vn', CODE)).toBe(`HTTPS://OCOP.VN/Q/${CODE}`)
    expect(scanPageUrl('http://localhost:3000', CODE)).toBe(`HTTP://LOCALHOST:3000/Q/${CODE}`)
  })

  it('holds the URL as it is when the host has a character that mode cannot carry', () => {
    expect(scanPageUrl('https://sao_lang.vn', CODE)).toBe(`https://sao_lang.vn/q/${CODE}`)
  })

  it.each(['https://ocop.vn', 'https://sao_lang.vn'])('as PNG for %s decodes to exactly that URL', async (host) => {
    const url = scanPageUrl(host, CODE)
    expect((await decoded(await qrPng(url)))?.data).toBe(url)
  })

  it('as SVG decodes to exactly that URL', async () => {
    const url = scanPageUrl('https://ocop.vn', CODE)
    const svg = await qrSvg(url)
    expect(
      (await decoded(await sharp(Buffer.from(svg)).resize(400).flatten({ background: 'white' }).png().toBuffer()))
        ?.data,
    ).toBe(url)
  })

  it('in alphanumeric mode is a version 2 symbol: 25 modules and a quiet zone of 4 on each side', async () => {
    const url = scanPageUrl('https://ocop.vn', CODE)
    expect(await qrSvg(url)).toContain('viewBox="0 0 33 33"')
    expect((await sharp(await qrPng(url)).metadata()).width).toBe(33 * 8)
    expect((await decoded(await qrPng(url)))?.chunks[0]?.type).toBe('alphanumeric')
  })

  it('has nothing in its quiet zone', async () => {
    const { data, info } = await sharp(await qrPng(scanPageUrl('https://ocop.vn', CODE)))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const quiet = 4 * 8
    const dark = [...data].filter((value, at) => {
      const [x, y] = [at % info.width, Math.floor(at / info.width)]
      const inside = x >= quiet && y >= quiet && x < info.width - quiet && y < info.height - quiet
      return !inside && value < 255
    })
    expect(dark).toEqual([])
  })
})
