import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { foreignRow } from '../http/foreign-row'
import type { Tenant } from '../http/tenant'
import type { ChangeState } from '../modules/listing/change-states'
import type { ListingLabel } from '../modules/listing/label'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type ListedPack, type ListingContent, rebased, versionOf } from './listing-content'
import { readContents, type ShownListing } from './read-content'

/** The last change asked for, as its producer sees it. */
export interface OwnChange {
  id: string
  state: ChangeState
  /** What it asks for, on top of what is shown now. */
  proposed: ListingContent
  /** UTC, ISO 8601. */
  submittedAt: string
  decidedAt: string | null
  /** Why it was sent back. */
  reason: string | null
}

/** A listing as its producer sees it. */
export interface OwnListing {
  productId: string
  version: string
  published: boolean
  /** Taken off sale by its producer. */
  paused: boolean
  title: string
  description: string
  label: ListingLabel
  packs: ListedPack[]
  change: OwnChange | null
}

/** The listings of a producer by name, each with the last change asked for. */
export async function readOwnListings(container: MedusaContainer, producerId: string): Promise<OwnListing[]> {
  return await inTransaction(container, async (sql) => {
    const links = await sql.query<{ product_id: string }>(
      'SELECT product_id FROM product_product_producer_producer WHERE producer_id = ? AND deleted_at IS NULL',
      [producerId],
    )
    const listings = await viewsOf(
      sql,
      links.map((link) => link.product_id),
    )
    return listings.sort((one, other) => one.title.localeCompare(other.title, 'vi'))
  })
}

/** One listing of the tenant. Throws ApiError 404, for one of somebody else too (`requireOwnListing`). */
export async function readOwnListing(
  container: MedusaContainer,
  tenant: Tenant,
  productId: string,
): Promise<OwnListing> {
  return await inTransaction(container, async (sql) => {
    await requireOwnListing(sql, tenant, productId)
    const [listing] = await viewsOf(sql, [productId])
    if (!listing) throw new ApiError(404, 'not_found')
    return listing
  })
}

/** Throws ApiError 404 for a product there is not and, as a security event, for one of somebody else. */
export async function requireOwnListing(
  sql: Sql,
  { memberId, producerId }: Pick<Tenant, 'memberId' | 'producerId'>,
  productId: string,
): Promise<void> {
  const [link] = await sql.query<{ producer_id: string }>(
    'SELECT producer_id FROM product_product_producer_producer WHERE product_id = ? AND deleted_at IS NULL',
    [productId],
  )
  if (!link) throw new ApiError(404, 'not_found')
  if (link.producer_id !== producerId) {
    throw foreignRow({ actor: 'producer', id: memberId }, { type: 'product', id: productId })
  }
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
}

async function viewsOf(sql: Sql, productIds: readonly string[]): Promise<OwnListing[]> {
  const shown = await readContents(sql, productIds)
  const changes = await sql.query<ChangeRow>(
    `SELECT DISTINCT ON (product_id) id, product_id, state, base, proposed, submitted_at, decided_at, reason FROM listing_change
     WHERE product_id = ANY(?) AND deleted_at IS NULL ORDER BY product_id, submitted_at DESC, id DESC`,
    [productIds],
  )
  const changeOf = new Map(changes.map((change) => [change.product_id, change]))
  return [...shown.values()].map(({ priceRows: _, ...listing }: ShownListing) => {
    const change = changeOf.get(listing.productId)
    return { ...listing, version: versionOf(listing), change: change ? toOwnChange(change, listing) : null }
  })
}

function toOwnChange(change: ChangeRow, shown: ListingContent): OwnChange {
  return {
    ...{ id: change.id, state: change.state, reason: change.reason },
    proposed: rebased(change.base, change.proposed, shown),
    submittedAt: new Date(change.submitted_at).toISOString(),
    decidedAt: change.decided_at === null ? null : new Date(change.decided_at).toISOString(),
  }
}
