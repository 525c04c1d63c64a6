import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../../../http/tenant'
import type { EndAgreementBody } from '../../../../../sellers/agreements/bodies'
import { endAgreement } from '../../../../../sellers/agreements/change-agreement'

/** `POST /producer/agreements/:agreement/end`: gives a running agreement its last day. */
export async function POST(req: MedusaRequest<EndAgreementBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'agreements:manage')
  const id = String(req.params.agreement)
  await endAgreement(req.scope, { tenant }, { id, ...req.validatedBody })
  neverCache(res)
  res.json({ id })
}
