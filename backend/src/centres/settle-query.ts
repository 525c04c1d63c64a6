import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { inTransaction } from '../money/in-transaction'
import { type SaleInput, writeSale } from './book-sale'
import { ownShop } from './own-shop'
import type { CentreDoer } from './papers'

export type QueryDecision =
  /** Book it as it was: at the price that was paid, with goods the book did not know of. */
  | { action: 'book' }
  /** It is not to be booked: the money went back to the buyer, or is kept apart; the note says what became of money and goods. */
  | { action: 'settle'; returned: boolean; note: string }

/**
 * Decides on a sale that was rung up without a network and could not be booked. Throws ApiError 404, 409 `query_settled` when another was
 * first, and 422 when it cannot be booked even so (no agreement, a label that is not of these goods).
 */
export async function settleQuery(
  container: MedusaContainer,
  { centreId, queryId, decision, by }: { centreId: string; queryId: string; decision: QueryDecision; by: CentreDoer },
): Promise<void> {
  const [query] = await inTransaction(container, (sql) =>
    sql.query<{
      shop_id: string
      sale: SaleInput
      state: string
      close_id: string | null
      seller_id: string
      seller_name: string
    }>(
      'SELECT shop_id, sale, state, close_id, seller_id, seller_name FROM counter_query WHERE id = ? AND centre_id = ?',
      [queryId, centreId],
    ),
  )
  if (!query) throw new ApiError(404, 'not_found')
  if (query.state !== 'waiting') throw new ApiError(409, 'query_settled')
  const now = new Date()
  const returned = decision.action === 'settle' && decision.returned
  let outcome: string | null = decision.action === 'settle' ? decision.note : null
  if (decision.action === 'book') {
    const shop = await ownShop(container, centreId, query.shop_id)
    const sale = { ...query.sale, offline: true }
    const tendered = sale.method === 'cash' ? Math.max(sale.tendered ?? 0, sale.total) : null
    const booked = {
      ...sale,
      tendered,
      bankReference: sale.method === 'transfer' ? (sale.bankReference ?? `NB ${queryId}`) : null,
    }
    const seller = { id: query.seller_id, name: query.seller_name, sample: by.sample }
    // The sale keeps its own id: a booking that was cut off before it was noted here is found again.
    const [before] = await inTransaction(container, (sql) =>
      sql.query<{ id: string }>('SELECT id FROM counter_sale WHERE client_id = ?', [sale.clientId]),
    )
    const allow = { price: true, recall: true, missing: true }
    outcome = before?.id ?? (await writeSale(container, shop, booked, seller, now, allow, query.close_id))
  }
  await inTransaction(container, async (sql) => {
    const done = await sql.query(
      `UPDATE counter_query SET state = ?, outcome = ?, returned = ?, settled_by = ?, settled_by_name = ?, settled_at = ?
       WHERE id = ? AND state = 'waiting' RETURNING id`,
      [
        decision.action === 'book' ? 'booked' : 'settled',
        outcome,
        returned,
        by.id,
        by.name,
        now.toISOString(),
        queryId,
      ],
    )
    if (done.length === 0) throw new ApiError(409, 'query_settled')
  })
}
