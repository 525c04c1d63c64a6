import type { ClientBase } from 'pg'
import { onlyRow } from './database.ts'

export interface ScratchTry {
  wrongTries: number
  lockedUntil: Date | null
  confirmedAt: Date | null
  provinceCode: string | null
  /** Of the first confirmation; erased after 90 days. */
  deviceHash: Buffer | null
}

interface Unit {
  partyNo: number
  batchNo: number
  index: number
}

/** What is known of a unit's tries, locked until the transaction ends; the first try makes the row. */
export async function lockScratchTry(client: ClientBase, unit: Unit): Promise<ScratchTry> {
  const { rows } = await client.query<{
    wrong_tries: number
    locked_until: Date | null
    confirmed_at: Date | null
    province_code: string | null
    device_hash: Buffer | null
  }>(
    `insert into trace.scratch_try as t (party_no, batch_no, unit_ix) values ($1, $2, $3)
     on conflict (party_no, batch_no, unit_ix) do update set wrong_tries = t.wrong_tries
     returning wrong_tries, locked_until, confirmed_at, province_code, device_hash`,
    [unit.partyNo, unit.batchNo, unit.index],
  )
  const row = onlyRow({ rows })
  return {
    wrongTries: row.wrong_tries,
    lockedUntil: row.locked_until,
    confirmedAt: row.confirmed_at,
    provinceCode: row.province_code,
    deviceHash: row.device_hash,
  }
}

export async function keepScratchTry(client: ClientBase, unit: Unit, state: ScratchTry): Promise<void> {
  await client.query(
    `update trace.scratch_try set wrong_tries = $4, locked_until = $5, confirmed_at = $6, province_code = $7,
       device_hash = $8 where party_no = $1 and batch_no = $2 and unit_ix = $3`,
    [
      unit.partyNo,
      unit.batchNo,
      unit.index,
      state.wrongTries,
      state.lockedUntil,
      state.confirmedAt,
      state.provinceCode,
      state.deviceHash,
    ],
  )
}
