import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendMarkUses } from '../../../post-inspection/send-mark-uses'

/** `GET /official/mark-uses.csv?q`: the register as a table. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendMarkUses(req, res, 'csv')
}
