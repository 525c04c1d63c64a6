import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../../../centres/at-centre'
import { removeBooth } from '../../../../../../../../centres/fairs/remove-booth'
import { neverCache } from '../../../../../../../../http/cache-headers'

/** `POST /official/centre/fairs/:fair/booths/:booth/remove`: takes a booth away that never held goods. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.booth)
  await removeBooth(req.scope, atCentre(req, 'centre:manage'), String(req.params.fair), id)
  neverCache(res)
  res.json({ id })
}
