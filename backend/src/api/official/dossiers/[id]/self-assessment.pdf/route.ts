import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendOfficialForm } from '../../../../../dossiers/send-form'

/** `GET /official/dossiers/:id/self-assessment.pdf`: the form as it is now. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendOfficialForm('self-assessment', req, res)
}
