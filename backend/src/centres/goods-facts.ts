import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { RECOGNITION_FIELDS, type RecognitionGraphRow, toRecognitions } from '../recognition/recognition-facts'
import type { Badge } from '../search/catalogue-types'
import { badgeThrough } from '../search/stars'

/** A variant with what a counter says of it. */
export interface GoodsFacts {
  variantId: string
  variantTitle: string
  /** What a scanner reads from the package: GTIN and stock number. */
  codes: string[]
  productId: string
  productTitle: string
  productHandle: string
  sector: string
  producerId: string
  producerName: string
  producerHandle: string
  legalForm: string
  /** Of the days asked for; a lapsed star is told as lapsed. */
  badge: Badge
  sample: string[]
}

interface ProductRow {
  id: string
  title: string
  handle: string
  variants:
    | {
        id: string
        title: string
        sku: string | null
        barcode: string | null
        ean: string | null
        upc: string | null
      }[]
    | null
  listing_detail: { sector: string; sample: string[] } | null
  producer: { id: string; name: string; handle: string; legal_form: string } | null
  recognitions: RecognitionGraphRow[] | null
}

/**
 * Every variant of these products, with the badge of a day (yyyy-mm-dd at +07), or of all days up to a last one. Products without a
 * producer are left out.
 */
export async function goodsFacts(
  container: MedusaContainer,
  productIds: readonly string[],
  day: string,
  lastDay = day,
): Promise<Map<string, GoodsFacts>> {
  const rows = await graph<ProductRow>(container, {
    entity: 'product',
    fields: [
      'id',
      'title',
      'handle',
      'variants.id',
      'variants.title',
      'variants.sku',
      'variants.barcode',
      'variants.ean',
      'variants.upc',
      'listing_detail.sector',
      'listing_detail.sample',
      'producer.id',
      'producer.name',
      'producer.handle',
      'producer.legal_form',
      ...RECOGNITION_FIELDS,
    ],
    filters: { id: [...new Set(productIds)] },
    withDeleted: true,
  })
  const facts = new Map<string, GoodsFacts>()
  for (const { producer, variants, recognitions, listing_detail: listing, ...product } of rows) {
    if (!producer) continue
    const badge = badgeThrough(toRecognitions(recognitions), day, lastDay)
    for (const variant of variants ?? []) {
      facts.set(variant.id, {
        variantId: variant.id,
        variantTitle: variant.title,
        codes: [variant.barcode, variant.ean, variant.upc, variant.sku].flatMap((code) => code || []),
        productId: product.id,
        productTitle: product.title,
        productHandle: product.handle,
        sector: listing?.sector ?? '',
        producerId: producer.id,
        producerName: producer.name,
        producerHandle: producer.handle,
        legalForm: producer.legal_form,
        badge,
        sample: listing?.sample ?? [],
      })
    }
  }
  return facts
}
