import type { MedusaContainer } from '@medusajs/framework/types'
import { upsertProducersWorkflow } from '@sao-lang/backend/workflows/producer/workflows/upsert-producers'
import type { RecordDecisionInput } from '@sao-lang/backend/workflows/recognition/workflows/record-decision'
import type { Picture } from '@sao-lang/traceability/verify'
import type { Pool } from 'pg'
import { requireBy, type SeedData } from '../data/load-data.ts'
import { heroPicture } from '../illustrations/compose.ts'
import type { FileStore } from '../illustrations/file-store.ts'
import { renderPictures } from '../illustrations/render.ts'
import { seedDecisions } from '../loader/seed-decisions.ts'
import { seedPassports } from '../loader/seed-passports.ts'
import { type ListingRequest, seedProducts } from '../loader/seed-products.ts'
import { chunks, shopRows } from '../loader/shop.ts'
import type { Progress } from '../progress.ts'
import { type SyntheticCatalogue, syntheticCatalogue } from './catalogue.ts'
import { KINDS } from './kinds.ts'

const SOURCE = 'Dữ liệu tổng hợp để thử tải, không có thật'
const SAMPLE = ['producer', 'price', 'stock', 'picture', 'label']
const PRODUCTS_A_BATCH = 100

export interface SyntheticRequest {
  container: MedusaContainer
  traceDb: Pool
  store: FileStore
  data: SeedData
  base: { salesChannelId: string; stockLocationId: string; shippingProfileId: string }
  count: number
  progress: Progress
}

/**
 * Adds made-up products until there are `count` of them; all of it says that it is sample data.
 * Repeating it, or going on after an interruption, doubles nothing. Out: counts for `seed.json`.
 */
export async function seedSyntheticCatalogue(request: SyntheticRequest): Promise<Record<string, number>> {
  const { container, data, base, count, progress } = request
  const catalogue = syntheticCatalogue(data, count)
  const pictureOf = await progress.step('pictures of kinds', () => kindPictures(request))

  await progress.step(
    'synthetic producers',
    async () => {
      for (const part of chunks(catalogue.producers, 500)) {
        await upsertProducersWorkflow(container).run({
          input: {
            producers: part.map((producer) => ({
              ...producer,
              address: null,
              legacyPlace: null,
              phone: null,
              storyVi: null,
              storyEn: null,
              source: SOURCE,
              sample: ['name'],
            })),
          },
        })
      }
    },
    () => String(catalogue.producers.length),
  )

  const requests: ListingRequest[] = catalogue.products.map((product, at) => ({
    salesChannelIds: [base.salesChannelId],
    product: {
      handle: product.handle,
      title: product.title,
      description: null,
      producerHandle: product.producerHandle,
      listing: {
        sector: product.kind.sector,
        netContent: null,
        ingredients: null,
        allergens: null,
        storage: null,
        usage: null,
        warning: null,
        standard: null,
        perishable: false,
        storyVi: null,
        storyEn: null,
        pictures: pictureOf.get(product.kind.key) ?? [],
        sample: SAMPLE,
        source: SOURCE,
      },
      variants: product.variants.map((variant, index) => ({ ...variant, sku: `MAU-${at}-${index + 1}` })),
    },
  }))
  const { ids } = await progress.step(
    'synthetic products',
    () =>
      seedProducts(
        container,
        { stockLocationId: base.stockLocationId, shippingProfileId: base.shippingProfileId },
        requests,
        PRODUCTS_A_BATCH,
        (done) => {
          if (done % 500 < PRODUCTS_A_BATCH) progress.say(`  ${done} products`)
        },
      ),
    (result) => `${result.ids.size}, ${result.created} new`,
  )

  await progress.step(
    'synthetic decisions',
    async () => {
      const decisions = decisionsOf(catalogue, ids, await recognised(container, [...ids.values()]))
      return seedDecisions(container, decisions)
    },
    (recorded) => `${recorded} new`,
  )
  await progress.step('synthetic passports', () => seedPassports(container, request.traceDb, [...ids.values()]))
  return { syntheticProducts: ids.size, syntheticProducers: catalogue.producers.length }
}

/** Which of these products are recognised by a decision on record. */
async function recognised(container: MedusaContainer, productIds: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const part of chunks(productIds, 500)) {
    const rows = await shopRows<{ product_id: string }>(container, {
      entity: 'recognition',
      fields: ['product_id'],
      filters: { product_id: part },
    })
    for (const row of rows) known.add(row.product_id)
  }
  return known
}

/**
 * The decisions that give the products still without one their stars. A catalogue that grows gets decisions of its own
 * for the new part: the number carries the first product it is about.
 */
function decisionsOf(
  catalogue: SyntheticCatalogue,
  ids: ReadonlyMap<string, string>,
  done: ReadonlySet<string>,
): RecordDecisionInput[] {
  const inputs = new Map<string, RecordDecisionInput>()
  catalogue.products.forEach((product, at) => {
    const productId = ids.get(product.handle)
    if (!product.recognition || productId === undefined || done.has(productId)) return
    const decision = catalogue.decisions.get(product.recognition.decision)
    if (!decision) throw new Error(`there is no decision ${product.recognition.decision}`)
    const { number, date, authority, level, validFrom, validTo } = decision
    let input = inputs.get(product.recognition.decision)
    if (!input) {
      input = {
        decision: {
          number: number.replace('/', `-${at}/`),
          date,
          authority,
          level,
          legalBasis: null,
          source: SOURCE,
          sample: true,
        },
        recognitions: [],
      }
      inputs.set(product.recognition.decision, input)
    }
    input.recognitions.push({
      productId,
      productName: product.title,
      stars: product.recognition.stars,
      points: product.recognition.points,
      rubricVersion: date < '2026-05-22' ? '148/2023' : '26/2026',
      validFrom,
      validTo,
      sample: true,
    })
  })
  return [...inputs.values()]
}

/** One picture a kind: a drawing of its own, or that of the product it resembles. */
async function kindPictures(request: SyntheticRequest): Promise<Map<string, Picture[]>> {
  const { data, store } = request
  const { pictures } = await renderPictures(
    store,
    KINDS.map((kind) => {
      const illustration =
        typeof kind.picture === 'string' ? requireBy(data.illustrations, 'id', kind.picture) : kind.picture
      return {
        name: `mau-${kind.key}`,
        svg: heroPicture(kind.sector, illustration, `mau-${kind.key}`),
        alt: `Tranh minh hoạ ${kind.nouns[0]}`,
      }
    }),
  )
  return new Map(KINDS.map((kind, at) => [kind.key, pictures.slice(at, at + 1)]))
}
