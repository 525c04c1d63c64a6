import type { MedusaContainer } from '@medusajs/framework/types'
import { dispatchIn } from '../dispatch/dispatch'
import { ApiError } from '../http/api-error'
import type { ChangeState } from '../modules/listing/change-states'
import { LABEL_FIELDS } from '../modules/listing/label'
import { inTransaction, type Sql } from '../money/in-transaction'
import { enqueueIn, productChanged } from '../outbox/enqueue'
import type { ListingChangesQuery } from './bodies'
import { differences, type ListingContent, type ListingDifference, versionOf } from './listing-content'
import { readContents } from './read-content'

/** A change as an operator sees it. */
export interface ListingChangeView {
  id: string
  productId: string
  handle: string
  /** Name of the product when the change was submitted. */
  title: string
  producer: string
  state: ChangeState
  differences: ListingDifference[]
  /** While it waits: the product has changed since it was submitted, so it cannot be approved. */
  outdated: boolean
  submittedAt: string
  decidedAt: string | null
  reason: string | null
}

interface ChangeRow {
  id: string
  product_id: string
  state: ChangeState
  base: ListingContent
  proposed: ListingContent
  submitted_at: Date | string
  decided_at: Date | string | null
  reason: string | null
  handle: string | null
  producer: string | null
}

const SELECT = `
  SELECT c.id, c.product_id, c.state, c.base, c.proposed, c.submitted_at, c.decided_at, c.reason, p.handle, producer.name AS producer
  FROM listing_change c LEFT JOIN product p ON p.id = c.product_id LEFT JOIN producer ON producer.id = c.producer_id
  WHERE c.deleted_at IS NULL`

/** Changes in one state: those that wait with the oldest first, the others with the latest first. */
export async function readListingChanges(
  container: MedusaContainer,
  { state, limit, offset }: ListingChangesQuery,
): Promise<{ changes: ListingChangeView[]; count: number }> {
  return await inTransaction(container, async (sql) => {
    const order = state === 'submitted' ? 'c.submitted_at, c.id' : 'c.decided_at DESC, c.id DESC'
    const rows = await sql.query<ChangeRow>(`${SELECT} AND c.state = ? ORDER BY ${order} LIMIT ? OFFSET ?`, [
      ...[state, limit, offset],
    ])
    const [total] = await sql.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM listing_change WHERE state = ? AND deleted_at IS NULL',
      [state],
    )
    return { changes: await toViews(sql, rows), count: total?.count ?? 0 }
  })
}

/** One change. Throws ApiError 404. */
export async function readListingChange(container: MedusaContainer, id: string): Promise<ListingChangeView> {
  return await inTransaction(container, async (sql) => {
    const [view] = await toViews(sql, await sql.query<ChangeRow>(`${SELECT} AND c.id = ?`, [id]))
    if (!view) throw new ApiError(404, 'not_found')
    return view
  })
}

/**
 * Shows what a change asks for: product, pack sizes, prices, the change's state and the news for search and passport are one
 * transaction, so it is shown whole and once or not at all.
 * Throws ApiError 404, 409 `listing_change_state` (decided or withdrawn), 409 `listing_outdated` (the product changed since).
 */
export async function approveListingChange(container: MedusaContainer, id: string, userId: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const [found] = await sql.query<{ product_id: string }>(
      'SELECT product_id FROM listing_change WHERE id = ? AND deleted_at IS NULL',
      [id],
    )
    if (!found) throw new ApiError(404, 'not_found')
    // Submitting locks in the same order: product first, then the change.
    const shown = (await readContents(sql, [found.product_id], true)).get(found.product_id)
    const change = await lockWaiting(sql, id)
    if (!shown || versionOf(shown) !== versionOf(change.base)) throw new ApiError(409, 'listing_outdated')
    const { proposed } = change
    await sql.query('UPDATE product SET title = ?, description = ?, updated_at = now() WHERE id = ?', [
      ...[proposed.title, proposed.description || null, found.product_id],
    ])
    const { label } = proposed
    await sql.query(
      `UPDATE listing_detail SET net_content = ?, ingredients = ?, allergens = ?, storage = ?, usage = ?, warning = ?, standard = ?,
         perishable = ?, updated_at = now() WHERE product_id = ? AND deleted_at IS NULL`,
      [...LABEL_FIELDS.map((field) => label[field]), label.perishable, found.product_id],
    )
    for (const pack of proposed.packs) {
      await sql.query('UPDATE product_variant SET weight = ?, updated_at = now() WHERE id = ?', [
        ...[pack.weightGrams, pack.id],
      ])
      await sql.query(
        `UPDATE price SET amount = ?, raw_amount = jsonb_build_object('value', ?::text, 'precision', 20), updated_at = now()
         WHERE id = ?`,
        [pack.price, String(pack.price), shown.priceRows.get(pack.id)],
      )
    }
    await decide(sql, id, 'approved', userId, null)
    await enqueueIn(sql, productChanged([found.product_id]))
  })
}

/** Sends a change back with a reason its producer reads. Throws ApiError 404, 409 `listing_change_state`. */
export async function returnListingChange(
  container: MedusaContainer,
  id: string,
  userId: string,
  reason: string,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await lockWaiting(sql, id)
    await decide(sql, id, 'returned', userId, reason)
  })
}

async function lockWaiting(sql: Sql, id: string): Promise<Pick<ChangeRow, 'base' | 'proposed'>> {
  const [row] = await sql.query<Pick<ChangeRow, 'state' | 'base' | 'proposed'>>(
    'SELECT state, base, proposed FROM listing_change WHERE id = ? AND deleted_at IS NULL FOR UPDATE',
    [id],
  )
  if (!row) throw new ApiError(404, 'not_found')
  if (row.state !== 'submitted') throw new ApiError(409, 'listing_change_state')
  return row
}

async function decide(sql: Sql, id: string, state: ChangeState, userId: string, reason: string | null): Promise<void> {
  const [change] = await sql.query<{ product_id: string; producer_id: string; title: string | null }>(
    `UPDATE listing_change SET state = ?, decided_by = ?, decided_at = now(), reason = ?, updated_at = now() WHERE id = ?
     RETURNING product_id, producer_id, (SELECT title FROM product p WHERE p.id = product_id) AS title`,
    [state, userId, reason, id],
  )
  if (!change) return
  await dispatchIn(sql, {
    to: { producerId: change.producer_id },
    kind: 'listing_reviewed',
    params: { product: change.title ?? '', accepted: state === 'approved', note: reason ?? '' },
    path: `/chu-the/san-pham/${change.product_id}`,
    dedupeKey: `listing_reviewed:${id}`,
  })
}

async function toViews(sql: Sql, rows: readonly ChangeRow[]): Promise<ListingChangeView[]> {
  const shown = await readContents(
    sql,
    rows.map((row) => row.product_id),
  )
  return rows.map(({ id, state, base, proposed, reason, ...row }) => {
    const now = shown.get(row.product_id)
    return {
      ...{ id, productId: row.product_id, handle: row.handle ?? '', title: base.title, producer: row.producer ?? '' },
      ...{ state, reason, differences: differences(base, proposed) },
      outdated: state === 'submitted' && (!now || versionOf(now) !== versionOf(base)),
      submittedAt: new Date(row.submitted_at).toISOString(),
      decidedAt: row.decided_at === null ? null : new Date(row.decided_at).toISOString(),
    }
  })
}
