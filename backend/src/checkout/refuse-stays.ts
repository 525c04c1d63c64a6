import type { MedusaRequest, MedusaRequestHandler } from '@medusajs/framework/http'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'

interface VariantSector {
  product: { listing_detail: { sector: string } | null } | null
}

/**
 * Before Medusa's own routes that put goods into a cart: homestays and tours are asked for with their host and have no place there.
 * Refuses with 422 `stay_not_in_cart`; what is wrong otherwise is for those routes to say.
 */
export const refuseStays: MedusaRequestHandler = (req, _res, next) => {
  const ids = variantsIn(req)
  if (ids.length === 0) {
    next()
    return
  }
  graph<VariantSector>(req.scope, {
    entity: 'variant',
    fields: ['product.listing_detail.sector'],
    filters: { id: ids },
  })
    .then((variants) => {
      if (variants.some((variant) => variant.product?.listing_detail?.sector === 'tourism')) {
        throw new ApiError(422, 'stay_not_in_cart', { field: 'variant_id' })
      }
      next()
    })
    .catch(next)
}

/** The variants a body names: `{ variant_id }` of a line, `{ items: [{ variant_id }] }` of a new cart. */
function variantsIn({ body }: MedusaRequest): string[] {
  const line = (value: unknown): string[] =>
    typeof value === 'object' && value !== null && 'variant_id' in value && typeof value.variant_id === 'string'
      ? [value.variant_id]
      : []
  const items =
    typeof body === 'object' && body !== null && 'items' in body && Array.isArray(body.items) ? body.items : []
  return [...line(body), ...items.flatMap(line)]
}
