import type { ClientBase } from 'pg'
import type { Measure } from '../events/amounts.ts'
import type { StepInput } from '../events/step-input.ts'
import type { Database } from './database.ts'
import { type LotKey, usedOf } from './genealogy.ts'
import { plainText } from './plain-text.ts'

/** A lot as a step needs it. */
export interface LotForStep {
  partyNo: number
  lotNo: string
  lotRef: string
  lotCode: string
  kind: 'raw' | 'intermediate' | 'product'
  material: string | null
  productRef: string | null
  amount: number | null
  measure: Measure | null
  /** What is left of `amount`; null when the lot was entered without one. */
  left: number | null
  availableFrom: string | null
  /** When it was recalled, UTC; null when it is not. */
  recalledAt: string | null
  withdrawn: boolean
  sample: boolean
}

interface LotRow {
  party_no: number
  lot_no: string
  lot_ref: string
  lot_code: string
  kind: LotForStep['kind']
  material: string | null
  product_ref: string | null
  amount: string | null
  measure: Measure | null
  available_from: Date | null
  recalled_at: Date | null
  withdrawn: boolean
  sample: boolean
}

/**
 * Locks lots of one party for the rest of the transaction, in one order for everybody, so that two steps never take the
 * same goods. Out: by ref; refs the party does not have are missing.
 */
export async function lockLotsForStep(
  client: ClientBase,
  partyNo: number,
  refs: readonly string[],
): Promise<Map<string, LotForStep>> {
  const { rows } = await client.query<LotRow>(
    `select party_no, lot_no, lot_ref, lot_code, kind, material, product_ref, amount, measure, available_from,
            recalled_at, withdrawn_at is not null as withdrawn, sample
       from trace.lot where party_no = $1 and lot_ref = any ($2::text[]) order by lot_no for update`,
    [partyNo, refs],
  )
  const used = await usedOf(
    client,
    partyNo,
    rows.map((row) => row.lot_no),
  )
  return new Map(
    rows.map((row) => {
      const amount = row.amount === null ? null : Number(row.amount)
      const left = amount === null ? null : Math.max(0, amount - (used.get(row.lot_no) ?? 0))
      return [
        row.lot_ref,
        {
          partyNo: row.party_no,
          lotNo: row.lot_no,
          lotRef: row.lot_ref,
          lotCode: row.lot_code,
          kind: row.kind,
          material: row.material,
          productRef: row.product_ref,
          amount,
          measure: row.measure,
          left,
          availableFrom: row.available_from?.toISOString() ?? null,
          recalledAt: row.recalled_at?.toISOString() ?? null,
          withdrawn: row.withdrawn,
          sample: row.sample,
        },
      ] as const
    }),
  )
}

/** A lot that a step makes. */
export interface NewLot {
  lotNo: string
  ref: string
  lotCode: string
  kind: LotForStep['kind']
  productRef: string | null
  material: string | null
  amount: number | null
  measure: Measure | null
  packs: number | null
  /** As people read it. */
  quantity: { value: number; unit: string } | null
  packedOn: string | null
  bestBefore: string | null
  availableFrom: string
  sample: boolean
}

/** Out: false when the party has a lot of that ref already; then nothing was written. */
export async function insertLot(client: ClientBase, partyNo: number, lot: NewLot): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into trace.lot (party_no, lot_no, lot_ref, product_ref, lot_code, packed_on, best_before, quantity, status, sample,
            kind, material, amount, measure, packs, available_from, plain_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (party_no, lot_ref) do nothing`,
    [
      partyNo,
      lot.lotNo,
      lot.ref,
      lot.productRef,
      lot.lotCode,
      lot.packedOn,
      lot.bestBefore,
      lot.quantity === null ? null : JSON.stringify(lot.quantity),
      lot.packs === null ? 'open' : 'packed',
      lot.sample,
      lot.kind,
      lot.material,
      lot.amount,
      lot.measure,
      lot.packs,
      lot.availableFrom,
      plainText(`${lot.lotCode} ${lot.material ?? ''}`),
    ],
  )
  return rowCount === 1
}

/** Gives a lot that a corrected step made what the correction says; its number and ref stay. */
export async function rewriteLot(client: ClientBase, partyNo: number, lot: NewLot): Promise<void> {
  await client.query(
    `update trace.lot set product_ref = $3, lot_code = $4, packed_on = $5, best_before = $6, quantity = $7, status = $8,
            kind = $9, material = $10, amount = $11, measure = $12, packs = $13, available_from = $14, plain_name = $15,
            updated_at = now()
      where party_no = $1 and lot_no = $2`,
    [
      partyNo,
      lot.lotNo,
      lot.productRef,
      lot.lotCode,
      lot.packedOn,
      lot.bestBefore,
      lot.quantity === null ? null : JSON.stringify(lot.quantity),
      lot.packs === null ? 'open' : 'packed',
      lot.kind,
      lot.material,
      lot.amount,
      lot.measure,
      lot.packs,
      lot.availableFrom,
      plainText(`${lot.lotCode} ${lot.material ?? ''}`),
    ],
  )
}

export interface NewStep {
  stepNo: string
  happenedAt: string
  clockSkewMs: number | null
  eventHash: Buffer
  yield: number | null
  body: StepInput
  replaces: string | null
}

export async function insertStep(client: ClientBase, partyNo: number, step: NewStep): Promise<void> {
  await client.query(
    `insert into trace.lot_step (party_no, step_no, step, happened_at, clock_skew_ms, event_hash, yield, body,
            replaces_step_no)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      partyNo,
      step.stepNo,
      step.body.step,
      step.happenedAt,
      step.clockSkewMs,
      step.eventHash,
      step.yield,
      JSON.stringify(step.body),
      step.replaces,
    ],
  )
}

export interface TakenLot {
  partyNo: number
  lotNo: string
  amount: number | null
  /** The sender's step that handed it over; null for one's own lot. */
  transferStepNo: string | null
}

/** Writes what a step took, from both ends of the edge. Goods that another party sent were counted when it sent them. */
export async function insertInputs(
  client: ClientBase,
  partyNo: number,
  stepNo: string,
  inputs: readonly TakenLot[],
): Promise<void> {
  const columns = [inputs.map((i) => i.partyNo), inputs.map((i) => i.lotNo), inputs.map((i) => i.amount)]
  await client.query(
    `insert into trace.lot_input (party_no, step_no, source_party_no, source_lot_no, amount, transfer_step_no)
     select $1, $2, * from unnest($3::int4[], $4::uuid[], $5::int8[], $6::uuid[])`,
    [partyNo, stepNo, ...columns, inputs.map((i) => i.transferStepNo)],
  )
  await client.query(
    `insert into trace.lot_use (party_no, lot_no, user_party_no, step_no, amount, counted)
     select source_party_no, lot_no, $1, $2, amount, source_party_no = $1
       from unnest($3::int4[], $4::uuid[], $5::int8[]) as i (source_party_no, lot_no, amount)`,
    [partyNo, stepNo, ...columns],
  )
}

/** Says which step made lots; a step that replaces another takes over its lots. */
export async function insertOutputs(
  client: ClientBase,
  partyNo: number,
  stepNo: string,
  outputs: readonly { lotNo: string; amount: number | null }[],
): Promise<void> {
  await client.query(
    `insert into trace.lot_output (party_no, lot_no, step_no, amount)
     select $1, lot_no, $2, amount from unnest($3::uuid[], $4::int8[]) as o (lot_no, amount)
     on conflict (party_no, lot_no) do update set step_no = excluded.step_no, amount = excluded.amount`,
    [partyNo, stepNo, outputs.map((o) => o.lotNo), outputs.map((o) => o.amount)],
  )
}

export async function insertSubjects(
  client: ClientBase,
  partyNo: number,
  stepNo: string,
  lotNos: readonly string[],
): Promise<void> {
  await client.query(
    `insert into trace.lot_subject (party_no, lot_no, step_no)
     select $1, lot_no, $2 from unnest($3::uuid[]) as s (lot_no)`,
    [partyNo, stepNo, lotNos],
  )
}

export async function insertTransfers(
  client: ClientBase,
  partyNo: number,
  stepNo: string,
  toPartyNo: number,
  lots: readonly { lotNo: string; amount: number | null }[],
): Promise<void> {
  await client.query(
    `insert into trace.lot_transfer (party_no, lot_no, step_no, to_party_no, amount)
     select $1, lot_no, $2, $3, amount from unnest($4::uuid[], $5::int8[]) as t (lot_no, amount)`,
    [partyNo, stepNo, toPartyNo, lots.map((l) => l.lotNo), lots.map((l) => l.amount)],
  )
}

/** What was handed to a party of a lot and is not taken in yet; locked. Null without a hand-over. */
export async function lockTransfers(
  client: ClientBase,
  from: { partyNo: number; lotNo: string },
  toPartyNo: number,
): Promise<{ stepNo: string; left: number | null; sentAt: string }[]> {
  const { rows } = await client.query<{ step_no: string; left: string | null; happened_at: Date }>(
    `select t.step_no, t.amount - t.taken as left, s.happened_at from trace.lot_transfer t
       join trace.lot_step s on s.party_no = t.party_no and s.step_no = t.step_no
      where t.party_no = $1 and t.lot_no = $2 and t.to_party_no = $3 and not t.void
      order by s.happened_at, t.step_no for update of t`,
    [from.partyNo, from.lotNo, toPartyNo],
  )
  return rows.map((row) => ({
    stepNo: row.step_no,
    left: row.left === null ? null : Number(row.left),
    sentAt: row.happened_at.toISOString(),
  }))
}

export async function takeFromTransfer(
  client: ClientBase,
  from: { partyNo: number; lotNo: string; stepNo: string },
  amount: number,
): Promise<void> {
  await client.query(
    'update trace.lot_transfer set taken = taken + $4 where party_no = $1 and lot_no = $2 and step_no = $3',
    [from.partyNo, from.lotNo, from.stepNo, amount],
  )
}

/**
 * Code of a lot that a step handed over and that its receiver has taken in since; null when there is none, and nobody can take
 * any in before the transaction ends.
 */
export async function lotTakenIn(client: ClientBase, partyNo: number, stepNo: string): Promise<string | null> {
  // In the order of those who take goods in: the lot, then what was handed over of it.
  await client.query(
    `select from trace.lot_transfer t join trace.lot l on l.party_no = t.party_no and l.lot_no = t.lot_no
      where t.party_no = $1 and t.step_no = $2 order by l.lot_no for update of l, t`,
    [partyNo, stepNo],
  )
  const { rows } = await client.query<{ lot_code: string }>(
    `select l.lot_code from trace.lot_transfer t
       join trace.lot l on l.party_no = t.party_no and l.lot_no = t.lot_no
      where t.party_no = $1 and t.step_no = $2 and not t.void
        and (t.taken > 0 or t.amount is null and exists (
          select from trace.lot_use u where u.party_no = t.party_no and u.lot_no = t.lot_no
             and u.user_party_no = t.to_party_no and not u.void))
      order by t.lot_no limit 1`,
    [partyNo, stepNo],
  )
  return rows[0]?.lot_code ?? null
}

export async function noteOrders(
  client: ClientBase,
  partyNo: number,
  lotNos: readonly string[],
  orderRefs: readonly string[],
): Promise<void> {
  await client.query(
    `insert into trace.lot_order (party_no, lot_no, order_ref)
     select $1, lot_no, order_ref from unnest($2::uuid[]) as l (lot_no), unnest($3::text[]) as o (order_ref)
     on conflict do nothing`,
    [partyNo, lotNos, orderRefs],
  )
}

/** Lots that a step's outputs inherit their source areas from are given theirs. */
export async function inheritSourceAreas(
  client: ClientBase,
  partyNo: number,
  fromLotNos: readonly string[],
  toLotNos: readonly string[],
): Promise<void> {
  await client.query(
    `insert into trace.lot_source_area (party_no, lot_no, area_no)
     select distinct $1::int4, made.lot_no, a.area_no from trace.lot_source_area a, unnest($3::uuid[]) as made (lot_no)
      where a.party_no = $1 and a.lot_no = any ($2::uuid[]) on conflict do nothing`,
    [partyNo, fromLotNos, toLotNos],
  )
}

export interface StepRecord {
  stepNo: string
  step: string
  happenedAt: string
  recordedAt: string
  body: StepInput
  voidAt: string | null
  voidReason: string | null
  /** Who of the party struck it, an id; null where nobody said so. */
  voidBy: string | null
  /** The step that stands in its place; null while it counts, and when nothing does. */
  replacedBy: string | null
  replaces: string | null
  eventHash: Buffer
}

interface StepRow {
  step_no: string
  step: string
  happened_at: Date
  recorded_at: Date
  body: StepInput
  void_at: Date | null
  void_reason: string | null
  void_by: string | null
  replaced_by: string | null
  replaces_step_no: string | null
  event_hash: Buffer
}

/** Who wrote the entry that takes the place of another has struck that one. */
const STEP_COLUMNS = `s.step_no, s.step, s.happened_at, s.recorded_at, s.body, s.void_at, s.void_reason, s.replaces_step_no,
  s.event_hash, r.step_no as replaced_by, coalesce(s.void_by, r.body->>'recordedBy') as void_by`
const STEPS = `trace.lot_step s
  left join trace.lot_step r on r.party_no = s.party_no and r.replaces_step_no = s.step_no`

/** A step with the lots it is about; locked. Null when the party has no such step. */
export async function findStep(
  client: ClientBase,
  partyNo: number,
  stepNo: string,
): Promise<(StepRecord & { subjects: LotKey[] }) | null> {
  const { rows } = await client.query<StepRow>(
    `select ${STEP_COLUMNS} from ${STEPS} where s.party_no = $1 and s.step_no = $2 for update of s`,
    [partyNo, stepNo],
  )
  const row = rows[0]
  if (!row) return null
  const subjects = await client.query<{ lot_no: string }>(
    'select lot_no from trace.lot_subject where party_no = $1 and step_no = $2',
    [partyNo, stepNo],
  )
  return { ...stepRecord(row), subjects: subjects.rows.map(({ lot_no }) => ({ partyNo, lotNo: lot_no })) }
}

/**
 * Steps by what they did with lots of one party: made them, were about them, or took from them; oldest first. Steps that were
 * corrected are among them, also those whose lots another step makes now.
 */
export async function stepsOfLots(
  db: Database,
  partyNo: number,
  lotNos: readonly string[],
): Promise<(StepRecord & { lotNo: string; part: 'made' | 'about' | 'took' })[]> {
  const { rows } = await db.query<StepRow & { lot_no: string; part: 'made' | 'about' | 'took' }>(
    `with recursive made as (
       select lot_no, step_no from trace.lot_output where party_no = $1 and lot_no = any ($2::uuid[])
       union
       select m.lot_no, w.step_no from made m
         join trace.lot_step c on c.party_no = $1 and c.step_no = m.step_no
         join trace.lot_step w on w.party_no = $1 and w.step_no = c.replaces_step_no
         join trace.lot o on o.party_no = $1 and o.lot_no = m.lot_no
        where w.body->'outputs' @> jsonb_build_array(jsonb_build_object('ref', o.lot_ref)))
     select ${STEP_COLUMNS}, l.lot_no, l.part from (
       select lot_no, step_no, 'made' as part from made
       union all
       select lot_no, step_no, 'about' from trace.lot_subject where party_no = $1 and lot_no = any ($2::uuid[])
       union all
       select lot_no, step_no, 'took' from trace.lot_use
        where party_no = $1 and lot_no = any ($2::uuid[]) and user_party_no = $1
     ) l join (${STEPS}) on s.party_no = $1 and s.step_no = l.step_no
     order by s.happened_at, s.step_no`,
    [partyNo, lotNos],
  )
  return rows.map((row) => ({ ...stepRecord(row), lotNo: row.lot_no, part: row.part }))
}

/** Makes a step count for nothing: its goods are back, its outputs stand no more. Out: lots it had made. */
export async function voidStep(
  client: ClientBase,
  partyNo: number,
  stepNo: string,
  { reason, by }: { reason: string; by: string | null },
): Promise<string[]> {
  await client.query(
    'update trace.lot_step set void_at = now(), void_reason = $3, void_by = $4 where party_no = $1 and step_no = $2',
    [partyNo, stepNo, reason, by],
  )
  await client.query(
    `update trace.lot_use u set void = true from trace.lot_input i
      where i.party_no = $1 and i.step_no = $2
        and u.party_no = i.source_party_no and u.lot_no = i.source_lot_no and u.user_party_no = $1 and u.step_no = $2`,
    [partyNo, stepNo],
  )
  await client.query(
    `update trace.lot_transfer t set taken = t.taken - i.amount from trace.lot_input i
      where i.party_no = $1 and i.step_no = $2 and i.amount is not null
        and t.party_no = i.source_party_no and t.lot_no = i.source_lot_no and t.step_no = i.transfer_step_no`,
    [partyNo, stepNo],
  )
  await client.query('update trace.lot_transfer set void = true where party_no = $1 and step_no = $2', [
    partyNo,
    stepNo,
  ])
  const outputs = await client.query<{ lot_no: string }>(
    'select lot_no from trace.lot_output where party_no = $1 and step_no = $2',
    [partyNo, stepNo],
  )
  return outputs.rows.map((row) => row.lot_no)
}

/** Takes lots off the book that were entered by mistake; they keep their row, and their codes say so. */
export async function withdrawLots(client: ClientBase, partyNo: number, lotNos: readonly string[]): Promise<void> {
  await client.query(
    'update trace.lot set withdrawn_at = now(), updated_at = now() where party_no = $1 and lot_no = any ($2::uuid[])',
    [partyNo, lotNos],
  )
}

/** Lots that something later rests on: taken by a step that counts, handed over and taken in, or printed on labels. */
export async function restedOn(
  db: Database,
  partyNo: number,
  lotNos: readonly string[],
): Promise<{ lotNo: string; by: 'step' | 'labels' }[]> {
  const { rows } = await db.query<{ lot_no: string; by: 'step' | 'labels' }>(
    `select lot_no, 'step' as by from trace.lot_use where party_no = $1 and lot_no = any ($2::uuid[]) and not void
     union select lot_no, 'labels' from trace.label_batch where party_no = $1 and lot_no = any ($2::uuid[])`,
    [partyNo, lotNos],
  )
  return rows.map((row) => ({ lotNo: row.lot_no, by: row.by }))
}

/** Entries that happened between two days at +07, both included; oldest first, at most 10,000. */
export async function entriesBetween(
  db: Database,
  partyNo: number,
  { from, to }: { from: string; to: string },
): Promise<StepRecord[]> {
  const { rows } = await db.query<StepRow>(
    `select ${STEP_COLUMNS} from ${STEPS}
      where s.party_no = $1 and s.happened_at >= ($2 || 'T00:00:00+07')::timestamptz
        and s.happened_at < ($3 || 'T00:00:00+07')::timestamptz + interval '1 day'
      order by s.happened_at, s.step_no limit 10000`,
    [partyNo, from, to],
  )
  return rows.map(stepRecord)
}

function stepRecord(row: StepRow): StepRecord {
  return {
    stepNo: row.step_no,
    step: row.step,
    happenedAt: row.happened_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    body: row.body,
    voidAt: row.void_at?.toISOString() ?? null,
    voidReason: row.void_reason,
    voidBy: row.void_by,
    replacedBy: row.replaced_by,
    replaces: row.replaces_step_no,
    eventHash: row.event_hash,
  }
}
