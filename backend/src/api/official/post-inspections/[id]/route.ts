import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendInspection } from '../../../../post-inspection/send-inspection'

/** `GET /official/post-inspections/:id`: everything about one inspection of the own places. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendInspection(req, res, String(req.params.id))
}
