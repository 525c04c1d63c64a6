import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ownStory, toStoryView } from '../../../../../dossiers/own-story'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { takeBackStoryWorkflow } from '../../../../../workflows/dossier/workflows/take-back-story'

/** `POST /producer/stories/:product/take-back`: shows again what was there before the last publishing; the draft stays. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const productId = String(req.params.product)
  const { shownBefore } = await ownStory(req.scope, tenant, productId)
  if (shownBefore === null) throw new ApiError(409, 'story_not_published')
  await takeBackStoryWorkflow(req.scope).run({ input: { productId, story: shownBefore } })
  neverCache(res)
  res.json({ story: toStoryView(await ownStory(req.scope, tenant, productId)) })
}
