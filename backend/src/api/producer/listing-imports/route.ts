import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readImportUpload } from '../../../decisions/read-import-upload'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { checkFile, importOf, readImports } from '../../../listing-files/check-file'
import { inTransaction } from '../../../money/in-transaction'

/** `GET /producer/listing-imports`: the last files of listings. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ imports: await readImports(req.scope, tenantOf(req.scope)) })
}

/** `POST /producer/listing-imports`: checks a file, sent as a form; nothing of it is done. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = await checkFile(req.scope, tenant, await readImportUpload(req))
  neverCache(res)
  res.status(201).json({ import: await inTransaction(req.scope, (sql) => importOf(sql, tenant, id)) })
}
