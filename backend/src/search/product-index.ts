import { MedusaModule } from '@medusajs/framework/modules-sdk'
import type { ILockingModule, ISearchModuleService, SearchTypes } from '@medusajs/framework/types'
import { defineSearchIndex, graphSeed, Modules, search } from '@medusajs/framework/utils'
import { environment } from '../env'
import { BatchReader } from './batch-reader'
import { PRODUCT_INDEX, STANDBY_INDEX } from './catalogue'
import { pricesOf } from './prices'
import { PRODUCT_FIELDS, type ProductDocument, type ProductGraphRow, toProductDocument } from './product-document'
import { changedProductIds, PRODUCT_INDEX_EVENTS, ProductsOfEvents } from './product-of-event'
import { relevanceWeight } from './ranking-criteria'
import { isServed } from './served'
import { tracedProducts } from './trace-lookup'

type Container = SearchTypes.SearchContainer

const fields = search.define({
  id: search.keyword().filterable().sortable(),
  handle: search.keyword().filterable(),
  status: search.keyword().filterable(),
  sales_channel_ids: search.keyword().array().filterable(),
  words_head: search
    .text()
    .searchable({ weight: relevanceWeight('words_head') })
    .retrievable(false),
  words_title: search
    .text()
    .searchable({ weight: relevanceWeight('words_title') })
    .retrievable(false),
  words_maker: search
    .text()
    .searchable({ weight: relevanceWeight('words_maker') })
    .retrievable(false),
  words_place: search
    .text()
    .searchable({ weight: relevanceWeight('words_place') })
    .retrievable(false),
  toned_words: search.keyword().array().filterable().retrievable(false),
  title: search.text(),
  name_key: search.keyword().sortable().retrievable(false),
  created_at: search.date().filterable().sortable(),
  price: search
    .integer()
    .filterable()
    .sortable()
    .facetable({ types: ['range'] }),
  sector: search.keyword().filterable().facetable(),
  province_code: search.keyword().filterable(),
  province_facet: search.keyword().facetable().retrievable(false),
  producer_handle: search.keyword().filterable(),
  producer_facet: search.keyword().facetable().retrievable(false),
  // The facet counts all runs of days with a star; the filter compares those of today and of the next star: `stars.ts`.
  star_spans: search.keyword().array().facetable().retrievable(false),
  star: search.keyword().filterable(),
  star_from: search.integer().filterable(),
  star_until: search.integer().filterable(),
  next_star: search.keyword().filterable(),
  next_star_from: search.integer().filterable(),
  next_star_until: search.integer().filterable(),
  // Without declared fields an object is stored with the document and indexed nowhere: rows that are searched stay small.
  card: search.object({}),
})

const PAGE = 200
/** Longer than any batch takes: a turn that cannot begin within it fails, and the event bus says so. */
const TURN_TIMEOUT_S = 60

/** Documents for a page of products: two more reads for the whole page, prices and lots. */
async function toDocuments(rows: ProductGraphRow[], container: Container): Promise<ProductDocument[]> {
  const now = new Date()
  const [prices, traced] = await Promise.all([
    pricesOf(
      rows.flatMap((row) => (row.variants ?? []).map(({ id }) => id)),
      container.query,
    ),
    tracedProducts(
      environment().TRACE_URL,
      rows.map(({ id }) => id),
      container.logger,
    ),
  ])
  return rows.flatMap((row) => {
    const document = toProductDocument(row, { prices, traced, now })
    return document ? [document] : []
  })
}

type Mutation = { action: 'upsert'; documents: ProductDocument[] } | { action: 'delete'; filters: { id: string[] } }

/** Raised by `Ingestion` alone: products of which one index shall be brought up to date now. */
const writeEvent = (index: string): string => `${index}.write`

/**
 * Turns events into documents, once for each application of the process and index.
 * Documents are read and written in one turn, and one turn ends before the next begins, in whichever process: else a
 * document read before a change could be written after the one read behind it, and stay until the next change.
 */
class Ingestion {
  private readonly products: ProductsOfEvents
  private readonly writes: BatchReader<true>

  constructor(
    private readonly container: Container,
    index: string,
  ) {
    this.products = new ProductsOfEvents(container.query)
    this.writes = new BatchReader(async (ids) => {
      await moduleOf<ILockingModule>(Modules.LOCKING).execute(
        writeEvent(index),
        () => moduleOf<ISearchModuleService>(Modules.SEARCH).ingest({ name: writeEvent(index), data: { id: ids } }),
        { timeout: TURN_TIMEOUT_S },
      )
      return new Map(ids.map((id) => [id, true]))
    })
  }

  /** Ends when the index shows what the event is about. Throws what reading or writing throws. */
  async bringUpToDate(event: Parameters<ProductsOfEvents['idsOf']>[0]): Promise<void> {
    await this.writes.get(await this.products.idsOf(event))
  }

  /** Products without a document are gone, or not to be found any more: they leave the index. */
  async mutationsFor(ids: string[]): Promise<Mutation[]> {
    const { query } = this.container
    const { data } = await query.graph({ entity: 'product', fields: PRODUCT_FIELDS, filters: { id: ids } })
    const documents = await toDocuments(data as unknown as ProductGraphRow[], this.container)
    const found = new Set(documents.map(({ id }) => id))
    const gone = ids.filter((id) => !found.has(id))
    return [
      ...(documents.length > 0 ? [{ action: 'upsert' as const, documents }] : []),
      ...(gone.length > 0 ? [{ action: 'delete' as const, filters: { id: gone } }] : []),
    ]
  }
}

const ingestions = new WeakMap<Container, Map<string, Ingestion>>()

function ingestionOf(container: Container, index: string): Ingestion {
  const ofContainer = ingestions.get(container) ?? new Map<string, Ingestion>()
  ingestions.set(container, ofContainer)
  const ingestion = ofContainer.get(index) ?? new Ingestion(container, index)
  ofContainer.set(index, ingestion)
  return ingestion
}

/** A module of the running application: an index definition is handed the query alone. */
function moduleOf<Service>(name: string): Service {
  const loaded: Record<string, Service> | undefined = MedusaModule.getModuleInstance(name)
  const service = loaded?.[name]
  if (service === undefined) throw new Error(`The module "${name}" is not loaded.`)
  return service
}

const seedProducts = graphSeed<typeof fields, ProductGraphRow>({
  fields: PRODUCT_FIELDS,
  transform: (rows, { container }) => toDocuments(rows, container),
  batch_size: PAGE,
})

function defineProductIndex(name: string, provider: string | undefined) {
  return defineSearchIndex({
    name,
    entity: 'product',
    ...(provider === undefined ? {} : { provider }),
    fields,
    events: [...PRODUCT_INDEX_EVENTS, writeEvent(name)],
    consume: async (event, { container, index }) => {
      if (!(await isServed(index.name))) return []
      const ingestion = ingestionOf(container, index.name)
      if (event.name === writeEvent(index.name))
        return await ingestion.mutationsFor((event.data as { id: string[] }).id)
      await ingestion.bringUpToDate(event)
      return []
    },
    seed: async function* seed(context) {
      yield* seedProducts(context)
      // The pass after a full seed looks at products that changed meanwhile; their stock, price, star or producer may
      // have changed as well without touching the product's own row.
      if (!context.catchup) return
      const ids = await changedProductIds(context.catchup.since, context.container.query)
      for (let start = 0; start < ids.length; start += PAGE) {
        const { catchup: _, last_key: __, ...rest } = context
        yield* seedProducts({ ...rest, filters: { id: ids.slice(start, start + PAGE) } })
      }
    },
  })
}

// PostgreSQL stands by while Meilisearch serves. It comes first: an event reaches it even when the other engine refuses.
if (environment().MEILISEARCH_HOST !== undefined) defineProductIndex(STANDBY_INDEX, 'search-postgres')

/** The products of the shop, as lists, facets and the search box need them. Cards come from here and nowhere else. */
export default defineProductIndex(PRODUCT_INDEX, undefined)
