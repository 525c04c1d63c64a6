import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { EndBody } from '../../../../../post-inspection/bodies'
import { endInspection } from '../../../../../post-inspection/end-inspection'

/** `POST /official/post-inspections/:id/cancel`: gives an inspection up before its conclusion. */
export async function POST(req: MedusaRequest<EndBody>, res: MedusaResponse): Promise<void> {
  await endInspection(req, res, 'cancel')
}
