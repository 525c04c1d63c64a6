import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../http/cache-headers'
import { linkedId } from '../../../../../../../http/seller-link-guard'
import { applicationView } from '../../../../../../../sellers/application-view'
import { removeSellerPaper } from '../../../../../../../sellers/edit-application'

/** `POST /store/seller-applications/:id/papers/:paper/remove`: removes a paper and its file. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = linkedId(req, 'application')
  await removeSellerPaper(req.scope, id, String(req.params.paper))
  neverCache(res)
  res.json({ application: await applicationView(req.scope, id) })
}
