import type { ClientBase } from 'pg'
import type { Confidence, Place, SourceAreaView } from '../verify/verdict.ts'
import { type Database, onlyRow } from './database.ts'
import { keepProductParty } from './products.ts'
import { uuidV7 } from './uuid-v7.ts'

interface SourceAreaRow {
  area_ref: string
  name: string
  place: Place
  area_hectares: number | null
  growers: number | null
  certificates: SourceAreaView['certificates']
  confidence: Confidence
  sample: boolean
}

/** Out: the area's number, the same for the same ref. */
export async function upsertSourceAreaRow(client: ClientBase, partyNo: number, area: SourceAreaView): Promise<string> {
  const { rows } = await client.query<{ area_no: string }>(
    `insert into trace.source_area
       (party_no, area_no, area_ref, name, place, area_hectares, growers, certificates, confidence, sample)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (party_no, area_ref) do update set
       name = excluded.name, place = excluded.place, area_hectares = excluded.area_hectares, growers = excluded.growers,
       certificates = excluded.certificates, confidence = excluded.confidence, sample = excluded.sample, updated_at = now()
     returning area_no`,
    [
      partyNo,
      uuidV7(),
      area.ref,
      area.name,
      JSON.stringify(area.place),
      area.areaHectares,
      area.growers,
      JSON.stringify(area.certificates),
      area.confidence,
      area.sample,
    ],
  )
  return onlyRow({ rows }).area_no
}

/** Locks an area's row for the rest of the transaction. Null when the party has no such area. */
export async function lockSourceArea(client: ClientBase, partyNo: number, ref: string): Promise<string | null> {
  const { rows } = await client.query<{ area_no: string }>(
    'select area_no from trace.source_area where party_no = $1 and area_ref = $2 for update',
    [partyNo, ref],
  )
  return rows[0]?.area_no ?? null
}

export async function replaceProductsOfArea(
  client: ClientBase,
  partyNo: number,
  areaNo: string,
  productRefs: string[],
): Promise<void> {
  await client.query(
    'delete from trace.product_source_area where party_no = $1 and area_no = $2 and product_ref <> all ($3::text[])',
    [partyNo, areaNo, productRefs],
  )
  await client.query(
    `insert into trace.product_source_area (party_no, product_ref, area_no)
     select $1, product_ref, $2 from unnest($3::text[]) as product_ref on conflict do nothing`,
    [partyNo, areaNo, productRefs],
  )
  for (const productRef of productRefs) await keepProductParty(client, partyNo, productRef)
}

/** Out: area numbers in the order of the refs; null where the party has no such area. */
export async function areaNosOf(client: ClientBase, partyNo: number, refs: string[]): Promise<(string | null)[]> {
  const { rows } = await client.query<{ area_ref: string; area_no: string }>(
    // Against a recall of the area that is under way: it finds what this transaction makes, or this one finds the recall.
    'select area_ref, area_no from trace.source_area where party_no = $1 and area_ref = any ($2::text[]) for share',
    [partyNo, refs],
  )
  const byRef = new Map(rows.map((row) => [row.area_ref, row.area_no]))
  return refs.map((ref) => byRef.get(ref) ?? null)
}

/** Certificates of some areas, by their name and last day. */
export async function certificatesOf(
  client: ClientBase,
  partyNo: number,
  areaNos: readonly string[],
): Promise<SourceAreaView['certificates']> {
  const { rows } = await client.query<{ certificates: SourceAreaView['certificates'] }>(
    'select certificates from trace.source_area where party_no = $1 and area_no = any ($2::uuid[])',
    [partyNo, areaNos],
  )
  return rows.flatMap((row) => row.certificates)
}

/** Source areas of some lots, each once. */
export async function areasOfLots(
  client: ClientBase,
  partyNo: number,
  lotNos: readonly string[],
): Promise<SourceAreaView[]> {
  const { rows } = await client.query<SourceAreaRow>(
    `select a.* from trace.source_area a where a.party_no = $1 and a.area_no in (
       select area_no from trace.lot_source_area where party_no = $1 and lot_no = any ($2::uuid[])
     ) order by a.name, a.area_no`,
    [partyNo, lotNos],
  )
  return rows.map(areaView)
}

/** A source area as its party keeps it. */
export interface KeptSourceArea extends SourceAreaView {
  productRefs: string[]
  /** The recall of the area that is in force. */
  recall: { recallNo: string; at: string; reason: string; advice: string } | null
}

/** Every source area of a party, by name; at most 1,000. */
export async function areasOfParty(db: Database, partyNo: number): Promise<KeptSourceArea[]> {
  const { rows } = await db.query<
    SourceAreaRow & {
      product_refs: string[]
      recall_no: string | null
      declared_at: Date | null
      reason: string | null
      advice: string | null
    }
  >(
    `select a.*, r.recall_no, r.declared_at, r.reason, r.advice,
            array(select p.product_ref from trace.product_source_area p
                   where p.party_no = $1 and p.area_no = a.area_no order by 1) as product_refs
       from trace.source_area a
       left join trace.recall r
         on r.party_no = $1 and r.cause = 'source_area' and r.cause_no = a.area_no and r.lifted_at is null
      where a.party_no = $1 order by a.name, a.area_no limit 1000`,
    [partyNo],
  )
  return rows.map((row) => ({
    ...areaView(row),
    productRefs: row.product_refs,
    recall:
      row.recall_no === null || row.declared_at === null
        ? null
        : {
            recallNo: row.recall_no,
            at: row.declared_at.toISOString(),
            reason: row.reason ?? '',
            advice: row.advice ?? '',
          },
  }))
}

export async function areasOfProduct(db: Database, partyNo: number, productRef: string): Promise<SourceAreaView[]> {
  const { rows } = await db.query<SourceAreaRow>(
    `select a.* from trace.product_source_area p
       join trace.source_area a on a.party_no = p.party_no and a.area_no = p.area_no
      where p.party_no = $1 and p.product_ref = $2 order by a.name, a.area_no`,
    [partyNo, productRef],
  )
  return rows.map(areaView)
}

function areaView(row: SourceAreaRow): SourceAreaView {
  return {
    ref: row.area_ref,
    name: row.name,
    place: row.place,
    areaHectares: row.area_hectares,
    growers: row.growers,
    certificates: row.certificates,
    confidence: row.confidence,
    sample: row.sample,
  }
}
