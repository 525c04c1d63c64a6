import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../../../centres/at-centre'
import { removeEntry } from '../../../../../../../../centres/fairs/entries'
import { neverCache } from '../../../../../../../../http/cache-headers'

/** `POST /official/centre/fairs/:fair/entries/:entry/remove`: takes goods off the fair. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const at = atCentre(req, 'centre:stock')
  const [fairId, entryId] = [String(req.params.fair), String(req.params.entry)]
  await removeEntry(req.scope, at, { fairId, entryId })
  neverCache(res)
  res.json({ id: entryId })
}
