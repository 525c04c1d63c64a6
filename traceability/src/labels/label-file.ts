import { Readable } from 'node:stream'
import { InputError } from '../storage/input-error.ts'
import { CSV_HEAD, csvLine } from './label-csv.ts'
import { type LabelFace, labelFace } from './label-face.ts'
import { labelPdf } from './label-pdf.ts'
import {
  type Label,
  type LabelKeys,
  type LabelSheet,
  labelAt,
  matrixOf,
  type SheetFormat,
  urlOf,
} from './label-sheet.ts'
import { labelSvg, sheetSvg } from './label-svg.ts'
import { labelsAPage } from './page-layouts.ts'
import { symbolPng } from './symbol-png.ts'
import { turns } from './turns.ts'
import { MOST_FILES_IN_ZIP, ZipArchive } from './zip-archive.ts'

interface Format {
  contentType: string
  extension: string
  /** Labels of a part unless told otherwise, and the most that one file may have. */
  partSize: number
  most: number
}

const LINES = { partSize: 100_000, most: Number.POSITIVE_INFINITY }
export const FORMATS: Readonly<Record<SheetFormat, Format>> = {
  pdf: { contentType: 'application/pdf', extension: 'pdf', partSize: 10_000, most: 50_000 },
  'svg-sheets': { contentType: 'application/zip', extension: 'zip', partSize: 10_000, most: MOST_FILES_IN_ZIP },
  'svg-labels': { contentType: 'application/zip', extension: 'zip', partSize: 10_000, most: MOST_FILES_IN_ZIP },
  'png-symbols': { contentType: 'application/zip', extension: 'zip', partSize: 10_000, most: MOST_FILES_IN_ZIP },
  csv: { contentType: 'text/csv; charset=utf-8', extension: 'csv', ...LINES },
  urls: { contentType: 'text/plain; charset=utf-8', extension: 'txt', ...LINES },
}

const CHUNK_BYTES = 32_768

/**
 * Labels `from` (included) to `to` (excluded) of a sheet as one file. Made while it is read: memory stays flat, nothing is
 * made for a reader who is slow or gone. The same sheet and range give the same bytes, always. For CSV and plain lists,
 * files of neighbouring ranges joined are the file of the whole range; the others are whole files each.
 * Throws InputError when the range is outside of the sheet or too large for one file of the format.
 */
export function labelFile(
  keys: LabelKeys,
  sheet: LabelSheet,
  from = sheet.from,
  to = sheet.to,
  onProgress: (done: number, size: number) => void = () => undefined,
): Readable {
  checkRange(sheet, from, to)
  return Readable.from(chunks(keys, sheet, from, to, onProgress), { objectMode: false, highWaterMark: CHUNK_BYTES })
}

export function checkRange(sheet: LabelSheet, from: number, to: number): void {
  const { most } = FORMATS[sheet.format]
  if (!Number.isInteger(from) || from < sheet.from || from >= sheet.to) {
    throw new InputError('from', `from: the sheet has labels ${sheet.from} to ${sheet.to - 1}`)
  }
  if (!Number.isInteger(to) || to <= from || to > sheet.to) {
    throw new InputError('to', `to: must be more than ${from} and at most ${sheet.to}`)
  }
  if (to - from > most) {
    throw new InputError('to', `to: one ${sheet.format} file holds at most ${most} labels; ask for it in parts`)
  }
}

async function* chunks(
  keys: LabelKeys,
  sheet: LabelSheet,
  from: number,
  to: number,
  onProgress: (done: number, size: number) => void,
): AsyncGenerator<Buffer> {
  const turn = turns()
  function* labels(): Generator<Label> {
    for (let index = from; index < to; index++) {
      yield labelAt(keys, sheet, index)
      onProgress(index + 1 - from, to - from)
    }
  }
  let begun = false
  for await (const chunk of made(sheet, from, labels(), turn)) {
    yield chunk
    // The reader gets the first bytes before fonts are read and more is made.
    if (!begun) await new Promise((resolve) => setImmediate(resolve))
    begun = true
  }
}

function made(
  sheet: LabelSheet,
  from: number,
  labels: Iterable<Label>,
  turn: () => Promise<void>,
): AsyncGenerator<Buffer> {
  if (sheet.format === 'csv' || sheet.format === 'urls') return lines(sheet, from, labels, turn)
  const face = () => labelFace(sheet.layout.label, sheet.symbol.widthMm, sheet.text)
  return sheet.format === 'pdf' ? labelPdf(sheet, face, labels, turn) : archive(sheet, face(), from, labels, turn)
}

async function* lines(
  sheet: LabelSheet,
  from: number,
  labels: Iterable<Label>,
  turn: () => Promise<void>,
): AsyncGenerator<Buffer> {
  const csv = sheet.format === 'csv'
  const lineOf = csv ? csvLine(sheet) : (label: Label) => `${urlOf(label)}\r\n`
  let text = csv && from === sheet.from ? CSV_HEAD : ''
  for (const label of labels) {
    text += lineOf(label)
    if (text.length >= CHUNK_BYTES) {
      yield Buffer.from(text)
      text = ''
    }
    await turn()
  }
  if (text !== '') yield Buffer.from(text)
}

async function* archive(
  sheet: LabelSheet,
  face: LabelFace,
  from: number,
  labels: Iterable<Label>,
  turn: () => Promise<void>,
): AsyncGenerator<Buffer> {
  const zip = new ZipArchive(zipTime(sheet.madeAt))
  // The first file leaves at once: a reader sees that something comes.
  let waiting = CHUNK_BYTES
  for (const { name, content } of files(sheet, face, from, labels)) {
    zip.add(name, content, { compress: sheet.format !== 'png-symbols' })
    waiting += content.length
    if (waiting >= CHUNK_BYTES) {
      yield zip.take()
      waiting = 0
    }
    await turn()
  }
  zip.end()
  yield zip.take()
}

function* files(
  sheet: LabelSheet,
  face: LabelFace,
  from: number,
  labels: Iterable<Label>,
): Generator<{ name: string; content: Buffer }> {
  if (sheet.format === 'svg-sheets') {
    const draw = sheetSvg(sheet, face)
    let first = from
    for (const page of pages(labels, labelsAPage(sheet.layout))) {
      const name = `to-${indexText(first)}-${indexText(first + page.length - 1)}.svg`
      yield { name, content: Buffer.from(draw(page)) }
      first += page.length
    }
    return
  }
  const draw = sheet.format === 'svg-labels' ? labelSvg(sheet, face) : null
  const dots = Math.round((sheet.symbol.moduleMm * (sheet.dpi ?? 0)) / 25.4)
  for (const label of labels) {
    const name = `tem-${indexText(label.index)}-${label.code}`
    if (draw) yield { name: `${name}.svg`, content: Buffer.from(draw(label)) }
    else yield { name: `${name}.png`, content: symbolPng(matrixOf(label), dots, sheet.dpi ?? 0) }
  }
}

function* pages(labels: Iterable<Label>, size: number): Generator<Label[]> {
  let page: Label[] = []
  for (const label of labels) {
    page.push(label)
    if (page.length < size) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

function indexText(index: number): string {
  return String(index).padStart(7, '0')
}

/** ZIP has local times: these digits are written whatever the machine's time zone. Vietnam's, as people read them. */
function zipTime(madeAt: string): Date {
  const local = new Date(Date.parse(madeAt) + 7 * 3_600_000)
  return new Date(
    local.getUTCFullYear(),
    local.getUTCMonth(),
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
    local.getUTCSeconds(),
  )
}
