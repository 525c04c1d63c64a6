import type { SearchTypes } from '@medusajs/framework/types'
import { defineSearchIndex, graphConsume, graphSeed, search } from '@medusajs/framework/utils'
import { environment } from '../env'
import { PRODUCT_INDEX } from './catalogue'
import { pricesOf } from './prices'
import { PRODUCT_FIELDS, type ProductGraphRow, toProductDocument } from './product-document'
import { changedProductIds, PRODUCT_INDEX_EVENTS, productIdsOf } from './product-of-event'
import { tracedProducts } from './trace-lookup'

type Context = SearchTypes.SearchIngestionContext

const fields = search.define({
  id: search.keyword().filterable().sortable(),
  handle: search.keyword().filterable(),
  status: search.keyword().filterable(),
  sales_channel_ids: search.keyword().array().filterable(),
  words_head: search.text().searchable({ weight: 5 }).retrievable(false),
  words_title: search.text().searchable({ weight: 4 }).retrievable(false),
  words_maker: search.text().searchable({ weight: 2 }).retrievable(false),
  words_place: search.text().searchable({ weight: 1.5 }).retrievable(false),
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
  // The star of today and the one after it: see `stars.ts`.
  star: search.keyword().filterable().facetable(),
  star_from: search.integer().filterable(),
  star_until: search.integer().filterable(),
  next_star: search.keyword().filterable().facetable(),
  next_star_from: search.integer().filterable(),
  next_star_until: search.integer().filterable(),
  card: search.keyword(),
})

/** Documents for a page of products: two more reads for the whole page, prices and lots. */
async function toDocuments(rows: ProductGraphRow[], { container }: Context) {
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

const source = { fields: PRODUCT_FIELDS, transform: toDocuments }
const seedProducts = graphSeed<typeof fields, ProductGraphRow>({ ...source, batch_size: 200 })

/** The products of the shop, as lists, facets and the search box need them. Cards come from here and nowhere else. */
export default defineSearchIndex({
  name: PRODUCT_INDEX,
  entity: 'product',
  fields,
  events: PRODUCT_INDEX_EVENTS,
  consume: graphConsume<typeof fields, ProductGraphRow>({
    ...source,
    // A product that is gone is not returned by the read, and leaves the index then.
    is_delete: () => false,
    resolve_ids: (event, { container }) => productIdsOf(event, container.query),
  }),
  seed: async function* seed(context) {
    yield* seedProducts(context)
    // The pass after a full seed looks at products that changed meanwhile; their stock, price, star or producer may have
    // changed as well without touching the product's own row.
    if (!context.catchup) return
    const ids = await changedProductIds(context.catchup.since, context.container.query)
    for (let start = 0; start < ids.length; start += 200) {
      yield* seedProducts({ ...context, catchup: undefined, filters: { id: ids.slice(start, start + 200) } })
    }
  },
})
