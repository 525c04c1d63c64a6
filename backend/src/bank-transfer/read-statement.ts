import { createHash } from 'node:crypto'
import { foldText } from '../text/fold-text'
import {
  findHeader,
  LONGEST_CELL,
  quoted,
  readDong,
  readMoment,
  type TableColumn,
  type TableFault,
  tidy,
} from './table-cells'

type StatementKey = 'at' | 'credit' | 'debit' | 'amount' | 'content' | 'reference'

const COLUMNS: readonly TableColumn<StatementKey>[] = [
  {
    key: 'at',
    headings: [
      'ngay giao dich',
      'thoi gian giao dich',
      'ngay gio giao dich',
      'ngay gd',
      'transaction date',
      'tnx date',
      'date and time',
      'thoi gian',
      'ngay hieu luc',
      'ngay hach toan',
      'ngay',
      'date',
    ],
    required: true,
  },
  {
    key: 'credit',
    headings: [
      'so tien ghi co',
      'ghi co',
      'phat sinh co',
      'ps co',
      'so tien co',
      'tien vao',
      'thu',
      'credit amount',
      'credit',
      'co',
    ],
    required: false,
  },
  {
    key: 'debit',
    headings: [
      'so tien ghi no',
      'ghi no',
      'phat sinh no',
      'ps no',
      'so tien no',
      'tien ra',
      'chi',
      'debit amount',
      'debit',
      'no',
    ],
    required: false,
  },
  { key: 'amount', headings: ['so tien giao dich', 'so tien gd', 'so tien', 'amount'], required: false },
  {
    key: 'content',
    headings: [
      'noi dung giao dich',
      'noi dung chuyen khoan',
      'noi dung chi tiet',
      'noi dung',
      'dien giai',
      'mo ta giao dich',
      'mo ta',
      'chi tiet giao dich',
      'transaction detail',
      'transaction details',
      'description',
      'details',
      'remark',
      'remarks',
    ],
    required: true,
  },
  {
    key: 'reference',
    headings: [
      'so tham chieu',
      'ma tham chieu',
      'so but toan',
      'ma giao dich',
      'so giao dich',
      'ma gd',
      'so gd',
      'so chung tu',
      'so ct',
      'transaction id',
      'transaction no',
      'reference',
      'reference no',
      'ref no',
      'doc no',
    ],
    required: false,
  },
]

/** Money that came in, as a statement tells it. */
export interface StatementLine {
  rowNo: number
  at: Date
  amount: number
  content: string
  reference: string | null
  /** The same line has the same key in every file. */
  key: string
}

/** A statement read: its lines, or why it cannot be taken over. */
export interface ReadStatement {
  /** Headings that were understood, as the file writes them. */
  headings: string[]
  lines: StatementLine[]
  /** Rows of money that went out: they are not ours to match. */
  outgoing: number
  faults: TableFault[]
}

/** Rows below a table that sum it up begin with one of these, and name no day. */
const SUMMARY = /^(tong|cong|so du|total|balance|opening|closing|ket thuc|nguoi lap|ngay in|in tai|chu ky|ghi chu)\b/

/**
 * Reads a bank statement in any of the layouts banks in Vietnam give out: by its headings, wherever they stand. In: the table as texts
 * and today at +07 (yyyy-mm-dd). Out: null when there is no row with headings for a day, an amount and a content.
 * A row that cannot be read for sure is a fault, never passed over: a file with faults is not taken at all.
 */
export function readStatement(rows: readonly (readonly string[])[], today: string): ReadStatement | null {
  const header = findHeader(rows, COLUMNS)
  if (!header || !(header.places.has('credit') || header.places.has('amount'))) return null
  const { places } = header
  const read: ReadStatement = {
    headings: [...places.values()].map(({ heading }) => heading),
    lines: [],
    outgoing: 0,
    faults: [],
  }
  const seen = new Map<string, number>()
  for (const [index, row] of rows.slice(header.at + 1).entries()) {
    const rowNo = header.at + 2 + index
    if (row.every((cell) => tidy(cell) === '')) continue
    const cell = (key: StatementKey) => row[places.get(key)?.column ?? -1] ?? ''
    const fault = (key: StatementKey, sentence: (heading: string) => string) => {
      const column = places.get(key)?.heading ?? key
      read.faults.push({ row: rowNo, column, sentence: `Dòng ${rowNo}, cột “${column}”: ${sentence(column)}` })
    }
    if (tidy(cell('at')) === '' && isSummary(row)) continue
    const long = COLUMNS.find(({ key }) => places.has(key) && cell(key).length > LONGEST_CELL)
    if (long) {
      fault(long.key, () => `ô này dài quá ${LONGEST_CELL} ký tự.`)
      continue
    }
    const moment = readMoment(cell('at'))
    if (moment === null) {
      if (isRepeatedHeader(row, places)) continue
      fault('at', () => `${quoted(cell('at'))} không phải ngày dạng dd/mm/yyyy.`)
      continue
    }
    if (moment.day > today) {
      fault('at', () => `${quoted(cell('at'))} là ngày chưa tới.`)
      continue
    }
    const amountKey = places.has('credit') ? 'credit' : 'amount'
    const credit = readDong(cell(amountKey))
    const debit = places.has('debit') ? readDong(cell('debit')) : null
    if (credit === 'not_an_amount') {
      fault(amountKey, () => `${quoted(cell(amountKey))} không phải số tiền đồng.`)
      continue
    }
    if (debit === 'not_an_amount') {
      fault('debit', () => `${quoted(cell('debit'))} không phải số tiền đồng.`)
      continue
    }
    const incoming = credit !== null && credit > 0
    const outgoing = (debit !== null && debit !== 0) || (credit !== null && credit < 0)
    if (incoming && outgoing) {
      fault(amountKey, () => 'dòng này vừa có tiền vào vừa có tiền ra.')
      continue
    }
    if (outgoing) {
      read.outgoing += 1
      continue
    }
    if (!incoming) {
      if (credit === null && debit === null) fault(amountKey, () => 'ô này trống nên không biết số tiền.')
      continue
    }
    const content = tidy(cell('content'))
    const reference = tidy(cell('reference')) || null
    const same = JSON.stringify([moment.day, credit, squeezed(content), squeezed(reference ?? '')])
    const nth = (seen.get(same) ?? 0) + 1
    seen.set(same, nth)
    const key = createHash('sha256').update(`${same}#${nth}`).digest('hex')
    read.lines.push({ rowNo, at: moment.at, amount: credit, content, reference, key })
  }
  return read
}

function isSummary(row: readonly string[]): boolean {
  return row.some((cell) => SUMMARY.test(foldText(cell)))
}

/** Long statements repeat their headings on every page. */
function isRepeatedHeader(
  row: readonly string[],
  places: ReadonlyMap<StatementKey, { column: number; heading: string }>,
): boolean {
  return [...places.values()].every(({ column, heading }) => tidy(row[column] ?? '').slice(0, 60) === heading)
}

/** Banks print the same content with other blanks and letters from one export to the next. */
function squeezed(text: string): string {
  return foldText(text).replace(/[^a-z0-9]/g, '')
}
