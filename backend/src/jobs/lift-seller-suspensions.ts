import type { MedusaContainer } from '@medusajs/framework/types'
import { liftEndedSuspensions } from '../sellers/suspensions'

/** Lets producers sell again whose suspension has run out. */
export default async function liftSellerSuspensions(container: MedusaContainer): Promise<void> {
  await liftEndedSuspensions(container, new Date())
}

// Shortly after midnight at +07, and again in case a process was down.
export const config = { name: 'lift-seller-suspensions', schedule: '5 * * * *' }
