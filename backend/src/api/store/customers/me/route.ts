import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { Modules } from '@medusajs/framework/utils'
import type { CustomerChangeBody } from '../../../../customers/bodies'
import { neverCache } from '../../../../http/cache-headers'
import { customerOf } from '../../../../http/customer-scope'
import { customerReader } from '../../../../notices/audience-key'
import { unreadNotices } from '../../../../notices/read-notices'
import { changeCustomerWorkflow } from '../../../../workflows/customer/workflows/change-customer'

/** `GET /store/customers/me`: who is signed in. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  const [customer, unread] = await Promise.all([
    req.scope.resolve(Modules.CUSTOMER).retrieveCustomer(customerId),
    unreadNotices(req.scope, customerReader(customerId)),
  ])
  neverCache(res)
  res.json({
    customer: {
      id: customer.id,
      name: [customer.first_name, customer.last_name].filter(Boolean).join(' '),
      email: customer.email,
      phone: customer.phone ?? null,
      since: new Date(customer.created_at).toISOString(),
    },
    unreadNotices: unread,
  })
}

/** `POST /store/customers/me`: changes name and phone. */
export async function POST(req: MedusaRequest<CustomerChangeBody>, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  const { name, phone } = req.validatedBody
  await changeCustomerWorkflow(req.scope).run({ input: { customerId, name, phone: phone ?? null } })
  await GET(req, res)
}
