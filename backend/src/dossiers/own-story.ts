import type { MedusaContainer } from '@medusajs/framework/types'
import type { Picture } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { ownProductIds } from '../journal/own-goods'
import type { StoryBody } from './bodies'
import { type ProductStory, pictureKey, storiesOf } from './product-story'

/** A story as its producer sees it. */
export type StoryView = Omit<ProductStory, 'shownBefore'> & { canTakeBack: boolean }

/** The story of a product of the tenant. Throws ApiError 404 for any other, so that none can be guessed at. */
export async function ownStory(container: MedusaContainer, tenant: Tenant, productId: string): Promise<ProductStory> {
  const own = await ownProductIds(container, tenant.producerId)
  const story = own.has(productId) ? (await storiesOf(container, [productId])).get(productId) : undefined
  if (!story) throw new ApiError(404, 'not_found')
  return story
}

export function toStoryView({ shownBefore, ...story }: ProductStory): StoryView {
  return { ...story, canTakeBack: shownBefore !== null }
}

/** The pictures a body keeps, in its order. Throws ApiError 422 for one that the story does not have. */
export function keptPictures({ pictures, shown }: ProductStory, wanted: StoryBody['pictures']): Picture[] {
  const known = new Map([...shown.pictures, ...pictures].map((picture) => [pictureKey(picture), picture]))
  return wanted.map(({ path, alt }) => {
    const picture = known.get(path)
    if (!picture) throw new ApiError(422, 'invalid_request', { field: 'pictures' })
    return { ...picture, alt }
  })
}
