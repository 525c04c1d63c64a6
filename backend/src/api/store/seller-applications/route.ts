import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { environment } from '../../../env'
import { neverCache } from '../../../http/cache-headers'
import type { NewApplicationBody } from '../../../sellers/bodies'
import { beginApplication } from '../../../sellers/edit-application'
import { signSellerLink } from '../../../sellers/seller-link'

/** `POST /store/seller-applications`: begins an application to sell. Answers with the token of its link. */
export async function POST(req: MedusaRequest<NewApplicationBody>, res: MedusaResponse): Promise<void> {
  const id = await beginApplication(req.scope, req.validatedBody.name)
  neverCache(res)
  res.status(201).json({
    id,
    token: signSellerLink({ purpose: 'application', id }, environment().ORDER_LINK_SECRET, new Date()),
  })
}
