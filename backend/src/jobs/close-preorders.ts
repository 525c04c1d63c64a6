import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { closePreorders } from '../preorders/close-preorders'

/** Every hour: no more is ordered ahead of a harvest that is over. */
export default async function close(container: MedusaContainer): Promise<void> {
  const codes = await closePreorders(container, vietnamDay(new Date()))
  if (codes.length > 0) {
    container.resolve(ContainerRegistrationKeys.LOGGER).info(`Ordering ahead has ended: ${codes.join(', ')}`)
  }
}

export const config = { name: 'close-preorders', schedule: { interval: 3_600_000 } }
