import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../centres/at-centre'
import type { FairBody } from '../../../../../centres/fairs/bodies'
import { centreFair } from '../../../../../centres/fairs/read-fairs'
import { changeFair } from '../../../../../centres/fairs/save-fair'
import { neverCache } from '../../../../../http/cache-headers'

/** `GET /official/centre/fairs/:fair`: the fair with booths, entries, goods that may stand there, and its sales by producer. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:sell')
  neverCache(res)
  res.json(await centreFair(req.scope, centreId, String(req.params.fair), official.day))
}

/** `POST /official/centre/fairs/:fair`: changes it. */
export async function POST(req: MedusaRequest<FairBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.fair)
  await changeFair(req.scope, atCentre(req, 'centre:manage'), id, req.validatedBody)
  neverCache(res)
  res.json({ id })
}
