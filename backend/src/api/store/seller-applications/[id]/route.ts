import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { linkedId } from '../../../../http/seller-link-guard'
import { applicationView } from '../../../../sellers/application-view'
import type { ApplicationBody } from '../../../../sellers/bodies'
import { saveApplication } from '../../../../sellers/edit-application'

/** `GET /store/seller-applications/:id`: an application, for who holds its link. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = linkedId(req, 'application')
  neverCache(res)
  res.json({ application: await applicationView(req.scope, id) })
}

/** `POST /store/seller-applications/:id`: keeps what is typed, right or not. */
export async function POST(req: MedusaRequest<ApplicationBody>, res: MedusaResponse): Promise<void> {
  const id = linkedId(req, 'application')
  await saveApplication(req.scope, id, req.validatedBody)
  neverCache(res)
  res.json({ application: await applicationView(req.scope, id) })
}
