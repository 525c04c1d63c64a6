import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../../centres/at-centre'
import type { EntryChange } from '../../../../../../../centres/fairs/bodies'
import { changeEntry } from '../../../../../../../centres/fairs/entries'
import { neverCache } from '../../../../../../../http/cache-headers'

/** `POST /official/centre/fairs/:fair/entries/:entry`: changes price, note and order. */
export async function POST(req: MedusaRequest<EntryChange>, res: MedusaResponse): Promise<void> {
  const at = atCentre(req, 'centre:stock')
  const [fairId, entryId] = [String(req.params.fair), String(req.params.entry)]
  await changeEntry(req.scope, at, { fairId, entryId }, req.validatedBody)
  neverCache(res)
  res.json({ id: entryId })
}
