import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { groupOfToken } from '../../../../order-groups/group-token'
import { readGroup } from '../../../../order-groups/group-view'

/** `GET /store/order-groups/:id`: a group for the holder of its signed link. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = groupOfToken(req)
  neverCache(res)
  res.json({ group: await readGroup(req.scope, id) })
}
