import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { ownProductIds } from '../../../../../journal/own-goods'
import type { ArtworkBody } from '../../../../../post-inspection/bodies'
import { checkArtwork } from '../../../../../post-inspection/check-artwork'
import { holderDoer, requireOwnFile } from '../../../../../post-inspection/holder'
import { ownMarkUses } from '../../../../../post-inspection/own-mark-uses'
import { rightOf } from '../../../../../post-inspection/read-mark-uses'
import { goodsOf, recognitionsBesides } from '../../../../../post-inspection/recognised-goods'
import { registerArtworkWorkflow } from '../../../../../workflows/post-inspection/workflows/register-artwork'

/** `POST /producer/mark-uses/:recognition/artwork`: how the mark is put on a recognised product of one's own. */
export async function POST(req: MedusaRequest<ArtworkBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { producerId, memberId, sample } = tenant
  const [goods] = await goodsOf(req.scope, [String(req.params.recognition)])
  const productId = goods?.product_id ?? null
  const own = productId !== null && (await ownProductIds(req.scope, producerId)).has(productId)
  if (!goods || !own) throw new ApiError(404, 'not_found')
  const { usedOn, title, printedName, printedStars, since, file } = req.validatedBody
  const today = vietnamDay(new Date())
  checkArtwork(
    { printedName, printedStars, since },
    { ...goods, right: rightOf(goods, await recognitionsBesides(req.scope, [goods]), today) },
  )
  await requireOwnFile(req.scope, producerId, file)
  await registerArtworkWorkflow(req.scope).run({
    input: {
      row: {
        recognition_id: goods.recognition_id,
        product_id: productId,
        producer_id: producerId,
        used_on: usedOn,
        title,
        printed_name: printedName,
        printed_stars: printedStars,
        since,
        file,
        member_id: memberId,
        sample,
      },
      by: await holderDoer(req.scope, tenant),
    },
  })
  neverCache(res)
  res.status(201).json({ markUses: await ownMarkUses(req.scope, producerId) })
}
