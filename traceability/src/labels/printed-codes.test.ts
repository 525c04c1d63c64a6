import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { jsqrReads, zxingReads } from '../testing/read-codes.ts'
import { LABEL_KEYS, SIGNED, sampleSheet } from '../testing/sample-sheet.ts'
import { bytesOf, unzipped } from '../testing/unzipped.ts'
import { readScanInput } from '../verify/gs1/scan-input.ts'
import { verifySignedLabel } from '../verify/signed-label.ts'
import { labelFile } from './label-file.ts'
import { type LabelSheet, labelAt, urlOf } from './label-sheet.ts'

const LABELS = 6
const HOST_OF_20 = 'https://ocop.dongthap.gov.vn'

const KINDS: Record<string, LabelSheet> = {
  'a plain label': sampleSheet({}),
  'a plain label with a GTIN': sampleSheet({ gtin: '09506000134352', origin: 'https://saolang.vn' }),
  'a signed label': sampleSheet({ signed: SIGNED, layout: { rollWidthMm: 45, rollHeightMm: 21 } }),
  'a signed label of a host of 20 characters': sampleSheet({
    origin: HOST_OF_20,
    signed: SIGNED,
    layout: { rollWidthMm: 24, rollHeightMm: 30 },
  }),
}

const PIXELS_A_MM = 14

/** Without their unit the sizes of an SVG are points to sharp, and its density then counts once. */
function drawn(svg: Buffer, pixelsAMm: number) {
  const inPoints = svg.toString().replace(/(width|height)="([0-9.]+)mm"/g, '$1="$2"')
  return sharp(Buffer.from(inPoints), { density: 72 * pixelsAMm })
}

/** What happens to a label between the file and the phone. In: SVG and millimetres of a module; out: what a camera sees. */
const DAMAGES: Record<string, (svg: Buffer, moduleMm: number) => Promise<Buffer>> = {
  nothing: (svg) => drawn(svg, PIXELS_A_MM).png().toBuffer(),
  'blur by a third of a module': (svg, moduleMm) =>
    drawn(svg, PIXELS_A_MM)
      .flatten({ background: 'white' })
      .blur(moduleMm * PIXELS_A_MM * 0.33)
      .png()
      .toBuffer(),
  'a turn by 15°': (svg) => turned(svg, 15),
  'a turn by -15°': (svg) => turned(svg, -15),
  'loss of contrast': (svg) =>
    drawn(svg, PIXELS_A_MM).flatten({ background: 'white' }).linear(0.35, 100).png().toBuffer(),
  'a print at 200 dots an inch with dot gain': printedAt200,
}

async function turned(svg: Buffer, degrees: number): Promise<Buffer> {
  const upright = await drawn(svg, PIXELS_A_MM).flatten({ background: 'white' }).png().toBuffer()
  return sharp(upright).rotate(degrees, { background: 'white' }).png().toBuffer()
}

/** Dots of 0.127 mm, black or white; then ink that spreads by a fifth of a dot; then a camera. */
async function printedAt200(svg: Buffer): Promise<Buffer> {
  const dots = await drawn(svg, 200 / 25.4)
    .flatten({ background: 'white' })
    .greyscale()
    .threshold(128)
    .png()
    .toBuffer()
  const { width = 0, height = 0 } = await sharp(dots).metadata()
  const large = await sharp(dots)
    .resize(width * 8, height * 8, { kernel: 'nearest' })
    .png()
    .toBuffer()
  const spread = await sharp(large).blur(2.4).threshold(185).png().toBuffer()
  return sharp(spread)
    .resize(width * 2, height * 2)
    .png()
    .toBuffer()
}

describe.each(Object.entries(KINDS))('%s', (_kind, sheet) => {
  it.each(Object.keys(DAMAGES))('reads with readers that are not ours after %s', async (damage) => {
    const files = unzipped(await bytesOf(labelFile(LABEL_KEYS, sheet, 0, LABELS)))
    expect(files).toHaveLength(LABELS)
    for (const [index, { content }] of files.entries()) {
      const url = urlOf(labelAt(LABEL_KEYS, sheet, index))
      const seen = (await DAMAGES[damage]?.(content, sheet.symbol.moduleMm)) ?? content
      expect(await zxingReads(seen), `label ${index}`).toEqual([url])
      // jsQR gives up on damage earlier than phones do; what it reads must be right.
      const second = await jsqrReads(seen)
      if (damage === 'nothing' || second !== null) expect(second, `label ${index}`).toBe(url)
    }
  })

  it('opens the scan page of its unit', () => {
    const label = labelAt(LABEL_KEYS, sheet, 5)
    expect(readScanInput(urlOf(label))).toMatchObject({ kind: 'unit', code: label.code, gtin: sheet.gtin })
  })

  it('has modules of 0.396 mm or more and nothing in its quiet zone of 4 modules', async () => {
    expect(sheet.symbol.moduleMm).toBeGreaterThanOrEqual(0.396)
    const [file] = unzipped(await bytesOf(labelFile(LABEL_KEYS, { ...sheet, text: NO_TEXT }, 0, 1)))
    const scale = 20
    const { data, info } = await drawn(file?.content as Buffer, scale)
      .flatten({ background: 'white' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { widthMm, moduleMm } = sheet.symbol
    const { label } = sheet.layout
    const beside = label.width - widthMm >= 12
    const left = beside ? 0 : (label.width - widthMm) / 2
    const top = beside ? (label.height - widthMm) / 2 : 0
    // The code's own text stands outside of the symbol's square; what is dark inside of it keeps four modules away.
    let [least, most] = [widthMm, 0]
    for (let at = 0; at < data.length; at += info.channels) {
      if ((data[at] as number) >= 128) continue
      const pixel = at / info.channels
      const x = ((pixel % info.width) + 0.5) / scale - left
      const y = (Math.floor(pixel / info.width) + 0.5) / scale - top
      if (x < 0 || y < 0 || x >= widthMm || y >= widthMm) continue
      least = Math.min(least, x, y)
      most = Math.max(most, x, y)
    }
    expect(least).toBeGreaterThanOrEqual(4 * moduleMm - 1 / scale)
    expect(most).toBeLessThanOrEqual(widthMm - 4 * moduleMm + 1 / scale)
    expect(most - least).toBeCloseTo((sheet.symbol.across - 8) * moduleMm, 0)
  })
})

const NO_TEXT = { productName: null, lotCode: null, packedOn: null, bestBefore: null, lines: [] }

describe('label kinds', () => {
  it('plain: version 3 at most, 15 mm; signed: version 6 with a host of 20 characters, 20 mm', () => {
    expect(KINDS['a plain label']?.symbol).toMatchObject({ version: 2 })
    expect(KINDS['a plain label with a GTIN']?.symbol).toMatchObject({ version: 3, across: 37 })
    const signed = KINDS['a signed label of a host of 20 characters']
    expect(new URL(HOST_OF_20).host).toHaveLength(20)
    expect(signed?.symbol).toMatchObject({ version: 6, across: 49 })
    expect(signed?.symbol.moduleMm).toBeCloseTo(20 / 49, 6)
  })

  it('signed for a longer host need 21 mm, and are refused at 20', () => {
    const origin = `https://${'a'.repeat(18)}.vn`
    expect(() => sampleSheet({ origin, signed: SIGNED })).toThrow(
      'symbolMm: 20 mm makes modules of 0.377 mm, and GS1 asks for 0.396 mm. This label needs 21 mm',
    )
    expect(sampleSheet({ origin, signed: SIGNED, symbolMm: 21 }).symbol.version).toBe(7)
  })

  it('signed say what was frozen in the sheet, for whoever has the published keys', () => {
    const label = labelAt(LABEL_KEYS, KINDS['a signed label'] as LabelSheet, 3)
    expect(verifySignedLabel(urlOf(label), LABEL_KEYS.signer.keys)).toEqual({
      ok: true,
      label: { ...SIGNED, code: label.code },
      host: 'saolang.vn',
    })
  })

  it('as PNG are whole dots a module and say their size in dots a metre', async () => {
    const sheet = sampleSheet({ format: 'png-symbols', dpi: 300 })
    const [file] = unzipped(await bytesOf(labelFile(LABEL_KEYS, sheet, 7, 8)))
    const meta = await sharp(file?.content).metadata()
    expect([meta.width, meta.height, Math.round(meta.density ?? 0)]).toEqual([33 * 5, 33 * 5, 300])
    const url = urlOf(labelAt(LABEL_KEYS, sheet, 7))
    expect(await zxingReads(file?.content as Buffer)).toEqual([url])
    expect(await jsqrReads(file?.content as Buffer)).toBe(url)
  })

  it('on a whole sheet all read, each once and in its place', async () => {
    const sheet = sampleSheet({ format: 'svg-sheets', layout: { sheet: 'a4-65', cropMarks: true } })
    const [file] = unzipped(await bytesOf(labelFile(LABEL_KEYS, sheet, 0, 65)))
    const page = await drawn(file?.content as Buffer, 300 / 25.4)
      .png()
      .toBuffer()
    const wanted = Array.from({ length: 65 }, (_, index) => urlOf(labelAt(LABEL_KEYS, sheet, index)))
    expect((await zxingReads(page)).sort()).toEqual(wanted.sort())
  })
})
