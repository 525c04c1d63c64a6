import type { MedusaContainer } from '@medusajs/framework/types'
import type { CarrierLineState, CarrierProblem, CarrierReport } from '../modules/remittance/states'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'

/** A carrier's file as the operator sees it. Whole đồng. */
export interface CarrierFileView {
  id: string
  carrier: string
  carrierName: string
  name: string
  lines: number
  newLines: number
  cod: number
  fees: number
  /** What the carrier should pay for its new lines. */
  due: number
  remitted: number | null
  remittedOn: string | null
  bankReference: string | null
  takenAt: string
  open: number
}

/** What a carrier said of a parcel. */
export interface CarrierLineView {
  id: string
  carrierName: string
  trackingNo: string
  report: CarrierReport
  cod: number
  expected: number | null
  fee: number | null
  onDay: string
  orderNo: string | null
  state: CarrierLineState
  problem: CarrierProblem | null
  fileName: string
  rowNo: number
  note: string | null
}

/** Carriers in use, by name. */
export async function readCarriers(
  container: MedusaContainer,
): Promise<{ code: string; name: string; jointInspection: boolean }[]> {
  const rows = await inTransaction(container, (sql) =>
    sql.query<{ code: string; name: string; joint_inspection: boolean }>(
      'SELECT code, name, joint_inspection FROM carrier WHERE active ORDER BY name',
    ),
  )
  return rows.map(({ code, name, joint_inspection }) => ({ code, name, jointInspection: joint_inspection }))
}

/** Carriers' files, newest first. */
export async function readCarrierFiles(
  container: MedusaContainer,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ files: CarrierFileView[]; count: number }> {
  return await inTransaction(container, async (sql) => {
    const [counted] = await sql.query<{ count: number }>('SELECT count(*)::int AS count FROM carrier_file')
    const rows = await sql.query<{
      id: string
      carrier: string
      carrier_name: string
      name: string
      lines: number
      new_lines: number
      cod: string
      fees: string
      remitted: string | null
      remitted_on: string | null
      bank_reference: string | null
      taken_at: Date
      open: number
    }>(
      `SELECT f.id, f.carrier, c.name AS carrier_name, f.name, f.lines, f.new_lines, f.remitted, f.remitted_on, f.bank_reference,
         f.taken_at, coalesce(sum(l.cod), 0)::text AS cod, coalesce(sum(l.fee), 0)::text AS fees,
         (count(*) FILTER (WHERE l.state IN ('new', 'open')))::int AS open
       FROM carrier_file f JOIN carrier c ON c.code = f.carrier LEFT JOIN carrier_line l ON l.file_id = f.id
       GROUP BY f.id, c.name ORDER BY f.taken_at DESC, f.id DESC LIMIT ? OFFSET ?`,
      [limit, offset],
    )
    const files = rows.map((row) => {
      const [cod, fees] = [toDong(row.cod), toDong(row.fees)]
      return {
        id: row.id,
        carrier: row.carrier,
        carrierName: row.carrier_name,
        name: row.name,
        lines: row.lines,
        newLines: row.new_lines,
        cod,
        fees,
        due: cod - fees,
        remitted: row.remitted === null ? null : toDong(row.remitted),
        remittedOn: row.remitted_on,
        bankReference: row.bank_reference,
        takenAt: new Date(row.taken_at).toISOString(),
        open: row.open,
      }
    })
    return { files, count: counted?.count ?? 0 }
  })
}

const STATES = { open: `l.state IN ('new', 'open')`, settled: `l.state IN ('settled', 'closed')`, all: 'true' }

/** What carriers said, newest first. */
export async function readCarrierLines(
  container: MedusaContainer,
  { state, limit, offset }: { state: keyof typeof STATES; limit: number; offset: number },
): Promise<{ lines: CarrierLineView[]; count: number }> {
  return await inTransaction(container, async (sql) => {
    const [counted] = await sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM carrier_line l WHERE ${STATES[state]}`,
    )
    const rows = await sql.query<{
      id: string
      carrier_name: string
      tracking_no: string
      report: CarrierReport
      cod: string
      expected: string | null
      fee: string | null
      on_day: string
      order_no: string | null
      state: CarrierLineState
      problem: CarrierProblem | null
      file_name: string
      row_no: number
      note: string | null
    }>(
      `SELECT l.id, c.name AS carrier_name, l.tracking_no, l.report, l.cod, l.expected, l.fee, l.on_day,
         g.display_no || '/' || o.position AS order_no, l.state, l.problem, f.name AS file_name, l.row_no, l.note
       FROM carrier_line l JOIN carrier_file f ON f.id = l.file_id JOIN carrier c ON c.code = l.carrier
       LEFT JOIN seller_order o ON o.order_id = l.order_id LEFT JOIN order_group g ON g.id = o.group_id
       WHERE ${STATES[state]} ORDER BY l.id DESC LIMIT ? OFFSET ?`,
      [limit, offset],
    )
    const lines = rows.map((row) => ({
      id: row.id,
      carrierName: row.carrier_name,
      trackingNo: row.tracking_no,
      report: row.report,
      cod: toDong(row.cod),
      expected: row.expected === null ? null : toDong(row.expected),
      fee: row.fee === null ? null : toDong(row.fee),
      onDay: row.on_day,
      orderNo: row.order_no,
      state: row.state,
      problem: row.problem,
      fileName: row.file_name,
      rowNo: row.row_no,
      note: row.note,
    }))
    return { lines, count: counted?.count ?? 0 }
  })
}
