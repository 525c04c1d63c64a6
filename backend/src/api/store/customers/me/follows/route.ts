import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { FollowBody } from '../../../../../customers/bodies'
import { followable, readFollows } from '../../../../../customers/read-follows'
import { neverCache } from '../../../../../http/cache-headers'
import { customerOf } from '../../../../../http/customer-scope'
import { followWorkflow } from '../../../../../workflows/customer/workflows/follow'

/** `GET /store/customers/me/follows`: what the customer follows, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  neverCache(res)
  res.json({ follows: await readFollows(req.scope, customerId) })
}

/** `POST /store/customers/me/follows`: follows a product or producer by its handle; twice is once. 404 `follow_unknown`. */
export async function POST(req: MedusaRequest<FollowBody>, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  const { type } = req.validatedBody
  const subjectId = await followable(req.scope, req.validatedBody)
  await followWorkflow(req.scope).run({ input: { customerId, type, subjectId } })
  await GET(req, res)
}
