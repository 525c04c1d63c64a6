import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendStatement } from '../../../../../settlement/send-statement'

/** `GET /producer/statements/:month/statement.pdf`: the own statement as a file. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendStatement(req, res, 'pdf')
}
