import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { confirmRefund } from '../../../../../payments/settle-by-hand'
import type { ConfirmRefundBody } from '../../../payment-routes'

/** `POST /admin/refunds/:id/confirm`: the refund was paid from the bank account, under the bank's number. */
export async function POST(req: AuthenticatedMedusaRequest<ConfirmRefundBody>, res: MedusaResponse): Promise<void> {
  const { paidReference } = req.validatedBody
  await confirmRefund(req.scope, String(req.params.id), { paidReference, by: req.auth_context.actor_id })
  res.json({ ok: true })
}
