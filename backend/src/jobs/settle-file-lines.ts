import type { MedusaContainer } from '@medusajs/framework/types'
import { matchNewLines } from '../bank-transfer/match-line'
import { settleNewLines } from '../carriers/settle-carrier-lines'

/** Goes on with lines of banks' and carriers' files that a process which died left behind. */
export default async function settleFileLines(container: MedusaContainer): Promise<void> {
  await matchNewLines(container)
  await settleNewLines(container)
}

export const config = { name: 'settle-file-lines', schedule: { interval: 15_000 } }
