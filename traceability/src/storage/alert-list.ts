import { ALERT_COLUMNS, type AlertRow, alertOf } from './clone-alerts.ts'
import { type Database, onlyRow } from './database.ts'
import { type NamedAlert, PRODUCT_OF_ALERT, type ProductNameRow, productOf } from './product-names.ts'

/** `new`: open, nobody has said anything; `confirmed`: looked into and still warned of; `closed`: dismissed, public or faded. */
export const ALERT_STATES = ['new', 'confirmed', 'closed', 'all'] as const
export type AlertState = (typeof ALERT_STATES)[number]

/** An alert with its product and, to write the code by, what its label batch was made with. */
export interface BatchAlert extends NamedAlert {
  batch: { epoch: number; size: number }
}

/** $1 open or null for both, $2 somebody has confirmed it or null for both, $3 level or null. */
const WANTED = `($1::bool is null or (a.closed_at is null) = $1)
  and ($2::bool is null or (a.acknowledged_at is not null) = $2) and ($3::text is null or a.level = $3)`
const FLAGS: Record<AlertState, [open: boolean | null, confirmed: boolean | null]> = {
  new: [true, false],
  confirmed: [true, true],
  closed: [false, null],
  all: [null, null],
}

/** A page of all parties' alerts, newest first, and how many there are: a question of the operator, never of a scan. */
export async function pageOfAlerts(
  db: Database,
  filter: { state: AlertState; level: 'watch' | 'suspect' | null; limit: number; offset: number },
): Promise<{ alerts: BatchAlert[]; count: number }> {
  const wanted = [...FLAGS[filter.state], filter.level]
  const counted = await db.query<{ count: number }>(
    `select count(*)::int4 as count from trace.clone_alert a where ${WANTED}`,
    wanted,
  )
  const { rows } = await db.query<BatchAlertRow>(
    `${BATCH_ALERTS} where ${WANTED} order by a.opened_at desc, a.alert_no desc limit $4 offset $5`,
    [...wanted, filter.limit, filter.offset],
  )
  return { alerts: rows.map(batchAlertOf), count: onlyRow(counted).count }
}

/** One alert of a party; null when the party has none of that number. */
export async function alertOfParty(db: Database, partyRef: string, alertNo: string): Promise<BatchAlert | null> {
  const { rows } = await db.query<BatchAlertRow>(`${BATCH_ALERTS} where p.party_ref = $1 and a.alert_no = $2`, [
    partyRef,
    alertNo,
  ])
  return rows[0] ? batchAlertOf(rows[0]) : null
}

type BatchAlertRow = AlertRow & ProductNameRow & { epoch: number; size: number }

const BATCH_ALERTS = `select ${ALERT_COLUMNS}, s.name, s.producer, s.province, b.epoch, b.size
   from trace.clone_alert a join trace.party p using (party_no)
   join trace.label_batch b on b.party_no = a.party_no and b.batch_no = a.batch_no
   ${PRODUCT_OF_ALERT}`

function batchAlertOf(row: BatchAlertRow): BatchAlert {
  return { ...alertOf(row), product: productOf(row), batch: { epoch: row.epoch, size: row.size } }
}
