import type { MedusaContainer } from '@medusajs/framework/types'
import { takeBackAbandoned } from '../checkout/take-back'
import { expireGroups } from '../order-groups/expire-groups'

/** Ends order groups that were not paid in time, and takes back what killed processes left half-made. */
export default async function endOldGroups(container: MedusaContainer): Promise<void> {
  await expireGroups(container, new Date())
  await takeBackAbandoned(container)
}

export const config = { name: 'expire-groups', schedule: { interval: 15_000 } }
