import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { inTransaction, type Sql } from '../money/in-transaction'
import type { ListingChangeBody } from './bodies'
import { differences, type ListingContent, versionOf } from './listing-content'
import { requireOwnListing } from './own-listings'
import { readContents } from './read-content'

/**
 * Submits a change of a listing for review; nothing of it is shown before an operator has approved it. Pack sizes are named by id;
 * those left out, and fields of the label left out, stay as they are.
 * Throws ApiError 404, 409 `listing_waiting` (one is under review), 409 `listing_changed` (the form was filled from an older state),
 * 422 `listing_pack` (no pack size of the product), 422 `listing_unchanged`.
 */
export async function askListingChange(
  container: MedusaContainer,
  tenant: Tenant,
  productId: string,
  body: ListingChangeBody,
): Promise<void> {
  await inTransaction(container, (sql) => askListingChangeIn(sql, tenant, productId, body))
}

/** As `askListingChange`, in the caller's transaction. */
export async function askListingChangeIn(
  sql: Sql,
  tenant: Tenant,
  productId: string,
  body: ListingChangeBody,
): Promise<void> {
  await requireOwnListing(sql, tenant, productId)
  const shown = (await readContents(sql, [productId], true)).get(productId)
  if (!shown) throw new ApiError(404, 'not_found')
  const base: ListingContent = {
    ...{ title: shown.title, description: shown.description, label: shown.label, packs: shown.packs },
  }
  const [waiting] = await sql.query(
    `SELECT id FROM listing_change WHERE product_id = ? AND state = 'submitted' AND deleted_at IS NULL`,
    [productId],
  )
  if (waiting) throw new ApiError(409, 'listing_waiting')
  if (versionOf(base) !== body.version) throw new ApiError(409, 'listing_changed')
  const asked = new Map(body.packs.map((pack) => [pack.id, pack]))
  if (asked.size !== body.packs.length || body.packs.some(({ id }) => !shown.priceRows.has(id))) {
    throw new ApiError(422, 'listing_pack', { field: 'packs' })
  }
  const proposed: ListingContent = {
    ...{ title: body.title, description: body.description, label: { ...base.label, ...body.label } },
    packs: base.packs.map((pack) => ({ ...pack, ...asked.get(pack.id) })),
  }
  if (differences(base, proposed).length === 0) throw new ApiError(422, 'listing_unchanged')
  await sql.query(
    `INSERT INTO listing_change (id, product_id, producer_id, state, base, proposed, submitted_by, submitted_at)
     VALUES (?, ?, ?, 'submitted', ?::jsonb, ?::jsonb, ?, now())`,
    [
      ...[generateEntityId(undefined, 'lchg'), productId, tenant.producerId],
      ...[JSON.stringify(base), JSON.stringify(proposed), tenant.memberId],
    ],
  )
}

/** Takes back the change that waits. Throws ApiError 404, 409 `listing_change_state` when none waits any more. */
export async function withdrawListingChange(
  container: MedusaContainer,
  tenant: Tenant,
  productId: string,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await requireOwnListing(sql, tenant, productId)
    const taken = await sql.query(
      `UPDATE listing_change SET state = 'withdrawn', decided_at = now(), updated_at = now()
       WHERE product_id = ? AND state = 'submitted' AND deleted_at IS NULL RETURNING id`,
      [productId],
    )
    if (taken.length === 0) throw new ApiError(409, 'listing_change_state')
  })
}
