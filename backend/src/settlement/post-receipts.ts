import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { post } from './post'
import {
  type FreightCharge,
  freightEntries,
  type PaidGroup,
  paidEntries,
  type Remittance,
  remittedEntries,
  type UnappliedMoney,
  unappliedEntries,
} from './postings/received'

/** Posts a receipt that paid a group. In: the caller's transaction. Posting it again changes nothing; throws as `post` does. */
export async function postPaid(sql: Sql, paid: PaidGroup): Promise<void> {
  await post(sql, paidEntries(paid))
}

/** Posts a receipt that could not be applied, to the group it named. */
export async function postUnapplied(sql: Sql, money: UnappliedMoney): Promise<void> {
  await post(sql, unappliedEntries(money))
}

/** Posts what a carrier or the gateway paid into the bank, and the fees it kept. */
export async function postRemitted(sql: Sql, remittance: Remittance): Promise<void> {
  await post(sql, remittedEntries(remittance))
}

/** Posts the freight of a parcel that the carrier keeps from what it collected. */
export async function postFreight(sql: Sql, charge: FreightCharge): Promise<void> {
  await post(sql, freightEntries(charge))
}

const UNAPPLIED = `
  SELECT (coalesce((SELECT sum(amount) FROM ledger_entry WHERE credit = ?), 0)
    - coalesce((SELECT sum(amount) FROM ledger_entry WHERE debit = ?), 0))::text AS held`

/** What a group's unapplied account holds, whole đồng: money that came in and was neither applied nor asked back. */
export async function unappliedOf(sql: Sql, groupId: string): Promise<number> {
  const account = `unapplied:${groupId}`
  const [row] = await sql.query<{ held: string }>(UNAPPLIED, [account, account])
  return toDong(row?.held ?? 0)
}
