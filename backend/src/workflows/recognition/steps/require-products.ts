import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { graph } from '../../../container/graph'

/** What the register says of a product beside its result. */
export interface ProductFacts {
  producer_id: string | null
  producer_name: string | null
  province_code: string | null
  sector: string | null
}

interface ProductRow {
  id: string
  producer: { id: string; name: string; province_code: string } | null
  listing_detail: { sector: string } | null
}

/** Who makes each product, and what it is. Out: facts by product id. Throws NOT_FOUND naming the first unknown product. */
export const requireProductsStep = createStep('require-products', async (productIds: string[], { container }) => {
  const rows = await graph<ProductRow>(container, {
    entity: 'product',
    fields: ['id', 'producer.id', 'producer.name', 'producer.province_code', 'listing_detail.sector'],
    filters: { id: productIds },
  })
  const facts: Record<string, ProductFacts> = {}
  for (const { id, producer, listing_detail: listing } of rows) {
    facts[id] = {
      producer_id: producer?.id ?? null,
      producer_name: producer?.name ?? null,
      province_code: producer?.province_code ?? null,
      sector: listing?.sector ?? null,
    }
  }
  const missing = productIds.find((id) => facts[id] === undefined)
  if (missing) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product "${missing}" does not exist.`)
  return new StepResponse(facts)
})
