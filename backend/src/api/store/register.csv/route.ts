import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendRegister } from '../../../decisions/register-file'

/** `GET /store/register.csv`: the register as a file, one line a recognition; takes the filters of the page. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendRegister(req, res, 'csv')
}
