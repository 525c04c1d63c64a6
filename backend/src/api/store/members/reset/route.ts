import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import type { ResetMemberBody } from '../../../../sellers/bodies'
import { resetMemberPasswordWorkflow } from '../../../../workflows/producer/workflows/reset-member-password'

/** `POST /store/members/reset`: a new password with the token of a link, once; 400 `reset_link`. */
export async function POST(req: MedusaRequest<ResetMemberBody>, res: MedusaResponse): Promise<void> {
  await resetMemberPasswordWorkflow(req.scope).run({ input: req.validatedBody })
  neverCache(res)
  res.json({ changed: true })
}
