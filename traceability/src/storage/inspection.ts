import type { BundleRecall } from '../verify/inspection-bundle.ts'
import type { Passport, UnitState } from '../verify/verdict.ts'
import type { Database } from './database.ts'
import { storedPassport } from './passports.ts'

/** A product whose producer is in a province, as its newest passport says. */
export interface ProvinceProduct {
  partyNo: number
  passport: Passport
  productNo: number | null
  gtins: string[]
}

/** Products of producers in a province, by ref. It asks every party: a question of officers, never of a scan. */
export async function productsOfProvince(db: Database, provinceCode: string): Promise<ProvinceProduct[]> {
  const { rows } = await db.query<{ party_no: number; body: Passport; product_no: number | null; gtins: string[] }>(
    `select p.party_no, p.body, n.product_no,
        array(select g.gtin from trace.gtin g
               where g.party_no = p.party_no and g.product_ref = p.product_ref order by g.gtin) as gtins
       from trace.passport p
       join trace.product o on o.product_ref = p.product_ref and o.party_no = p.party_no
       left join trace.product_number n on n.product_ref = p.product_ref
      where p.body->'producer'->'place'->>'provinceCode' = $1
        and not exists (select 1 from trace.passport q
              where q.party_no = p.party_no and q.product_ref = p.product_ref and q.version > p.version)
      order by p.product_ref`,
    [provinceCode],
  )
  return rows.map((row) => ({
    partyNo: row.party_no,
    passport: storedPassport(row.body),
    productNo: row.product_no,
    gtins: row.gtins,
  }))
}

export interface LiveCredential {
  productRef: string
  kind: 'decision' | 'mark_licence'
  recognitionRef: string
  listNo: number
  listIndex: number
}

/** Credentials of products that have not been revoked. */
export async function liveCredentialsOf(
  db: Database,
  partyNos: readonly number[],
  productRefs: readonly string[],
): Promise<LiveCredential[]> {
  const { rows } = await db.query<{
    product_ref: string
    kind: LiveCredential['kind']
    recognition_ref: string
    list_no: number
    list_index: number
  }>(
    `select product_ref, kind, recognition_ref, list_no, list_index from trace.credential
      where party_no = any ($1::int4[]) and product_ref = any ($2::text[]) and revoked_at is null
      order by product_ref, recognition_ref, kind`,
    [partyNos, productRefs],
  )
  return rows.map((row) => ({
    productRef: row.product_ref,
    kind: row.kind,
    recognitionRef: row.recognition_ref,
    listNo: row.list_no,
    listIndex: row.list_index,
  }))
}

/** Recalled lots of products, with the label batches printed for them. */
export async function recallsOfProducts(
  db: Database,
  partyNos: readonly number[],
  productRefs: readonly string[],
): Promise<(BundleRecall & { lotNo: string })[]> {
  const { rows } = await db.query<{
    lot_no: string
    product_ref: string
    lot_code: string
    packed_on: string | null
    recalled_at: Date
    recall_reason: string
    recall_advice: string
    batches: number[]
  }>(
    `select l.lot_no, l.product_ref, l.lot_code, l.packed_on::text as packed_on, l.recalled_at, l.recall_reason,
        l.recall_advice,
        array(select b.batch_no from trace.label_batch b
               where b.party_no = l.party_no and b.lot_no = l.lot_no order by b.batch_no) as batches
       from trace.lot l
      where l.party_no = any ($1::int4[]) and l.product_ref = any ($2::text[]) and l.recalled_at is not null
      order by l.lot_no`,
    [partyNos, productRefs],
  )
  return rows.map((row) => ({
    lotNo: row.lot_no,
    productRef: row.product_ref,
    lotCode: row.lot_code,
    packedOn: row.packed_on,
    recalledAt: row.recalled_at.toISOString(),
    reason: row.recall_reason,
    advice: row.recall_advice,
    batches: row.batches,
  }))
}

/** Labels out of use: a stretch of a batch, or one label (`first` = `last`) with a state of its own. */
export interface OutOfUse {
  batchNo: number
  epoch: number
  size: number
  productRef: string
  first: number
  last: number
  state: UnitState
  reason: string
  since: string | null
}

/** Stretches of batches that are out of use, in the order of their batches. */
export async function rangesOutOfUse(
  db: Database,
  partyNos: readonly number[],
  productRefs: readonly string[],
): Promise<OutOfUse[]> {
  const { rows } = await db.query<OutOfUseRow>(
    `select b.batch_no, b.epoch, b.size, b.product_ref, r.first_ix, r.last_ix, r.state, r.reason, r.since
       from trace.unit_range r join trace.label_batch b on b.batch_no = r.batch_no
      where r.party_no = any ($1::int4[]) and b.product_ref = any ($2::text[])
        and r.state in ('void', 'destroyed', 'stolen', 'locked')
      order by b.batch_no, r.first_ix`,
    [partyNos, productRefs],
  )
  return rows.map(outOfUse)
}

/** Single labels with a state of their own, in use or not: those in use are exceptions of their stretch. */
export async function unitsWithState(
  db: Database,
  partyNos: readonly number[],
  productRefs: readonly string[],
  batchNos: readonly number[],
): Promise<OutOfUse[]> {
  const { rows } = await db.query<OutOfUseRow>(
    `select b.batch_no, b.epoch, b.size, b.product_ref, u.unit_ix as first_ix, u.unit_ix as last_ix, u.status as state,
        coalesce(u.state_reason, u.void_reason, '') as reason, coalesce(u.state_since, u.voided_at) as since
       from trace.unit u join trace.label_batch b on b.batch_no = u.batch_no
      where u.party_no = any ($1::int4[]) and b.product_ref = any ($2::text[]) and u.status <> 'issued'
        and (u.status in ('void', 'destroyed', 'stolen', 'locked') or u.batch_no = any ($3::int4[]))
      order by b.batch_no, u.unit_ix`,
    [partyNos, productRefs, batchNos],
  )
  return rows.map(outOfUse)
}

interface OutOfUseRow {
  batch_no: number
  epoch: number
  size: number
  product_ref: string
  first_ix: number
  last_ix: number
  state: UnitState
  reason: string
  since: Date | null
}

function outOfUse(row: OutOfUseRow): OutOfUse {
  return {
    batchNo: row.batch_no,
    epoch: row.epoch,
    size: row.size,
    productRef: row.product_ref,
    first: row.first_ix,
    last: row.last_ix,
    state: row.state,
    reason: row.reason,
    since: row.since?.toISOString() ?? null,
  }
}

/** Hashes of the parts of an edition that was handed out; null when it is not known any more. */
export async function editionParts(
  db: Database,
  provinceCode: string,
  edition: string,
): Promise<Record<string, string> | null> {
  const { rows } = await db.query<{ parts: Record<string, string> }>(
    'select parts from trace.inspection_edition where province_code = $1 and edition = $2',
    [provinceCode, edition],
  )
  return rows[0]?.parts ?? null
}

/** Remembers an edition, or that it was handed out again, and forgets old ones of the province. */
export async function keepEdition(
  db: Database,
  provinceCode: string,
  edition: string,
  parts: Readonly<Record<string, string>>,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into trace.inspection_edition (province_code, edition, made_at, parts) values ($1, $2, $3, $4)
     on conflict (province_code, edition) do update set made_at = excluded.made_at`,
    [provinceCode, edition, now, JSON.stringify(parts)],
  )
  await db.query(
    `delete from trace.inspection_edition where province_code = $1 and (made_at < $2 or edition not in (
       select edition from trace.inspection_edition where province_code = $1 order by made_at desc limit 200))`,
    [provinceCode, new Date(now.getTime() - 30 * 86_400_000)],
  )
}
