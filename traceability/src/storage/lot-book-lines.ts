import type { Amount, Measure } from '../events/amounts.ts'
import type { Database } from './database.ts'

/** What a step took from a lot, as it was counted; the lot may be another party's. */
export interface CountedInput {
  stepNo: string
  lotRef: string
  lotCode: string
  material: string | null
  productRef: string | null
  amount: Amount | null
  pieceWord: string
}

/** What the steps of one party took, and their yields (out / in; null where nobody weighed), by step. */
export async function countedSteps(
  db: Database,
  partyNo: number,
  stepNos: readonly string[],
): Promise<{ inputs: Map<string, CountedInput[]>; yields: Map<string, number | null> }> {
  const { rows } = await db.query<{
    step_no: string
    lot_ref: string
    lot_code: string
    material: string | null
    product_ref: string | null
    amount: string | null
    measure: Measure | null
    unit: string | null
  }>(
    `select i.step_no, l.lot_ref, l.lot_code, l.material, l.product_ref, i.amount, l.measure, l.quantity->>'unit' as unit
       from trace.lot_input i
       join trace.lot l on l.party_no = i.source_party_no and l.lot_no = i.source_lot_no
      where i.party_no = $1 and i.step_no = any ($2::uuid[]) order by i.step_no, l.lot_code, l.lot_no`,
    [partyNo, stepNos],
  )
  const inputs = new Map<string, CountedInput[]>()
  for (const row of rows) {
    const input = {
      stepNo: row.step_no,
      lotRef: row.lot_ref,
      lotCode: row.lot_code,
      material: row.material,
      productRef: row.product_ref,
      amount: row.amount === null || row.measure === null ? null : { amount: Number(row.amount), measure: row.measure },
      pieceWord: row.unit ?? 'cái',
    }
    inputs.set(row.step_no, [...(inputs.get(row.step_no) ?? []), input])
  }
  const yields = await db.query<{ step_no: string; yield: number | null }>(
    'select step_no, yield from trace.lot_step where party_no = $1 and step_no = any ($2::uuid[])',
    [partyNo, stepNos],
  )
  return { inputs, yields: new Map(yields.rows.map((row) => [row.step_no, row.yield])) }
}

/** Stock of a lot over some days, in base units. */
export interface LotMovement {
  lotRef: string
  lotCode: string
  kind: 'raw' | 'intermediate' | 'product'
  material: string | null
  productRef: string | null
  measure: Measure
  pieceWord: string
  opening: number
  made: number
  used: number
}

/**
 * Weighed lots of a party that had stock when the days began or that moved during them (+07, both included): what was there,
 * what came, what went. Steps that were corrected do not count. At most 5,000 lots.
 */
export async function lotMovements(
  db: Database,
  partyNo: number,
  { from, to }: { from: string; to: string },
): Promise<LotMovement[]> {
  const { rows } = await db.query<{
    lot_ref: string
    lot_code: string
    kind: LotMovement['kind']
    material: string | null
    product_ref: string | null
    measure: Measure
    unit: string | null
    opening: string
    made: string
    used: string
  }>(
    `with days as (
       select ($2 || 'T00:00:00+07')::timestamptz as first, ($3 || 'T00:00:00+07')::timestamptz + interval '1 day' as last
     ), moved as (
       select l.*, l.available_from as since,
              coalesce(sum(u.amount) filter (where s.happened_at < d.first), 0) as used_before,
              coalesce(sum(u.amount) filter (where s.happened_at >= d.first and s.happened_at < d.last), 0) as used_within
         from trace.lot l cross join days d
         left join trace.lot_use u on u.party_no = $1 and u.lot_no = l.lot_no and u.counted and not u.void
         left join trace.lot_step s on s.party_no = u.user_party_no and s.step_no = u.step_no
        where l.party_no = $1 and l.withdrawn_at is null and l.amount is not null and l.available_from is not null
        group by l.party_no, l.lot_no, d.first, d.last
     )
     select m.lot_ref, m.lot_code, m.kind, m.material, m.product_ref, m.measure, m.quantity->>'unit' as unit,
            case when m.since < d.first then m.amount - m.used_before else 0 end as opening,
            case when m.since >= d.first then m.amount else 0 end as made, m.used_within as used
       from moved m cross join days d
      where m.since < d.last and (m.since >= d.first or m.used_within > 0 or m.amount > m.used_before)
      order by m.since, m.lot_code, m.lot_no limit 5000`,
    [partyNo, from, to],
  )
  return rows.map((row) => ({
    lotRef: row.lot_ref,
    lotCode: row.lot_code,
    kind: row.kind,
    material: row.material,
    productRef: row.product_ref,
    measure: row.measure,
    pieceWord: row.unit ?? 'cái',
    opening: Number(row.opening),
    made: Number(row.made),
    used: Number(row.used),
  }))
}
