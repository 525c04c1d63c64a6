import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readReturnPhoto } from '../../../../../../after-sale/return-photos'
import { neverCache } from '../../../../../../http/cache-headers'

/** `GET /admin/disputes/:id/photos/:file`: what the buyer shows; the id is the request's. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { bytes, mediaType } = await readReturnPhoto(req.scope, String(req.params.id), String(req.params.file), {
    operator: true,
  })
  neverCache(res)
  res.setHeader('content-type', mediaType)
  res.send(bytes)
}
