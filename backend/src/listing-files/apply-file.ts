import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { startProposalIn, submitProposalIn } from '../listing-proposals/propose-listing'
import { askListingChangeIn } from '../listings/ask-change'
import { inTransaction, type Sql } from '../money/in-transaction'
import { countStockIn } from '../stock/own-stock'
import { importOf } from './check-file'
import type { FileDeed } from './plan-rows'

/**
 * Does what a checked file was said to do: new products, pack sizes and changes are handed in for review, stock counts at once. All of it is
 * one transaction, so a file is done whole or not at all; done twice it is done once.
 * Throws ApiError 404, 409 `listing_file_faulty`, `listing_file_empty`, and whatever a deed throws (409 `listing_changed`, `stock_moved` when the listings
 * have moved since the file was checked).
 */
export async function applyFile(container: MedusaContainer, tenant: Tenant, id: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const { state, plan } = await importOf(sql, tenant, id, true)
    if (state === 'applied') return
    if (plan.faults.length > 0) throw new ApiError(409, 'listing_file_faulty')
    if (plan.deeds.length === 0) throw new ApiError(409, 'listing_file_empty')
    // Locks are taken in the order of products, as everywhere: two files of one producer wait for each other, and do not block.
    const deeds = [...plan.deeds].sort((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1))
    for (const deed of deeds) await act(sql, tenant, deed)
    await sql.query(
      `UPDATE listing_import SET state = 'applied', applied_at = now(), updated_at = now() WHERE id = ?`,
      [id],
    )
  })
}

function subjectOf(deed: FileDeed): string {
  if (deed.kind === 'product') return '~'
  return deed.kind === 'stock' ? `stock ${deed.variantId}` : `product ${deed.productId}`
}

async function act(sql: Sql, tenant: Tenant, deed: FileDeed): Promise<void> {
  switch (deed.kind) {
    case 'stock': {
      await countStockIn(sql, tenant, deed.variantId, { stocked: deed.stocked, seen: deed.seen })
      return
    }
    case 'change': {
      const { title, description, label, packs } = deed.proposed
      await askListingChangeIn(sql, tenant, deed.productId, {
        ...{ version: deed.version, title, description, label },
        packs: packs.map(({ id, price, weightGrams }) => ({ id, price, weightGrams })),
      })
      return
    }
    default: {
      const forProductId = deed.kind === 'packs' ? deed.productId : null
      const id = await startProposalIn(sql, tenant, { draft: deed.draft, forProductId })
      await submitProposalIn(sql, tenant, id)
    }
  }
}
