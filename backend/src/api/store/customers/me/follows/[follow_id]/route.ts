import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readFollows } from '../../../../../../customers/read-follows'
import { neverCache } from '../../../../../../http/cache-headers'
import { customerOf } from '../../../../../../http/customer-scope'
import { unfollowWorkflow } from '../../../../../../workflows/customer/workflows/follow'

/** `DELETE /store/customers/me/follows/:follow_id`: stops following; 404 for another's. */
export async function DELETE(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  await unfollowWorkflow(req.scope).run({ input: { customerId, followId: String(req.params.follow_id) } })
  neverCache(res)
  res.json({ follows: await readFollows(req.scope, customerId) })
}
