import type { MedusaContainer } from '@medusajs/framework/types'
import type { BankLineState } from '../modules/remittance/states'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'
import { FOUR_EYES_ABOVE } from './match-line'

/** Money of a statement as the operator sees it. Whole đồng; moments ISO 8601. */
export interface BankLineView {
  id: string
  at: string
  amount: number
  content: string
  bankReference: string | null
  state: BankLineState
  fileName: string
  rowNo: number
  groupNo: string | null
  groupTotal: number | null
  /** The order another operator chose, when two must agree. */
  proposedNo: string | null
  proposedBy: string | null
  needsTwo: boolean
  note: string | null
  settledAt: string | null
}

export interface BankFileView {
  id: string
  name: string
  lines: number
  newLines: number
  takenAt: string
  open: number
}

const OPEN = `('new', 'unmatched', 'wrong_amount')`
const STATES = { open: `l.state IN ${OPEN}`, settled: `l.state NOT IN ${OPEN}`, all: 'true' }

interface LineRow {
  id: string
  at: Date
  amount: string
  content: string
  bank_reference: string | null
  state: BankLineState
  file_name: string
  row_no: number
  group_no: string | null
  group_total: string | null
  proposed_no: string | null
  proposed_by: string | null
  note: string | null
  settled_at: Date | null
}

/** Lines, those that wait longest first; settled ones newest first. */
export async function readBankLines(
  container: MedusaContainer,
  { state, limit, offset }: { state: keyof typeof STATES; limit: number; offset: number },
): Promise<{ lines: BankLineView[]; count: number }> {
  return await inTransaction(container, async (sql) => {
    const [counted] = await sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM bank_line l WHERE ${STATES[state]}`,
    )
    const rows = await sql.query<LineRow>(
      `SELECT l.id, l.at, l.amount, l.content, l.bank_reference, l.state, f.name AS file_name, l.row_no, g.display_no AS group_no,
         g.total AS group_total, p.display_no AS proposed_no, l.proposed_by, l.note, l.settled_at
       FROM bank_line l JOIN bank_file f ON f.id = l.file_id LEFT JOIN order_group g ON g.id = l.group_id
       LEFT JOIN order_group p ON p.id = l.proposed_group_id
       WHERE ${STATES[state]} ORDER BY l.at ${state === 'open' ? 'ASC' : 'DESC'}, l.id LIMIT ? OFFSET ?`,
      [limit, offset],
    )
    return { lines: rows.map(lineView), count: counted?.count ?? 0 }
  })
}

function lineView(row: LineRow): BankLineView {
  const amount = toDong(row.amount)
  return {
    id: row.id,
    at: new Date(row.at).toISOString(),
    amount,
    content: row.content,
    bankReference: row.bank_reference,
    state: row.state,
    fileName: row.file_name,
    rowNo: row.row_no,
    groupNo: row.group_no,
    groupTotal: row.group_total === null ? null : toDong(row.group_total),
    proposedNo: row.proposed_no,
    proposedBy: row.proposed_by,
    needsTwo: amount > FOUR_EYES_ABOVE,
    note: row.note,
    settledAt: row.settled_at === null ? null : new Date(row.settled_at).toISOString(),
  }
}

/** Statements that were taken over, newest first. */
export async function readBankFiles(
  container: MedusaContainer,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ files: BankFileView[]; count: number }> {
  return await inTransaction(container, async (sql) => {
    const [counted] = await sql.query<{ count: number }>('SELECT count(*)::int AS count FROM bank_file')
    const rows = await sql.query<{
      id: string
      name: string
      lines: number
      new_lines: number
      taken_at: Date
      open: number
    }>(
      `SELECT f.id, f.name, f.lines, f.new_lines, f.taken_at,
         (SELECT count(*)::int FROM bank_line l WHERE l.file_id = f.id AND l.state IN ${OPEN}) AS open
       FROM bank_file f ORDER BY f.taken_at DESC, f.id DESC LIMIT ? OFFSET ?`,
      [limit, offset],
    )
    const files = rows.map((row) => ({
      id: row.id,
      name: row.name,
      lines: row.lines,
      newLines: row.new_lines,
      takenAt: new Date(row.taken_at).toISOString(),
      open: row.open,
    }))
    return { files, count: counted?.count ?? 0 }
  })
}
