import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { passFile } from '../../../../../../labels/pass-file'

/** `GET /producer/label-sheets/:no/parts/:part`: the file of a part; the same to the byte whenever it is fetched. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await passFile(req, res, ['label-sheets', String(req.params.no), 'parts', String(req.params.part)])
}
