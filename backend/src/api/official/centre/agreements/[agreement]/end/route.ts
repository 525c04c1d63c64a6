import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import { neverCache } from '../../../../../../http/cache-headers'
import type { EndAgreementBody } from '../../../../../../sellers/agreements/bodies'
import { endAgreement } from '../../../../../../sellers/agreements/change-agreement'

/** `POST /official/centre/agreements/:agreement/end`: gives a running agreement its last day. */
export async function POST(req: MedusaRequest<EndAgreementBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.agreement)
  const centre = atCentre(req, 'centre:manage')
  await endAgreement(req.scope, { centre }, { id, ...req.validatedBody })
  neverCache(res)
  res.json({ id })
}
