import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendDecisionDocument } from '../../../../../decisions/decision-papers'

/** `GET /store/decisions/:id/document.pdf`: the content of a decision on paper. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendDecisionDocument(req, res, String(req.params.id))
}
