import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../../../centres/at-centre'
import { removeLine } from '../../../../../../../../centres/contracts/lines'
import { neverCache } from '../../../../../../../../http/cache-headers'

/** `POST /official/centre/contracts/:contract/lines/:line/remove`: takes goods out of a draft. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const at = atCentre(req, 'centre:manage')
  const [contractId, lineId] = [String(req.params.contract), String(req.params.line)]
  await removeLine(req.scope, at, { contractId, lineId })
  neverCache(res)
  res.json({ id: lineId })
}
