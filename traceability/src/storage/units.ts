import type { AlertView, UnitState } from '../verify/verdict.ts'
import { onlyRow, type Pooler, type Reader, statement } from './database.ts'
import type { LabelBatchRecord } from './label-batches.ts'

/** What the database knows of a unit at the moment of a scan, with the versions of what the answer is made from. */
export interface UnitFactsNow {
  status: UnitState
  /** UTC, ISO 8601; null for a state it has had from print. */
  statusSince: string | null
  /** Action that brought the state. */
  statusReason: string | null
  voidReason: string | null
  alert: AlertView | null
  /** Counted checks so far, those of the asking device included. */
  checks: number
  firstCheckedAt: string | null
  passportVersion: number | null
  lotVersion: number | null
}

/** The one statement every scan runs. $1 party, $2 batch, $3 unit, $4 product, $5 lot or null. */
export const UNIT_STATE = `select u.status, u.state_since, u.state_reason, u.void_reason, u.alert, u.checks,
   u.first_checked_at,
   (select json_build_object('last', r.last_ix, 'state', r.state, 'since', r.since, 'reason', r.reason, 'note', r.note)
      from trace.unit_range r where r.party_no = $1 and r.batch_no = $2 and r.first_ix <= $3
      order by r.first_ix desc limit 1) as range,
   (select p.version from trace.passport p where p.party_no = $1 and p.product_ref = $4
      order by p.version desc limit 1) as passport_version,
   (select t.version from trace.lot_trace t where t.party_no = $1 and t.lot_no = $5) as lot_version
 from (select 1) as always
 left join trace.unit u on u.party_no = $1 and u.batch_no = $2 and u.unit_ix = $3`

interface UnitStateRow {
  status: UnitState | null
  state_since: Date | null
  state_reason: string | null
  void_reason: string | null
  alert: AlertView | null
  checks: number | null
  first_checked_at: Date | null
  /** The last range that begins at or before the unit. */
  range: { last: number; state: UnitState; since: string; reason: string; note: string | null } | null
  passport_version: string | null
  lot_version: string | null
}

/** In: the unit's batch and index. */
export async function unitState(
  db: Reader,
  pooler: Pooler,
  batch: Pick<LabelBatchRecord, 'partyNo' | 'batchNo' | 'productRef' | 'lotNo' | 'startsAs'>,
  index: number,
): Promise<UnitFactsNow> {
  const values = [batch.partyNo, batch.batchNo, index, batch.productRef, batch.lotNo]
  const { rows } = await db.query<UnitStateRow>(statement(pooler, 'unit_state', UNIT_STATE, values))
  const row = onlyRow({ rows })
  const state = stateOf(row, index, batch.startsAs)
  // Written out: a spread would cost more than the rest of this function, and it runs for every scan.
  return {
    status: state.status,
    statusSince: state.statusSince,
    statusReason: state.statusReason,
    voidReason: state.voidReason,
    alert: row.alert,
    checks: row.checks ?? 0,
    firstCheckedAt: row.first_checked_at?.toISOString() ?? null,
    passportVersion: row.passport_version === null ? null : Number(row.passport_version),
    lotVersion: row.lot_version === null ? null : Number(row.lot_version),
  }
}

type StatePart = Pick<UnitFactsNow, 'status' | 'statusSince' | 'statusReason' | 'voidReason'>

const FROM_PRINT: Record<'active' | 'issued', StatePart> = {
  active: { status: 'active', statusSince: null, statusReason: null, voidReason: null },
  issued: { status: 'issued', statusSince: null, statusReason: null, voidReason: null },
}

/** A state of its own comes before that of its range, and that before the batch's. */
function stateOf(row: UnitStateRow, index: number, startsAs: 'active' | 'issued'): StatePart {
  if (row.status !== null && row.status !== 'issued') {
    const statusSince = row.state_since?.toISOString() ?? null
    return { status: row.status, statusSince, statusReason: row.state_reason, voidReason: row.void_reason }
  }
  const { range } = row
  if (range !== null && range.last >= index) {
    return {
      status: range.state,
      statusSince: new Date(range.since).toISOString(),
      statusReason: range.reason,
      voidReason: range.state === 'void' ? range.note : null,
    }
  }
  return startsAs === 'active' ? FROM_PRINT.active : FROM_PRINT.issued
}
