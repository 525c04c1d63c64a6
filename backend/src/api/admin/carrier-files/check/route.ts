import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readFileUpload } from '../../../../bank-transfer/read-file-upload'
import { checkCarrierFile } from '../../../../carriers/take-carrier-file'
import { neverCache } from '../../../../http/cache-headers'

/** `POST /admin/carrier-files/check`: what would become of a carrier's file; changes nothing. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { name, bytes, fields } = await readFileUpload(req, ['carrier'])
  neverCache(res)
  res.json({ check: await checkCarrierFile(req.scope, { carrier: fields.carrier ?? '', name, bytes }) })
}
