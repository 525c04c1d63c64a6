import type { MedusaContainer } from '@medusajs/framework/types'
import { matchNewLines } from '../bank-transfer/match-line'

/** Goes on with lines of bank statements that a process which died left behind. */
export default async function matchBankLines(container: MedusaContainer): Promise<void> {
  await matchNewLines(container)
}

export const config = { name: 'match-bank-lines', schedule: { interval: 15_000 } }
