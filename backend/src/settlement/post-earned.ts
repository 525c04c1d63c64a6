import { MedusaError } from '@medusajs/framework/utils'
import type { AssetAccount } from '../modules/settlement/kinds'
import type { Sql } from '../money/in-transaction'
import { lockOrderBooks } from './order-books'
import { post } from './post'
import { collectedEntries, earnedEntries } from './postings/earned'

export interface EarnedOrder {
  orderId: string
  /** Who took the buyer's cash for an order that was not paid before: a carrier or a till. */
  collectedBy?: AssetAccount
  at: Date
}

/**
 * Posts a delivered order as the seller's: the sale, what others bear, commissions and taxes by the frozen terms of each line, without
 * what was given back before. Of COD the collected cash first. In: the transaction that moves the order to delivered.
 * Out: true, or false when it was posted before (nothing changes). Throws INVALID_DATA when the order was not frozen, or when its
 * advance does not hold exactly what its lines cost: then something was not posted, and nothing may go on.
 */
export async function postEarned(sql: Sql, { orderId, collectedBy, at }: EarnedOrder): Promise<boolean> {
  const books = await lockOrderBooks(sql, orderId)
  if (books.earned) return false
  if (books.lines.length === 0) throw new MedusaError(MedusaError.Types.INVALID_DATA, `Order ${orderId} has no terms.`)
  const due = books.lines.reduce((sum, { terms, refunded }) => sum + terms.paid - refunded.amount, 0)
  const collected = collectedBy === undefined ? [] : collectedEntries(orderId, books.lines, collectedBy, at)
  const advance = books.advance + collected.reduce((sum, { amount }) => sum + amount, 0)
  if (advance !== due) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Order ${orderId} holds ${advance} đồng in advance, its lines cost ${due}.`,
    )
  }
  await post(sql, [...collected, ...earnedEntries(books.lines, at)])
  return true
}
