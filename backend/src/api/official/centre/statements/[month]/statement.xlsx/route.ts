import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendCentreStatement } from '../../../../../../settlement/send-centre-statement'

/** `GET /official/centre/statements/:month/statement.xlsx`: one month as a file to keep. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendCentreStatement(req, res, 'xlsx')
}
