import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendOfficialForm } from '../../../../../dossiers/send-form'

/** `GET /official/dossiers/:id/registration.pdf`: the form as it is now. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendOfficialForm('registration', req, res)
}
