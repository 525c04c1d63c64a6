import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendOwnForm } from '../../../../../dossiers/send-form'

/** `GET /producer/dossiers/:id/self-assessment.pdf`: the form as it is now. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendOwnForm('self-assessment', req, res)
}
