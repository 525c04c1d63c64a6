import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { VersionBody } from '../../../../../dossiers/bodies'
import { ownStory, toStoryView } from '../../../../../dossiers/own-story'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { publishStoryWorkflow } from '../../../../../workflows/dossier/workflows/publish-story'

/** `POST /producer/stories/:product/publish`: shows the draft on the product page and the scan page. */
export async function POST(req: MedusaRequest<VersionBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const productId = String(req.params.product)
  const story = await ownStory(req.scope, tenant, productId)
  if (story.version !== req.validatedBody.version) throw new ApiError(409, 'story_changed')
  if (story.vi === '') throw new ApiError(422, 'story_empty', { field: 'vi' })
  await publishStoryWorkflow(req.scope).run({
    input: {
      productId,
      story: { vi: story.vi, en: story.en || null, pictures: story.pictures, sample: tenant.sample },
    },
  })
  neverCache(res)
  res.json({ story: toStoryView(await ownStory(req.scope, tenant, productId)) })
}
