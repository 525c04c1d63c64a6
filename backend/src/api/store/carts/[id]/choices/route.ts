import { randomUUID } from 'node:crypto'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { reviewCart } from '../../../../../checkout/review-cart'
import { neverCache } from '../../../../../http/cache-headers'
import { chooseDeliveryWorkflow } from '../../../../../workflows/checkout/workflows/choose-delivery'
import type { ChoiceBody } from '../../../validators'

/** `POST /store/carts/:id/choices`: chooses the delivery of one producer's goods; answers the review. */
export async function POST(req: MedusaRequest<ChoiceBody>, res: MedusaResponse): Promise<void> {
  const cartId = String(req.params.id)
  await chooseDeliveryWorkflow(req.scope).run({ input: { cartId, ...req.validatedBody, lockOwner: randomUUID() } })
  neverCache(res)
  res.json(await reviewCart(req.scope, cartId))
}
