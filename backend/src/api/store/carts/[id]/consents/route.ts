import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { graph } from '../../../../../container/graph'
import type { CartConsentsBody } from '../../../../../customers/bodies'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { changeConsentsWorkflow } from '../../../../../workflows/customer/workflows/change-consents'

/**
 * `POST /store/carts/:id/consents`: what the buyer agrees to with the order this cart becomes, noted before it is placed. The cart leads
 * to its order group for ever, so a guest's consent is found again. 400 `account_consent` without the needed one.
 */
export async function POST(req: MedusaRequest<CartConsentsBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  const [cart] = await graph<{ id: string }>(req.scope, { entity: 'cart', fields: ['id'], filters: { id } })
  if (!cart) throw new ApiError(404, 'not_found')
  await changeConsentsWorkflow(req.scope).run({
    input: { subject: { type: 'cart', id }, source: 'checkout', consents: req.validatedBody.consents },
  })
  neverCache(res)
  res.json({ noted: true })
}
