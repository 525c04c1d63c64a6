import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import type { ForgotMemberBody } from '../../../../sellers/bodies'
import { askMemberReset } from '../../../../sellers/member-password'

/** `POST /store/members/forgot`: sends a producer's member a link for a new password; the answer is the same for everybody else. */
export async function POST(req: MedusaRequest<ForgotMemberBody>, res: MedusaResponse): Promise<void> {
  await askMemberReset(req.scope, req.validatedBody.email)
  neverCache(res)
  res.json({ sent: true })
}
