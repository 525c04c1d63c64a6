import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'

/** The cells of a workbook's first sheet, row by row, as texts. */
export function cellsOf(workbook: Uint8Array): string[][] {
  const files = unzipSync(workbook)
  const part = (name: string) => (files[name] ? strFromU8(files[name]) : '')
  const textsIn = (xml: string) => [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join('')
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, xml]) =>
    textsIn(xml ?? ''),
  )
  const rows = [...part('xl/worksheets/sheet1.xml').matchAll(/<row[^>]*>([\s\S]*?)<\/row>/g)]
  return rows.map(([, row]) =>
    [...(row ?? '').matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, attributes, cell = '']) => {
      const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1]
      if (value === undefined) return textsIn(cell)
      return /t="s"/.test(attributes ?? '') ? (shared[Number(value)] ?? '') : value
    }),
  )
}

/** All words of a PDF in the order in which they were drawn, by way of its fonts' tables to Unicode (ISO 32000-1, 9.10.3). */
export function wordsOf(pdf: Uint8Array): string {
  const objects = new Map<string, { head: string; body: string }>()
  const source = Buffer.from(pdf).toString('latin1')
  for (const [, id, object] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', ...rest] = (object ?? '').split(/\nstream\n/)
    const packed = Buffer.from(rest.join('\nstream\n').replace(/\nendstream$/, ''), 'latin1')
    const body = packed.length > 0 && head.includes('/FlateDecode') ? inflateSync(packed).toString('latin1') : ''
    objects.set(id ?? '', { head, body })
  }
  const tables = new Map<string, Map<number, string>>()
  for (const { head } of objects.values()) {
    for (const [, name, font] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font ?? '')?.head ?? '')?.[1]
      tables.set(name ?? '', lettersOf(objects.get(table ?? '')?.body ?? ''))
    }
  }
  let words = ''
  for (const { body } of objects.values()) {
    if (!/\bBT\b/.test(body)) continue
    let table = new Map<number, string>()
    for (const [, font, hex] of body.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|\bET\b/gi)) {
      if (font !== undefined) table = tables.get(font) ?? table
      else if (hex === undefined) words += '\n'
      else words += (hex.match(/.{4}/g) ?? []).map((code) => table.get(Number.parseInt(code, 16)) ?? '').join('')
    }
  }
  return words
}

function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>()
  for (const [, first, list] of table.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)) {
    for (const [at, [, hex = '']] of [...(list ?? '').matchAll(/<([0-9a-f\s]+)>/gi)].entries()) {
      const units = hex.replace(/\s/g, '').match(/.{4}/g) ?? []
      letters.set(
        Number.parseInt(first ?? '0', 16) + at,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      )
    }
  }
  return letters
}
