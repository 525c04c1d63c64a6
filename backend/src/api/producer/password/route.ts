import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import type { PasswordBody } from '../../../sellers/bodies'
import { changePassword } from '../../../sellers/members'

/** `POST /producer/password`: a member changes their own password, with the old one. */
export async function POST(req: MedusaRequest<PasswordBody>, res: MedusaResponse): Promise<void> {
  await changePassword(req.scope, tenantOf(req.scope), req.validatedBody)
  neverCache(res)
  res.json({ changed: true })
}
