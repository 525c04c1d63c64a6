import { createHash } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { readTable } from '../decisions/read-table'
import { ApiError } from '../http/api-error'
import { inTransaction } from '../money/in-transaction'
import { contentCodesIn, displayNosIn } from './content-code'
import { matchNewLines } from './match-line'
import { type ReadStatement, readStatement } from './read-statement'
import type { TableFault } from './table-cells'

/** A statement as the operator sees it before it is taken over. Whole đồng. */
export interface StatementCheck {
  name: string
  headings: string[]
  lines: number
  total: number
  /** Lines that no file before had; those that name a code or an order. */
  newLines: number
  named: number
  outgoing: number
  /** The very file was taken over before. */
  known: boolean
  faults: TableFault[]
  faultCount: number
}

const MOST_FAULTS_SHOWN = 100

/** Reads a statement and says what would become of it; changes nothing. Throws ApiError 422 for a file that is no statement. */
export async function checkStatement(
  container: MedusaContainer,
  name: string,
  bytes: Uint8Array,
): Promise<StatementCheck> {
  const read = await readFile(name, bytes)
  return await inTransaction(container, async (sql) => {
    const known = await sql.query('SELECT 1 FROM bank_file WHERE hash = ?', [hashOf(bytes)])
    const before = await sql.query<{ line_key: string }>('SELECT line_key FROM bank_line WHERE line_key = ANY(?)', [
      read.lines.map(({ key }) => key),
    ])
    return {
      name,
      headings: read.headings,
      lines: read.lines.length,
      total: read.lines.reduce((sum, { amount }) => sum + amount, 0),
      newLines: read.lines.length - before.length,
      named: read.lines.filter(({ content }) => contentCodesIn(content).length + displayNosIn(content).length > 0)
        .length,
      outgoing: read.outgoing,
      known: known.length > 0,
      faults: read.faults.slice(0, MOST_FAULTS_SHOWN),
      faultCount: read.faults.length,
    }
  })
}

/** What became of a statement that was handed in. */
export interface TakenStatement {
  fileId: string
  /** False when the very file was taken over before: nothing has changed then. */
  taken: boolean
  newLines: number
}

/**
 * Takes a statement over: all of its lines in one transaction, each line once in whichever files it stands, and matches them. The same
 * file again, or another of the same days, changes nothing that is known.
 * Throws ApiError 422 `bank_file_faulty` with the faults when a single row cannot be read; nothing is taken then.
 */
export async function takeStatement(
  container: MedusaContainer,
  { name, bytes, by }: { name: string; bytes: Uint8Array; by: string },
): Promise<TakenStatement> {
  const read = await readFile(name, bytes)
  if (read.faults.length > 0) {
    throw new ApiError(422, 'bank_file_faulty', {
      field: 'file',
      extra: { faults: read.faults.slice(0, MOST_FAULTS_SHOWN) },
    })
  }
  const hash = hashOf(bytes)
  const taken = await inTransaction(container, async (sql): Promise<TakenStatement> => {
    const id = generateEntityId(undefined, 'bkf')
    const made = await sql.query(
      `INSERT INTO bank_file (id, hash, name, lines, new_lines, taken_by, taken_at) VALUES (?, ?, ?, ?, 0, ?, now())
       ON CONFLICT (hash) DO NOTHING RETURNING id`,
      [id, hash, name, read.lines.length, by],
    )
    if (made.length === 0) {
      const [known] = await sql.query<{ id: string }>('SELECT id FROM bank_file WHERE hash = ?', [hash])
      return { fileId: known?.id ?? '', taken: false, newLines: 0 }
    }
    const rows = read.lines.map((line) => ({ ...line, id: generateEntityId(undefined, 'bkl') }))
    // In the order of keys: two overlapping files at once wait for each other instead of locking each other out.
    const lines = await sql.query(
      `INSERT INTO bank_line (id, file_id, row_no, line_key, at, amount, content, bank_reference, state)
       SELECT l.id, ?, l."rowNo", l.key, l.at, l.amount, l.content, l.reference, 'new'
       FROM jsonb_to_recordset(?::jsonb) AS l(id text, "rowNo" integer, key text, at timestamptz, amount bigint, content text, reference text)
       ORDER BY l.key ON CONFLICT (line_key) DO NOTHING RETURNING id`,
      [id, JSON.stringify(rows)],
    )
    await sql.query('UPDATE bank_file SET new_lines = ? WHERE id = ?', [lines.length, id])
    return { fileId: id, taken: true, newLines: lines.length }
  })
  await matchNewLines(container)
  return taken
}

async function readFile(name: string, bytes: Uint8Array): Promise<ReadStatement> {
  const { rows } = await readTable(name, bytes)
  const read = readStatement(rows, vietnamDay(new Date()))
  if (read === null) throw new ApiError(422, 'bank_file_no_header', { field: 'file' })
  if (read.lines.length === 0 && read.outgoing === 0 && read.faults.length === 0) {
    throw new ApiError(422, 'bank_file_empty', { field: 'file' })
  }
  return read
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
