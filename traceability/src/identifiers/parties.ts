import type { Database } from '../storage/database.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { findPartyNo, insertParty } from '../storage/parties.ts'
import { refSchema } from './refs.ts'

/**
 * Gives a party (a producer, by the shop's id) its number, or says the one it has: same ref, same number, for ever,
 * whoever asks at the same time. Throws InputError on a malformed ref.
 */
export async function registerParty(db: Database, partyRef: string): Promise<{ partyNo: number }> {
  const ref = parseInput(refSchema, partyRef)
  const known = (await findPartyNo(db, ref)) ?? (await insertParty(db, ref)) ?? (await findPartyNo(db, ref))
  if (known === null) throw new Error(`party "${ref}" could neither be made nor found`)
  return { partyNo: known }
}

/** The number of a registered party. Throws InputError naming `partyRef` when it is not registered. */
export async function partyNoOf(db: Database, partyRef: string): Promise<number> {
  const partyNo = await findPartyNo(db, partyRef)
  if (partyNo === null) {
    throw new InputError('partyRef', `partyRef: no party "${partyRef}" is registered; register it first`)
  }
  return partyNo
}
