import type { MedusaContainer } from '@medusajs/framework/types'
import { finishLeftParcels } from '../parcels/finish-packing'

/** Seconds after which whoever was packing is taken for gone. */
const LEFT_AFTER = 60

/** Ends the packing and unpacking that a process left half done. */
export default async function finishParcels(container: MedusaContainer): Promise<void> {
  await finishLeftParcels(container, LEFT_AFTER)
}

export const config = { name: 'finish-parcels', schedule: { interval: 30_000 } }
