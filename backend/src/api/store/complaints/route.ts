import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ComplaintBody } from '../../../complaints/bodies'
import { takeComplaint } from '../../../complaints/take-complaint'
import { neverCache } from '../../../http/cache-headers'

/** `POST /store/complaints`: somebody asks the platform to settle something. Answers number, last day to answer and the page's token. */
export async function POST(req: MedusaRequest<ComplaintBody>, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.status(201).json(await takeComplaint(req.scope, req.validatedBody, null))
}
