import { randomUUID } from 'node:crypto'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { reviewCart } from '../../../../../checkout/review-cart'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { setCartDeliveryWorkflow } from '../../../../../workflows/checkout/workflows/set-cart-delivery'
import type { DeliveryBody } from '../../../validators'

/** `POST /store/carts/:id/delivery`: sets where the cart goes; answers the review. */
export async function POST(req: MedusaRequest<DeliveryBody>, res: MedusaResponse): Promise<void> {
  const cartId = String(req.params.id)
  const before = await reviewCart(req.scope, cartId)
  if (before.lines.length === 0) throw new ApiError(400, 'cart_empty')
  const { email, note, communeCode, legacyPlace, ...rest } = req.validatedBody
  await setCartDeliveryWorkflow(req.scope).run({
    input: {
      cartId,
      delivery: {
        ...rest,
        email: email ?? null,
        note: note ?? null,
        communeCode: communeCode ?? null,
        legacyPlace: legacyPlace ?? null,
      },
      lockOwner: randomUUID(),
    },
  })
  neverCache(res)
  res.json(await reviewCart(req.scope, cartId))
}
