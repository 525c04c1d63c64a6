import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { customerOf } from '../../../../../http/customer-scope'
import { exportCustomerWorkflow } from '../../../../../workflows/customer/workflows/export-customer'

/** `GET /store/customers/me/export`: everything personal of the customer as JSON (Law 91/2025: the right to a copy). */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  const { result } = await exportCustomerWorkflow(req.scope).run({ input: { customerId } })
  neverCache(res)
  res.json(result)
}
