import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { AddressBody } from '../../../../../../customers/bodies'
import { readAddresses } from '../../../../../../customers/read-addresses'
import { neverCache } from '../../../../../../http/cache-headers'
import { customerOf } from '../../../../../../http/customer-scope'
import { dropAddressWorkflow } from '../../../../../../workflows/customer/workflows/drop-address'
import { keepAddressWorkflow } from '../../../../../../workflows/customer/workflows/keep-address'

/** `POST /store/customers/me/addresses/:address_id`: changes one of the book; 404 for another's. */
export async function POST(req: MedusaRequest<AddressBody>, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  const { isDefault, ...delivery } = req.validatedBody
  const addressId = String(req.params.address_id)
  await keepAddressWorkflow(req.scope).run({
    input: { customerId, addressId, isDefault, delivery: { ...delivery, email: null, legacyPlace: null, note: null } },
  })
  neverCache(res)
  res.json({ addresses: await readAddresses(req.scope, customerId) })
}

/** `DELETE /store/customers/me/addresses/:address_id`: takes one out; 404 for another's. */
export async function DELETE(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  await dropAddressWorkflow(req.scope).run({ input: { customerId, addressId: String(req.params.address_id) } })
  neverCache(res)
  res.json({ addresses: await readAddresses(req.scope, customerId) })
}
