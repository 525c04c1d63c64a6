import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { LineBody } from '../../../../../../centres/contracts/bodies'
import { addLine } from '../../../../../../centres/contracts/lines'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/contracts/:contract/lines`: puts goods into a draft. */
export async function POST(req: MedusaRequest<LineBody>, res: MedusaResponse): Promise<void> {
  const id = await addLine(req.scope, atCentre(req, 'centre:manage'), String(req.params.contract), req.validatedBody)
  neverCache(res)
  res.status(201).json({ id })
}
