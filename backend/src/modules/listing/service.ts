import type { Context, InferTypeOf } from '@medusajs/framework/types'
import { InjectTransactionManager, MedusaContext, MedusaError, MedusaService } from '@medusajs/framework/utils'
import type { Picture } from '@sao-lang/traceability/verify'
import { enqueue, productChanged } from '../../outbox/enqueue'
import { ListingChange } from './models/listing-change'
import { ListingDetail } from './models/listing-detail'
import { ListingImport } from './models/listing-import'
import { ListingProposal } from './models/listing-proposal'
import { Preorder } from './models/preorder'
import type { Sector } from './sectors'

export type ListingDetailDTO = InferTypeOf<typeof ListingDetail>

export interface ListingRow {
  product_id: string
  sector: Sector
  net_content: string | null
  ingredients: string | null
  allergens: string | null
  storage: string | null
  usage: string | null
  warning: string | null
  standard: string | null
  perishable: boolean
  story_vi: string | null
  story_en: string | null
  pictures: Picture[]
  sample: string[]
  source: string | null
}

/** The part of a listing that its producer writes: story and pictures. */
export interface ShownStory {
  vi: string | null
  en: string | null
  pictures: Picture[]
  /** True when it is illustrative. */
  sample: boolean
}

/** What a product page says beyond Medusa's product. */
export class ListingModuleService extends MedusaService({
  ListingChange,
  ListingDetail,
  ListingImport,
  ListingProposal,
  Preorder,
}) {
  /** Creates the details of new products and queues their passports, in one transaction. */
  @InjectTransactionManager()
  async addListings(rows: ListingRow[], @MedusaContext() context: Context = {}): Promise<string[]> {
    const created = await this.createListingDetails(
      rows.map((row) => ({ ...row, pictures: row.pictures as unknown as Record<string, unknown> })),
      context,
    )
    await enqueue(context, productChanged(rows.map((row) => row.product_id)))
    return created.map((listing) => listing.id)
  }

  /** Shows another story and other pictures of a product and queues its passport, in one transaction. Out: what was shown before. */
  @InjectTransactionManager()
  async showStory(productId: string, story: ShownStory, @MedusaContext() context: Context = {}): Promise<ShownStory> {
    const [listing] = await this.listListingDetails({ product_id: productId }, { take: 1 }, context)
    if (!listing) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product "${productId}" is not listed.`)
    const others = listing.sample.filter((part) => part !== 'story')
    await this.updateListingDetails(
      {
        id: listing.id,
        story_vi: story.vi,
        story_en: story.en,
        pictures: story.pictures as unknown as Record<string, unknown>,
        sample: story.sample ? [...others, 'story'] : others,
      },
      context,
    )
    await enqueue(context, productChanged([productId]))
    return {
      vi: listing.story_vi,
      en: listing.story_en,
      pictures: listing.pictures as unknown as Picture[],
      sample: listing.sample.includes('story'),
    }
  }
}
