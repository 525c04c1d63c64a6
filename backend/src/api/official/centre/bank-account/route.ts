import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import { centreAccount, changeCentreAccount } from '../../../../centres/centre-account'
import { neverCache } from '../../../../http/cache-headers'
import type { BankAccountBody } from '../../../../sellers/bodies'

/** `POST /official/centre/bank-account`: another account; a manager's deed, with their password. Payouts wait until it is verified. */
export async function POST(req: MedusaRequest<BankAccountBody>, res: MedusaResponse): Promise<void> {
  const at = atCentre(req, 'centre:manage')
  await changeCentreAccount(req.scope, at, req.validatedBody)
  neverCache(res)
  res.json({ account: await centreAccount(req.scope, at.centreId) })
}
