import { createHash } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { TableFault } from '../bank-transfer/table-cells'
import { readTable } from '../decisions/read-table'
import { ApiError } from '../http/api-error'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type ReadCarrierFile, readCarrierFile } from './read-carrier-file'
import { settleNewLines } from './settle-carrier-lines'

/** A carrier's file as the operator sees it before it is taken over. Whole đồng. */
export interface CarrierCheck {
  name: string
  headings: string[]
  delivered: number
  refused: number
  underWay: number
  cod: number
  fees: number
  /** What the carrier should pay for it. */
  due: number
  newLines: number
  unknown: number
  known: boolean
  faults: TableFault[]
  faultCount: number
}

export interface TakenCarrierFile {
  fileId: string
  /** False when the very file was taken over before: nothing has changed then. */
  taken: boolean
  newLines: number
}

const MOST_FAULTS_SHOWN = 100

/** Says what would become of a carrier's file; changes nothing. Throws ApiError 422 for a file that is none, or an unknown carrier. */
export async function checkCarrierFile(
  container: MedusaContainer,
  { carrier, name, bytes }: { carrier: string; name: string; bytes: Uint8Array },
): Promise<CarrierCheck> {
  const read = await readFile(name, bytes)
  return await inTransaction(container, async (sql) => {
    await requireCarrier(sql, carrier)
    const known = await sql.query('SELECT 1 FROM carrier_file WHERE carrier = ? AND hash = ?', [carrier, hashOf(bytes)])
    const faults = [...read.faults, ...(await saidOtherwise(sql, carrier, read))]
    const numbers = read.parcels.map(({ trackingNo }) => trackingNo)
    const before = await sql.query(
      `SELECT 1 FROM carrier_line l JOIN jsonb_to_recordset(?::jsonb) AS r("trackingNo" text, report text)
       ON l.tracking_no = r."trackingNo" AND l.report = r.report WHERE l.carrier = ?`,
      [JSON.stringify(read.parcels), carrier],
    )
    const ours = await sql.query<{ tracking_no: string }>(
      'SELECT DISTINCT upper(tracking_no) AS tracking_no FROM parcel WHERE carrier = ? AND upper(tracking_no) = ANY(?)',
      [carrier, numbers],
    )
    const sum = (of: (parcel: (typeof read.parcels)[number]) => number) =>
      read.parcels.reduce((all, each) => all + of(each), 0)
    const cod = sum((parcel) => parcel.cod)
    const fees = sum((parcel) => parcel.fee ?? 0)
    return {
      name,
      headings: read.headings,
      delivered: read.parcels.filter(({ report }) => report === 'delivered').length,
      refused: read.parcels.filter(({ report }) => report === 'refused').length,
      underWay: read.underWay,
      cod,
      fees,
      due: cod - fees,
      newLines: read.parcels.length - before.length,
      unknown: numbers.length - ours.length,
      known: known.length > 0,
      faults: faults.slice(0, MOST_FAULTS_SHOWN),
      faultCount: faults.length,
    }
  })
}

/**
 * Takes a carrier's file over: all lines in one transaction, a parcel once in whichever files it stands, then settles each. The same file
 * again changes nothing. Throws ApiError 422 `carrier_file_faulty` with the faults when one row cannot be read or says of a known parcel
 * another amount than before; nothing is taken then.
 */
export async function takeCarrierFile(
  container: MedusaContainer,
  { carrier, name, bytes, by }: { carrier: string; name: string; bytes: Uint8Array; by: string },
): Promise<TakenCarrierFile> {
  const read = await readFile(name, bytes)
  const hash = hashOf(bytes)
  const taken = await inTransaction(container, async (sql): Promise<TakenCarrierFile> => {
    await requireCarrier(sql, carrier)
    const id = generateEntityId(undefined, 'crf')
    const made = await sql.query(
      `INSERT INTO carrier_file (id, carrier, hash, name, lines, new_lines, taken_by, taken_at) VALUES (?, ?, ?, ?, ?, 0, ?, now())
       ON CONFLICT (carrier, hash) DO NOTHING RETURNING id`,
      [id, carrier, hash, name, read.parcels.length, by],
    )
    if (made.length === 0) {
      const [known] = await sql.query<{ id: string }>('SELECT id FROM carrier_file WHERE carrier = ? AND hash = ?', [
        carrier,
        hash,
      ])
      return { fileId: known?.id ?? '', taken: false, newLines: 0 }
    }
    const rows = read.parcels.map((parcel) => ({ ...parcel, id: generateEntityId(undefined, 'crl') }))
    const lines = await sql.query(
      `INSERT INTO carrier_line (id, file_id, row_no, carrier, tracking_no, report, cod, fee, on_day, state)
       SELECT l.id, ?, l."rowNo", ?, l."trackingNo", l.report, l.cod, l.fee, l.day, 'new'
       FROM jsonb_to_recordset(?::jsonb) AS l(id text, "rowNo" integer, "trackingNo" text, report text, cod bigint, fee bigint, day text)
       ORDER BY l."trackingNo" ON CONFLICT (carrier, tracking_no, report) DO NOTHING RETURNING id`,
      [id, carrier, JSON.stringify(rows)],
    )
    // After the lines: what another file said meanwhile is seen now.
    const faults = [...read.faults, ...(await saidOtherwise(sql, carrier, read))]
    if (faults.length > 0) {
      throw new ApiError(422, 'carrier_file_faulty', {
        field: 'file',
        extra: { faults: faults.slice(0, MOST_FAULTS_SHOWN) },
      })
    }
    await sql.query('UPDATE carrier_file SET new_lines = ? WHERE id = ?', [lines.length, id])
    return { fileId: id, taken: true, newLines: lines.length }
  })
  await settleNewLines(container)
  return taken
}

/** Rows that name other money for a parcel than a file before did. */
async function saidOtherwise(sql: Sql, carrier: string, read: ReadCarrierFile): Promise<TableFault[]> {
  const known = await sql.query<{ tracking_no: string; report: string; cod: string; fee: string | null; name: string }>(
    `SELECT l.tracking_no, l.report, l.cod, l.fee, f.name FROM carrier_line l JOIN carrier_file f ON f.id = l.file_id
     WHERE l.carrier = ? AND l.tracking_no = ANY(?)`,
    [carrier, read.parcels.map(({ trackingNo }) => trackingNo)],
  )
  const byKey = new Map(known.map((line) => [`${line.report}:${line.tracking_no}`, line]))
  return read.parcels.flatMap(({ rowNo, trackingNo, report, cod, fee }) => {
    const before = byKey.get(`${report}:${trackingNo}`)
    if (!before) return []
    const sameFee = (before.fee === null ? null : toDong(before.fee)) === fee
    if (toDong(before.cod) === cod && sameFee) return []
    return [
      {
        row: rowNo,
        column: read.headings[0] ?? '',
        sentence: `Dòng ${rowNo}, cột “${read.headings[0]}”: kiện ${trackingNo} đã có trong tệp ${before.name} với số tiền khác.`,
      },
    ]
  })
}

async function requireCarrier(sql: Sql, code: string): Promise<void> {
  const found = await sql.query('SELECT 1 FROM carrier WHERE code = ? AND active', [code])
  if (found.length === 0) throw new ApiError(422, 'carrier_unknown', { field: 'carrier' })
}

async function readFile(name: string, bytes: Uint8Array): Promise<ReadCarrierFile> {
  const { rows } = await readTable(name, bytes)
  const read = readCarrierFile(rows, vietnamDay(new Date()))
  if (read === null) throw new ApiError(422, 'carrier_file_no_header', { field: 'file' })
  if (read.parcels.length === 0 && read.underWay === 0 && read.faults.length === 0) {
    throw new ApiError(422, 'bank_file_empty', { field: 'file' })
  }
  return read
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
