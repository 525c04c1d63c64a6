import type { RemoteQueryFunction, SearchTypes } from '@medusajs/framework/types'
import { InventoryEvents, PricingEvents, ProductEvents } from '@medusajs/framework/utils'
import { SHOP_EVENTS } from '../events'
import { BatchReader } from './batch-reader'

type Event = Parameters<NonNullable<SearchTypes.SearchIndexDefinition['consume']>>[0]
type Query = Pick<RemoteQueryFunction, 'graph'>

/** Where the product of a changed row is found. `path` leads to product ids, through lists on the way. */
interface Source {
  entity: string
  path: string
  events: string[]
}

/** Rows that a card shows beside the product's own. Their events carry the id of the row. */
const SOURCES: readonly Source[] = [
  {
    entity: 'variant',
    path: 'product_id',
    events: [
      ProductEvents.PRODUCT_VARIANT_CREATED,
      ProductEvents.PRODUCT_VARIANT_UPDATED,
      ProductEvents.PRODUCT_VARIANT_DELETED,
    ],
  },
  {
    entity: 'inventory_level',
    path: 'inventory_item.variants.product_id',
    events: [
      InventoryEvents.INVENTORY_LEVEL_CREATED,
      InventoryEvents.INVENTORY_LEVEL_UPDATED,
      InventoryEvents.INVENTORY_LEVEL_DELETED,
    ],
  },
  {
    entity: 'price',
    path: 'price_set.variant.product_id',
    events: [PricingEvents.PRICE_CREATED, PricingEvents.PRICE_UPDATED, PricingEvents.PRICE_DELETED],
  },
  {
    entity: 'product_sales_channel',
    path: 'product_id',
    events: ['LinkProductSalesChannel.attached', 'LinkProductSalesChannel.detached'],
  },
]

const PRODUCT_EVENTS: readonly string[] = [
  SHOP_EVENTS.productChanged,
  ProductEvents.PRODUCT_CREATED,
  ProductEvents.PRODUCT_UPDATED,
  ProductEvents.PRODUCT_DELETED,
]

/** Everything after which a search document may be out of date. */
export const PRODUCT_INDEX_EVENTS: string[] = [...PRODUCT_EVENTS, ...SOURCES.flatMap(({ events }) => events)]

/** Finds the products that events are about; events that come together are looked up together. */
export class ProductsOfEvents {
  private readonly readers: ReadonlyMap<string, BatchReader<string[]>>

  constructor(query: Query) {
    this.readers = new Map(
      SOURCES.flatMap((source) => {
        const reader = new BatchReader((ids) => productsByRow(source, { id: ids }, query))
        return source.events.map((event) => [event, reader] as const)
      }),
    )
  }

  /** Out: product ids, none when the row is unknown or belongs to no product. */
  async idsOf(event: Event): Promise<string[]> {
    const ids = idsOf(event.data)
    if (PRODUCT_EVENTS.includes(event.name)) return ids
    const found = await this.readers.get(event.name)?.get(ids)
    return [...new Set([...(found?.values() ?? [])].flat())]
  }
}

/** Products of which something that a card shows, but not the product's own row, changed at or after a moment. */
export async function changedProductIds(since: Date, query: Query): Promise<string[]> {
  const filters = { updated_at: { $gte: since } }
  const others: Omit<Source, 'events'>[] = [
    { entity: 'listing_detail', path: 'product_id' },
    { entity: 'recognition', path: 'product_id' },
    { entity: 'producer', path: 'products.id' },
  ]
  const found = await Promise.all([...SOURCES, ...others].map((source) => productsByRow(source, filters, query)))
  return [...new Set(found.flatMap((rows) => [...rows.values()].flat()))].sort()
}

async function productsByRow(
  { entity, path }: Pick<Source, 'entity' | 'path'>,
  filters: Record<string, unknown>,
  query: Query,
): Promise<Map<string, string[]>> {
  const { data } = await query.graph({ entity, fields: ['id', path], filters, withDeleted: true })
  return new Map((data as unknown as { id: string }[]).map((row) => [row.id, leavesAt(row, path.split('.'))]))
}

function leavesAt(value: unknown, [segment, ...rest]: string[]): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value))
    return value.flatMap((entry) => leavesAt(entry, segment === undefined ? [] : [segment, ...rest]))
  if (segment === undefined) return typeof value === 'string' ? [value] : []
  return leavesAt((value as Record<string, unknown>)[segment], rest)
}

/** Events carry one `{ id }`, a list of them, or one with a list of ids. */
function idsOf(data: unknown): string[] {
  const rows: unknown[] = Array.isArray(data) ? data : [data]
  return [...new Set(rows.flatMap((row) => leavesAt(row, ['id'])))]
}
