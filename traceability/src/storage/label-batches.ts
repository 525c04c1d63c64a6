import type { ClientBase } from 'pg'
import { type Database, onlyRow, type Pooler, type Reader, statement } from './database.ts'
import { nextNumber } from './number-ranges.ts'

/** A label batch as stored; never changes after it is issued, so it may be cached for ever. */
export interface LabelBatchRecord {
  batchNo: number
  partyNo: number
  productRef: string
  lotNo: string | null
  size: number
  epoch: number
  /** `issued`: its labels are not active before they are commissioned. */
  startsAs: 'active' | 'issued'
  /** Its labels carry a hidden scratch code. */
  scratch: boolean
  /** UTC, ISO 8601. */
  issuedAt: string
}

/** What is printed on the labels of a batch; days are yyyy-mm-dd at +07. */
export interface PrintedData {
  /** 14 digits. */
  gtin: string | null
  packedOn: string | null
  bestBefore: string | null
  printedLines: string[]
}

/** A batch as its party sees it. */
export interface PartyBatch extends LabelBatchRecord, PrintedData {
  lotRef: string | null
  lotCode: string | null
}

/** Stores a batch. When its product has a GTIN by now, the printed address is its Digital Link. */
export async function insertLabelBatch(
  client: ClientBase,
  batch: Omit<LabelBatchRecord, 'batchNo' | 'issuedAt'>,
  printed: Omit<PrintedData, 'gtin'>,
  issuedAt: Date,
): Promise<LabelBatchRecord> {
  const batchNo = await nextNumber(client, 'label_batch')
  const { rows } = await client.query<{ issued_at: Date }>(
    `insert into trace.label_batch
       (batch_no, party_no, product_ref, lot_no, size, epoch, starts_as, scratch, packed_on, best_before,
        printed_lines, issued_at, gtin)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
       (select gtin from trace.gtin
         where party_no = $2 and product_ref = $3 and since <= now() order by since desc, gtin desc limit 1))
     returning issued_at`,
    [
      batchNo,
      batch.partyNo,
      batch.productRef,
      batch.lotNo,
      batch.size,
      batch.epoch,
      batch.startsAs,
      batch.scratch,
      printed.packedOn,
      printed.bestBefore,
      printed.printedLines,
      issuedAt,
    ],
  )
  return { ...batch, batchNo, issuedAt: onlyRow({ rows }).issued_at.toISOString() }
}

/** The directory look-up batch → party: the one statement of the scan path that cannot name the party yet. */
export const FIND_LABEL_BATCH = `select batch_no, party_no, product_ref, lot_no, size, epoch, issued_at, starts_as, scratch
   from trace.label_batch where batch_no = $1`

export async function findLabelBatch(db: Reader, pooler: Pooler, batchNo: number): Promise<LabelBatchRecord | null> {
  const query = statement(pooler, 'find_label_batch', FIND_LABEL_BATCH, [batchNo])
  const { rows } = await db.query<LabelBatchRow>(query)
  return rows[0] ? toRecord(rows[0]) : null
}

interface LabelBatchRow {
  batch_no: number
  party_no: number
  product_ref: string
  lot_no: string | null
  size: number
  epoch: number
  issued_at: Date
  starts_as: 'active' | 'issued'
  scratch: boolean
}

function toRecord(row: LabelBatchRow): LabelBatchRecord {
  return {
    batchNo: row.batch_no,
    partyNo: row.party_no,
    productRef: row.product_ref,
    lotNo: row.lot_no,
    size: row.size,
    epoch: row.epoch,
    startsAs: row.starts_as,
    scratch: row.scratch,
    issuedAt: row.issued_at.toISOString(),
  }
}

/** $1 party, $2 product or null, $3 batch numbers below, $4 limit, $5 one batch or null. Days the batch has none of are its lot's. */
const PARTY_BATCHES = `select b.batch_no, b.party_no, b.product_ref, b.lot_no, b.size, b.epoch, b.issued_at,
    b.starts_as, b.scratch, b.gtin,
    coalesce(b.packed_on, l.packed_on)::text as packed_on, coalesce(b.best_before, l.best_before)::text as best_before,
    b.printed_lines, l.lot_ref, l.lot_code
  from trace.label_batch b left join trace.lot l on l.party_no = b.party_no and l.lot_no = b.lot_no
 where b.party_no = $1 and ($2::text is null or b.product_ref = $2) and b.batch_no < $3
   and ($5::int4 is null or b.batch_no = $5)
 order by b.batch_no desc limit $4`

/** Label batches of a party, newest first. In: the number to come after (exclusive), or null. */
export async function partyBatches(
  db: Database,
  partyNo: number,
  page: { productRef: string | null; before: number | null; limit: number; batchNo?: number },
): Promise<PartyBatch[]> {
  interface Row extends LabelBatchRow {
    gtin: string | null
    packed_on: string | null
    best_before: string | null
    printed_lines: string[]
    lot_ref: string | null
    lot_code: string | null
  }
  const values = [partyNo, page.productRef, page.before ?? 2 ** 31 - 1, page.limit, page.batchNo ?? null]
  const { rows } = await db.query<Row>(PARTY_BATCHES, values)
  return rows.map((row) => ({
    ...toRecord(row),
    gtin: row.gtin,
    packedOn: row.packed_on,
    bestBefore: row.best_before,
    printedLines: row.printed_lines,
    lotRef: row.lot_ref,
    lotCode: row.lot_code,
  }))
}
