import type { LotView } from '../verify/verdict.ts'
import type { Database } from './database.ts'
import { byParty, type LotKey, withDescendants } from './genealogy.ts'

/** The party of a lot that is known by its number alone; null when there is no such lot. In: a UUID. */
export async function partyOfLot(db: Database, lotNo: string): Promise<number | null> {
  const { rows } = await db.query<{ party_no: number }>('select party_no from trace.lot where lot_no = $1 limit 1', [
    lotNo,
  ])
  return rows[0]?.party_no ?? null
}

/**
 * Whether a lot is public: labels of it are issued, or of a lot that was made of it, whose scans show it in their genealogy.
 * Whatever a producer keeps in the book without having printed for it stays in the book.
 */
export async function isShownLot(db: Database, lot: LotKey): Promise<boolean> {
  if (await anyLabelled(db, lot.partyNo, [lot.lotNo])) return true
  for (const [partyNo, lotNos] of byParty(await withDescendants(db, [lot]))) {
    if (await anyLabelled(db, partyNo, lotNos)) return true
  }
  return false
}

async function anyLabelled(db: Database, partyNo: number, lotNos: readonly string[]): Promise<boolean> {
  const { rows } = await db.query(
    'select 1 from trace.label_batch where party_no = $1 and lot_no = any ($2::uuid[]) limit 1',
    [partyNo, lotNos],
  )
  return rows.length > 0
}

/** How many labels carry a lot, in how many print runs. */
export async function labelsOfLot(
  db: Database,
  { partyNo, lotNo }: LotKey,
): Promise<{ batches: number; labels: number }> {
  const { rows } = await db.query<{ batches: number; labels: string }>(
    `select count(*)::int4 as batches, coalesce(sum(size), 0)::int8 as labels from trace.label_batch
      where party_no = $1 and lot_no = $2`,
    [partyNo, lotNo],
  )
  return { batches: rows[0]?.batches ?? 0, labels: Number(rows[0]?.labels ?? 0) }
}

/** Lots of a product as scans show them; `labelled` leaves out those without printed labels. Newest packing first. */
export async function lotsOfProduct(
  db: Database,
  partyNo: number,
  productRef: string,
  { labelled, limit }: { labelled: boolean; limit: number },
): Promise<{ lotNo: string; view: LotView }[]> {
  const { rows } = await db.query<{ lot_no: string; body: LotView }>(
    `select l.lot_no, t.body from trace.lot l join trace.lot_trace t on t.party_no = l.party_no and t.lot_no = l.lot_no
      where l.party_no = $1 and l.product_ref = $2 and l.withdrawn_at is null
        and (not $3::boolean
             or exists (select from trace.label_batch b where b.party_no = $1 and b.lot_no = l.lot_no))
      order by l.packed_on desc nulls last, l.lot_no desc limit $4`,
    [partyNo, productRef, labelled, limit],
  )
  return rows.map((row) => ({ lotNo: row.lot_no, view: row.body }))
}
