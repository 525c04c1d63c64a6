import type { ClientBase } from 'pg'
import { onlyRow, type Pooler, type Reader, statement } from './database.ts'

/** Whose a GTIN is. Never changes once it is there, so it may be cached for ever. */
export interface GtinRecord {
  /** 14 digits. */
  gtin: string
  partyNo: number
  productRef: string
  since: Date
}

interface Row {
  gtin: string
  party_no: number
  product_ref: string
  since: Date
}

/** Gives a GTIN to a product unless somebody has it. Out: whose it is now. */
export async function claimGtin(
  client: ClientBase,
  gtin: string,
  partyNo: number,
  productRef: string,
): Promise<GtinRecord> {
  await client.query(
    'insert into trace.gtin (gtin, party_no, product_ref) values ($1, $2, $3) on conflict (gtin) do nothing',
    [gtin, partyNo, productRef],
  )
  const { rows } = await client.query<Row>(FIND_GTIN, [gtin])
  return record(onlyRow({ rows }))
}

const FIND_GTIN = 'select gtin, party_no, product_ref, since from trace.gtin where gtin = $1'

export async function findGtin(db: Reader, pooler: Pooler, gtin: string): Promise<GtinRecord | null> {
  const { rows } = await db.query<Row>(statement(pooler, 'find_gtin', FIND_GTIN, [gtin]))
  return rows[0] ? record(rows[0]) : null
}

const GTIN_PRINTED_AT = `select gtin, party_no, product_ref, since from trace.gtin
   where party_no = $1 and product_ref = $2 and since <= $3 order by since desc, gtin desc limit 1`

/** The newest GTIN that a product had at a moment; null when it had none yet. */
export async function gtinAt(
  db: Reader,
  pooler: Pooler,
  partyNo: number,
  productRef: string,
  moment: string,
): Promise<string | null> {
  const { rows } = await db.query<Row>(
    statement(pooler, 'gtin_printed_at', GTIN_PRINTED_AT, [partyNo, productRef, moment]),
  )
  return rows[0]?.gtin ?? null
}

function record(row: Row): GtinRecord {
  return { gtin: row.gtin, partyNo: row.party_no, productRef: row.product_ref, since: row.since }
}
