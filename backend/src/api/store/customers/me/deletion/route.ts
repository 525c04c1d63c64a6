import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { Modules } from '@medusajs/framework/utils'
import type { DeletionBody } from '../../../../../customers/bodies'
import { newDeletionId } from '../../../../../customers/erase-customer'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { customerOf } from '../../../../../http/customer-scope'
import { deleteCustomerWorkflow } from '../../../../../workflows/customer/workflows/delete-customer'
import { LOGIN_PROVIDER } from '../../../../../workflows/producer/steps/register-login'

/**
 * `POST /store/customers/me/deletion`: deletes the account and all data but what the law keeps; the password is asked for again
 * (400 `password_wrong`). The token is worth nothing from then on.
 */
export async function POST(req: MedusaRequest<DeletionBody>, res: MedusaResponse): Promise<void> {
  const { customerId, email } = customerOf(req.scope)
  const { success } = await req.scope
    .resolve(Modules.AUTH)
    .authenticate(LOGIN_PROVIDER, { body: { email, password: req.validatedBody.password } })
  if (!success) throw new ApiError(400, 'password_wrong', { field: 'password' })
  const { result: rows } = await deleteCustomerWorkflow(req.scope).run({
    input: { customerId, requestId: newDeletionId() },
  })
  neverCache(res)
  res.json({ deleted: rows })
}
