import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { reconcileByFile } from '../../../../payments/reconcile'
import { readSettlementFile } from '../../../../payments/settlement-file'
import type { SettlementFileBody } from '../../payment-routes'

/** `POST /admin/reconciliations/file`: compares a day with VNPay's settlement file (CSV). A file with a wrong line changes nothing. */
export async function POST(req: MedusaRequest<SettlementFileBody>, res: MedusaResponse): Promise<void> {
  const { day, fileName, content } = req.validatedBody
  res.json({ id: await reconcileByFile(req.scope, day, fileName, readSettlementFile(content)) })
}
