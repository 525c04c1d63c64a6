import type { ClientBase } from 'pg'
import type { AlertKind, AreaSightings, Judgement, Sighting, UnitLife } from '../verdicts/clone-signals.ts'
import type { AlertView, UnitState } from '../verify/verdict.ts'
import { type Database, onlyRow } from './database.ts'
import { uuidV7 } from './uuid-v7.ts'

export interface UnitKey {
  partyNo: number
  batchNo: number
  index: number
}

interface KeyRow {
  party_no: number
  batch_no: number
  unit_ix: number
}

const keyOf = (row: KeyRow): UnitKey => ({ partyNo: row.party_no, batchNo: row.batch_no, index: row.unit_ix })
const keyColumns = (keys: readonly UnitKey[]) => [
  keys.map((key) => key.partyNo),
  keys.map((key) => key.batchNo),
  keys.map((key) => key.index),
]

/** Newest sightings a judgement looks at: a code that was scanned 600,000 times costs as much as one scanned 256 times. */
export const SIGHTINGS_LOOKED_AT = 256

/** A unit taken for judgement, with all it is judged by. */
export interface UnitCase extends UnitKey {
  productRef: string
  sightings: Sighting[]
  life: UnitLife
  /** Counted checks on record, capped. */
  checks: number
  shownPublicly: boolean
  countsFrom: Date | null
  seenBeforeCommissioning: boolean
}

/**
 * Takes units that are due, at most `limit`, and locks them until the transaction ends: units first, then signals, both in
 * key order, as the scan log does. A twin that looked at the same time waits, and finds them no longer due.
 */
export async function takeDueUnits(
  client: ClientBase,
  now: Date,
  horizon: Date,
  limit: number,
): Promise<{ taken: UnitCase[]; found: number }> {
  const { rows: due } = await client.query<KeyRow>(
    `select party_no, batch_no, unit_ix from trace.unit_signal where due_at <= greatest($1, now())
      order by due_at limit $2`,
    [now, limit],
  )
  if (due.length === 0) return { taken: [], found: 0 }
  const wanted = keyColumns(due.map(keyOf))
  const { rows: units } = await client.query<KeyRow & { status: UnitState; checks: number }>(
    `select u.party_no, u.batch_no, u.unit_ix, u.status, u.checks
       from trace.unit u join unnest($1::int4[], $2::int4[], $3::int4[]) as k (party_no, batch_no, unit_ix)
         on u.party_no = k.party_no and u.batch_no = k.batch_no and u.unit_ix = k.unit_ix
      order by u.party_no, u.batch_no, u.unit_ix for update of u`,
    wanted,
  )
  const { rows: signals } = await client.query<SignalRow>(
    `select s.party_no, s.batch_no, s.unit_ix, s.counts_from, s.public_since, s.shown_publicly_at,
        s.seen_before_commissioning, b.product_ref, b.starts_as
       from trace.unit_signal s join unnest($1::int4[], $2::int4[], $3::int4[]) as k (party_no, batch_no, unit_ix)
         on s.party_no = k.party_no and s.batch_no = k.batch_no and s.unit_ix = k.unit_ix
       join trace.label_batch b on b.batch_no = s.batch_no
      where s.due_at <= greatest($4, now())
      order by s.party_no, s.batch_no, s.unit_ix for update of s`,
    [...wanted, now],
  )
  const own = new Map(units.map((row) => [textOf(keyOf(row)), row]))
  const keys = signals.map(keyOf)
  const [sightings, changes, ranges] = [
    await sightingsOf(
      client,
      keys,
      signals.map((row) => row.counts_from),
      horizon,
    ),
    await changesOf(client, keys),
    await rangeStatesOf(client, keys),
  ]
  return {
    found: due.length,
    taken: signals.map((row, i) => {
      const key = keyOf(row)
      const unit = own.get(textOf(key))
      const state = (unit && unit.status !== 'issued' ? unit.status : ranges[i]) ?? row.starts_as
      return {
        ...key,
        productRef: row.product_ref,
        sightings: sightings[i] ?? [],
        life: lifeOf(state, changes[i] ?? [], row),
        checks: unit?.checks ?? 0,
        shownPublicly: row.shown_publicly_at !== null,
        countsFrom: row.counts_from,
        seenBeforeCommissioning: row.seen_before_commissioning,
      }
    }),
  }
}

interface SignalRow extends KeyRow {
  counts_from: Date | null
  public_since: Date | null
  shown_publicly_at: Date | null
  seen_before_commissioning: boolean
  product_ref: string
  starts_as: 'active' | 'issued'
}

interface Change {
  action: string
  done: boolean
  at: number
  province: string | null
}

function lifeOf(state: UnitState, changes: readonly Change[], row: SignalRow): UnitLife {
  const last = (action: string) => changes.findLast((each) => each.action === action && each.done) ?? null
  const sale = state === 'sold' ? last('sell') : null
  const from = row.counts_from?.getTime() ?? 0
  return {
    state,
    commissionedAt: last('commission')?.at ?? null,
    soldAt: sale?.at ?? null,
    soldIn: sale?.province ?? null,
    secondSales: changes.filter((each) => each.action === 'sell' && !each.done && each.at > from).map(({ at }) => at),
    publicSince: row.public_since?.getTime() ?? null,
  }
}

const textOf = ({ partyNo, batchNo, index }: UnitKey) => `${partyNo} ${batchNo} ${index}`

/** Newest counted scans of each unit; by the index `scan_of_unit`, within the months of the horizon. */
export const SIGHTINGS = `select k.place::int4, s.scanned_at, s.province_code
   from unnest($1::int4[], $2::int4[], $3::int4[], $4::timestamptz[])
     with ordinality as k (party_no, batch_no, unit_ix, counts_from, place)
   cross join lateral (
     select scanned_at, province_code from trace.scan s
      where s.party_no = k.party_no and s.batch_no = k.batch_no and s.unit_ix = k.unit_ix and s.counted
        and s.scanned_at >= $5 and s.scanned_at > coalesce(k.counts_from, '-infinity')
      order by s.scanned_at desc limit ${SIGHTINGS_LOOKED_AT}) s`

async function sightingsOf(
  client: ClientBase,
  keys: readonly UnitKey[],
  countsFrom: readonly (Date | null)[],
  horizon: Date,
): Promise<Sighting[][]> {
  const { rows } = await client.query<{ place: number; scanned_at: Date; province_code: string | null }>(SIGHTINGS, [
    ...keyColumns(keys),
    countsFrom.map((at) => at?.toISOString() ?? null),
    horizon,
  ])
  const lists: Sighting[][] = keys.map(() => [])
  for (const row of rows) {
    lists[row.place - 1]?.push({ at: row.scanned_at.getTime(), province: row.province_code })
  }
  return lists
}

async function changesOf(client: ClientBase, keys: readonly UnitKey[]): Promise<Change[][]> {
  const { rows } = await client.query<{
    place: number
    action: string
    done: boolean
    changed_at: Date
    province_code: string | null
  }>(
    `select k.place::int4, c.action, c.changed > 0 as done, c.changed_at, c.province_code
       from unnest($1::int4[], $2::int4[], $3::int4[]) with ordinality as k (party_no, batch_no, unit_ix, place)
       cross join lateral (
         select action, changed, changed_at, province_code from trace.unit_change c
          where c.party_no = k.party_no and c.batch_no = k.batch_no and c.first_ix = k.unit_ix and c.last_ix = k.unit_ix
         union all
         select action, changed, changed_at, province_code from trace.unit_change c
          where c.party_no = k.party_no and c.batch_no = k.batch_no and c.last_ix > c.first_ix
            and c.first_ix <= k.unit_ix and c.last_ix >= k.unit_ix) c
      order by c.changed_at`,
    keyColumns(keys),
  )
  const lists: Change[][] = keys.map(() => [])
  for (const row of rows) {
    const { action, done, province_code: province } = row
    lists[row.place - 1]?.push({ action, done, at: row.changed_at.getTime(), province })
  }
  return lists
}

async function rangeStatesOf(client: ClientBase, keys: readonly UnitKey[]): Promise<(UnitState | null)[]> {
  const { rows } = await client.query<{ place: number; state: UnitState }>(
    `select k.place::int4, r.state
       from unnest($1::int4[], $2::int4[], $3::int4[]) with ordinality as k (party_no, batch_no, unit_ix, place)
       cross join lateral (
         select last_ix, state from trace.unit_range r
          where r.party_no = k.party_no and r.batch_no = k.batch_no and r.first_ix <= k.unit_ix
          order by r.first_ix desc limit 1) r
      where r.last_ix >= k.unit_ix`,
    keyColumns(keys),
  )
  const states: (UnitState | null)[] = keys.map(() => null)
  for (const row of rows) states[row.place - 1] = row.state
  return states
}

/** What a judgement leaves in a unit's signal row. */
export interface JudgedSignal extends UnitKey {
  score: number
  publicSince: Date | null
  seenBeforeCommissioning: boolean
  /** When to look again; null for not before the next scan. */
  dueAt: Date | null
}

export async function keepJudgements(client: ClientBase, judged: readonly JudgedSignal[], now: Date): Promise<void> {
  await client.query(
    `update trace.unit_signal s set judged_at = $8, score = j.score, public_since = j.public_since,
        seen_before_commissioning = j.early, due_at = j.due_at
       from unnest($1::int4[], $2::int4[], $3::int4[], $4::float8[], $5::timestamptz[], $6::bool[], $7::timestamptz[])
         as j (party_no, batch_no, unit_ix, score, public_since, early, due_at)
      where s.party_no = j.party_no and s.batch_no = j.batch_no and s.unit_ix = j.unit_ix`,
    [
      ...keyColumns(judged),
      judged.map((each) => each.score),
      judged.map((each) => each.publicSince?.toISOString() ?? null),
      judged.map((each) => each.seenBeforeCommissioning),
      judged.map((each) => each.dueAt?.toISOString() ?? null),
      now,
    ],
  )
}

/** Forgets units that nothing has happened to within the horizon and nobody has said anything about. */
export async function forgetSignals(client: ClientBase, keys: readonly UnitKey[]): Promise<void> {
  await client.query(
    `delete from trace.unit_signal s
      using unnest($1::int4[], $2::int4[], $3::int4[]) as k (party_no, batch_no, unit_ix)
      where s.party_no = k.party_no and s.batch_no = k.batch_no and s.unit_ix = k.unit_ix`,
    keyColumns(keys),
  )
}

/** Puts on a unit what its scans show of an alert, or takes it away. */
export async function showAlert(client: ClientBase, key: UnitKey, alert: AlertView | null): Promise<void> {
  await client.query(
    `update trace.unit set alert = $4
      where party_no = $1 and batch_no = $2 and unit_ix = $3 and alert is distinct from $4::jsonb`,
    [key.partyNo, key.batchNo, key.index, alert === null ? null : JSON.stringify(alert)],
  )
}

export interface AlertToKeep {
  partyNo: number
  batchNo: number
  /** Null for an alert about the batch. */
  index: number | null
  productRef: string
  kind: AlertKind | 'more_units_than_commissioned'
  level: 'watch' | 'suspect'
  score: number
  checks: number
  signals: Judgement['signals']
  areas: AreaSightings[]
}

/** Opens the one alert a unit or batch may have open, or brings it up to date. Out: when it was opened. */
export async function keepAlert(client: ClientBase, alert: AlertToKeep, now: Date): Promise<Date> {
  const { rows } = await client.query<{ opened_at: Date }>(
    `insert into trace.clone_alert as a (party_no, alert_no, batch_no, unit_ix, product_ref, kind, level, score, checks,
       signals, areas, province_codes, opened_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
     on conflict (party_no, batch_no, unit_ix) where closed_at is null do update set
       kind = excluded.kind, level = excluded.level, score = excluded.score, checks = excluded.checks,
       signals = excluded.signals, areas = excluded.areas, province_codes = excluded.province_codes,
       updated_at = excluded.updated_at
     returning opened_at`,
    [
      alert.partyNo,
      uuidV7(now.getTime()),
      alert.batchNo,
      alert.index,
      alert.productRef,
      alert.kind,
      alert.level,
      alert.score,
      alert.checks,
      JSON.stringify(alert.signals),
      JSON.stringify(
        alert.areas.map(({ province, sightings, firstAt, lastAt }) => ({
          provinceCode: province,
          checks: sightings,
          firstAt: new Date(firstAt).toISOString(),
          lastAt: new Date(lastAt).toISOString(),
        })),
      ),
      alert.areas.flatMap(({ province }) => province ?? []),
      now,
    ],
  )
  return onlyRow({ rows }).opened_at
}

export type AlertOutcome = 'decayed' | 'dismissed' | 'shown_publicly'

/** Closes the open alert of a unit or batch. Out: its number, null when none was open. */
export async function closeAlert(
  client: ClientBase,
  key: { partyNo: number; batchNo: number; index: number | null },
  outcome: AlertOutcome,
  by: string | null,
  note: string | null,
  now: Date,
): Promise<string | null> {
  const { rows } = await client.query<{ alert_no: string }>(
    `update trace.clone_alert set closed_at = $4, outcome = $5, closed_by = $6, note = coalesce($7, note)
      where party_no = $1 and batch_no = $2 and unit_ix is not distinct from $3 and closed_at is null
      returning alert_no`,
    [key.partyNo, key.batchNo, key.index, now, outcome, by, note],
  )
  return rows[0]?.alert_no ?? null
}

/** Distinct units of a batch that were seen and are not commissioned. */
export async function earlyUnits(client: ClientBase, partyNo: number, batchNo: number): Promise<number> {
  const { rows } = await client.query<{ units: number }>(
    `select count(*)::int4 as units from trace.unit_signal
      where party_no = $1 and batch_no = $2 and seen_before_commissioning`,
    [partyNo, batchNo],
  )
  return onlyRow({ rows }).units
}

export async function forgetEarlyUnits(client: ClientBase, partyNo: number, batchNo: number): Promise<void> {
  await client.query(
    `with early as (
       select party_no, batch_no, unit_ix from trace.unit_signal
        where party_no = $1 and batch_no = $2 and seen_before_commissioning order by unit_ix for update)
     update trace.unit_signal s set seen_before_commissioning = false from early e
      where s.party_no = e.party_no and s.batch_no = e.batch_no and s.unit_ix = e.unit_ix`,
    [partyNo, batchNo],
  )
}

/** Locks a unit's row before its signal; makes it when nothing had happened to the unit. */
export async function lockUnit(client: ClientBase, key: UnitKey): Promise<void> {
  await client.query(
    `insert into trace.unit as u (party_no, batch_no, unit_ix, status) values ($1, $2, $3, 'issued')
     on conflict (party_no, batch_no, unit_ix) do update set status = u.status`,
    [key.partyNo, key.batchNo, key.index],
  )
}

/** From now on a unit's earlier scans do not count. */
export async function restartCounters(client: ClientBase, key: UnitKey, now: Date): Promise<void> {
  await client.query(
    `insert into trace.unit_signal (party_no, batch_no, unit_ix, counts_from) values ($1, $2, $3, $4)
     on conflict (party_no, batch_no, unit_ix) do update set counts_from = excluded.counts_from, score = 0,
       public_since = null, due_at = null`,
    [key.partyNo, key.batchNo, key.index, now],
  )
}

/** No alert is raised for the unit any more. Out: since when its code is public. */
export async function keepShownPublicly(client: ClientBase, key: UnitKey, now: Date): Promise<Date> {
  const { rows } = await client.query<{ public_since: Date }>(
    `insert into trace.unit_signal as s (party_no, batch_no, unit_ix, public_since, shown_publicly_at)
     values ($1, $2, $3, $4, $4)
     on conflict (party_no, batch_no, unit_ix) do update set
       public_since = coalesce(s.public_since, excluded.public_since),
       shown_publicly_at = coalesce(s.shown_publicly_at, excluded.shown_publicly_at), due_at = null
     returning public_since`,
    [key.partyNo, key.batchNo, key.index, now],
  )
  return onlyRow({ rows }).public_since
}

/** An alert as officers read it; times are UTC, ISO 8601. */
export interface CloneAlert {
  alertNo: string
  partyRef: string
  productRef: string
  batchNo: number
  index: number | null
  kind: AlertToKeep['kind']
  level: 'watch' | 'suspect'
  score: number
  checks: number
  signals: Judgement['signals']
  areas: { provinceCode: string | null; checks: number; firstAt: string; lastAt: string }[]
  openedAt: string
  updatedAt: string
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  caseRef: string | null
  closedAt: string | null
  closedBy: string | null
  outcome: AlertOutcome | null
  note: string | null
}

export interface AlertFilter {
  partyRef: string | null
  productRef: string | null
  provinceCode: string | null
  level: 'watch' | 'suspect' | null
  open: boolean | null
  before: { openedAt: string; alertNo: string } | null
  limit: number
}

/** Alerts newest first. Without a party it asks all of them: a question of officers, never of a scan. */
export async function findAlerts(db: Database, filter: AlertFilter): Promise<CloneAlert[]> {
  const { rows } = await db.query<AlertRow>(
    `select ${ALERT_COLUMNS} from trace.clone_alert a join trace.party p using (party_no)
      where ($1::text is null or p.party_ref = $1) and ($2::text is null or a.product_ref = $2)
        and ($3::text is null or $3 = any (a.province_codes)) and ($4::text is null or a.level = $4)
        and ($5::bool is null or (a.closed_at is null) = $5)
        and ($6::timestamptz is null or (a.opened_at, a.alert_no) < ($6, $7::uuid))
      order by a.opened_at desc, a.alert_no desc limit $8`,
    [
      filter.partyRef,
      filter.productRef,
      filter.provinceCode,
      filter.level,
      filter.open,
      filter.before?.openedAt ?? null,
      filter.before?.alertNo ?? null,
      filter.limit,
    ],
  )
  return rows.map(alertOf)
}

export async function findAlert(db: Database, partyNo: number, alertNo: string): Promise<CloneAlert | null> {
  const { rows } = await db.query<AlertRow>(
    `select ${ALERT_COLUMNS} from trace.clone_alert a join trace.party p using (party_no)
      where a.party_no = $1 and a.alert_no = $2`,
    [partyNo, alertNo],
  )
  return rows[0] ? alertOf(rows[0]) : null
}

/** Out: whether there is such an open alert. Acknowledging twice keeps the first name, time and note. */
export async function acknowledgeAlert(
  db: Database,
  partyNo: number,
  alertNo: string,
  by: string,
  note: string | null,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update trace.clone_alert set acknowledged_at = coalesce(acknowledged_at, $3),
        acknowledged_by = coalesce(acknowledged_by, $4),
        note = case when acknowledged_at is null then $5 else note end
      where party_no = $1 and alert_no = $2 and closed_at is null`,
    [partyNo, alertNo, now, by, note],
  )
  return rowCount === 1
}

export async function attachAlert(db: Database, partyNo: number, alertNo: string, caseRef: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'update trace.clone_alert set case_ref = $3 where party_no = $1 and alert_no = $2',
    [partyNo, alertNo, caseRef],
  )
  return rowCount === 1
}

export const ALERT_COLUMNS = `a.alert_no, p.party_ref, a.product_ref, a.batch_no, a.unit_ix, a.kind, a.level, a.score, a.checks,
  a.signals, a.areas, a.opened_at, a.updated_at, a.acknowledged_at, a.acknowledged_by, a.case_ref, a.closed_at,
  a.closed_by, a.outcome, a.note`

export interface AlertRow {
  alert_no: string
  party_ref: string
  product_ref: string
  batch_no: number
  unit_ix: number | null
  kind: CloneAlert['kind']
  level: CloneAlert['level']
  score: number
  checks: number
  signals: CloneAlert['signals']
  areas: CloneAlert['areas']
  opened_at: Date
  updated_at: Date
  acknowledged_at: Date | null
  acknowledged_by: string | null
  case_ref: string | null
  closed_at: Date | null
  closed_by: string | null
  outcome: AlertOutcome | null
  note: string | null
}

export function alertOf(row: AlertRow): CloneAlert {
  return {
    alertNo: row.alert_no,
    partyRef: row.party_ref,
    productRef: row.product_ref,
    batchNo: row.batch_no,
    index: row.unit_ix,
    kind: row.kind,
    level: row.level,
    score: row.score,
    checks: row.checks,
    signals: row.signals,
    areas: row.areas,
    openedAt: row.opened_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    acknowledgedBy: row.acknowledged_by,
    caseRef: row.case_ref,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: row.closed_by,
    outcome: row.outcome,
    note: row.note,
  }
}

/** What the database says otherwise than the default thresholds; an empty object when it says nothing. */
export async function settingOverrides(db: Database): Promise<unknown> {
  const { rows } = await db.query<{ settings: unknown }>(
    `select settings from trace.clone_setting where setting_name = 'clones'`,
  )
  return rows[0]?.settings ?? {}
}

export async function putSettingOverrides(db: Database, settings: unknown, by: string): Promise<void> {
  await db.query(
    `insert into trace.clone_setting (setting_name, settings, changed_by) values ('clones', $1, $2)
     on conflict (setting_name) do update set settings = excluded.settings, changed_by = excluded.changed_by,
       changed_at = now()`,
    [JSON.stringify(settings), by],
  )
}
