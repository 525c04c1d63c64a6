import type { SubscriberArgs, SubscriberConfig } from '@medusajs/framework'
import { OUTBOX_MODULE } from '../modules/outbox'
import type { OutboxModuleService } from '../modules/outbox/service'

/**
 * Queues the passport of a product that Medusa's own screens changed. Those changes have no outbox of their own: an event
 * lost in a crash is found by the sweeper.
 */
export default async function productPassport({
  event,
  container,
}: SubscriberArgs<{ id: string } | { id: string }[]>): Promise<void> {
  const outbox: OutboxModuleService = container.resolve(OUTBOX_MODULE)
  const changed = Array.isArray(event.data) ? event.data : [event.data]
  await outbox.enqueueMessages(changed.map(({ id }) => ({ topic: 'passport', key: id })))
}

export const config: SubscriberConfig = { event: ['product.updated', 'product.deleted'] }
