import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { operatorActor } from '../../../../../officials/operator-actor'
import { recordAudit } from '../../../../../officials/record-audit'
import { applicationCase } from '../../../../../sellers/application-view'
import { applicantBankNumber } from '../../../../../sellers/show-bank-number'

/** `POST /admin/seller-applications/:id/bank-number`: the account number in the clear, to compare it with the papers; on record. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id, fields } = await applicationCase(req.scope, String(req.params.id))
  await recordAudit(req.scope, {
    actor: await operatorActor(req),
    verb: 'bank_account:read',
    subject: { type: 'seller_application', id },
    place: { provinceCode: fields.provinceCode, communeCode: fields.communeCode },
  })
  neverCache(res)
  res.json({ number: await applicantBankNumber(req.scope, id) })
}
