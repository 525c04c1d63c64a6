import type { MedusaContainer } from '@medusajs/framework/types'
import { settleProposals } from '../post-inspection/settle-proposals'

/** A signed revocation shows at its proposal within a minute. */
const EVERY_MS = 20_000

/** Looks what became of open proposals of revocation, also of what was signed while this process was down. */
export default async function settleOpenProposals(container: MedusaContainer): Promise<void> {
  await settleProposals(container)
}

export const config = { name: 'settle-proposals', schedule: { interval: EVERY_MS } }
