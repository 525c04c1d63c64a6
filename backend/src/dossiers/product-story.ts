import type { MedusaContainer } from '@medusajs/framework/types'
import type { Picture } from '@sao-lang/traceability/verify'
import { DOSSIER_MODULE } from '../modules/dossier'
import type { DossierModuleService } from '../modules/dossier/service'
import { LISTING_MODULE } from '../modules/listing'
import type { ListingModuleService, ShownStory } from '../modules/listing/service'

/** The story of a product: as it is being written, and as everybody sees it. */
export interface ProductStory {
  productId: string
  /** 0 while nothing has been written apart from what is shown. */
  version: number
  vi: string
  en: string
  pictures: Picture[]
  shown: { vi: string | null; en: string | null; pictures: Picture[]; sample: boolean }
  /** UTC, ISO 8601; null when nothing was published, or it was taken back. */
  publishedAt: string | null
  shownBefore: ShownStory | null
}

/** The stories of products, by product id; a product that is not listed has none. */
export async function storiesOf(
  container: MedusaContainer,
  productIds: readonly string[],
): Promise<Map<string, ProductStory>> {
  if (productIds.length === 0) return new Map()
  const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
  const listings: ListingModuleService = container.resolve(LISTING_MODULE)
  const of = { product_id: [...productIds] }
  const [drafts, shown] = await Promise.all([
    dossiers.listStoryDrafts(of, { take: productIds.length }),
    listings.listListingDetails(of, { take: productIds.length }),
  ])
  return new Map(
    shown.map((listing) => {
      const draft = drafts.find(({ product_id }) => product_id === listing.product_id)
      const pictures = listing.pictures as unknown as Picture[]
      const story: ProductStory = {
        productId: listing.product_id,
        version: draft?.version ?? 0,
        vi: draft?.vi ?? listing.story_vi ?? '',
        en: draft?.en ?? listing.story_en ?? '',
        pictures: draft ? (draft.pictures as unknown as Picture[]) : pictures,
        shown: {
          vi: listing.story_vi,
          en: listing.story_en,
          pictures,
          sample: listing.sample.includes('story'),
        },
        publishedAt: draft?.published_at ? new Date(draft.published_at).toISOString() : null,
        shownBefore: (draft?.shown_before ?? null) as unknown as ShownStory | null,
      }
      return [listing.product_id, story] as const
    }),
  )
}

/** What a picture is called by in requests: the path of its first variant. */
export function pictureKey(picture: Picture): string {
  return picture.variants[0]?.path ?? ''
}
