import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { StoryBody } from '../../../../dossiers/bodies'
import { keptPictures, ownStory, toStoryView } from '../../../../dossiers/own-story'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import { saveStoryWorkflow } from '../../../../workflows/dossier/workflows/save-story'

/** `GET /producer/stories/:product`: the story of a product, as it is being written and as it is shown. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const story = await ownStory(req.scope, tenantOf(req.scope), String(req.params.product))
  neverCache(res)
  res.json({ story: toStoryView(story) })
}

/** `PUT /producer/stories/:product`: keeps the draft; nobody else sees it. */
export async function PUT(req: MedusaRequest<StoryBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const productId = String(req.params.product)
  const { version, vi, en, pictures } = req.validatedBody
  const before = await ownStory(req.scope, tenant, productId)
  await saveStoryWorkflow(req.scope).run({
    input: {
      ...{ productId, producerId: tenant.producerId, version, vi, en },
      pictures: keptPictures(before, pictures),
    },
  })
  neverCache(res)
  res.json({ story: toStoryView(await ownStory(req.scope, tenant, productId)) })
}
