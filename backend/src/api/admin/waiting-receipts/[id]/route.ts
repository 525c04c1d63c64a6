import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { applyReceipt, returnReceipt } from '../../../../payments/settle-by-hand'
import type { SettleReceiptBody } from '../../payment-routes'

/** `POST /admin/waiting-receipts/:id`: the money pays its order after all, or goes back. */
export async function POST(req: MedusaRequest<SettleReceiptBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  if (req.validatedBody.decision === 'apply') await applyReceipt(req.scope, id)
  else await returnReceipt(req.scope, id, 'returned')
  res.json({ ok: true })
}
