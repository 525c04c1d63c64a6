import type { MedusaContainer } from '@medusajs/framework/types'
import type { Recognition } from '@sao-lang/traceability/verify'
import { graph, graphPage } from '../container/graph'
import { ApiError } from '../http/api-error'
import type { InspectedGoods } from '../modules/post-inspection/service'
import type { Places } from '../officials/official-scope'
import { RECOGNITION_FIELDS, type RecognitionGraphRow, toRecognitions } from '../recognition/recognition-facts'
import { plainWords } from '../search/vietnamese-words'

/** A recognition with the holder and the place of its product. */
export interface RecognisedGoods extends Omit<InspectedGoods, 'province_code'> {
  /** Null where neither the register nor the holder says it. */
  province_code: string | null
  product_handle: string | null
  product_code: string | null
  revoked_on: string | null
  recognition: Recognition
}

interface GoodsRow extends RecognitionGraphRow {
  product_id: string | null
  product_name: string
  product_code: string | null
  producer_id: string | null
  producer_name: string | null
  province_code: string | null
  product: {
    handle: string
    status: string
    producer: { id: string; name: string; province_code: string; commune_code: string | null } | null
  } | null
}

const FIELDS = [
  ...RECOGNITION_FIELDS.map((field) => field.replace(/^recognitions\./, '')),
  'product_id',
  'product_name',
  'product_code',
  'producer_id',
  'producer_name',
  'province_code',
  'product.handle',
  'product.status',
  'product.producer.id',
  'product.producer.name',
  'product.producer.province_code',
  'product.producer.commune_code',
]

/** Recognitions by id, in the order given; one that is not known is left out. */
export async function goodsOf(
  container: MedusaContainer,
  recognitionIds: readonly string[],
): Promise<RecognisedGoods[]> {
  if (recognitionIds.length === 0) return []
  const rows = await graph<GoodsRow>(container, {
    entity: 'recognition',
    fields: FIELDS,
    filters: { id: [...new Set(recognitionIds)] },
  })
  const known = new Map(rows.map((row) => [row.id, toGoods(row)]))
  return recognitionIds.flatMap((id) => known.get(id) ?? [])
}

/** One recognition to be inspected. Throws ApiError 422 `recognition_unknown`, 422 `recognition_without_place`. */
export async function inspectedGoods(container: MedusaContainer, recognitionId: string): Promise<InspectedGoods> {
  const [goods] = await goodsOf(container, [recognitionId])
  if (!goods) throw new ApiError(422, 'recognition_unknown', { field: 'recognitionId' })
  return toInspected(goods)
}

/** What an inspection keeps of its goods. Throws ApiError 422 `recognition_without_place`. */
export function toInspected(goods: RecognisedGoods): InspectedGoods {
  const { province_code } = goods
  if (province_code === null) throw new ApiError(422, 'recognition_without_place', { field: 'recognitionId' })
  const { recognition_id, product_id, producer_id, product_name, producer_name, stars, commune_code } = goods
  return { recognition_id, product_id, producer_id, product_name, producer_name, stars, province_code, commune_code }
}

export interface GoodsQuestion {
  places: Places
  /** Words in any order; case and diacritics do not matter. */
  q?: string | undefined
  producerId?: string | undefined
  take: number
  skip: number
}

/** Recognitions of some places or of one holder, by product name. */
export async function findGoods(
  container: MedusaContainer,
  { places, q, producerId, take, skip }: GoodsQuestion,
): Promise<{ goods: RecognisedGoods[]; total: number }> {
  const within =
    producerId === undefined ? await placesFilter(container, places) : await holderFilter(container, producerId)
  if (within === null) return { goods: [], total: 0 }
  const words = plainWords(q ?? '')
  const { rows, total } = await graphPage<GoodsRow>(container, {
    entity: 'recognition',
    fields: FIELDS,
    filters: {
      ...within,
      ...(words.length > 0 ? { $and: words.map((word) => ({ search_text: { $like: `%${word}%` } })) } : {}),
    },
    pagination: { take, skip, order: { product_name: 'ASC', id: 'ASC' } },
  })
  return { goods: rows.map(toGoods), total }
}

/** Every recognition of the products of some recognitions: which of them counts today follows from all of them. */
export async function recognitionsBesides(
  container: MedusaContainer,
  goods: readonly RecognisedGoods[],
): Promise<Map<string, Recognition[]>> {
  const productIds = [...new Set(goods.flatMap(({ product_id }) => product_id ?? []))]
  const rows =
    productIds.length === 0
      ? []
      : await graph<GoodsRow>(container, { entity: 'recognition', fields: FIELDS, filters: { product_id: productIds } })
  const byProduct = new Map<string, Recognition[]>()
  for (const { product_id, recognition } of rows.map(toGoods)) {
    if (product_id !== null) byProduct.set(product_id, [...(byProduct.get(product_id) ?? []), recognition])
  }
  return byProduct
}

/** Null where nothing can be within. */
async function placesFilter(container: MedusaContainer, places: Places): Promise<Record<string, unknown> | null> {
  const { everywhere, provinceCodes, communeCodes } = places
  if (everywhere) return {}
  if (provinceCodes.length === 0 && communeCodes.length === 0) return null
  const producers = await graph<{ products: { id: string }[] | null }>(container, {
    entity: 'producer',
    fields: ['products.id'],
    filters: { $or: [{ province_code: provinceCodes }, { commune_code: communeCodes }] },
  })
  const productIds = producers.flatMap(({ products }) => (products ?? []).map(({ id }) => id))
  return { $or: [{ province_code: provinceCodes }, { product_id: productIds }] }
}

async function holderFilter(container: MedusaContainer, producerId: string): Promise<Record<string, unknown>> {
  const [producer] = await graph<{ products: { id: string }[] | null }>(container, {
    entity: 'producer',
    fields: ['products.id'],
    filters: { id: producerId },
  })
  return { product_id: (producer?.products ?? []).map(({ id }) => id) }
}

function toGoods(row: GoodsRow): RecognisedGoods {
  const [recognition] = toRecognitions([row])
  const holder = row.product?.producer ?? null
  return {
    recognition_id: row.id,
    product_id: row.product_id,
    product_handle: row.product?.status === 'published' ? row.product.handle : null,
    product_name: row.product_name,
    product_code: row.product_code,
    producer_id: row.producer_id ?? holder?.id ?? null,
    producer_name: row.producer_name ?? holder?.name ?? '',
    stars: row.stars,
    province_code: row.province_code ?? holder?.province_code ?? null,
    commune_code: holder?.commune_code ?? null,
    revoked_on: row.revoked_on,
    recognition: recognition as Recognition,
  }
}
