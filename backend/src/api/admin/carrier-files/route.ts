import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { FilesQuery } from '../../../bank-transfer/bodies'
import { readFileUpload } from '../../../bank-transfer/read-file-upload'
import { readCarrierFiles } from '../../../carriers/carrier-views'
import { takeCarrierFile } from '../../../carriers/take-carrier-file'
import { neverCache } from '../../../http/cache-headers'

/** `GET /admin/carrier-files`: carriers' files that were taken over, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await readCarrierFiles(req.scope, req.validatedQuery as FilesQuery))
}

/** `POST /admin/carrier-files`: takes a file over, as a form with `carrier` and `file`; 201, or 200 when the very file was known. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { name, bytes, fields } = await readFileUpload(req, ['carrier'])
  const by = req.auth_context.actor_id
  const taken = await takeCarrierFile(req.scope, { carrier: fields.carrier ?? '', name, bytes, by })
  neverCache(res)
  res.status(taken.taken ? 201 : 200).json(taken)
}
