import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendOwnForm } from '../../../../../dossiers/send-form'

/** `GET /producer/dossiers/:id/registration.pdf`: the form as it is now. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendOwnForm('registration', req, res)
}
