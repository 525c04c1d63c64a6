import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { linkedId } from '../../../../../../../http/seller-link-guard'
import { sendSellerPaper } from '../../../../../../../sellers/send-seller-paper'

/** `GET /store/seller-applications/:id/papers/:paper/file`: a paper's file, for who holds the application's link. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendSellerPaper(req, res, linkedId(req, 'application'), String(req.params.paper))
}
