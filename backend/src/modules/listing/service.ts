import type { Context, InferTypeOf } from '@medusajs/framework/types'
import { InjectTransactionManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import type { Picture } from '@sao-lang/traceability/verify'
import { enqueue, productChanged } from '../../outbox/enqueue'
import { ListingDetail } from './models/listing-detail'
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
  story_vi: string | null
  story_en: string | null
  pictures: Picture[]
  sample: string[]
  source: string | null
}

/** What a product page says beyond Medusa's product. */
export class ListingModuleService extends MedusaService({ ListingDetail }) {
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
}
