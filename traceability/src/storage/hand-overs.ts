import type { Measure } from '../events/amounts.ts'
import type { Database } from './database.ts'

/** Goods another party handed to this one and that are not in its book yet. */
export interface HandOver {
  /** The sender, and its step that handed the goods over. */
  partyRef: string
  stepNo: string
  lotRef: string
  lotCode: string
  /** The goods, or the product they are on sale as. */
  name: string
  /** What is not taken in yet, in base units; null when nobody weighed. */
  left: number | null
  measure: Measure | null
  /** The word pieces are counted in. */
  pieceWord: string
  sentAt: string
  recalled: boolean
}

/** How many the page of a producer shows; the rest follows as these are taken in. */
const MOST = 100

/** What was handed to a party and is not taken in, oldest first; at most 100. Recalled goods are among them, and say so. */
export async function handOversTo(db: Database, partyNo: number): Promise<HandOver[]> {
  const { rows } = await db.query<{
    party_ref: string
    step_no: string
    lot_ref: string
    lot_code: string
    name: string | null
    left: string | null
    measure: Measure | null
    unit: string | null
    happened_at: Date
    recalled: boolean
  }>(
    `select p.party_ref, t.step_no, l.lot_ref, l.lot_code, t.amount - t.taken as left, l.measure,
            l.quantity->>'unit' as unit, s.happened_at, l.recalled_at is not null as recalled,
            coalesce(l.material, (
              select a.body->'product'->'name'->>'vi' from trace.passport a
               where a.party_no = l.party_no and a.product_ref = l.product_ref order by a.version desc limit 1)) as name
       from trace.lot_transfer t
       join trace.party p on p.party_no = t.party_no
       join trace.lot l on l.party_no = t.party_no and l.lot_no = t.lot_no
       join trace.lot_step s on s.party_no = t.party_no and s.step_no = t.step_no
      where t.to_party_no = $1 and not t.void and l.withdrawn_at is null
        and case when t.amount is null then not exists (
              select from trace.lot_use u where u.party_no = t.party_no and u.lot_no = t.lot_no
                 and u.user_party_no = $1 and not u.void)
            else t.taken < t.amount end
      order by s.happened_at, t.step_no, l.lot_code limit ${MOST}`,
    [partyNo],
  )
  return rows.map((row) => ({
    partyRef: row.party_ref,
    stepNo: row.step_no,
    lotRef: row.lot_ref,
    lotCode: row.lot_code,
    name: row.name ?? row.lot_code,
    left: row.left === null ? null : Number(row.left),
    measure: row.measure,
    pieceWord: row.unit ?? 'cái',
    sentAt: row.happened_at.toISOString(),
    recalled: row.recalled,
  }))
}
