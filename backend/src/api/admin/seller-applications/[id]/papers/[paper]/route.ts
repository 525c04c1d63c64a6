import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { applicationCase } from '../../../../../../sellers/application-view'
import { sendSellerPaper } from '../../../../../../sellers/send-seller-paper'

/** `GET /admin/seller-applications/:id/papers/:paper`: a paper of an application that was handed in. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { id } = await applicationCase(req.scope, String(req.params.id))
  await sendSellerPaper(req, res, id, String(req.params.paper))
}
