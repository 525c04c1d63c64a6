import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { placeCart } from '../../../../../checkout/place-cart'
import { environment } from '../../../../../env'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import type { PlaceBody } from '../../../validators'

const KEY = /^[\x21-\x7e]{8,255}$/

/** `POST /store/carts/:id/place`: the cart becomes one order group, however often it is asked. */
export async function POST(req: MedusaRequest<PlaceBody>, res: MedusaResponse): Promise<void> {
  const idempotencyKey = req.get('idempotency-key') ?? ''
  if (!KEY.test(idempotencyKey)) throw new ApiError(400, 'idempotency_key_required', { field: 'Idempotency-Key' })
  const answer = await placeCart(
    req.scope,
    { cartId: String(req.params.id), idempotencyKey, ...req.validatedBody },
    environment().ORDER_LINK_SECRET,
  )
  neverCache(res)
  res.json(answer)
}
