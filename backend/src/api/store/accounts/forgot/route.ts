import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { Modules } from '@medusajs/framework/utils'
import type { ForgotBody } from '../../../../customers/bodies'
import { newResetToken, RESET_MINUTES, resetTokenHash } from '../../../../customers/new-password'
import { dispatch } from '../../../../dispatch/dispatch'
import { neverCache } from '../../../../http/cache-headers'
import { askPasswordResetWorkflow } from '../../../../workflows/customer/workflows/reset-password'

/**
 * `POST /store/accounts/forgot`: sends a link for a new password to the address, when it has an account. The answer is the same when it
 * has none, so that nobody learns who has one.
 */
export async function POST(req: MedusaRequest<ForgotBody>, res: MedusaResponse): Promise<void> {
  const { email } = req.validatedBody
  const [customer] = await req.scope
    .resolve(Modules.CUSTOMER)
    .listCustomers({ email, has_account: true }, { take: 1, select: ['id'] })
  if (customer) {
    const token = newResetToken()
    const expiresAt = new Date(Date.now() + RESET_MINUTES * 60_000).toISOString()
    const { result: id } = await askPasswordResetWorkflow(req.scope).run({
      input: { customerId: customer.id, tokenHash: resetTokenHash(token), expiresAt },
    })
    await dispatch(req.scope, {
      to: { email },
      kind: 'password_reset',
      params: { hours: RESET_MINUTES / 60 },
      dedupeKey: `password-reset:${id}`,
      path: `/tai-khoan/dat-mat-khau?ma=${token}`,
    })
  }
  neverCache(res)
  res.json({ sent: true })
}
