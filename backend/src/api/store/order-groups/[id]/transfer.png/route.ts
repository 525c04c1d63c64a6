import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { qrPng } from '@sao-lang/traceability/labels/qr'
import { readTransfer } from '../../../../../bank-transfer/transfer-view'
import { environment } from '../../../../../env'
import { neverCache } from '../../../../../http/cache-headers'
import { requireGroupToken } from '../../../../../orders/require-group-token'

/** `GET /store/order-groups/:id/transfer.png`: the VietQR code as a picture to keep, e.g. to open in a banking app on the same phone. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { payload, content } = await readTransfer(req.scope, environment().bank, requireGroupToken(req))
  neverCache(res)
  res.set('content-disposition', `inline; filename="${content}.png"`)
  res.type('png').send(await qrPng(payload))
}
