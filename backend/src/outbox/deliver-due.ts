import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import { graph } from '../container/graph'
import { SHOP_EVENTS } from '../events'
import { withRequestId } from '../http/request-context'
import { messageOf } from '../logging/message-of'
import { OUTBOX_MODULE } from '../modules/outbox'
import { type ClaimedMessage, MAX_ATTEMPTS, type OutboxModuleService } from '../modules/outbox/service'
import { parcelNewsSchema, tellTrace } from '../parcels/tell-trace'
import { type BuiltPassport, buildPassports } from '../passports/build-passports'
import { sendPassport, TraceRefusal, type TraceService } from '../passports/trace-client'
import { carryOutRecall, recallCommandSchema } from '../recalls/recall-command'
import { productChanged } from './enqueue'

const BATCH = { parcel: 20, recall: 10, producer: 20, catalogue: 200, passport: 50 } as const
const PARALLEL_SENDS = 8
/** A passport that the service finds wrong is tried this often, in case only the order of things was unlucky. */
const ATTEMPTS_WHEN_WRONG = 5

export interface Delivery {
  delivered: number
  failed: number
}

/**
 * Delivers what is due until nothing is or the time is up. Safe to run in several processes at once.
 * In: where passports go, and the moment to stop (milliseconds since the epoch). Out: how many messages went and failed.
 */
export async function deliverDue(container: MedusaContainer, trace: TraceService, until: number): Promise<Delivery> {
  const outbox: OutboxModuleService = container.resolve(OUTBOX_MODULE)
  const sum: Delivery = { delivered: 0, failed: 0 }
  const drain = async (topic: keyof typeof BATCH, work: (claimed: ClaimedMessage[]) => Promise<Delivery>) => {
    while (Date.now() < until) {
      const claimed = await outbox.claimDue(topic, BATCH[topic])
      if (claimed.length === 0) return
      const done = await work(claimed)
      sum.delivered += done.delivered
      sum.failed += done.failed
    }
  }
  // A parcel before a recall: the recall has to find its buyer.
  await drain('parcel', (claimed) => sendParcels(container, outbox, trace, claimed))
  await drain('recall', (claimed) => sendRecalls(container, outbox, trace, claimed))
  await drain('producer', (claimed) => expandProducers(container, outbox, claimed))
  await drain('catalogue', (claimed) => announceProducts(container, outbox, claimed))
  await drain('passport', (claimed) => sendPassports(container, outbox, trace, claimed))
  return sum
}

async function sendParcels(
  container: MedusaContainer,
  outbox: OutboxModuleService,
  trace: TraceService,
  claimed: ClaimedMessage[],
): Promise<Delivery> {
  const sum: Delivery = { delivered: 0, failed: 0 }
  for (const message of claimed.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    try {
      await withRequestId(message.request_id ?? message.id, () =>
        tellTrace(container, trace, message.key, parcelNewsSchema.parse(message.payload)),
      )
      await outbox.markDelivered([message.id])
      sum.delivered += 1
    } catch (error) {
      await outbox.markFailed([message.id], messageOf(error), MAX_ATTEMPTS)
      sum.failed += 1
    }
  }
  return sum
}

/** Recalls come first and one after another: a recall and its end must not overtake each other. */
async function sendRecalls(
  container: MedusaContainer,
  outbox: OutboxModuleService,
  trace: TraceService,
  claimed: ClaimedMessage[],
): Promise<Delivery> {
  const sum: Delivery = { delivered: 0, failed: 0 }
  for (const message of claimed.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    try {
      await withRequestId(message.request_id ?? message.id, () =>
        carryOutRecall(container, trace, recallCommandSchema.parse(message.payload)),
      )
      await outbox.markDelivered([message.id])
      sum.delivered += 1
    } catch (error) {
      await outbox.markFailed([message.id], messageOf(error), MAX_ATTEMPTS)
      sum.failed += 1
    }
  }
  return sum
}

async function expandProducers(
  container: MedusaContainer,
  outbox: OutboxModuleService,
  claimed: ClaimedMessage[],
): Promise<Delivery> {
  const rows = await graph<{ products: { id: string }[] | null }>(container, {
    entity: 'producer',
    fields: ['products.id'],
    filters: { id: claimed.map((message) => message.key) },
  })
  const productIds = rows.flatMap((row) => (row.products ?? []).map((product) => product.id))
  await outbox.expand(
    claimed.map((message) => message.id),
    productChanged(productIds),
  )
  return { delivered: claimed.length, failed: 0 }
}

async function announceProducts(
  container: MedusaContainer,
  outbox: OutboxModuleService,
  claimed: ClaimedMessage[],
): Promise<Delivery> {
  const ids = [...new Set(claimed.map((message) => message.key))]
  await container.resolve(Modules.EVENT_BUS).emit({ name: SHOP_EVENTS.productChanged, data: ids.map((id) => ({ id })) })
  await outbox.markDelivered(claimed.map((message) => message.id))
  return { delivered: claimed.length, failed: 0 }
}

async function sendPassports(
  container: MedusaContainer,
  outbox: OutboxModuleService,
  trace: TraceService,
  claimed: ClaimedMessage[],
): Promise<Delivery> {
  const byProduct = new Map<string, ClaimedMessage[]>()
  for (const message of claimed) byProduct.set(message.key, [...(byProduct.get(message.key) ?? []), message])
  const version = Date.now()
  const passports = await buildPassports(container, [...byProduct.keys()], version)

  const sum: Delivery = { delivered: 0, failed: 0 }
  const queue = [...byProduct]
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [productId, messages] = next
      const failure = await sendOne(outbox, trace, productId, passports.get(productId), messages)
      if (failure === null) {
        sum.delivered += messages.length
      } else {
        sum.failed += messages.length
        const limit = failure.final ? ATTEMPTS_WHEN_WRONG : MAX_ATTEMPTS
        await outbox.markFailed(idsOf(messages), failure.message, limit)
      }
    }
  }
  await Promise.all(Array.from({ length: PARALLEL_SENDS }, worker))
  if (sum.failed > 0) {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`${sum.failed} passport messages wait for another try.`)
  }
  return sum
}

/** Out: null when the service has the passport, else what it said. */
async function sendOne(
  outbox: OutboxModuleService,
  trace: TraceService,
  productId: string,
  built: BuiltPassport | undefined,
  messages: ClaimedMessage[],
): Promise<TraceRefusal | null> {
  const [first] = messages
  if (!first) return null
  if (built) {
    try {
      await sendPassport(trace, built, { id: first.id, requestId: first.request_id ?? first.id })
    } catch (error) {
      if (error instanceof TraceRefusal) return error
      throw error
    }
    await outbox.keepReceipt({
      productId,
      version: built.passport.version,
      sourceChangedAt: built.sourceChangedAt,
    })
  }
  await outbox.markDelivered(idsOf(messages))
  return null
}

function idsOf(messages: readonly ClaimedMessage[]): string[] {
  return messages.map((message) => message.id)
}
