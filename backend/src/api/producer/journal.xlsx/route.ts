import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sendLotBook } from '../../../journal/lot-book-file'

/** `GET /producer/journal.xlsx?from&to`: the lot book of some days as a file. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendLotBook(req, res, 'xlsx')
}
