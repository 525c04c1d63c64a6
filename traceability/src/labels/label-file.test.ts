import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import jsqr from 'jsqr'
import { describe, expect, it } from 'vitest'
import { unitCode } from '../identifiers/unit-codes.ts'
import { zxingReads } from '../testing/read-codes.ts'
import { LABEL_KEYS, SIGNED, sampleSheet } from '../testing/sample-sheet.ts'
import { bytesOf, unzipped } from '../testing/unzipped.ts'
import { formatUnitCode } from '../verify/unit-code-text.ts'
import { csvField } from './label-csv.ts'
import { labelFile } from './label-file.ts'
import { fileTag, type LabelSheet, labelAt, urlOf } from './label-sheet.ts'
import { placeOnPage } from './page-layouts.ts'

const file = (sheet: LabelSheet, from?: number, to?: number) => bytesOf(labelFile(LABEL_KEYS, sheet, from, to))
const POINTS_A_MM = 72 / 25.4

/** RFC 4180, read on its own: rows of fields. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}

describe('the parts of a print sheet', () => {
  it('of lists, joined, are the whole: for any split', async () => {
    for (const format of ['csv', 'urls'] as const) {
      const sheet = sampleSheet({ format, from: 100, to: 400 })
      const whole = await file(sheet)
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 101, max: 399 }), { maxLength: 6 }), async (cuts) => {
          const edges = [100, ...cuts.sort((a, b) => a - b), 400]
          const parts: Buffer[] = []
          for (const [i, from] of edges.slice(0, -1).entries()) parts.push(await file(sheet, from, edges[i + 1]))
          expect(Buffer.concat(parts).equals(whole)).toBe(true)
        }),
        { numRuns: 15 },
      )
    }
  })

  it('of archives hold together the files of the whole, for any split', async () => {
    const sheet = sampleSheet({ from: 5, to: 25 })
    const whole = unzipped(await file(sheet))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 6, max: 24 }), async (cut) => {
        const parts = [...unzipped(await file(sheet, 5, cut)), ...unzipped(await file(sheet, cut, 25))]
        expect(parts).toEqual(whole)
      }),
      { numRuns: 8 },
    )
  })

  it.each(['pdf', 'svg-sheets', 'svg-labels', 'png-symbols', 'csv', 'urls'] as const)(
    'made twice is the same to the byte: %s',
    async (format) => {
      const sheet = sampleSheet({
        format,
        signed: SIGNED,
        layout: { sheet: 'a4-72-cut', cropMarks: true },
        symbolMm: 20.8,
        dpi: format === 'png-symbols' ? 300 : null,
      })
      const first = await file(sheet, 90, 170)
      // As stored and read back, and at another time.
      expect((await file(JSON.parse(JSON.stringify(sheet)), 90, 170)).equals(first)).toBe(true)
      expect(fileTag(sheet, 90, 170)).toBe(fileTag(JSON.parse(JSON.stringify(sheet)), 90, 170))
      expect(fileTag(sheet, 90, 170)).not.toBe(fileTag(sheet, 90, 171))
    },
  )

  it('tell how far they are', async () => {
    const seen: [number, number][] = []
    await bytesOf(labelFile(LABEL_KEYS, sampleSheet({ format: 'csv' }), 10, 13, (...at) => seen.push(at)))
    expect(seen).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  it('are made only as fast as they are read', async () => {
    let made = 0
    const stream = labelFile(LABEL_KEYS, sampleSheet({ format: 'csv' }), 0, 1_000_000, (done) => {
      made = done
    })
    stream.read(0)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(made).toBeGreaterThan(0)
    expect(made).toBeLessThan(2_000)
    stream.destroy()
  })

  it.each([
    ['csv', -1, 10, 'from: the sheet has labels 0 to 999999'],
    ['csv', 1_000_000, 1_000_001, 'from: the sheet has labels'],
    ['csv', 10, 10, 'to: must be more than 10 and at most 1000000'],
    ['csv', 10, 1_000_001, 'to: must be more than 10'],
    ['csv', 0.5, 10, 'from'],
    ['svg-labels', 0, 50_001, 'to: one svg-labels file holds at most 50000 labels; ask for it in parts'],
    ['pdf', 0, 50_001, 'ask for it in parts'],
  ] as const)('of %s from %d to %d are refused', (format, from, to, message) => {
    expect(() => labelFile(LABEL_KEYS, sampleSheet({ format }), from, to)).toThrow(message)
  })
})

describe('the list for label printers', () => {
  it('reads back whatever stands in the texts, and no text is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', 'ồ', '@') }),
        async (lot, line) => {
          const sheet = sampleSheet({
            format: 'csv',
            text: {
              productName: 'Sen',
              lotCode: lot.replaceAll('\ud800', ''),
              packedOn: null,
              bestBefore: null,
              lines: [line],
            },
          })
          const [head, row] = csvRows((await file(sheet, 0, 1)).toString().replace(/^\uFEFF/, ''))
          expect(head?.slice(0, 4)).toEqual(['index', 'code', 'code_grouped', 'url'])
          const fields = [row?.[5], row?.[8]]
          for (const [i, text] of [sheet.text.lotCode ?? '', line].entries()) {
            const formula = /^[=+\-@\t\r]/.test(text)
            expect(fields[i]).toBe(Buffer.from(formula ? `'${text}` : text).toString())
          }
        },
      ),
      { numRuns: 200 },
    )
    expect(csvField('=SUM(A1)')).toBe("'=SUM(A1)")
    expect(csvField('a "b", c')).toBe('"a ""b"", c"')
  })

  it('has one line a label with its index, code and address', async () => {
    const rows = csvRows((await file(sampleSheet({ format: 'csv', signed: SIGNED }), 40, 43)).toString())
    expect(rows.map((row) => row[0])).toEqual(['40', '41', '42'])
    for (const row of rows) {
      expect(row[1]).toBe(unitCode(LABEL_KEYS.ring, sampleSheet().batch, Number(row[0])))
      expect(row[2]).toBe(formatUnitCode(row[1] ?? ''))
      expect(row[3]).toMatch(/^HTTPS:\/\/SAOLANG\.VN\/Q\/[0-9]{199}$/)
    }
  })
})

/** Content streams and the ToUnicode maps of a PDF, inflated. */
function pdfStreams(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/Length (\d+)[^>]*?\/FlateDecode\n>>\nstream\n/g)].map((match) => {
    const at = match.index + match[0].length
    return inflateSync(pdf.subarray(at, at + Number(match[1]))).toString('latin1')
  })
}

describe('the PDF', () => {
  const sheet = sampleSheet({ format: 'pdf', layout: { sheet: 'a4-65', cropMarks: true } })

  it('has a page for each 65 labels, of A4', async () => {
    const text = (await file(sheet, 0, 131)).toString('latin1')
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(3)
    expect(text).toMatch(/\/MediaBox \[0 0 595\.27\d* 841\.88\d*\]/)
  })

  it('as roll labels has a page of its size for each label', async () => {
    const text = (await file(sampleSheet({ format: 'pdf' }), 0, 5)).toString('latin1')
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(5)
    expect(text).toMatch(/\/MediaBox \[0 0 113\.38\d* 45\.35\d*\]/)
  })

  it('draws each label in its place at its size, and its symbol reads', async () => {
    const pages = pdfStreams(await file(sheet, 0, 65)).filter((stream) => stream.includes(' re\n'))
    expect(pages).toHaveLength(1)
    const drawn = [
      ...(pages[0] ?? '').matchAll(
        /q 1 0 0 1 (\S+) (\S+) cm\nq (\S+) 0 0 \S+ (\S+) (\S+) cm\n((?:\d+ \d+ \d+ 1 re\n)+)f Q/g,
      ),
    ]
    expect(drawn).toHaveLength(65)
    for (const [index, [, x, y, scale, , , rectangles = '']] of drawn.entries()) {
      const place = placeOnPage(sheet.layout, index)
      expect(Number(x)).toBeCloseTo(place.x * POINTS_A_MM, 3)
      expect(Number(y)).toBeCloseTo(place.y * POINTS_A_MM, 3)
      expect(Number(scale)).toBeCloseTo(sheet.symbol.moduleMm * POINTS_A_MM, 3)
      const side = sheet.symbol.across * 4
      const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
      for (const [, left = 0, top = 0, length = 0] of rectangles.matchAll(/(\d+) (\d+) (\d+) 1 re/g)) {
        for (let px = Number(left) * 4; px < (Number(left) + Number(length)) * 4; px++) {
          for (let py = Number(top) * 4; py < Number(top) * 4 + 4; py++)
            pixels.fill(0, (py * side + px) * 4, (py * side + px) * 4 + 3)
        }
      }
      expect(jsqr.default(pixels, side, side)?.data).toBe(urlOf(labelAt(LABEL_KEYS, sheet, index)))
    }
  })

  it('writes the code in groups, the product, the lot and the days as text, and no star', async () => {
    const streams = pdfStreams(await file(sheet, 0, 2))
    const maps = streams.filter((stream) => stream.includes('begincmap')).map(unicodeMap)
    const content = streams.find((stream) => stream.includes(' re\n')) ?? ''
    const shown = [...content.matchAll(/<([0-9a-f]+)> Tj/g)].map(([, hex = '']) =>
      maps.map((map) => (hex.match(/.{4}/g) ?? []).map((glyph) => map.get(glyph) ?? '').join('')),
    )
    const all = shown.map((candidates) => candidates.join('|')).join('\n')
    const [first = '', second = '', third = '', fourth = ''] = formatUnitCode(labelAt(LABEL_KEYS, sheet, 0).code).split(
      '-',
    )
    for (const words of [
      'Khô cá sặc rằn Tam',
      'Lô: HS261015',
      'HSD: 15/10/2027',
      'NĐG: 15/10/2026',
      `${first}-${second}`,
      `${third}-${fourth}`,
    ]) {
      expect(all).toContain(words)
    }
    expect(all).not.toMatch(/[★*]|sao/i)
  })

  it('prints codes that read, when a PDF renderer is here', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'label-pdf-'))
    try {
      const pdf = join(folder, 'a.pdf')
      writeFileSync(pdf, await file(sheet, 0, 65))
      const page = renderedPage(pdf, join(folder, 'page'))
      if (!page) {
        console.log('NOTE no PDF renderer (pdftoppm or gs) is installed: the PDF was checked by its structure alone')
        return
      }
      const wanted = Array.from({ length: 65 }, (_, index) => urlOf(labelAt(LABEL_KEYS, sheet, index)))
      expect((await zxingReads(page)).sort()).toEqual(wanted.sort())
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

function unicodeMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>()
  for (const [, start = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    for (const [i, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries()) {
      const glyph = (Number.parseInt(start, 16) + i).toString(16).padStart(4, '0')
      map.set(glyph, String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))))
    }
  }
  return map
}

function renderedPage(pdf: string, target: string): Buffer | null {
  const tools: [string, string[], string][] = [
    ['pdftoppm', ['-png', '-r', '300', '-f', '1', '-l', '1', '-singlefile', pdf, target], `${target}.png`],
    [
      'gs',
      ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=pnggray', '-r300', `-sOutputFile=${target}.png`, pdf],
      `${target}.png`,
    ],
  ]
  for (const [tool, args, result] of tools) {
    try {
      execFileSync(tool, args, { stdio: 'ignore', timeout: 60_000 })
      return readFileSync(result)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
  return null
}
