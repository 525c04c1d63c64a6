import type { MedusaContainer } from '@medusajs/framework/types'
import { checkBalance } from '../settlement/check-balance'

/** Looks every hour whether the books are right; the operator's page and /health tell what was found. */
export default async function checkLedger(container: MedusaContainer): Promise<void> {
  await checkBalance(container)
}

export const config = { name: 'check-ledger', schedule: { interval: 3_600_000 } }
