import type { MedusaContainer } from '@medusajs/framework/types'
import { inTransaction, type Sql } from '../money/in-transaction'

/** What a centre may sell of a producer, and for which share. */
export interface AgreementTerms {
  id: string
  /** Null for all products of the producer. */
  productIds: string[] | null
  /** Of the goods' price, in basis points. */
  shareBps: number
}

/**
 * The agreement of a producer and a centre that is in force on a day (yyyy-mm-dd at +07), within the caller's transaction;
 * null when there is none. One that was ended was in force until the day it ended.
 */
export async function agreementOnIn(
  sql: Sql,
  producerId: string,
  centreId: string,
  day: string,
): Promise<AgreementTerms | null> {
  const [row] = await sql.query<{ id: string; product_ids: string[] | null; share_bps: number }>(
    `SELECT id, product_ids, share_bps FROM centre_agreement
     WHERE producer_id = ? AND centre_id = ? AND accepted_at IS NOT NULL AND deleted_at IS NULL
       AND first_day <= ? AND (last_day IS NULL OR last_day >= ?)
     ORDER BY first_day DESC, id DESC LIMIT 1`,
    [producerId, centreId, day, day],
  )
  return row ? { id: row.id, productIds: row.product_ids, shareBps: row.share_bps } : null
}

/** `agreementOnIn` for a caller without a transaction. */
export async function agreementOn(
  container: MedusaContainer,
  producerId: string,
  centreId: string,
  day: string,
): Promise<AgreementTerms | null> {
  return await inTransaction(container, (sql) => agreementOnIn(sql, producerId, centreId, day))
}
