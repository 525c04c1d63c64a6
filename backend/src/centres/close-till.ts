import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { post } from '../settlement/post'
import { postTillDifference } from '../settlement/post-counter-sale'
import { ownShop } from './own-shop'
import type { CentreDoer } from './papers'

/** What a till should hold since its last close; amounts are whole đồng. */
export interface TillStanding {
  /** Cash of booked sales and of those that wait for a person, less what was given back of the latter. */
  expectedCash: number
  transfers: number
  sales: number
  /** Sales that wait for a person; their money is in the till all the same. */
  waiting: number
  waitingCash: number
}

const STANDING = `
  SELECT
    (SELECT coalesce(sum(total), 0) FROM counter_sale WHERE shop_id = s.id AND close_id IS NULL AND state = 'booked' AND method = 'cash') AS cash,
    (SELECT coalesce(sum(total), 0) FROM counter_sale WHERE shop_id = s.id AND close_id IS NULL AND state = 'booked' AND method = 'transfer') AS transfers,
    (SELECT count(*) FROM counter_sale WHERE shop_id = s.id AND close_id IS NULL AND state = 'booked') AS sales,
    (SELECT count(*) FROM counter_query WHERE shop_id = s.id AND state = 'waiting') AS waiting,
    (SELECT coalesce(sum(total), 0) FROM counter_query WHERE shop_id = s.id AND state = 'waiting' AND close_id IS NULL AND method = 'cash') AS waiting_cash,
    (SELECT coalesce(sum(total), 0) FROM counter_query WHERE shop_id = s.id AND method = 'cash' AND state = 'settled' AND NOT returned AND close_id IS NULL) AS kept_cash,
    (SELECT coalesce(sum(total), 0) FROM counter_query WHERE shop_id = s.id AND method = 'cash' AND returned AND close_id IS NOT NULL AND returned_close_id IS NULL) AS returned_cash
  FROM shop s WHERE s.id = ?`

async function standingIn(sql: Sql, shopId: string): Promise<TillStanding> {
  const [row] = await sql.query<
    Record<'cash' | 'transfers' | 'sales' | 'waiting' | 'waiting_cash' | 'kept_cash' | 'returned_cash', string>
  >(STANDING, [shopId])
  if (!row) throw new ApiError(404, 'not_found')
  return {
    expectedCash: toDong(row.cash) + toDong(row.waiting_cash) + toDong(row.kept_cash) - toDong(row.returned_cash),
    transfers: toDong(row.transfers),
    sales: toDong(row.sales),
    waiting: toDong(row.waiting),
    waitingCash: toDong(row.waiting_cash),
  }
}

/** How a till stands since its last close. */
export async function tillStanding(container: MedusaContainer, shopId: string): Promise<TillStanding> {
  return await inTransaction(container, (sql) => standingIn(sql, shopId))
}

/**
 * Closes a till: what was counted against what should be there; every sale up to now belongs to this close and cannot be voided any more.
 * The centre answers for the difference, which needs a word. Sent twice it closes once.
 * Throws ApiError 404 for a shop of another centre and 422 `difference_note_required`. Out: the close's id.
 */
export async function closeTill(
  container: MedusaContainer,
  input: {
    centreId: string
    shopId: string
    requestKey: string
    countedCash: number
    note: string | null
    by: CentreDoer
  },
): Promise<string> {
  const shop = await ownShop(container, input.centreId, input.shopId)
  const now = new Date()
  return await inTransaction(container, async (sql) => {
    // One close of a shop at a time; sales that are booked meanwhile fall to the next.
    await sql.query('SELECT 1 FROM shop WHERE id = ? FOR UPDATE', [shop.id])
    const [known] = await sql.query<{ id: string }>('SELECT id FROM till_close WHERE shop_id = ? AND request_key = ?', [
      shop.id,
      input.requestKey,
    ])
    if (known) return known.id
    await sql.query('SELECT 1 FROM counter_sale WHERE shop_id = ? AND close_id IS NULL ORDER BY id FOR UPDATE', [
      shop.id,
    ])
    const standing = await standingIn(sql, shop.id)
    const difference = input.countedCash - standing.expectedCash
    if (difference !== 0 && input.note === null) {
      throw new ApiError(422, 'difference_note_required', {
        field: 'note',
        extra: { expected: standing.expectedCash, difference },
      })
    }
    const id = generateEntityId(undefined, 'tclose')
    await sql.query(
      `INSERT INTO till_close (id, centre_id, shop_id, request_key, expected_cash, counted_cash, difference, transfers, sales, note,
         closed_by, closed_by_name, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        shop.centreId,
        shop.id,
        input.requestKey,
        standing.expectedCash,
        input.countedCash,
        difference,
        standing.transfers,
        standing.sales,
        input.note,
        input.by.id,
        input.by.name,
        now.toISOString(),
      ],
    )
    await sql.query('UPDATE counter_sale SET close_id = ? WHERE shop_id = ? AND close_id IS NULL', [id, shop.id])
    await sql.query(
      `UPDATE counter_query SET returned_close_id = ? WHERE shop_id = ? AND returned AND close_id IS NOT NULL AND returned_close_id IS NULL`,
      [id, shop.id],
    )
    await sql.query(
      `UPDATE counter_query SET close_id = ? WHERE shop_id = ? AND close_id IS NULL AND (state = 'waiting' OR (state = 'settled' AND NOT returned))`,
      [id, shop.id],
    )
    await postTillDifference(sql, { shopId: shop.id, centreId: shop.centreId, closeId: id, difference, at: now })
    return id
  })
}

/**
 * Books cash that was carried from a till to the bank, under the bank's own number; the same number again changes nothing.
 * Throws ApiError 404, and 422 `deposit_above_till` when the till's account holds less.
 */
export async function depositCash(
  container: MedusaContainer,
  {
    centreId,
    shopId,
    amount,
    bankReference,
  }: { centreId: string; shopId: string; amount: number; bankReference: string },
): Promise<void> {
  const shop = await ownShop(container, centreId, shopId)
  await inTransaction(container, async (sql) => {
    await sql.query('SELECT 1 FROM shop WHERE id = ? FOR UPDATE', [shop.id])
    const key = `deposit:${shop.id}:${bankReference}`
    const [known] = await sql.query('SELECT 1 FROM ledger_entry WHERE key = ?', [key])
    if (!known && (await tillBalanceIn(sql, shop.id)) < amount)
      throw new ApiError(422, 'deposit_above_till', { field: 'amount' })
    await post(sql, [
      {
        key,
        kind: 'remitted',
        debit: 'bank:main',
        credit: `till:${shop.id}`,
        amount,
        at: new Date(),
        centreId: shop.centreId,
      },
    ])
  })
}

/** What the ledger says a till holds, whole đồng. */
export async function tillBalanceIn(sql: Sql, shopId: string): Promise<number> {
  const account = `till:${shopId}`
  const [row] = await sql.query<{ held: string }>(
    `SELECT (coalesce((SELECT sum(amount) FROM ledger_entry WHERE debit = ?), 0)
       - coalesce((SELECT sum(amount) FROM ledger_entry WHERE credit = ?), 0))::text AS held`,
    [account, account],
  )
  return toDong(row?.held ?? 0)
}
