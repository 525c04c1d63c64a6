import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { cataloguePdf } from '../../../../../centres/fairs/catalogue-pdf'
import { publicFair } from '../../../../../centres/fairs/public-fairs'
import { ApiError } from '../../../../../http/api-error'
import { cachePublicly } from '../../../../../http/cache-headers'

/** `GET /store/fairs/:slug/catalogue.pdf`: the catalogue on paper; there is none of a fair that was called off. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const catalogue = await publicFair(req.scope, String(req.params.slug))
  if (catalogue.fair.state === 'cancelled') throw new ApiError(404, 'not_found')
  const pdf = await cataloguePdf(catalogue)
  cachePublicly(res)
  res.attachment(`danh-muc-${catalogue.fair.slug}.pdf`)
  res.setHeader('content-type', 'application/pdf')
  res.send(pdf)
}
