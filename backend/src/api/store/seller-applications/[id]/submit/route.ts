import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { linkedId } from '../../../../../http/seller-link-guard'
import { applicationView } from '../../../../../sellers/application-view'
import { submitApplication } from '../../../../../sellers/edit-application'

/** `POST /store/seller-applications/:id/submit`: hands an application in. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = linkedId(req, 'application')
  await submitApplication(req.scope, id)
  neverCache(res)
  res.json({ application: await applicationView(req.scope, id) })
}
