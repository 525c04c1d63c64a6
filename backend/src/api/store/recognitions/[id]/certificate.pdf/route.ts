import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendCertificate } from '../../../../../decisions/decision-papers'

/** `GET /store/recognitions/:id/certificate.pdf`: one recognition on paper, with a QR to the page of its decision. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendCertificate(req, res, String(req.params.id))
}
