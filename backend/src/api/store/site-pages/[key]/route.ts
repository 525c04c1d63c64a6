import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { sitePageKeyIn } from '../../../../site-pages/page-key'
import { readSitePage } from '../../../../site-pages/read-site-pages'
import type { LocaleQuery } from '../../validators'

/** `GET /store/site-pages/:key?locale`: a page about the site as it stands today, with the lists made from the code. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { locale } = req.validatedQuery as LocaleQuery
  const page = await readSitePage(req.scope, sitePageKeyIn(req.params.key), locale ?? 'vi', new Date())
  res.setHeader('cache-control', 'public, max-age=0, s-maxage=5')
  res.json({ page })
}
