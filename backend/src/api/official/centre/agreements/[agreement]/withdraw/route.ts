import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import { neverCache } from '../../../../../../http/cache-headers'
import { withdrawAgreement } from '../../../../../../sellers/agreements/change-agreement'

/** `POST /official/centre/agreements/:agreement/withdraw`: takes back a proposal that was not answered. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.agreement)
  await withdrawAgreement(req.scope, atCentre(req, 'centre:manage'), id)
  neverCache(res)
  res.json({ id })
}
