import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readBankFiles } from '../../../bank-transfer/bank-views'
import type { FilesQuery } from '../../../bank-transfer/bodies'
import { readFileUpload } from '../../../bank-transfer/read-file-upload'
import { takeStatement } from '../../../bank-transfer/take-statement'
import { neverCache } from '../../../http/cache-headers'

/** `GET /admin/bank-files`: statements that were taken over, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await readBankFiles(req.scope, req.validatedQuery as FilesQuery))
}

/** `POST /admin/bank-files`: takes a statement over, as a form with `file`; 201, or 200 when the very file was known. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { name, bytes } = await readFileUpload(req)
  const taken = await takeStatement(req.scope, { name, bytes, by: req.auth_context.actor_id })
  neverCache(res)
  res.status(taken.taken ? 201 : 200).json(taken)
}
