import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { OUTBOX_MODULE } from '../modules/outbox'
import type { OutboxModuleService } from '../modules/outbox/service'

interface ProductRow {
  id: string
  updated_at: string | Date
  listing_detail: { updated_at: string | Date } | null
}

const PAGE = 500

/**
 * Walks all listed products and queues a passport for each that changed after the last one the traceability service
 * took: what a lost event or a change past the workflows left behind. Out: ids of the products queued.
 */
export async function sweepPassports(container: MedusaContainer): Promise<string[]> {
  const outbox: OutboxModuleService = container.resolve(OUTBOX_MODULE)
  const queued: string[] = []
  for (let skip = 0; ; skip += PAGE) {
    const products = await graph<ProductRow>(container, {
      entity: 'product',
      fields: ['id', 'updated_at', 'listing_detail.updated_at'],
      pagination: { take: PAGE, skip, order: { id: 'ASC' } },
    })
    const listed = products.filter((product) => product.listing_detail !== null && product.listing_detail !== undefined)
    const receipts = await outbox.listPassportReceipts(
      { product_id: listed.map((product) => product.id) },
      { take: PAGE, select: ['product_id', 'source_changed_at'] },
    )
    const seen = new Map(receipts.map((receipt) => [receipt.product_id, new Date(receipt.source_changed_at).getTime()]))
    const behind = listed.filter((product) => (seen.get(product.id) ?? 0) < changedAt(product)).map(({ id }) => id)
    const waiting = await outbox.listOutboxMessages(
      { topic: 'passport', key: behind, delivered_at: null },
      { take: null, select: ['key'] },
    )
    const known = new Set(waiting.map((message) => message.key))
    const lost = behind.filter((id) => !known.has(id))
    await outbox.enqueueMessages(lost.map((key) => ({ topic: 'passport', key })))
    queued.push(...lost)
    if (products.length < PAGE) return queued
  }
}

function changedAt(product: ProductRow): number {
  return Math.max(new Date(product.updated_at).getTime(), new Date(product.listing_detail?.updated_at ?? 0).getTime())
}
