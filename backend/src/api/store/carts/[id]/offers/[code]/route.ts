import { randomUUID } from 'node:crypto'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { reviewCart } from '../../../../../../checkout/review-cart'
import { neverCache } from '../../../../../../http/cache-headers'
import { changeCodesWorkflow } from '../../../../../../workflows/checkout/workflows/change-codes'

/** `DELETE /store/carts/:id/offers/:code`: takes a promotion code away; answers the review. */
export async function DELETE(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const cartId = String(req.params.id)
  await reviewCart(req.scope, cartId)
  await changeCodesWorkflow(req.scope).run({
    input: { cartId, code: String(req.params.code).toUpperCase(), move: 'remove', lockOwner: randomUUID() },
  })
  neverCache(res)
  res.json(await reviewCart(req.scope, cartId))
}
