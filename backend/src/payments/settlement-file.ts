import { parse } from 'csv-parse/sync'
import { ApiError } from '../http/api-error'

/** One line of a gateway's settlement file. */
export interface SettledLine {
  what: 'receipt' | 'refund'
  reference: string
  /** Whole đồng, above 0. */
  amount: number
}

const COLUMNS = {
  reference: ['vnp_txnref', 'txnref', 'mã đơn hàng', 'mã tham chiếu'],
  amount: ['vnp_amount', 'amount', 'số tiền'],
  type: ['type', 'loại', 'loại giao dịch'],
} as const
const REFUND_WORDS = ['refund', '02', '03', 'hoàn', 'hoàn tiền', 'hoàn trả']
const MOST_LINES = 20_000

/**
 * Reads a settlement file: CSV with a heading, commas or semicolons; columns `TxnRef` (mã đơn hàng), `Amount` (số tiền, whole đồng,
 * dots between thousands allowed) and, where there are refunds, `Type` (loại). Other columns are left alone.
 * Throws ApiError 400 `settlement_file_wrong` naming the line at fault; nothing is kept then.
 */
export function readSettlementFile(text: string): SettledLine[] {
  const rows = readRows(text)
  const [heading, ...lines] = rows
  const names = (heading ?? []).map((name) => name.trim().toLowerCase())
  const column = (known: readonly string[]) => names.findIndex((name) => known.includes(name))
  const reference = column(COLUMNS.reference)
  const amount = column(COLUMNS.amount)
  const type = column(COLUMNS.type)
  if (reference < 0 || amount < 0 || lines.length > MOST_LINES) throw wrongLine(1)
  return lines.map((line, index) => {
    const value = (line[amount] ?? '').trim()
    const plain = /^\d{1,3}([.,]\d{3})+$/.test(value) ? value.replace(/[.,]/g, '') : value
    const code = (line[reference] ?? '').trim()
    const dong = Number(plain)
    if (!/^\d{1,13}$/.test(plain) || dong === 0 || !/^[A-Za-z0-9]{1,100}$/.test(code)) throw wrongLine(index + 2)
    const isRefund = REFUND_WORDS.includes((line[type] ?? '').trim().toLowerCase())
    return { what: isRefund ? 'refund' : 'receipt', reference: code, amount: dong }
  })
}

function readRows(text: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter: [',', ';', '\t'], skip_empty_lines: true, relax_column_count: true })
  } catch {
    throw wrongLine(1)
  }
}

function wrongLine(line: number): ApiError {
  return new ApiError(400, 'settlement_file_wrong', { field: 'content', extra: { line } })
}
