import type { MedusaContainer } from '@medusajs/framework/types'
import type { CertifiedStar } from '@sao-lang/traceability/verify/rating'
import { graph } from '../container/graph'
import { RECOGNITION_MODULE } from '../modules/recognition'
import type { RecognitionModuleService } from '../modules/recognition/service'
import type { DraftQuestion, ProductFacts } from './check-signing'
import type { DraftRows } from './draft-rows'

interface ProductRow {
  id: string
  producer: { id: string; name: string; province_code: string } | null
  listing_detail: { sector: string } | null
}

/** Who makes each product, and what it is; unknown ids have no entry. */
export async function productFacts(
  container: MedusaContainer,
  ids: readonly string[],
): Promise<Map<string, ProductFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await graph<ProductRow>(container, {
    entity: 'product',
    fields: ['id', 'producer.id', 'producer.name', 'producer.province_code', 'listing_detail.sector'],
    filters: { id: [...ids] },
  })
  return new Map(
    rows.map(({ id, producer, listing_detail: listing }) => [
      id,
      {
        producer_id: producer?.id ?? null,
        producer_name: producer?.name ?? null,
        province_code: producer?.province_code ?? null,
        sector: listing?.sector ?? null,
      },
    ]),
  )
}

/** What is on record of everything the rows of a draft name. */
export async function draftFacts(
  container: MedusaContainer,
  draft: DraftRows,
): Promise<Pick<DraftQuestion, 'recognitions' | 'products'>> {
  const recognitionIds = draft.rows.flatMap((row) => ('recognitionId' in row ? [row.recognitionId] : []))
  const productIds = draft.rows.flatMap((row) => ('productId' in row && row.productId !== null ? [row.productId] : []))
  const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const [rows, products] = await Promise.all([
    recognitionIds.length === 0
      ? []
      : service.listRecognitions({ id: recognitionIds }, { take: null, relations: ['suspensions'] }),
    productFacts(container, productIds),
  ])
  const recognitions = new Map(rows.map((row) => [row.id, { ...row, stars: row.stars as CertifiedStar }]))
  return { recognitions, products }
}
