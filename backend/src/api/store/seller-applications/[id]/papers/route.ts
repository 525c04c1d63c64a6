import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { linkedId } from '../../../../../http/seller-link-guard'
import { applicationView } from '../../../../../sellers/application-view'
import { addSellerPaper } from '../../../../../sellers/edit-application'
import { readSellerPaper } from '../../../../../sellers/read-seller-paper'

/** `POST /store/seller-applications/:id/papers`: adds a photo or PDF, as a form with `kind` and `file`. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = linkedId(req, 'application')
  await addSellerPaper(req.scope, id, await readSellerPaper(req))
  neverCache(res)
  res.status(201).json({ application: await applicationView(req.scope, id) })
}
