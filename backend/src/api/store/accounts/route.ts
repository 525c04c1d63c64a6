import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { NewAccountBody } from '../../../customers/bodies'
import { neverCache } from '../../../http/cache-headers'
import { openAccountWorkflow } from '../../../workflows/customer/workflows/open-account'

/** `POST /store/accounts`: opens a buyer's account with the consents given; 409 `email_taken`. */
export async function POST(req: MedusaRequest<NewAccountBody>, res: MedusaResponse): Promise<void> {
  await openAccountWorkflow(req.scope).run({ input: req.validatedBody })
  neverCache(res)
  res.status(201).json({ opened: true })
}
