import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../order-groups/group-token'
import { readGroup } from '../../../../../order-groups/group-view'
import { changeMethodWorkflow } from '../../../../../workflows/checkout/workflows/change-group'
import type { MethodBody } from '../../../validators'

/** `POST /store/order-groups/:id/method`: the buyer pays another way; answers the group. */
export async function POST(req: MedusaRequest<MethodBody>, res: MedusaResponse): Promise<void> {
  const groupId = groupOfToken(req)
  await changeMethodWorkflow(req.scope).run({ input: { groupId, method: req.validatedBody.method } })
  neverCache(res)
  res.json({ group: await readGroup(req.scope, groupId) })
}
