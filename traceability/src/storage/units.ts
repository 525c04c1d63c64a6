import type { ClientBase } from 'pg'
import { onlyRow, type Pooler, type Reader, statement } from './database.ts'

/** Out: the moment the unit became void, the earlier one when it was void before. */
export async function voidUnitRow(
  client: ClientBase,
  partyNo: number,
  batchNo: number,
  index: number,
  reason: string,
): Promise<Date> {
  const { rows } = await client.query<{ voided_at: Date }>(
    `insert into trace.unit as u (party_no, batch_no, unit_ix, status, void_reason, voided_at)
     values ($1, $2, $3, 'void', $4, now())
     on conflict (party_no, batch_no, unit_ix) do update set
       status = 'void', void_reason = coalesce(u.void_reason, excluded.void_reason),
       voided_at = coalesce(u.voided_at, excluded.voided_at)
     returning voided_at`,
    [partyNo, batchNo, index, reason],
  )
  return onlyRow({ rows }).voided_at
}

/** What the database knows of a unit at the moment of a scan, with the versions of what the answer is made from. */
export interface UnitState {
  status: 'issued' | 'void'
  voidReason: string | null
  /** Counted checks so far, those of the asking device included. */
  checks: number
  firstCheckedAt: string | null
  passportVersion: number | null
  lotVersion: number | null
}

/** The one statement every scan runs. $1 party, $2 batch, $3 unit, $4 product, $5 lot or null. */
export const UNIT_STATE = `select u.status, u.void_reason, u.checks, u.first_checked_at,
   (select max(p.version) from trace.passport p where p.party_no = $1 and p.product_ref = $4) as passport_version,
   (select t.version from trace.lot_trace t where t.party_no = $1 and t.lot_no = $5) as lot_version
 from (select 1) as always
 left join trace.unit u on u.party_no = $1 and u.batch_no = $2 and u.unit_ix = $3`

export async function unitState(
  db: Reader,
  pooler: Pooler,
  unit: { partyNo: number; batchNo: number; index: number; productRef: string; lotNo: string | null },
): Promise<UnitState> {
  const { rows } = await db.query<{
    status: 'issued' | 'void' | null
    void_reason: string | null
    checks: number | null
    first_checked_at: Date | null
    passport_version: string | null
    lot_version: string | null
  }>(statement(pooler, 'unit_state', UNIT_STATE, [unit.partyNo, unit.batchNo, unit.index, unit.productRef, unit.lotNo]))
  const row = onlyRow({ rows })
  return {
    status: row.status ?? 'issued',
    voidReason: row.void_reason,
    checks: row.checks ?? 0,
    firstCheckedAt: row.first_checked_at?.toISOString() ?? null,
    passportVersion: row.passport_version === null ? null : Number(row.passport_version),
    lotVersion: row.lot_version === null ? null : Number(row.lot_version),
  }
}
