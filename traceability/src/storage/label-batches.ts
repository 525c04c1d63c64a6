import type { ClientBase } from 'pg'
import { onlyRow, type Pooler, type Reader, statement } from './database.ts'
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

export async function insertLabelBatch(
  client: ClientBase,
  batch: Omit<LabelBatchRecord, 'batchNo' | 'issuedAt'>,
): Promise<LabelBatchRecord> {
  const batchNo = await nextNumber(client, 'label_batch')
  const { rows } = await client.query<{ issued_at: Date }>(
    `insert into trace.label_batch (batch_no, party_no, product_ref, lot_no, size, epoch, starts_as, scratch)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning issued_at`,
    [batchNo, batch.partyNo, batch.productRef, batch.lotNo, batch.size, batch.epoch, batch.startsAs, batch.scratch],
  )
  return { ...batch, batchNo, issuedAt: onlyRow({ rows }).issued_at.toISOString() }
}

/** The directory look-up batch → party: the one statement of the scan path that cannot name the party yet. */
export const FIND_LABEL_BATCH = `select batch_no, party_no, product_ref, lot_no, size, epoch, issued_at, starts_as, scratch
   from trace.label_batch where batch_no = $1`

export async function findLabelBatch(db: Reader, pooler: Pooler, batchNo: number): Promise<LabelBatchRecord | null> {
  const { rows } = await db.query<{
    batch_no: number
    party_no: number
    product_ref: string
    lot_no: string | null
    size: number
    epoch: number
    issued_at: Date
    starts_as: 'active' | 'issued'
    scratch: boolean
  }>(statement(pooler, 'find_label_batch', FIND_LABEL_BATCH, [batchNo]))
  const row = rows[0]
  if (!row) return null
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
