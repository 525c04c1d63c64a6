import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readReturnPhoto } from '../../../../../../after-sale/return-photos'
import { neverCache } from '../../../../../../http/cache-headers'
import { tenantOf } from '../../../../../../http/tenant'

/** `GET /producer/return-requests/:id/photos/:file`: what the buyer shows. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const { bytes, mediaType } = await readReturnPhoto(req.scope, String(req.params.id), String(req.params.file), {
    producerId,
  })
  neverCache(res)
  res.setHeader('content-type', mediaType)
  res.send(bytes)
}
