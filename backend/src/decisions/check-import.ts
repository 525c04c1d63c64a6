import { type CertifiedStar, isDay, type Rubric } from '@sao-lang/traceability/verify/rating'
import type { ErrorCode } from '../http/messages'
import { SECTORS } from '../modules/listing/sectors'
import type { DecisionLevel, ImportFault, ImportRowDraft } from '../modules/recognition/rows'
import { SECTOR_LABELS } from '../search/sector-labels'
import { tonedWords } from '../search/vietnamese-words'
import { foldText } from '../text/fold-text'
import { type AuthorityPlaces, authorityFits } from './authority-name'
import { classOfPoints, type DecisionRuleBook, mayDecide, rubricNamed, sectorOfRubricSet } from './decision-rules'
import { IMPORT_COLUMNS, type ImportCells, type ImportColumn, placesOfColumns } from './import-columns'

/** A product of ours that a row may be about. */
export interface ListedProduct {
  id: string
  producerId: string | null
}

/** What rows are judged by. */
export interface ImportQuestion {
  today: string
  book: DecisionRuleBook
  /** Province of the official; null for the ministry. */
  provinceCode: string | null
  /** Codes by folded name, units dissolved in 2025 included. */
  provinces: ReadonlyMap<string, string>
  places: AuthorityPlaces
  /** Names of results on record by `decisionKey`. */
  onRecord: ReadonlyMap<string, ReadonlySet<string>>
  /** Products of ours by `resultKey`. */
  listed: ReadonlyMap<string, ListedProduct>
  /** Products of ours by programme code, as earlier recognitions name them. */
  coded: ReadonlyMap<string, ListedProduct>
  sample: boolean
}

/** A decision as one knows it: numbers begin anew every year. */
export function decisionKey(number: string, authority: string, date: string): string {
  return [number, authority, date.slice(0, 4)].join('\n')
}

/** A product of a holder, however its name is spelt: `HTX Hoà Bình` is `Hợp tác xã Hòa Bình`. */
export function resultKey(productName: string, producerName: string): string {
  const long = producerName.replace(/\bHTX\b/gi, 'Hợp tác xã').replace(/\bTHT\b/gi, 'Tổ hợp tác')
  return [tonedWords(productName).join(' '), tonedWords(long).join(' ')].join('\n')
}

/** Cells of the rows below the header; null when the header lacks a column. Rows without any text are passed over. */
export function cellsOfRows(rows: readonly (readonly string[])[]): { rowNo: number; cells: ImportCells }[] | null {
  const places = placesOfColumns(rows[0] ?? [])
  if (places === null) return null
  return rows.slice(1).flatMap((row, at) => {
    if (row.every((cell) => cell.trim() === '')) return []
    const cells = Object.fromEntries(
      IMPORT_COLUMNS.map(({ key }) => [key, tidy(row[places.get(key) ?? -1] ?? '')]),
    ) as ImportCells
    return [{ rowNo: at + 2, cells }]
  })
}

/** Judges every row on its own, against the rows before it and against the record. */
export function checkImport(
  rows: readonly { rowNo: number; cells: ImportCells }[],
  given: ImportQuestion,
): ImportRowDraft[] {
  const question = { ...given, book: rememberedDays(given.book) }
  const decisions = new Map<string, string>()
  const results = new Set<string>()
  return rows.map(({ rowNo, cells }) => {
    const { faults, result } = checkRow(cells, question)
    const base = { row_no: rowNo, cells: { ...cells }, product_id: null }
    if (result === null) return { ...base, faults, outcome: 'faulty', result: null }
    const { decision, recognition } = result
    const key = decisionKey(decision.number, decision.authority, decision.date)
    const name = resultKey(recognition.product_name, recognition.producer_name ?? '')
    const face = [decision.date, decision.level, decision.legal_basis].join('\n')
    if ((decisions.get(key) ?? face) !== face) faults.push({ column: 'number', code: 'row_number_two_dates' })
    decisions.set(key, decisions.get(key) ?? face)
    if (results.has(`${key}\n${name}`)) faults.push({ column: 'product_name', code: 'row_twice' })
    results.add(`${key}\n${name}`)
    const recorded = question.onRecord.get(key)
    if (recorded && !recorded.has(name)) faults.push({ column: 'number', code: 'row_number_used' })
    if (faults.length > 0) return { ...base, faults, outcome: 'faulty', result: null }
    if (recorded) return { ...base, faults, outcome: 'known', result: null }
    const code = recognition.product_code ?? ''
    const listed = question.coded.get(code) ?? question.listed.get(name) ?? null
    return {
      ...base,
      faults,
      outcome: 'new',
      result: { decision, recognition: { ...recognition, producer_id: listed?.producerId ?? null } },
      product_id: listed?.id ?? null,
    }
  })
}

/** The book with the rules of a day looked up once: a file has thousands of rows of few days. */
function rememberedDays(book: DecisionRuleBook): DecisionRuleBook {
  const days = new Map<string, ReturnType<DecisionRuleBook['on']>>()
  return {
    on: (day) => {
      const known = days.get(day) ?? book.on(day)
      days.set(day, known)
      return known
    },
  }
}

function checkRow(cells: ImportCells, question: ImportQuestion): Pick<ImportRowDraft, 'faults' | 'result'> {
  const faults: ImportFault[] = []
  const fault = (column: ImportColumn, code: ErrorCode): null => {
    if (!faults.some((each) => each.column === column)) faults.push({ column, code })
    return null
  }
  for (const { key, needed, most } of IMPORT_COLUMNS) {
    if (needed && cells[key] === '') fault(key, 'cell_empty')
    else if (cells[key].length > most) fault(key, 'cell_too_long')
  }
  const given = <T>(column: ImportColumn, read: (text: string) => T | null, code: ErrorCode): T | null =>
    cells[column] === '' ? null : (read(cells[column]) ?? fault(column, code))

  const date = given('date', readDay, 'cell_day')
  const validFrom = given('valid_from', readDay, 'cell_day') ?? date
  const validTo = given('valid_to', readDay, 'cell_day')
  const level = given('level', readLevel, 'cell_level')
  const stars = given('stars', readStars, 'cell_stars')
  const points = given('points', readPoints, 'cell_points')
  const setNo = given('set_no', readSet, 'cell_set')
  const province = given('province', (text) => readProvince(text, question), 'cell_province')
  const sector = given('sector', readSector, 'cell_sector')
  const { book, today } = question

  if (date !== null && date > today) fault('date', 'cell_day_future')
  if (date !== null && validFrom !== null && validFrom < date) fault('valid_from', 'cell_start_before_decision')
  if (validFrom !== null && validTo !== null && validTo < validFrom) fault('valid_to', 'cell_expiry_before_date')
  if (province !== null && question.provinceCode !== null && province !== question.provinceCode) {
    fault('province', 'cell_province_outside')
  }
  if (level !== null && cells.authority !== '' && !authorityFits(cells.authority, level, question.places)) {
    fault('authority', 'cell_authority')
  }
  if (date !== null && level !== null && stars !== null) {
    const rules = book.on(date)
    if (!rules.has('authority')) fault('date', 'decision_day_without_rules')
    else if (!mayDecide(rules.authority, level, stars)) fault('level', 'cell_level_not_authorised')
  }
  const rubric = date === null ? null : rubricOf(cells.rubric_version, date, book)
  if (date !== null && rubric === null) fault('rubric_version', 'cell_rubric')
  if (points !== null && stars !== null && rubric !== null && classOfPoints(rubric.bands, points) < stars) {
    fault('points', 'cell_points_stars')
  }
  const complete = date && validFrom && validTo && level && stars && province && rubric
  if (faults.length > 0 || !complete) return { faults, result: null }
  return {
    faults,
    result: {
      decision: {
        number: cells.number,
        date,
        authority: cells.authority,
        level,
        province_code: level === 'central' ? null : province,
        legal_basis: cells.legal_basis === '' ? null : cells.legal_basis,
        source: null,
        sample: question.sample,
      },
      recognition: {
        product_id: null,
        product_name: cells.product_name,
        product_code: cells.product_code === '' ? null : cells.product_code,
        producer_name: cells.producer_name,
        province_code: province,
        sector: sector ?? sectorOfRubricSet(book.on(date).taxonomies, rubric.version, setNo),
        set_no: setNo,
        stars,
        points,
        rubric_version: rubric.version,
        valid_from: validFrom,
        valid_to: validTo,
        sample: question.sample,
      },
    },
  }
}

/** The rubric a cell names, or the one in force on the day when it names none. */
function rubricOf(text: string, date: string, book: DecisionRuleBook): Rubric | null {
  return rubricNamed(book, date, text.replace(/^(qđ|qd|quyết định)\s*/i, '').replace(/\/QĐ-TTg/i, ''))
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** `25/12/2024`, `25-12-2024`, `25.12.2024` or `2024-12-25`. */
export function readDay(text: string): string | null {
  const turned = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const iso = turned
    ? `${turned[3]}-${(turned[2] ?? '').padStart(2, '0')}-${(turned[1] ?? '').padStart(2, '0')}`
    : text.slice(0, 10)
  return isDay(iso) && (turned || /^\d{4}-\d{2}-\d{2}(T00:00.*)?$/.test(text)) ? iso : null
}

const LEVELS: Readonly<Record<string, DecisionLevel>> = {
  huyen: 'district',
  'cap huyen': 'district',
  district: 'district',
  tinh: 'province',
  'cap tinh': 'province',
  province: 'province',
  'trung uong': 'central',
  'cap trung uong': 'central',
  tw: 'central',
  bo: 'central',
  central: 'central',
}

function readLevel(text: string): DecisionLevel | null {
  return LEVELS[foldText(text)] ?? null
}

function readStars(text: string): CertifiedStar | null {
  const [, digit] = /^([345])(?:[.,]0+)?\s*(?:sao|stars?|\*)?$/i.exec(text) ?? []
  return digit === undefined ? null : (Number(digit) as CertifiedStar)
}

function readPoints(text: string): number | null {
  const value = Number(text.replace(',', '.'))
  return /^\d/.test(text) && value >= 0 && value <= 100 ? value : null
}

function readSet(text: string): number | null {
  const value = Number(text)
  return Number.isInteger(value) && value >= 1 && value <= 26 ? value : null
}

function readSector(text: string): string | null {
  const folded = foldText(text)
  return SECTORS.find((sector) => sector === folded || foldText(SECTOR_LABELS[sector].vi) === folded) ?? null
}

function readProvince(text: string, { provinces }: ImportQuestion): string | null {
  const folded = foldText(text)
  return provinces.get(folded) ?? provinces.get(folded.replace(/^(tinh|thanh pho|tp\.?) /, '')) ?? null
}
