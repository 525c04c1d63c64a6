import type { ClientBase } from 'pg'
import type { LabelSheet } from '../labels/label-sheet.ts'
import type { Database } from './database.ts'
import { nextNumber } from './number-ranges.ts'
import { uuidV7 } from './uuid-v7.ts'

export interface LabelSheetRecord {
  sheetNo: string
  batchNo: number
  sheet: LabelSheet
}

export async function insertLabelSheet(client: ClientBase, partyNo: number, sheet: LabelSheet): Promise<string> {
  const sheetNo = uuidV7()
  await client.query(
    'insert into trace.label_sheet (party_no, sheet_no, batch_no, body, made_at) values ($1, $2, $3, $4, $5)',
    [partyNo, sheetNo, sheet.batch.batchNo, JSON.stringify(sheet), sheet.madeAt],
  )
  return sheetNo
}

export async function findLabelSheet(db: Database, partyNo: number, sheetNo: string): Promise<LabelSheetRecord | null> {
  const { rows } = await db.query<SheetRow>(
    'select sheet_no, batch_no, body from trace.label_sheet where party_no = $1 and sheet_no = $2',
    [partyNo, sheetNo],
  )
  return rows[0] ? sheetRecord(rows[0]) : null
}

/** Newest first, 100 at most. */
export async function labelSheetsOfBatch(db: Database, partyNo: number, batchNo: number): Promise<LabelSheetRecord[]> {
  const { rows } = await db.query<SheetRow>(
    `select sheet_no, batch_no, body from trace.label_sheet where party_no = $1 and batch_no = $2
      order by made_at desc, sheet_no desc limit 100`,
    [partyNo, batchNo],
  )
  return rows.map(sheetRecord)
}

/** The short number of a product, given now if it has none; the same for ever. */
export async function productNoOf(client: ClientBase, partyNo: number, productRef: string): Promise<number> {
  const known = await knownProductNo(client, productRef)
  if (known !== null) return known
  const productNo = await nextNumber(client, 'product')
  await client.query(
    `insert into trace.product_number (product_no, product_ref, party_no) values ($1, $2, $3)
     on conflict (product_ref) do nothing`,
    [productNo, productRef, partyNo],
  )
  const given = await knownProductNo(client, productRef)
  if (given === null) throw new Error('a product number that was given is not to be found')
  return given
}

export interface ProductNumber {
  productNo: number
  productRef: string
}

/** Numbered products after a number, in order. */
export async function productNumbers(db: Database, after: number, limit: number): Promise<ProductNumber[]> {
  const { rows } = await db.query<{ product_no: number; product_ref: string }>(
    'select product_no, product_ref from trace.product_number where product_no > $1 order by product_no limit $2',
    [after, limit],
  )
  return rows.map((row) => ({ productNo: row.product_no, productRef: row.product_ref }))
}

async function knownProductNo(client: ClientBase, productRef: string): Promise<number | null> {
  const { rows } = await client.query<{ product_no: number }>(
    'select product_no from trace.product_number where product_ref = $1',
    [productRef],
  )
  return rows[0]?.product_no ?? null
}

interface SheetRow {
  sheet_no: string
  batch_no: number
  body: LabelSheet
}

function sheetRecord(row: SheetRow): LabelSheetRecord {
  return { sheetNo: row.sheet_no, batchNo: row.batch_no, sheet: row.body }
}
