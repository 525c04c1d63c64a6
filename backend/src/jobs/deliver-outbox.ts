import type { MedusaContainer } from '@medusajs/framework/types'
import { environment } from '../env'
import { deliverDue } from '../outbox/deliver-due'

const EVERY_MS = 2_000

/** Sends passports and search refreshes that wait in the outbox. */
export default async function deliverOutbox(container: MedusaContainer): Promise<void> {
  const { TRACE_URL, TRACE_INTERNAL_TOKEN } = environment()
  await deliverDue(container, { url: TRACE_URL, token: TRACE_INTERNAL_TOKEN }, Date.now() + 20_000)
}

export const config = { name: 'deliver-outbox', schedule: { interval: EVERY_MS } }
