import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { cachePublicly } from '../../../http/cache-headers'
import { listRules } from '../../../rules/rule-view'

/** `GET /store/rules`: every rule on record, in force and before, with its source and how sure it is. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const rules = await listRules(req.scope)
  cachePublicly(res)
  res.json({ rules })
}
