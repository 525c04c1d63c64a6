import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { EndBody } from '../../../../../post-inspection/bodies'
import { endInspection } from '../../../../../post-inspection/end-inspection'

/** `POST /official/post-inspections/:id/close`: ends an inspection in which nothing is open. */
export async function POST(req: MedusaRequest<EndBody>, res: MedusaResponse): Promise<void> {
  await endInspection(req, res, 'close')
}
