import { foldText } from '../text/fold-text'

/** What is wrong with a file, in a sentence that names the row and the column as the file's own program does. */
export interface TableFault {
  row: number
  column: string
  sentence: string
}

export interface TableColumn<Key extends string> {
  key: Key
  /** How its heading may read, folded: without diacritics, in lower case. */
  headings: readonly string[]
  required: boolean
}

/** Where the columns of a table stand. */
export interface FoundHeader<Key extends string> {
  /** Index of the row with the headings. */
  at: number
  places: ReadonlyMap<Key, { column: number; heading: string }>
}

/** Banks and carriers put their address, the account and the period above the table. */
const ROWS_BEFORE_HEADER = 40
/** No column of theirs says more; what is longer was not written by them. */
export const LONGEST_CELL = 1_000
const MOST_DONG = 1_000_000_000_000

/**
 * Finds the first row that has every required heading; headings in two languages (`Ngày giao dịch / Date`) count by either.
 * Out: null when there is none.
 */
export function findHeader<Key extends string>(
  rows: readonly (readonly string[])[],
  columns: readonly TableColumn<Key>[],
): FoundHeader<Key> | null {
  for (const [at, row] of rows.slice(0, ROWS_BEFORE_HEADER).entries()) {
    const places = new Map<Key, { column: number; heading: string }>()
    // The order of `columns` and of their headings says which heading counts when a table has several that would do.
    for (const { key, headings } of columns) {
      for (const wanted of headings) {
        const column = row.findIndex(
          (cell, place) =>
            namesOf(cell).includes(wanted) && ![...places.values()].some(({ column: taken }) => taken === place),
        )
        if (column === -1) continue
        places.set(key, { column, heading: tidy(row[column] ?? '').slice(0, 60) })
        break
      }
    }
    if (columns.every(({ key, required }) => !required || places.has(key))) return { at, places }
  }
  return null
}

function namesOf(cell: string): string[] {
  if (cell.length > 200) return []
  const whole = cell.replace(/\([^)]*\)/g, ' ')
  return [whole, ...whole.split(/[/\n|]/)].map((part) =>
    foldText(part)
      .replace(/[^a-z0-9& ]/g, '')
      .replace(/ +/g, ' ')
      .trim(),
  )
}

/** A cell without the blanks around and inside it. */
export function tidy(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim()
}

/**
 * An amount as banks write it: `1.250.000`, `1,250,000`, `+1 250 000 VND`, `1.250.000,00`. Out: whole đồng with its sign; null for an
 * empty cell; a word for what is none: đồng have no fractions, and what could be read in two ways is not guessed.
 */
export function readDong(cell: string): number | null | 'not_an_amount' {
  const text = tidy(cell)
    .replace(/(vnd|vnđ|đồng|đ|₫)\.?$/i, '')
    .replace(/ /g, '')
  if (text === '' || text === '-') return null
  const [, sign, digits, fraction] =
    /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)([.,]0{1,2})?$/.exec(text) ?? []
  if (digits === undefined) return 'not_an_amount'
  // 1,250,000,00 is neither of the two ways.
  if (fraction && /[.,]/.test(digits) && digits.includes(fraction[0] ?? '')) return 'not_an_amount'
  const amount = Number(digits.replace(/[.,]/g, ''))
  if (amount > MOST_DONG) return 'not_an_amount'
  return sign === '-' ? -amount : amount
}

/** A moment of a file. */
export interface ReadMoment {
  /** yyyy-mm-dd */
  day: string
  /** At +07, `00:00:00` when the file names none. */
  at: Date
}

/** `dd/mm/yyyy` or `yyyy-mm-dd` with a time or without. Out: null for what is no day of the calendar. */
export function readMoment(cell: string): ReadMoment | null {
  const text = tidy(cell)
  const [, d, m, y, time] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(.+))?$/.exec(text) ?? []
  const [, y2, m2, d2, time2] = /^(\d{4})-(\d{2})-(\d{2})(?:[ T]+(.+))?$/.exec(text) ?? []
  const day =
    y !== undefined
      ? `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`
      : y2 === undefined
        ? null
        : `${y2}-${m2}-${d2}`
  if (day === null) return null
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec((time ?? time2 ?? '0:00').replace(/(\.\d+)?Z?$/, ''))
  if (!clock) return null
  const [, hour = '', minute = '', second = '00'] = clock
  const at = new Date(`${day}T${hour.padStart(2, '0')}:${minute}:${second}+07:00`)
  const midnight = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || Number.isNaN(midnight.getTime())) return null
  return midnight.toISOString().slice(0, 10) === day ? { day, at } : null
}

/** What was in a cell, short enough to be shown in a sentence. */
export function quoted(cell: string): string {
  const text = tidy(cell).replace(/\p{Cc}/gu, '')
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}
