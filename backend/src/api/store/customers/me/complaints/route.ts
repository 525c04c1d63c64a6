import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ComplaintBody } from '../../../../../complaints/bodies'
import { takeComplaint } from '../../../../../complaints/take-complaint'
import { neverCache } from '../../../../../http/cache-headers'
import { customerOf } from '../../../../../http/customer-scope'

/** `POST /store/customers/me/complaints`: the same as `/store/complaints`, kept with the customer's data. */
export async function POST(req: MedusaRequest<ComplaintBody>, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  neverCache(res)
  res.status(201).json(await takeComplaint(req.scope, req.validatedBody, customerId))
}
