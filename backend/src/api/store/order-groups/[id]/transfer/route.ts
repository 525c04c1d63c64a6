import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readTransfer } from '../../../../../bank-transfer/transfer-view'
import { environment } from '../../../../../env'
import { neverCache } from '../../../../../http/cache-headers'
import { requireGroupToken } from '../../../../../orders/require-group-token'

/** `GET /store/order-groups/:id/transfer`: how to pay a group by bank transfer, for the holder of its signed link. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = requireGroupToken(req)
  neverCache(res)
  res.json({ transfer: await readTransfer(req.scope, environment().bank, id) })
}
