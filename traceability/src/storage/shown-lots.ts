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
