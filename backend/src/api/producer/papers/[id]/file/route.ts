import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../../../http/tenant'
import { readPaper } from '../../../../../papers/read-papers'
import { sendPaper } from '../../../../../papers/send-paper'

/** `GET /producer/papers/:id/file`: the paper itself, of any state; a download, never shown inside a page. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  await sendPaper(req, res, await readPaper(req.scope, producerId, String(req.params.id)))
}
