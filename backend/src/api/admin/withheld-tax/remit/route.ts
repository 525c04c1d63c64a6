import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { operatorActor } from '../../../../officials/operator-actor'
import type { RemitTaxBody } from '../../../../settlement/bodies'
import { remitTax } from '../../../../settlement/remit-tax'

/** `POST /admin/withheld-tax/remit`: withheld tax was paid to the tax office. */
export async function POST(req: AuthenticatedMedusaRequest<RemitTaxBody>, res: MedusaResponse): Promise<void> {
  await remitTax(req.scope, req.validatedBody, await operatorActor(req), new Date())
  neverCache(res)
  res.json({ month: req.validatedBody.month })
}
