import type { MedusaContainer } from '@medusajs/framework/types'
import { deleteInventoryItemWorkflow, deleteProductsWorkflow } from '@medusajs/medusa/core-flows'
import {
  type CreateListedProductsInput,
  createListedProductsWorkflow,
} from '@sao-lang/backend/workflows/listing/workflows/create-listed-products'
import { chunks, shopRows } from './shop.ts'

interface ProductRow {
  id: string
  handle: string
  status: string
  listing_detail: { id: string; paused_at: string | null } | null
}

type Listing = CreateListedProductsInput['products'][number]

export interface ListingRequest {
  product: Listing
  salesChannelIds: string[]
}

/**
 * Lists the products that are not listed yet, in batches. What a killed run left half made (still a draft, or without
 * its label, or stock without a product) is taken away first and listed anew.
 * Out: product id by handle, and how many were new. Throws what the workflow throws; whole batches before it stay.
 */
export async function seedProducts(
  container: MedusaContainer,
  where: Pick<CreateListedProductsInput, 'stockLocationId' | 'shippingProfileId'>,
  requests: readonly ListingRequest[],
  batch: number,
  told: (done: number) => void = () => {},
): Promise<{ ids: Map<string, string>; created: number }> {
  const ids = new Map<string, string>()
  const halfMade: string[] = []
  for (const part of chunks(requests, 500)) {
    const rows = await shopRows<ProductRow>(container, {
      entity: 'product',
      fields: ['id', 'handle', 'status', 'listing_detail.id', 'listing_detail.paused_at'],
      filters: { handle: part.map(({ product }) => product.handle) },
    })
    for (const row of rows) {
      // What its producer took off sale is whole, and stays as it is.
      if (row.listing_detail && (row.status === 'published' || row.listing_detail.paused_at))
        ids.set(row.handle, row.id)
      else halfMade.push(row.id)
    }
  }
  if (halfMade.length > 0) await deleteProductsWorkflow(container).run({ input: { ids: halfMade } })

  const missing = requests.filter(({ product }) => !ids.has(product.handle))
  await deleteStrayStock(
    container,
    missing.flatMap(({ product }) => product.variants.map(({ sku }) => sku)),
  )
  let created = 0
  for (const group of byChannels(missing)) {
    for (const part of chunks(group, batch)) {
      const { result } = await createListedProductsWorkflow(container).run({
        input: {
          ...where,
          salesChannelIds: part[0]?.salesChannelIds ?? [],
          products: part.map(({ product }) => product),
        },
      })
      for (const { id, handle } of result) ids.set(handle, id)
      created += part.length
      told(created)
    }
  }
  return { ids, created }
}

/** Inventory items are made before they are linked to their variants: a run killed in between leaves some that nobody has. */
async function deleteStrayStock(container: MedusaContainer, skus: readonly string[]): Promise<void> {
  for (const part of chunks(skus, 500)) {
    const items = await shopRows<{ id: string; variants: { id: string }[] | null }>(container, {
      entity: 'inventory_item',
      fields: ['id', 'variants.id'],
      filters: { sku: part },
    })
    const stray = items.filter(({ variants }) => (variants ?? []).length === 0).map(({ id }) => id)
    if (stray.length > 0) await deleteInventoryItemWorkflow(container).run({ input: stray })
  }
}

/** Requests that go to the same sales channels, together. */
function byChannels(requests: readonly ListingRequest[]): ListingRequest[][] {
  const groups = new Map<string, ListingRequest[]>()
  for (const request of requests) {
    const key = request.salesChannelIds.join()
    groups.set(key, [...(groups.get(key) ?? []), request])
  }
  return [...groups.values()]
}
