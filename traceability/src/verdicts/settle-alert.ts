import type { Pool } from 'pg'
import { z } from 'zod'
import { refSchema } from '../identifiers/refs.ts'
import { alertOfParty, type BatchAlert } from '../storage/alert-list.ts'
import { ConflictError, InputError } from '../storage/input-error.ts'
import { acknowledgeCloneAlert, dismissCloneAlert, markShownPublicly } from './clone-alerts.ts'

const reason = z.string().trim().min(1).max(500)

/**
 * What was found of an alert. `confirm`: the signs are real, scans go on warning; `dismiss`: harmless, its scans no longer
 * count; `show_publicly`: the code itself was on television or in the news, which its scans then say.
 */
export const settlementSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('confirm'), partyRef: refSchema, by: refSchema, note: reason.nullable() }),
  z.strictObject({ decision: z.literal('dismiss'), partyRef: refSchema, by: refSchema, note: reason }),
  z.strictObject({ decision: z.literal('show_publicly'), partyRef: refSchema, by: refSchema, note: reason }),
])
export type Settlement = z.infer<typeof settlementSchema>

/**
 * Settles an open alert in the name of `by`. Out: the alert as it stands now; null when the party has no such alert. Throws
 * ConflictError when it is closed, InputError to show publicly what is about a whole batch.
 */
export async function settleCloneAlert(
  db: Pool,
  alertNo: string,
  { partyRef, decision, by, note }: Settlement,
): Promise<BatchAlert | null> {
  const found = await alertOfParty(db, partyRef, alertNo)
  if (found === null) return null
  const name = { partyRef, alertNo }
  if (decision === 'confirm') await acknowledgeCloneAlert(db, name, by, note)
  else if (decision === 'dismiss') await dismissCloneAlert(db, name, by, note)
  else {
    const { batchNo, index, closedAt } = found
    if (index === null) throw new InputError('decision', 'decision: a whole batch is not shown publicly, a code is')
    if (closedAt !== null) throw new ConflictError('The alert is closed already')
    await markShownPublicly(db, { partyRef, batchNo, index, by, reason: note })
  }
  return alertOfParty(db, partyRef, alertNo)
}
