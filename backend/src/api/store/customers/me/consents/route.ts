import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ConsentsBody } from '../../../../../customers/bodies'
import { readConsents } from '../../../../../customers/read-consents'
import { neverCache } from '../../../../../http/cache-headers'
import { customerOf } from '../../../../../http/customer-scope'
import { languageOf } from '../../../../../http/messages'
import { changeConsentsWorkflow } from '../../../../../workflows/customer/workflows/change-consents'

/** `GET /store/customers/me/consents`: every purpose with what the customer said and when; the language by `Accept-Language`. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  neverCache(res)
  res.json({ consents: await readConsents(req.scope, customerId, languageOf(req.get('accept-language'))) })
}

/** `POST /store/customers/me/consents`: gives consents or takes them back, each kept with its time and wording. */
export async function POST(req: MedusaRequest<ConsentsBody>, res: MedusaResponse): Promise<void> {
  const { customerId } = customerOf(req.scope)
  await changeConsentsWorkflow(req.scope).run({
    input: { subject: { type: 'customer', id: customerId }, source: 'account', consents: req.validatedBody.consents },
  })
  await GET(req, res)
}
