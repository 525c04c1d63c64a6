import type { MedusaContainer } from '@medusajs/framework/types'
import { environment } from '../env'
import { OUTBOX_MODULE } from '../modules/outbox'
import type { OutboxModuleService } from '../modules/outbox/service'
import { deliverDue } from '../outbox/deliver-due'

const EVERY_MS = 2_000

let started = false

/** Sends passports and search refreshes that wait in the outbox. */
export default async function deliverOutbox(container: MedusaContainer): Promise<void> {
  if (!started) {
    started = true
    const outbox: OutboxModuleService = container.resolve(OUTBOX_MODULE)
    await outbox.announceAgain()
  }
  const { TRACE_URL, TRACE_INTERNAL_TOKEN } = environment()
  await deliverDue(container, { url: TRACE_URL, token: TRACE_INTERNAL_TOKEN }, Date.now() + 20_000)
}

export const config = { name: 'deliver-outbox', schedule: { interval: EVERY_MS } }
