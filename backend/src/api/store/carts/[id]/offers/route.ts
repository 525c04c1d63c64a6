import { randomUUID } from 'node:crypto'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { reviewCart } from '../../../../../checkout/review-cart'
import { neverCache } from '../../../../../http/cache-headers'
import { changeCodesWorkflow } from '../../../../../workflows/checkout/workflows/change-codes'
import type { CodeBody } from '../../../validators'

/** `POST /store/carts/:id/offers`: adds a promotion code; answers the review, which says whether it applies. */
export async function POST(req: MedusaRequest<CodeBody>, res: MedusaResponse): Promise<void> {
  const cartId = String(req.params.id)
  await reviewCart(req.scope, cartId)
  await changeCodesWorkflow(req.scope).run({
    input: { cartId, code: req.validatedBody.code, move: 'add', lockOwner: randomUUID() },
  })
  neverCache(res)
  res.json(await reviewCart(req.scope, cartId))
}
