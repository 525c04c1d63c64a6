import { setTimeout as pause } from 'node:timers/promises'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import { SHOP_EVENTS } from '../src/events'
import { deliverDue } from '../src/outbox/deliver-due'

const WAITING = `SELECT key FROM outbox_message
  WHERE delivered_at IS NULL AND dead_at IS NULL AND topic IN ('producer', 'catalogue')`

/**
 * Ends when the search documents are those of the shop and nobody is at work on them. A database copied earlier would keep
 * a message as announced, or a lock as held, by work that the copying has cut off: its products would be missing in every
 * test that begins with the copy. Passports are not waited for: a suite may have nobody who takes them.
 */
export async function settleShop(container: MedusaContainer): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const trace = { url: process.env.TRACE_URL ?? '', token: process.env.TRACE_INTERNAL_TOKEN ?? '' }
  const deadline = Date.now() + 60_000
  for (;;) {
    await deliverDue(container, trace, Date.now() + 5_000)
    const { rows } = await database.raw<{ rows: { key: string }[] }>(WAITING)
    if (rows.length === 0) break
    if (Date.now() > deadline) throw new Error(`Still not announced: ${rows.map(({ key }) => key).join(', ')}.`)
    await pause(100)
  }
  // A turn of its own begins when those before it are over.
  const products = await container.resolve(Modules.PRODUCT).listProducts({}, { select: ['id'], take: null })
  await container
    .resolve(Modules.SEARCH)
    .ingest({ name: SHOP_EVENTS.productChanged, data: products.map(({ id }) => ({ id })) })
}
