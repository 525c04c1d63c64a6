import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../http/tenant'
import { BANKS } from '../../../money/banks'
import { accountView, changeAccount } from '../../../sellers/bank-account-view'
import type { BankAccountBody } from '../../../sellers/bodies'

/** `GET /producer/bank-account`: where the producer is paid, its number masked. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'statements:read')
  neverCache(res)
  res.json({ account: await accountView(req.scope, tenant.producerId), banks: BANKS })
}

/** `POST /producer/bank-account`: another account; an owner's deed, with their password. Payouts wait until it is verified. */
export async function POST(req: MedusaRequest<BankAccountBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'bank:change')
  await changeAccount(req.scope, tenant, req.validatedBody)
  neverCache(res)
  res.json({ account: await accountView(req.scope, tenant.producerId), banks: BANKS })
}
