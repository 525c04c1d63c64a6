import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { EntryBody } from '../../../../../../centres/fairs/bodies'
import { addEntry } from '../../../../../../centres/fairs/entries'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/fairs/:fair/entries`: puts goods on a booth. */
export async function POST(req: MedusaRequest<EntryBody>, res: MedusaResponse): Promise<void> {
  const id = await addEntry(req.scope, atCentre(req, 'centre:stock'), String(req.params.fair), req.validatedBody)
  neverCache(res)
  res.status(201).json({ id })
}
