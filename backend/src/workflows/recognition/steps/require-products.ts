import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { productFacts } from '../../../decisions/draft-facts'

/** Who makes each product, and what it is. Out: facts by product id. Throws NOT_FOUND naming the first unknown product. */
export const requireProductsStep = createStep('require-products', async (productIds: string[], { container }) => {
  const facts = await productFacts(container, productIds)
  const missing = productIds.find((id) => !facts.has(id))
  if (missing) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product "${missing}" does not exist.`)
  return new StepResponse(Object.fromEntries(facts))
})
