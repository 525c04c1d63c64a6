import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { customerOf } from '../../../../../http/customer-scope'
import { customerReader } from '../../../../../notices/audience-key'
import type { NoticesQuery } from '../../../../../notices/bodies'
import { readNotices } from '../../../../../notices/read-notices'

/** `GET /store/customers/me/notices?before&limit`: what the customer is told, newest first, and how many are unread. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = req.validatedQuery as unknown as NoticesQuery
  neverCache(res)
  res.json(await readNotices(req.scope, customerReader(customerOf(req.scope).customerId), query))
}
