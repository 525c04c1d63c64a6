import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { AddressBody } from '../../../../../customers/bodies'
import { readAddresses } from '../../../../../customers/read-addresses'
import { neverCache } from '../../../../../http/cache-headers'
import { customerOf } from '../../../../../http/customer-scope'
import { keepAddressWorkflow } from '../../../../../workflows/customer/workflows/keep-address'

/** `GET /store/customers/me/addresses`: the address book, the default first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  neverCache(res)
  res.json({ addresses: await readAddresses(req.scope, customerId) })
}

/** `POST /store/customers/me/addresses`: adds one; 400 that names the field, 409 `address_too_many`. */
export async function POST(req: MedusaRequest<AddressBody>, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  const { isDefault, ...delivery } = req.validatedBody
  await keepAddressWorkflow(req.scope).run({
    input: {
      customerId,
      addressId: null,
      isDefault,
      delivery: { ...delivery, email: null, legacyPlace: null, note: null },
    },
  })
  await GET(req, res)
}
