import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { languageOf } from '../../../http/messages'
import { askStay } from '../../../stays/ask-stay'
import type { AskStayBody } from '../../../stays/bodies'

/** `POST /store/stay-enquiries`: asks a host for days. Answers the enquiry's id and the token that opens it. */
export async function POST(req: MedusaRequest<AskStayBody>, res: MedusaResponse): Promise<void> {
  const asked = await askStay(req.scope, req.validatedBody, languageOf(req.get('accept-language')))
  neverCache(res)
  res.status(201).json(asked)
}
