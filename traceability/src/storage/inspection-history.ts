import { ALERT_COLUMNS, type AlertRow, alertOf, type CloneAlert, type UnitKey } from './clone-alerts.ts'
import type { Database } from './database.ts'
import { type NamedAlert, PRODUCT_OF_ALERT, type ProductNameRow, productOf } from './product-names.ts'

/** Counted checks of a unit on one day (+07) in one province; null where nobody stated it. */
export interface DayOfScans {
  day: string
  provinceCode: string | null
  checks: number
}

/** Counted checks of a unit since a moment, by day and province, newest first; at most 500 lines. */
export async function scansByDay(db: Database, unit: UnitKey, since: Date): Promise<DayOfScans[]> {
  const { rows } = await db.query<{ day: string; province_code: string | null; checks: number }>(
    `select (scanned_at at time zone '+07')::date::text as day, province_code, count(*)::int4 as checks
       from trace.scan
      where party_no = $1 and batch_no = $2 and unit_ix = $3 and counted and scanned_at >= $4
      group by 1, 2 order by 1 desc, 3 desc, 2 limit 500`,
    [unit.partyNo, unit.batchNo, unit.index, since],
  )
  return rows.map((row) => ({ day: row.day, provinceCode: row.province_code, checks: row.checks }))
}

/** One change of a unit's state, or one that was refused; `labels` is how many labels it was about. */
export interface UnitChange {
  at: string
  action: string
  done: boolean
  labels: number
  note: string | null
  place: string | null
  provinceCode: string | null
}

/** Everything that was done or tried with a unit, newest first; at most 200. */
export async function changesOfUnit(db: Database, unit: UnitKey): Promise<UnitChange[]> {
  const { rows } = await db.query<{
    action: string
    changed: number
    labels: number
    note: string | null
    place: string | null
    province_code: string | null
    changed_at: Date
  }>(
    `select action, changed, last_ix - first_ix + 1 as labels, note, place, province_code, changed_at
       from trace.unit_change
      where party_no = $1 and batch_no = $2 and first_ix <= $3 and last_ix >= $3
      order by changed_at desc, change_no desc limit 200`,
    [unit.partyNo, unit.batchNo, unit.index],
  )
  return rows.map((row) => ({
    at: row.changed_at.toISOString(),
    action: row.action,
    done: row.changed > 0,
    labels: row.labels,
    note: row.note,
    place: row.place,
    provinceCode: row.province_code,
  }))
}

/** Alerts of a unit and of its whole batch, open ones first. */
export async function alertsOfUnit(db: Database, unit: UnitKey): Promise<CloneAlert[]> {
  const { rows } = await db.query<AlertRow>(
    `select ${ALERT_COLUMNS} from trace.clone_alert a join trace.party p using (party_no)
      where a.party_no = $1 and a.batch_no = $2 and (a.unit_ix = $3 or a.unit_ix is null)
      order by a.closed_at is not null, a.opened_at desc limit 100`,
    [unit.partyNo, unit.batchNo, unit.index],
  )
  return rows.map(alertOf)
}

/**
 * Alerts of some provinces, newest first: with checks there, or about products made there. In: the provinces, a product or
 * null, a level or null, open ones or closed ones or (null) all.
 */
export async function alertsOfProvinces(
  db: Database,
  filter: {
    provinces: readonly string[]
    productRef: string | null
    level: 'watch' | 'suspect' | null
    open: boolean | null
    limit: number
  },
): Promise<NamedAlert[]> {
  const { rows } = await db.query<AlertRow & ProductNameRow>(
    `select ${ALERT_COLUMNS}, s.name, s.producer, s.province
       from trace.clone_alert a join trace.party p using (party_no) ${PRODUCT_OF_ALERT}
      where (a.province_codes && $1::text[] or s.province = any ($1::text[]))
        and ($2::text is null or a.product_ref = $2) and ($3::text is null or a.level = $3)
        and ($4::bool is null or (a.closed_at is null) = $4)
      order by a.opened_at desc, a.alert_no desc limit $5`,
    [filter.provinces, filter.productRef, filter.level, filter.open, filter.limit],
  )
  return rows.map((row) => ({ ...alertOf(row), product: productOf(row) }))
}
