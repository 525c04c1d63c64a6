import type { MedusaContainer } from '@medusajs/framework/types'
import type { Passport, Picture } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import { RECOGNITION_FIELDS, type RecognitionGraphRow, toRecognitions } from '../recognition/recognition-facts'
import { partyRefOf } from './party-ref'

/** A passport ready to send, with the party that answers for it. */
export interface BuiltPassport {
  partyRef: string
  passport: Passport
  /** Latest change of anything it contains. */
  sourceChangedAt: Date
}

interface PassportRow {
  id: string
  title: string
  handle: string
  status: string
  updated_at: string | Date
  deleted_at: string | Date | null
  listing_detail: ListingPart | null
  producer: ProducerPart | null
  recognitions: RecognitionPart[] | null
}
interface RecognitionPart extends RecognitionGraphRow {
  updated_at: string | Date
  suspensions: (NonNullable<RecognitionGraphRow['suspensions']>[number] & { updated_at: string | Date })[] | null
}
interface ListingPart {
  sector: string
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
  updated_at: string | Date
}
interface ProducerPart {
  id: string
  handle: string
  name: string
  legal_form: string
  address: string | null
  phone: string | null
  province_code: string
  commune_code: string | null
  legacy_place: string | null
  sample: string[]
  status: string
  updated_at: string | Date
  province: { name: string } | null
  commune: { name: string; type: string } | null
}

const FIELDS = [
  'id',
  'title',
  'handle',
  'status',
  'updated_at',
  'deleted_at',
  'listing_detail.*',
  'producer.*',
  'producer.province.name',
  'producer.commune.name',
  'producer.commune.type',
  'recognitions.updated_at',
  'recognitions.suspensions.updated_at',
  ...RECOGNITION_FIELDS,
]

/**
 * Reads what the scan page needs of products, as it is now. Withdrawn and deleted products stay readable.
 * In: product ids, and the version to give. Out: a passport by product id; a product that is not listed or has no
 * producer has none.
 */
export async function buildPassports(
  container: MedusaContainer,
  productIds: readonly string[],
  version: number,
): Promise<Map<string, BuiltPassport>> {
  const rows = await graph<PassportRow>(container, {
    entity: 'product',
    fields: FIELDS,
    filters: { id: productIds },
    withDeleted: true,
  })
  return new Map(
    rows.flatMap((row) => {
      const built = toPassport(row, version)
      return built ? [[row.id, built] as const] : []
    }),
  )
}

function toPassport(row: PassportRow, version: number): BuiltPassport | null {
  const { listing_detail: listing, producer } = row
  if (!listing || !producer) return null
  const recognitions = toRecognitions(row.recognitions)
  const sample = new Set([...listing.sample, ...producer.sample.map((part) => `producer.${part}`)])
  if (recognitions.some((recognition) => recognition.sample)) sample.add('recognition')
  return {
    partyRef: partyRefOf(producer.id),
    sourceChangedAt: latest([
      row.updated_at,
      row.deleted_at,
      listing.updated_at,
      producer.updated_at,
      ...(row.recognitions ?? []).flatMap(({ updated_at, suspensions }) => [
        updated_at,
        ...(suspensions ?? []).map((suspension) => suspension.updated_at),
      ]),
    ]),
    passport: {
      productRef: row.id,
      version,
      product: {
        handle: row.handle,
        name: { vi: row.title, en: null },
        sector: listing.sector,
        netContent: listing.net_content,
        ingredients: listing.ingredients,
        allergens: listing.allergens,
        storage: listing.storage,
        usage: listing.usage,
        warning: listing.warning,
        standard: listing.standard,
        story: listing.story_vi === null ? null : { vi: listing.story_vi, en: listing.story_en },
        picture: listing.pictures[0] ?? null,
        withdrawn: row.deleted_at !== null || row.status !== 'published' || producer.status !== 'open',
      },
      producer: {
        ref: producer.id,
        handle: producer.handle,
        name: producer.name,
        legalForm: producer.legal_form,
        address: producer.address,
        phone: producer.phone,
        place: {
          provinceCode: producer.province_code,
          provinceName: producer.province?.name ?? '',
          communeCode: producer.commune_code,
          communeName: producer.commune ? `${producer.commune.type} ${producer.commune.name}` : null,
          legacyName: producer.legacy_place,
        },
      },
      recognitions,
      sample: [...sample],
      source: listing.source,
    },
  }
}

function latest(moments: readonly (string | Date | null)[]): Date {
  return new Date(Math.max(...moments.map((moment) => (moment === null ? 0 : new Date(moment).getTime()))))
}
