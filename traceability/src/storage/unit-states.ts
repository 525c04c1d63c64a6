import type { ClientBase } from 'pg'
import type { UnitRange } from '../labels/unit-ranges.ts'
import type { StateBefore } from '../labels/unit-states.ts'
import type { UnitState } from '../verify/verdict.ts'
import { type Database, onlyRow } from './database.ts'
import { uuidV7 } from './uuid-v7.ts'

export interface LockedBatch {
  partyNo: number
  batchNo: number
  productRef: string
  size: number
  epoch: number
  startsAs: 'active' | 'issued'
}

/**
 * Locks a batch against other changes of its units' states; scans go on. Whoever needs several locks takes them in this
 * order: batches by number, units by key, signals by key, alerts. Null when there is no such batch.
 */
export async function lockBatch(client: ClientBase, batchNo: number): Promise<LockedBatch | null> {
  const { rows } = await client.query<{
    party_no: number
    product_ref: string
    size: number
    epoch: number
    starts_as: 'active' | 'issued'
  }>(
    `select party_no, product_ref, size, epoch, starts_as from trace.label_batch where batch_no = $1 for no key update`,
    [batchNo],
  )
  const row = rows[0]
  if (!row) return null
  const { party_no: partyNo, product_ref: productRef, size, epoch, starts_as: startsAs } = row
  return { partyNo, batchNo, productRef, size, epoch, startsAs }
}

export async function unitRanges(client: ClientBase, partyNo: number, batchNo: number): Promise<UnitRange[]> {
  const { rows } = await client.query<{
    first_ix: number
    last_ix: number
    state: UnitState
    reason: string
    note: string | null
    since: Date
    place: string | null
  }>(
    `select first_ix, last_ix, state, reason, note, since, place from trace.unit_range
      where party_no = $1 and batch_no = $2 order by first_ix`,
    [partyNo, batchNo],
  )
  return rows.map((row) => ({
    first: row.first_ix,
    last: row.last_ix,
    state: row.state,
    reason: row.reason,
    note: row.note,
    since: row.since.getTime(),
    place: row.place,
  }))
}

export async function replaceRanges(
  client: ClientBase,
  partyNo: number,
  batchNo: number,
  ranges: readonly UnitRange[],
): Promise<void> {
  await client.query('delete from trace.unit_range where party_no = $1 and batch_no = $2', [partyNo, batchNo])
  await client.query(
    `insert into trace.unit_range (party_no, batch_no, first_ix, last_ix, state, reason, note, since, place)
     select $1, $2, r.* from unnest($3::int4[], $4::int4[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
       $9::text[]) as r`,
    [
      partyNo,
      batchNo,
      ranges.map((range) => range.first),
      ranges.map((range) => range.last),
      ranges.map((range) => range.state),
      ranges.map((range) => range.reason),
      ranges.map((range) => range.note),
      ranges.map((range) => new Date(range.since).toISOString()),
      ranges.map((range) => range.place),
    ],
  )
}

/** Units with a state of their own. */
export interface OwnState extends StateBefore {
  units: number
}

/**
 * States that units of a stretch have of their own, with how many have each; their rows are locked in key order.
 * `apart`: by time and place as well, which only undos ask about.
 */
export async function lockOwnStates(
  client: ClientBase,
  partyNo: number,
  batchNo: number,
  first: number,
  last: number,
  apart: boolean,
): Promise<OwnState[]> {
  const { rows } = await client.query<{ status: UnitState; since: Date | null; place: string | null; units: number }>(
    `with locked as (
       select status, state_since, state_place from trace.unit
        where party_no = $1 and batch_no = $2 and unit_ix between $3 and $4 and status <> 'issued'
        order by unit_ix for update)
     select status, case when $5 then state_since end as since, case when $5 then state_place end as place,
        count(*)::int4 as units
       from locked group by 1, 2, 3`,
    [partyNo, batchNo, first, last, apart],
  )
  return rows.map((row) => ({
    state: row.status,
    since: row.since?.getTime() ?? null,
    place: row.place,
    units: row.units,
  }))
}

export interface NewState {
  state: UnitState
  reason: string
  note: string | null
  since: number
  place: string | null
}

/** In: number of the first of the five parameters that `stateValues` makes. */
const setState = (
  n: 4 | 5,
) => `status = $${n}, state_reason = $${n + 1}, state_since = $${n + 2}, state_place = $${n + 3},
  void_reason = case when $${n} = 'void' then coalesce(u.void_reason, $${n + 4}) else u.void_reason end,
  voided_at = case when $${n} = 'void' then coalesce(u.voided_at, $${n + 2}) else u.voided_at end`

/** Gives units of a stretch that stand in one own state, as `lockOwnStates` told them apart, another one. */
export async function changeOwnStates(
  client: ClientBase,
  partyNo: number,
  batchNo: number,
  first: number,
  last: number,
  before: StateBefore,
  to: NewState,
  apart: boolean,
): Promise<void> {
  await client.query(
    `update trace.unit u set ${setState(5)}
      where u.party_no = $1 and u.batch_no = $2 and u.unit_ix between $3 and $4 and u.status = $10
        and (not $13::bool
          or (u.state_since is not distinct from $11::timestamptz and u.state_place is not distinct from $12))`,
    [
      ...[partyNo, batchNo, first, last, ...stateValues(to)],
      before.state,
      before.since === null ? null : new Date(before.since).toISOString(),
      before.place,
      apart,
    ],
  )
}

/** Gives one unit a state of its own. */
export async function putOwnState(
  client: ClientBase,
  partyNo: number,
  batchNo: number,
  index: number,
  to: NewState,
): Promise<void> {
  await client.query(
    `insert into trace.unit as u (party_no, batch_no, unit_ix, status, state_reason, state_since, state_place,
       void_reason, voided_at)
     values ($1, $2, $3, $4, $5, $6, $7, case when $4 = 'void' then $8 end, case when $4 = 'void' then $6::timestamptz end)
     on conflict (party_no, batch_no, unit_ix) do update set ${setState(4)}`,
    [partyNo, batchNo, index, ...stateValues(to)],
  )
}

function stateValues(to: NewState): unknown[] {
  return [to.state, to.reason, new Date(to.since).toISOString(), to.place, to.note]
}

/** How many units of each piece have a state of their own. */
export async function ownStatesIn(
  client: ClientBase,
  partyNo: number,
  batchNo: number,
  pieces: readonly { first: number; last: number }[],
): Promise<number[]> {
  const { rows } = await client.query<{ units: number }>(
    `select (select count(*)::int4 from trace.unit u
        where u.party_no = $1 and u.batch_no = $2 and u.unit_ix between p.first and p.last and u.status <> 'issued')
          as units
       from unnest($3::int4[], $4::int4[]) with ordinality as p (first, last, place) order by p.place`,
    [partyNo, batchNo, pieces.map((piece) => piece.first), pieces.map((piece) => piece.last)],
  )
  return rows.map((row) => row.units)
}

export interface UnitChangeRow {
  partyNo: number
  batchNo: number
  first: number
  last: number
  action: string
  changed: number
  refused: number
  note: string | null
  actorRef: string | null
  place: string | null
  provinceCode: string | null
  other: { batchNo: number; index: number } | null
  at: Date
}

export async function insertUnitChange(client: ClientBase, change: UnitChangeRow): Promise<void> {
  await client.query(
    `insert into trace.unit_change (party_no, change_no, batch_no, first_ix, last_ix, action, changed, refused, note,
       actor_ref, place, province_code, other_batch_no, other_unit_ix, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      change.partyNo,
      uuidV7(change.at.getTime()),
      change.batchNo,
      change.first,
      change.last,
      change.action,
      change.changed,
      change.refused,
      change.note,
      change.actorRef,
      change.place,
      change.provinceCode,
      change.other?.batchNo ?? null,
      change.other?.index ?? null,
      change.at,
    ],
  )
}

/** One entry of a unit's history; times are UTC, ISO 8601. */
export interface UnitHistoryEntry {
  action: string
  /** False for a refused attempt. */
  done: boolean
  at: string
  note: string | null
  actorRef: string | null
  place: string | null
  provinceCode: string | null
  other: { batchNo: number; index: number } | null
}

/** $1 party, $2 batch. A unit with a state of its own is not counted in its stretch as well. */
const STATE_COUNTS = `select state, sum(units)::int4 as units from (
    select u.status as state, count(*) as units
      from trace.unit u where u.party_no = $1 and u.batch_no = $2 and u.status <> 'issued' group by u.status
    union all
    select r.state, r.last_ix - r.first_ix + 1 - o.units
      from trace.unit_range r cross join lateral (
        select count(*) as units from trace.unit u
         where u.party_no = $1 and u.batch_no = $2 and u.unit_ix between r.first_ix and r.last_ix
           and u.status <> 'issued') o
     where r.party_no = $1 and r.batch_no = $2
  ) each_state group by state`

/** How many units of a batch are in each state that somebody brought about; the others are as they were printed. */
export async function changedStateCounts(
  db: Database,
  partyNo: number,
  batchNo: number,
): Promise<{ state: UnitState; units: number }[]> {
  const { rows } = await db.query<{ state: UnitState; units: number }>(STATE_COUNTS, [partyNo, batchNo])
  return rows.filter(({ units }) => units > 0)
}

/** States that units of a stretch have of their own, by index. */
export async function ownStatesByIndex(
  client: ClientBase,
  partyNo: number,
  batchNo: number,
  first: number,
  last: number,
): Promise<Map<number, UnitState>> {
  const { rows } = await client.query<{ unit_ix: number; status: UnitState }>(
    `select unit_ix, status from trace.unit
      where party_no = $1 and batch_no = $2 and unit_ix between $3 and $4 and status <> 'issued'`,
    [partyNo, batchNo, first, last],
  )
  return new Map(rows.map((row) => [row.unit_ix, row.status]))
}

/** A change of a whole stretch; indexes are included, times UTC, ISO 8601. */
export interface StretchChange {
  first: number
  last: number
  action: string
  changed: number
  refused: number
  at: string
  note: string | null
  actorRef: string | null
  other: { batchNo: number; index: number } | null
}

/** Newest changes of stretches of a batch. Those of single labels are in each label's history. */
export async function newestStretchChanges(
  db: Database,
  partyNo: number,
  batchNo: number,
  limit: number,
): Promise<StretchChange[]> {
  const { rows } = await db.query<{
    first_ix: number
    last_ix: number
    action: string
    changed: number
    refused: number
    changed_at: Date
    note: string | null
    actor_ref: string | null
    other_batch_no: number | null
    other_unit_ix: number | null
  }>(
    `select first_ix, last_ix, action, changed, refused, changed_at, note, actor_ref, other_batch_no, other_unit_ix
       from trace.unit_change where party_no = $1 and batch_no = $2 and last_ix > first_ix
      order by changed_at desc limit $3`,
    [partyNo, batchNo, limit],
  )
  return rows.map((row) => ({
    ...{ first: row.first_ix, last: row.last_ix, action: row.action, changed: row.changed, refused: row.refused },
    ...{ at: row.changed_at.toISOString(), note: row.note, actorRef: row.actor_ref },
    other:
      row.other_batch_no === null || row.other_unit_ix === null
        ? null
        : { batchNo: row.other_batch_no, index: row.other_unit_ix },
  }))
}

/** Changes of one unit, its own and those of stretches it lies in, oldest first. */
export async function unitHistoryRows(
  client: Database,
  partyNo: number,
  batchNo: number,
  index: number,
): Promise<UnitHistoryEntry[]> {
  const { rows } = await client.query<{
    action: string
    changed: number
    changed_at: Date
    note: string | null
    actor_ref: string | null
    place: string | null
    province_code: string | null
    other_batch_no: number | null
    other_unit_ix: number | null
  }>(
    `select action, changed, changed_at, note, actor_ref, place, province_code, other_batch_no, other_unit_ix, change_no
       from trace.unit_change where party_no = $1 and batch_no = $2 and first_ix = $3 and last_ix = $3
     union all
     select action, changed, changed_at, note, actor_ref, place, province_code, other_batch_no,
        other_unit_ix + $3 - first_ix, change_no
       from trace.unit_change
      where party_no = $1 and batch_no = $2 and last_ix > first_ix and first_ix <= $3 and last_ix >= $3
     order by changed_at, change_no`,
    [partyNo, batchNo, index],
  )
  return rows.map((row) => ({
    action: row.action,
    done: row.changed > 0,
    at: row.changed_at.toISOString(),
    note: row.note,
    actorRef: row.actor_ref,
    place: row.place,
    provinceCode: row.province_code,
    other:
      row.other_batch_no === null || row.other_unit_ix === null
        ? null
        : { batchNo: row.other_batch_no, index: row.other_unit_ix },
  }))
}

/** When a unit became void; null when it is not void. */
export async function voidSince(
  client: ClientBase,
  partyNo: number,
  batchNo: number,
  index: number,
): Promise<Date | null> {
  const { rows } = await client.query<{ since: Date | null }>(
    `select coalesce(
       (select voided_at from trace.unit where party_no = $1 and batch_no = $2 and unit_ix = $3 and status = 'void'),
       (select since from trace.unit_range where party_no = $1 and batch_no = $2 and first_ix <= $3 and last_ix >= $3
          and state = 'void')) as since`,
    [partyNo, batchNo, index],
  )
  return onlyRow({ rows }).since
}

/** Has a unit judged soon: its state bears on what its scans mean. */
export async function markForJudgement(
  client: ClientBase,
  partyNo: number,
  batchNo: number,
  index: number,
  at: Date,
): Promise<void> {
  await client.query(
    `insert into trace.unit_signal as s (party_no, batch_no, unit_ix, due_at) values ($1, $2, $3, $4)
     on conflict (party_no, batch_no, unit_ix) do update set due_at = least(s.due_at, excluded.due_at)`,
    [partyNo, batchNo, index, at],
  )
}

/** The same for all units of a stretch that were judged before. */
export async function markJudged(
  client: ClientBase,
  partyNo: number,
  batchNo: number,
  first: number,
  last: number,
  at: Date,
): Promise<void> {
  await client.query(
    `with wanted as (
       select party_no, batch_no, unit_ix from trace.unit_signal
        where party_no = $1 and batch_no = $2 and unit_ix between $3 and $4 order by unit_ix for update)
     update trace.unit_signal s set due_at = least(s.due_at, $5::timestamptz) from wanted w
      where s.party_no = w.party_no and s.batch_no = w.batch_no and s.unit_ix = w.unit_ix`,
    [partyNo, batchNo, first, last, at],
  )
}
