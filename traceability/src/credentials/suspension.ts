import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { credentialsOfRecognition, liveCredentials, openCredentialBook, setSuspension } from '../storage/credentials.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { ConflictError, InputError, parseInput } from '../storage/input-error.ts'

/** Kept as the reason of a licence that is suspended because its recognition is; lifted with it, and by nobody else. */
export const SUSPENDED_ON_RECORD = 'recognition_suspended'

export const suspensionSchema = z.strictObject({
  partyRef: refSchema,
  recognitionRef: refSchema,
  suspended: z.boolean(),
  /** Why, e.g. the number of the inspection record; kept, and shown with the credential. */
  reason: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .refine((reason) => reason !== SUSPENDED_ON_RECORD, 'is a word of the record; say why in words of your own'),
})
export type SuspensionInput = z.infer<typeof suspensionSchema>

/**
 * Suspends the mark licence of a recognition, or lifts the suspension. Saying what already holds changes nothing.
 * Out: whether something changed. Throws InputError on malformed input, an unknown party, or when there is no licence in
 * force to suspend, ConflictError for lifting what the record itself suspends.
 */
export async function suspendMarkLicence(
  db: Database,
  input: SuspensionInput,
  now: Date,
): Promise<{ changed: boolean }> {
  const { partyRef, recognitionRef, suspended, reason } = parseInput(suspensionSchema, input)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, partyRef)
    const known = (await credentialsOfRecognition(client, recognitionRef)).find((each) => each.partyNo === partyNo)
    if (known) await openCredentialBook(client, partyNo, known.productRef)
    const licence = known
      ? (await liveCredentials(client, partyNo, known.productRef)).find(
          (each) => each.kind === 'mark_licence' && each.recognitionRef === recognitionRef,
        )
      : undefined
    if (!licence) {
      throw new InputError(
        'recognitionRef',
        `recognitionRef: no mark licence is in force under "${recognitionRef}", so there is nothing to suspend`,
      )
    }
    if ((licence.suspendedAt !== null) === suspended) return { changed: false }
    if (licence.suspendedReason === SUSPENDED_ON_RECORD) {
      throw new ConflictError(
        `The recognition "${recognitionRef}" is suspended on record; its mark licence counts again when that is lifted`,
      )
    }
    await setSuspension(client, partyNo, licence.credentialNo, { suspended, reason, at: now })
    return { changed: true }
  })
}
