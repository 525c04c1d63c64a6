import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { graph } from '../../../container/graph'
import { cachePublicly } from '../../../http/cache-headers'

interface Entry {
  handle: string
  updated_at: string | Date
}

/** `GET /store/sitemap`: every public page that has its own address, with its last change. */
export async function GET(req: MedusaStoreRequest, res: MedusaResponse): Promise<void> {
  const channels = new Set(req.publishable_key_context.sales_channel_ids)
  const [products, producers, provinces, decisions] = await Promise.all([
    graph<Entry & { sales_channels: { id: string }[] | null }>(req.scope, {
      entity: 'product',
      fields: ['handle', 'updated_at', 'sales_channels.id'],
      filters: { status: 'published' },
    }),
    graph<Entry>(req.scope, { entity: 'producer', fields: ['handle', 'updated_at'], filters: { status: 'open' } }),
    graph<{ slug: string; updated_at: string | Date }>(req.scope, {
      entity: 'province',
      fields: ['slug', 'updated_at'],
    }),
    graph<{ id: string; updated_at: string | Date }>(req.scope, {
      entity: 'council_decision',
      fields: ['id', 'updated_at'],
    }),
  ])
  const onSale = products.filter((product) => (product.sales_channels ?? []).some(({ id }) => channels.has(id)))
  cachePublicly(res)
  res.json({
    products: onSale.map(toEntry),
    producers: producers.map(toEntry),
    provinces: provinces.map(({ slug, updated_at }) => toEntry({ handle: slug, updated_at })),
    decisions: decisions.map(({ id, updated_at }) => toEntry({ handle: id, updated_at })),
  })
}

function toEntry({ handle, updated_at }: Entry): { handle: string; updatedAt: string } {
  return { handle, updatedAt: new Date(updated_at).toISOString() }
}
