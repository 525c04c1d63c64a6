import type { MedusaContainer } from '@medusajs/framework/types'
import { expireStays } from '../stays/expire-stays'

/** Ends questions for stays that nobody answered, and offers that nobody accepted in time. */
export default async function endOldStays(container: MedusaContainer): Promise<void> {
  await expireStays(container, new Date())
}

export const config = { name: 'expire-stays', schedule: { interval: 600_000 } }
