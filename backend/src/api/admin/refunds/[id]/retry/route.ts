import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendRefundAgain } from '../../../../../payments/settle-by-hand'

/** `POST /admin/refunds/:id/retry`: sends a refund through VNPay once more. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await sendRefundAgain(req.scope, String(req.params.id), req.auth_context.actor_id)
  res.json({ ok: true })
}
