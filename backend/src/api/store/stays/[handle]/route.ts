import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { readStayForm } from '../../../../stays/ask-stay'
import type { LocaleQuery } from '../../validators'

/** `GET /store/stays/:handle`: what is to be known before a homestay or tour is asked for; 404 for other products. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { locale = 'vi' } = req.validatedQuery as LocaleQuery
  neverCache(res)
  res.json({ stay: await readStayForm(req.scope, String(req.params.handle), locale) })
}
