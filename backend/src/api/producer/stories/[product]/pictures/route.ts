import { randomUUID } from 'node:crypto'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ownStory, toStoryView } from '../../../../../dossiers/own-story'
import { drawPicture } from '../../../../../dossiers/story-pictures'
import { checkFile } from '../../../../../evidence/checked-file'
import { readUpload } from '../../../../../evidence/read-upload'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { addStoryPictureWorkflow } from '../../../../../workflows/dossier/workflows/add-story-picture'

/**
 * `POST /producer/stories/:product/pictures`: a photo for the story, as a form with `file`, `title` (what it shows) and `public`; it is
 * written anew without what the camera noted, and joins the draft.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const productId = String(req.params.product)
  const { version, vi, en, pictures } = await ownStory(req.scope, tenant, productId)
  const upload = await readUpload(req)
  const { width, height, variants } = await drawPicture(await checkFile(upload.bytes))
  const name = `chuyen-${randomUUID()}`
  await addStoryPictureWorkflow(req.scope).run({
    input: {
      story: { productId, producerId: tenant.producerId, version, vi, en, pictures },
      picture: { alt: upload.title, width, height },
      variants: variants.map((variant) => ({
        filename: `${name}-${variant.width}.webp`,
        width: variant.width,
        content: variant.bytes.toString('base64'),
      })),
    },
  })
  neverCache(res)
  res.status(201).json({ story: toStoryView(await ownStory(req.scope, tenant, productId)) })
}
