import type { ClientBase } from 'pg'
import { type Database, onlyRow } from './database.ts'
import { byParty, type LotKey } from './genealogy.ts'
import { uuidV7 } from './uuid-v7.ts'

export interface RecallCause {
  cause: 'lot' | 'source_area'
  causeNo: string
}

/** The recall in force for a cause; null when there is none. Locked, so that two recalls of one cause become one. */
export async function recallInForce(
  client: ClientBase,
  partyNo: number,
  { cause, causeNo }: RecallCause,
): Promise<{ recallNo: string; declaredAt: Date } | null> {
  const { rows } = await client.query<{ recall_no: string; declared_at: Date }>(
    `select recall_no, declared_at from trace.recall
      where party_no = $1 and cause = $2 and cause_no = $3 and lifted_at is null for update`,
    [partyNo, cause, causeNo],
  )
  return rows[0] ? { recallNo: rows[0].recall_no, declaredAt: rows[0].declared_at } : null
}

export async function insertRecall(
  client: ClientBase,
  partyNo: number,
  recall: RecallCause & { reason: string; advice: string },
): Promise<{ recallNo: string; declaredAt: Date }> {
  const recallNo = uuidV7()
  const result = await client.query<{ declared_at: Date }>(
    `insert into trace.recall (party_no, recall_no, cause, cause_no, reason, advice)
     values ($1, $2, $3, $4, $5, $6) returning declared_at`,
    [partyNo, recallNo, recall.cause, recall.causeNo, recall.reason, recall.advice],
  )
  return { recallNo, declaredAt: onlyRow(result).declared_at }
}

/** Notes which lots a recall reaches; those it reached before stay. */
export async function insertRecalledLots(
  client: ClientBase,
  recall: { partyNo: number; recallNo: string },
  lots: readonly LotKey[],
): Promise<void> {
  await client.query(
    `insert into trace.lot_recall (party_no, lot_no, recall_party_no, recall_no)
     select party_no, lot_no, $1, $2 from unnest($3::int4[], $4::uuid[]) as l (party_no, lot_no) on conflict do nothing`,
    [recall.partyNo, recall.recallNo, lots.map((lot) => lot.partyNo), lots.map((lot) => lot.lotNo)],
  )
  await stateOnLots(client, lots)
}

export async function recalledLots(
  client: ClientBase,
  recall: { partyNo: number; recallNo: string },
): Promise<LotKey[]> {
  const { rows } = await client.query<{ party_no: number; lot_no: string }>(
    'select party_no, lot_no from trace.lot_recall where recall_party_no = $1 and recall_no = $2',
    [recall.partyNo, recall.recallNo],
  )
  return rows.map((row) => ({ partyNo: row.party_no, lotNo: row.lot_no }))
}

/** Out: false when the party has no such recall in force. */
export async function markLifted(
  client: ClientBase,
  partyNo: number,
  recallNo: string,
  reason: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update trace.recall set lifted_at = now(), lift_reason = $3
      where party_no = $1 and recall_no = $2 and lifted_at is null`,
    [partyNo, recallNo, reason],
  )
  return rowCount === 1
}

/** Recalls in force that reach one of some lots: what is made of a recalled lot is recalled as well. */
export async function recallsReaching(
  client: ClientBase,
  lots: readonly LotKey[],
): Promise<{ partyNo: number; recallNo: string }[]> {
  const { rows } = await client.query<{ party_no: number; recall_no: string }>(
    `select distinct r.party_no, r.recall_no from unnest($1::int4[], $2::uuid[]) as l (party_no, lot_no)
       join trace.lot_recall x on x.party_no = l.party_no and x.lot_no = l.lot_no
       join trace.recall r on r.party_no = x.recall_party_no and r.recall_no = x.recall_no and r.lifted_at is null`,
    [lots.map((lot) => lot.partyNo), lots.map((lot) => lot.lotNo)],
  )
  return rows.map((row) => ({ partyNo: row.party_no, recallNo: row.recall_no }))
}

/** Recalls in force of the source areas that some lots come from. */
export async function recallsOfAreas(
  client: ClientBase,
  partyNo: number,
  lotNos: readonly string[],
): Promise<{ partyNo: number; recallNo: string }[]> {
  const { rows } = await client.query<{ recall_no: string }>(
    `select distinct r.recall_no from trace.lot_source_area a
       join trace.recall r on r.party_no = $1 and r.cause = 'source_area' and r.cause_no = a.area_no and r.lifted_at is null
      where a.party_no = $1 and a.lot_no = any ($2::uuid[])`,
    [partyNo, lotNos],
  )
  return rows.map((row) => ({ partyNo, recallNo: row.recall_no }))
}

/** Writes on each lot the oldest recall in force that reaches it, or that there is none: what scans read. */
export async function stateOnLots(client: ClientBase, lots: readonly LotKey[]): Promise<void> {
  for (const [partyNo, lotNos] of byParty(lots)) {
    await client.query(
      `update trace.lot l set recalled_at = s.declared_at, recall_reason = s.reason, recall_advice = s.advice, updated_at = now()
         from (select each.lot_no, r.declared_at, r.reason, r.advice from unnest($2::uuid[]) as each (lot_no)
                 left join lateral (
                   select r.declared_at, r.reason, r.advice from trace.lot_recall x
                     join trace.recall r on r.party_no = x.recall_party_no and r.recall_no = x.recall_no and r.lifted_at is null
                    where x.party_no = $1 and x.lot_no = each.lot_no order by r.declared_at, r.recall_no limit 1
                 ) r on true) s
        where l.party_no = $1 and l.lot_no = s.lot_no`,
      [partyNo, lotNos],
    )
  }
}

/** What a recall reaches beside the lots: batches of labels and orders of the shop. */
export async function reachOf(
  client: ClientBase,
  lots: readonly LotKey[],
): Promise<{ labelBatches: number[]; orderRefs: string[] }> {
  const labelBatches: number[] = []
  const orderRefs: string[] = []
  for (const [partyNo, lotNos] of byParty(lots)) {
    const batches = await client.query<{ batch_no: number }>(
      'select batch_no from trace.label_batch where party_no = $1 and lot_no = any ($2::uuid[]) order by batch_no',
      [partyNo, lotNos],
    )
    const orders = await client.query<{ order_ref: string }>(
      'select distinct order_ref from trace.lot_order where party_no = $1 and lot_no = any ($2::uuid[]) order by order_ref',
      [partyNo, lotNos],
    )
    labelBatches.push(...batches.rows.map((row) => row.batch_no))
    orderRefs.push(...orders.rows.map((row) => row.order_ref))
  }
  return { labelBatches, orderRefs: [...new Set(orderRefs)] }
}

/** A recall as the party that declared it keeps it. */
export interface KeptRecall {
  recallNo: string
  cause: 'lot' | 'source_area'
  /** The ref of the lot or the area, and what people call it. */
  ref: string
  name: string
  reason: string
  advice: string
  declaredAt: string
  liftedAt: string | null
  liftReason: string | null
  /** How many lots it reaches, whoever made them. */
  lots: number
}

/** The recalls a party declared, newest first; at most 500. */
export async function recallsOfParty(db: Database, partyNo: number): Promise<KeptRecall[]> {
  const { rows } = await db.query<{
    recall_no: string
    cause: KeptRecall['cause']
    ref: string
    name: string
    reason: string
    advice: string
    declared_at: Date
    lifted_at: Date | null
    lift_reason: string | null
    lots: number
  }>(
    `select r.recall_no, r.cause, coalesce(l.lot_ref, a.area_ref) as ref, coalesce(l.lot_code, a.name) as name,
            r.reason, r.advice, r.declared_at, r.lifted_at, r.lift_reason,
            (select count(*)::int from trace.lot_recall x
              where x.recall_party_no = $1 and x.recall_no = r.recall_no) as lots
       from trace.recall r
       left join trace.lot l on r.cause = 'lot' and l.party_no = $1 and l.lot_no = r.cause_no
       left join trace.source_area a on r.cause = 'source_area' and a.party_no = $1 and a.area_no = r.cause_no
      where r.party_no = $1 order by r.declared_at desc, r.recall_no desc limit 500`,
    [partyNo],
  )
  return rows.map((row) => ({
    recallNo: row.recall_no,
    cause: row.cause,
    ref: row.ref,
    name: row.name,
    reason: row.reason,
    advice: row.advice,
    declaredAt: row.declared_at.toISOString(),
    liftedAt: row.lifted_at?.toISOString() ?? null,
    liftReason: row.lift_reason,
    lots: row.lots,
  }))
}
