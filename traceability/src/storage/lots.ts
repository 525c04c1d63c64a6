import type { ClientBase } from 'pg'
import type { LotView } from '../verify/verdict.ts'
import { type Database, type Pooler, type Reader, statement } from './database.ts'
import { plainText } from './plain-text.ts'
import { uuidV7 } from './uuid-v7.ts'

/** A lot as stored; dates are yyyy-mm-dd at +07. */
export interface LotRecord {
  lotNo: string
  lotRef: string
  kind: 'raw' | 'intermediate' | 'product'
  /** Null for a lot that is no product on sale. */
  productRef: string | null
  material: string | null
  lotCode: string
  packedOn: string | null
  bestBefore: string | null
  quantity: { value: number; unit: string } | null
  status: 'open' | 'packed'
  recall: { at: string; reason: string; advice: string } | null
  sample: boolean
}

/** Out: the lot's number, the same for the same ref; null when the ref is taken by a lot of another product. */
export async function upsertLotRow(
  client: ClientBase,
  partyNo: number,
  lot: {
    ref: string
    productRef: string
    lotCode: string
    packedOn: string | null
    bestBefore: string | null
    quantity: { value: number; unit: string } | null
    status: 'open' | 'packed'
    sample: boolean
  },
): Promise<string | null> {
  const { rows } = await client.query<{ lot_no: string }>(
    `insert into trace.lot as l
       (party_no, lot_no, lot_ref, product_ref, lot_code, packed_on, best_before, quantity, status, sample, plain_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (party_no, lot_ref) do update set
       lot_code = excluded.lot_code, packed_on = excluded.packed_on, best_before = excluded.best_before,
       quantity = excluded.quantity, status = excluded.status, sample = excluded.sample, plain_name = excluded.plain_name,
       updated_at = now()
       where l.product_ref = excluded.product_ref
     returning lot_no`,
    [
      partyNo,
      uuidV7(),
      lot.ref,
      lot.productRef,
      lot.lotCode,
      lot.packedOn,
      lot.bestBefore,
      lot.quantity ? JSON.stringify(lot.quantity) : null,
      lot.status,
      lot.sample,
      plainText(lot.lotCode),
    ],
  )
  return rows[0]?.lot_no ?? null
}

export async function replaceAreasOfLot(
  client: ClientBase,
  partyNo: number,
  lotNo: string,
  areaNos: string[],
): Promise<void> {
  await client.query(
    'delete from trace.lot_source_area where party_no = $1 and lot_no = $2 and area_no <> all ($3::uuid[])',
    [partyNo, lotNo, areaNos],
  )
  await client.query(
    `insert into trace.lot_source_area (party_no, lot_no, area_no)
     select $1, $2, area_no from unnest($3::uuid[]) as area_no on conflict do nothing`,
    [partyNo, lotNo, areaNos],
  )
}

/** Adds areas to lots that were just made. */
export async function addAreasOfLots(
  client: ClientBase,
  partyNo: number,
  lotNos: readonly string[],
  areaNos: readonly string[],
): Promise<void> {
  await client.query(
    `insert into trace.lot_source_area (party_no, lot_no, area_no)
     select $1, lot_no, area_no from unnest($2::uuid[]) as l (lot_no), unnest($3::uuid[]) as a (area_no)
     on conflict do nothing`,
    [partyNo, lotNos, areaNos],
  )
}

/** Locks the lot's row, so that two changes rebuild what scans show one after the other. Null when there is none. */
export async function lockLot(client: ClientBase, partyNo: number, lotNo: string): Promise<LotRecord | null> {
  const { rows } = await client.query<LotRow>(
    `select ${LOT_COLUMNS} from trace.lot where party_no = $1 and lot_no = $2 for update`,
    [partyNo, lotNo],
  )
  return rows[0] ? lotRecord(rows[0]) : null
}

/** Lots by number, as stored. */
export async function lotRecords(client: ClientBase, partyNo: number, lotNos: readonly string[]): Promise<LotRecord[]> {
  const { rows } = await client.query<LotRow>(
    `select ${LOT_COLUMNS} from trace.lot where party_no = $1 and lot_no = any ($2::uuid[])`,
    [partyNo, lotNos],
  )
  return rows.map(lotRecord)
}

export async function findLot(client: ClientBase, partyNo: number, lotRef: string): Promise<LotRecord | null> {
  const { rows } = await client.query<LotRow>(
    `select ${LOT_COLUMNS} from trace.lot where party_no = $1 and lot_ref = $2`,
    [partyNo, lotRef],
  )
  return rows[0] ? lotRecord(rows[0]) : null
}

/** The lot of a product that carries a code on its packs; the newest, should a producer have used a code twice. */
export async function findLotByCode(
  db: Database,
  partyNo: number,
  productRef: string,
  lotCode: string,
): Promise<string | null> {
  const { rows } = await db.query<{ lot_no: string }>(
    `select lot_no from trace.lot where party_no = $1 and product_ref = $2 and lot_code = $3
      order by lot_no desc limit 1`,
    [partyNo, productRef, lotCode],
  )
  return rows[0]?.lot_no ?? null
}

export async function lotsOfSourceArea(client: ClientBase, partyNo: number, areaNo: string): Promise<string[]> {
  const { rows } = await client.query<{ lot_no: string }>(
    'select lot_no from trace.lot_source_area where party_no = $1 and area_no = $2 order by lot_no',
    [partyNo, areaNo],
  )
  return rows.map((row) => row.lot_no)
}

/** Keeps what scans show of a lot; each keeping raises the version, which readers compare. */
export async function keepLotTrace(client: ClientBase, partyNo: number, lotNo: string, body: LotView): Promise<void> {
  await client.query(
    `insert into trace.lot_trace as t (party_no, lot_no, version, body) values ($1, $2, 1, $3)
     on conflict (party_no, lot_no) do update set version = t.version + 1, body = excluded.body`,
    [partyNo, lotNo, JSON.stringify(body)],
  )
}

/** What scans show of a lot, for readers that hold another version or none. */
export const LOT_TRACE = 'select version, body from trace.lot_trace where party_no = $1 and lot_no = $2'

export async function lotTrace(
  db: Reader,
  pooler: Pooler,
  partyNo: number,
  lotNo: string,
): Promise<{ version: number; body: LotView } | null> {
  const { rows } = await db.query<{ version: string; body: LotView }>(
    statement(pooler, 'lot_trace', LOT_TRACE, [partyNo, lotNo]),
  )
  return rows[0] ? { version: Number(rows[0].version), body: rows[0].body } : null
}

/** Lots of a product, those on sale on `day` first, then the newest; at most `limit`. */
export async function lotTracesOfProduct(
  db: Database,
  partyNo: number,
  productRef: string,
  day: string,
  limit: number,
): Promise<LotView[]> {
  const { rows } = await db.query<{ body: LotView }>(
    `select t.body from trace.lot l join trace.lot_trace t on t.party_no = l.party_no and t.lot_no = l.lot_no
      where l.party_no = $1 and l.product_ref = $2
      order by (l.status = 'packed' and l.recalled_at is null and coalesce(l.best_before >= $3::date, true)) desc,
               (l.recalled_at is null) desc, l.packed_on desc nulls last, l.lot_no desc
      limit $4`,
    [partyNo, productRef, day, limit],
  )
  return rows.map((row) => row.body)
}

// Dates travel as text: a driver that makes them midnights of some time zone would move them.
const LOT_COLUMNS = `lot_no, lot_ref, kind, product_ref, material, lot_code, packed_on::text, best_before::text, quantity, status,
  recalled_at, recall_reason, recall_advice, sample`

interface LotRow {
  lot_no: string
  lot_ref: string
  kind: LotRecord['kind']
  product_ref: string | null
  material: string | null
  lot_code: string
  packed_on: string | null
  best_before: string | null
  quantity: { value: number; unit: string } | null
  status: 'open' | 'packed'
  recalled_at: Date | null
  recall_reason: string | null
  recall_advice: string | null
  sample: boolean
}

function lotRecord(row: LotRow): LotRecord {
  return {
    lotNo: row.lot_no,
    lotRef: row.lot_ref,
    kind: row.kind,
    productRef: row.product_ref,
    material: row.material,
    lotCode: row.lot_code,
    packedOn: row.packed_on,
    bestBefore: row.best_before,
    quantity: row.quantity,
    status: row.status,
    recall:
      row.recalled_at && row.recall_reason !== null && row.recall_advice !== null
        ? { at: row.recalled_at.toISOString(), reason: row.recall_reason, advice: row.recall_advice }
        : null,
    sample: row.sample,
  }
}
