import type { MedusaContainer } from '@medusajs/framework/types'
import { eraseOldMessages } from '../dispatch/send-due'
import { CHECKOUT_MODULE } from '../modules/checkout'
import type { CheckoutModuleService } from '../modules/checkout/service'
import { OUTBOX_MODULE } from '../modules/outbox'
import type { OutboxModuleService } from '../modules/outbox/service'
import { sweepPassports } from '../outbox/sweep-passports'
import { eraseOldReports } from '../scan-reports/erase-old-reports'

/** Finds passports that no message announced, and deletes what is kept for a limited time only. */
export default async function sweep(container: MedusaContainer): Promise<void> {
  const outbox: OutboxModuleService = container.resolve(OUTBOX_MODULE)
  const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
  await sweepPassports(container)
  await outbox.purge()
  await checkout.purgeAnswers()
  await eraseOldReports(container, new Date())
  await eraseOldMessages(container)
}

export const config = { name: 'sweep', schedule: { interval: 120_000 } }
