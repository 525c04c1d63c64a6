import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { askReturn } from '../../../../../../../after-sale/ask-return'
import { returnChoices, returnsOf } from '../../../../../../../after-sale/read-returns'
import { readReturnForm, storeReturnPhotos } from '../../../../../../../after-sale/return-photos'
import { neverCache } from '../../../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../../../order-groups/group-token'

/** `GET /store/order-groups/:id/orders/:order/returns`: what may still be asked back, and what was. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const groupId = groupOfToken(req)
  const orderId = String(req.params.order)
  const choices = await returnChoices(req.scope, groupId, orderId)
  neverCache(res)
  res.json({ choices, requests: await returnsOf(req.scope, [orderId]) })
}

/** `POST …/returns`: a form with `request` (JSON) and photos. Sent again with the same key it is one request. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const groupId = groupOfToken(req)
  const orderId = String(req.params.order)
  // Nothing of a stranger's form is stored before the order is known to be of the group.
  await returnChoices(req.scope, groupId, orderId)
  const { asked, photos } = await readReturnForm(req)
  const id = await askReturn(req.scope, groupId, orderId, asked, await storeReturnPhotos(req.scope, photos))
  neverCache(res)
  res.status(201).json({ id, requests: await returnsOf(req.scope, [orderId]) })
}
