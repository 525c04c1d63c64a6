import type { Place } from '@sao-lang/traceability/verify'

/** A producer in a list (docs/contracts.md). */
export interface ProducerCard {
  handle: string
  name: string
  legalForm: string
  place: Place
  /** Products on sale. */
  productCount: number
  sample: string[]
  source: string | null
}

export interface ProducerRow {
  id: string
  handle: string
  name: string
  legal_form: string
  province_code: string
  commune_code: string | null
  legacy_place: string | null
  phone: string | null
  story_vi: string | null
  story_en: string | null
  source: string | null
  sample: string[]
  province: { name: string } | null
  commune: { name: string; type: string } | null
  products: { id: string; status: string }[] | null
}

export const PRODUCER_FIELDS = [
  'id',
  'handle',
  'name',
  'legal_form',
  'province_code',
  'commune_code',
  'legacy_place',
  'phone',
  'story_vi',
  'story_en',
  'source',
  'sample',
  'province.name',
  'commune.name',
  'commune.type',
  'products.id',
  'products.status',
]

/** A graph row as a card. */
export function toProducerCard(row: ProducerRow): ProducerCard {
  return {
    handle: row.handle,
    name: row.name,
    legalForm: row.legal_form,
    place: {
      provinceCode: row.province_code,
      provinceName: row.province?.name ?? '',
      communeCode: row.commune_code,
      communeName: row.commune ? `${row.commune.type} ${row.commune.name}` : null,
      legacyName: row.legacy_place,
    },
    productCount: (row.products ?? []).filter((product) => product.status === 'published').length,
    sample: row.sample,
    source: row.source,
  }
}
