import { ContainerRegistrationKeys, MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'

/** Refuses a decision about a product that does not exist. Throws NOT_FOUND naming the first one. */
export const requireProductsStep = createStep('require-products', async (productIds: string[], { container }) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: 'product', fields: ['id'], filters: { id: productIds } })
  const known = new Set(data.map((product) => product.id))
  const missing = productIds.find((id) => !known.has(id))
  if (missing) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product "${missing}" does not exist.`)
  return new StepResponse(productIds.length)
})
