import { randomBytes } from 'node:crypto'
import { registerParty } from '@sao-lang/traceability/identifiers/parties'
import { keepToken } from '@sao-lang/traceability/storage/api-tokens'
import type { Pool } from 'pg'

/** A trading partner to try the EPCIS interface with; a party of its own, as a real one would be. */
const PARTNER = 'demo-trading-partner'

/**
 * Gives the demo partner a bearer token for `/epcis/*`: it may capture under its own party and read its own events and those
 * of the given producers. In: the token of an earlier run, or null. Out: the token that works now.
 */
export async function seedPartner(db: Pool, producers: readonly string[], earlier: string | null): Promise<string> {
  const token = earlier ?? randomBytes(24).toString('base64url')
  const { partyNo } = await registerParty(db, PARTNER)
  const reads: number[] = []
  for (const ref of producers) reads.push((await registerParty(db, ref)).partyNo)
  await keepToken(db, token, {
    partyNo,
    label: 'Demo trading partner',
    mayCapture: true,
    mayQuery: true,
    reads,
    expiresAt: null,
  })
  return token
}
