import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readFileUpload } from '../../../../bank-transfer/read-file-upload'
import { checkStatement } from '../../../../bank-transfer/take-statement'
import { neverCache } from '../../../../http/cache-headers'

/** `POST /admin/bank-files/check`: what would become of a statement, as a form with `file`; changes nothing. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { name, bytes } = await readFileUpload(req)
  neverCache(res)
  res.json({ check: await checkStatement(req.scope, name, bytes) })
}
