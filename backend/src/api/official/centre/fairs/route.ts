import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import type { FairBody } from '../../../../centres/fairs/bodies'
import { centreFairs } from '../../../../centres/fairs/read-fairs'
import { makeFair } from '../../../../centres/fairs/save-fair'
import { neverCache } from '../../../../http/cache-headers'

/** `GET /official/centre/fairs`: the centre's fairs. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:sell')
  neverCache(res)
  res.json({ fairs: await centreFairs(req.scope, centreId) })
}

/** `POST /official/centre/fairs`: plans a fair. */
export async function POST(req: MedusaRequest<FairBody>, res: MedusaResponse): Promise<void> {
  const id = await makeFair(req.scope, atCentre(req, 'centre:manage'), req.validatedBody)
  neverCache(res)
  res.status(201).json({ id })
}
