import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { operatorActor } from '../../../../../officials/operator-actor'
import { recordAudit } from '../../../../../officials/record-audit'
import { accountNumber } from '../../../../../sellers/list-sellers'

/** `POST /admin/bank-accounts/:id/number`: an account number in the clear, to compare it with papers; on record. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  const { number, provinceCode, communeCode } = await accountNumber(req.scope, id)
  await recordAudit(req.scope, {
    actor: await operatorActor(req),
    verb: 'bank_account:read',
    subject: { type: 'bank_account', id },
    place: { provinceCode, communeCode },
  })
  neverCache(res)
  res.json({ number })
}
