import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { verifyAccount } from '../../../../../sellers/list-sellers'

/** `POST /admin/bank-accounts/:id/verify`: lets payouts go to an account that was compared with papers. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  await verifyAccount(req.scope, id, req.auth_context.actor_id)
  neverCache(res)
  res.json({ id, state: 'verified' })
}
