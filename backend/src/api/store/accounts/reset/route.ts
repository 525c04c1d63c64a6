import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ResetBody } from '../../../../customers/bodies'
import { resetTokenHash } from '../../../../customers/new-password'
import { neverCache } from '../../../../http/cache-headers'
import { resetPasswordWorkflow } from '../../../../workflows/customer/workflows/reset-password'

/** `POST /store/accounts/reset`: a new password with the token of the letter's link, once; 400 `reset_link`. */
export async function POST(req: MedusaRequest<ResetBody>, res: MedusaResponse): Promise<void> {
  const { token, password } = req.validatedBody
  await resetPasswordWorkflow(req.scope).run({ input: { tokenHash: resetTokenHash(token), password } })
  neverCache(res)
  res.json({ changed: true })
}
