import type { Measure } from '../events/amounts.ts'
import type { StepPair } from '../events/next-step.ts'
import type { Database } from './database.ts'
import { byParty, type LotKey } from './genealogy.ts'
import { plainText } from './plain-text.ts'

/** A lot with what is left of it. */
export interface BookedLot {
  lotNo: string
  ref: string
  lotCode: string
  kind: 'raw' | 'intermediate' | 'product'
  material: string | null
  productRef: string | null
  /** In base units; null when the lot was entered without an amount. */
  amount: number | null
  left: number | null
  measure: Measure | null
  packs: number | null
  quantity: { value: number; unit: string } | null
  packedOn: string | null
  bestBefore: string | null
  availableFrom: string | null
  recall: { at: string; reason: string; advice: string } | null
  withdrawn: boolean
  lastStep: string | null
  changedAt: string
  sample: boolean
  cursor: string
}

interface Row {
  lot_no: string
  lot_ref: string
  lot_code: string
  kind: BookedLot['kind']
  material: string | null
  product_ref: string | null
  amount: string | null
  remaining: string | null
  measure: Measure | null
  packs: number | null
  quantity: { value: number; unit: string } | null
  packed_on: string | null
  best_before: string | null
  available_from: Date | null
  recalled_at: Date | null
  recall_reason: string | null
  recall_advice: string | null
  withdrawn: boolean
  last_step: string | null
  changed_at: string
  sample: boolean
}

/** $1 party, $2 search or '', $3 state, $4 cursor time, $5 cursor lot, $6 limit, $7 one lot's ref or null. */
const BOOK = `select l.lot_no, l.lot_ref, l.lot_code, l.kind, l.material, l.product_ref, l.amount, l.measure, l.packs, l.quantity,
    l.packed_on::text, l.best_before::text, l.available_from, l.recalled_at, l.recall_reason, l.recall_advice,
    l.withdrawn_at is not null as withdrawn, l.sample, l.updated_at::text as changed_at,
    greatest(0, l.amount - used.amount) as remaining, last.step as last_step
  from trace.lot l
  cross join lateral (
    select coalesce(sum(u.amount), 0) as amount from trace.lot_use u
     where u.party_no = $1 and u.lot_no = l.lot_no and u.counted and not u.void) used
  left join lateral (
    select s.step from (
      select o.step_no from trace.lot_output o where o.party_no = $1 and o.lot_no = l.lot_no
      union all select j.step_no from trace.lot_subject j where j.party_no = $1 and j.lot_no = l.lot_no) of_lot
      join trace.lot_step s on s.party_no = $1 and s.step_no = of_lot.step_no and s.void_at is null
     order by s.happened_at desc, s.step_no desc limit 1) last on true
 where l.party_no = $1 and ($7::text is null or l.lot_ref = $7)
   and ($2 = '' or position($2 in l.plain_name) > 0)
   and case $3 when 'open' then l.withdrawn_at is null and l.recalled_at is null and (l.amount is null or l.amount > used.amount)
               when 'done' then l.withdrawn_at is null and l.amount <= used.amount
               when 'recalled' then l.recalled_at is not null
               else true end
   and ($4::timestamptz is null or (l.updated_at, l.lot_no) < ($4::timestamptz, $5::uuid))
 order by l.updated_at desc, l.lot_no desc limit $6`

export async function bookedLots(
  db: Database,
  partyNo: number,
  page: { ref?: string; search: string; state: string; after: string | null; limit: number },
): Promise<BookedLot[]> {
  const [time, lotNo] = page.after === null ? [null, null] : page.after.split('~')
  const { rows } = await db.query<Row>(BOOK, [
    partyNo,
    plainText(page.search),
    page.state,
    time,
    lotNo,
    page.limit,
    page.ref ?? null,
  ])
  return rows.map((row) => ({
    lotNo: row.lot_no,
    ref: row.lot_ref,
    lotCode: row.lot_code,
    kind: row.kind,
    material: row.material,
    productRef: row.product_ref,
    amount: row.amount === null ? null : Number(row.amount),
    left: row.remaining === null ? null : Number(row.remaining),
    measure: row.measure,
    packs: row.packs,
    quantity: row.quantity,
    packedOn: row.packed_on,
    bestBefore: row.best_before,
    availableFrom: row.available_from?.toISOString() ?? null,
    recall:
      row.recalled_at === null
        ? null
        : { at: row.recalled_at.toISOString(), reason: row.recall_reason ?? '', advice: row.recall_advice ?? '' },
    withdrawn: row.withdrawn,
    lastStep: row.last_step,
    changedAt: new Date(row.changed_at).toISOString(),
    sample: row.sample,
    cursor: `${row.changed_at}~${row.lot_no}`,
  }))
}

/** Ref, code and name of lots, by `party/lot`. */
export async function lotNamesOf(
  db: Database,
  lots: readonly LotKey[],
): Promise<Map<string, { ref: string; lotCode: string; name: string | null }>> {
  const names = new Map<string, { ref: string; lotCode: string; name: string | null }>()
  for (const [partyNo, lotNos] of byParty(lots)) {
    const { rows } = await db.query<{ lot_no: string; lot_ref: string; lot_code: string; material: string | null }>(
      'select lot_no, lot_ref, lot_code, material from trace.lot where party_no = $1 and lot_no = any ($2::uuid[])',
      [partyNo, lotNos],
    )
    for (const row of rows) {
      names.set(`${partyNo}/${row.lot_no}`, { ref: row.lot_ref, lotCode: row.lot_code, name: row.material })
    }
  }
  return names
}

/** Which steps a party did after which, on the same lot or on what was made of it, over its last 500 steps. */
export async function stepPairsOf(db: Database, partyNo: number): Promise<StepPair[]> {
  const { rows } = await db.query<{ after: string; next: string; times: number }>(
    `with recent as (
       select step_no, step from trace.lot_step
        where party_no = $1 and void_at is null order by happened_at desc, step_no desc limit 500)
     select before.step as after, recent.step as next, count(*)::int as times from recent
       join trace.lot_input i on i.party_no = $1 and i.step_no = recent.step_no and i.source_party_no = $1
       join trace.lot_output o on o.party_no = $1 and o.lot_no = i.source_lot_no
       join trace.lot_step before on before.party_no = $1 and before.step_no = o.step_no and before.void_at is null
      group by 1, 2`,
    [partyNo],
  )
  return rows
}
