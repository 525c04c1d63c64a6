import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { productCode, publicFair, svgCode } from '../../../../centres/fairs/public-fairs'
import { cachePublicly } from '../../../../http/cache-headers'

/** `GET /store/fairs/:slug`: a fair and its catalogue, each product with a code that leads to its page. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { fair, booths } = await publicFair(req.scope, String(req.params.slug))
  cachePublicly(res)
  res.json({
    fair,
    booths: booths.map(({ name, items }) => ({
      name,
      items: items.map((item) => ({ ...item, code: svgCode(productCode(item.productHandle)) })),
    })),
  })
}
