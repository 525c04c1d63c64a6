import { BitstringStatusListError, decodeStatusList } from './bitstring-status-list.ts'
import { isJsonObject, type VerificationKey, verifyCompactJws } from './jws.ts'

/** A status list taken from a bundle; `validUntil` is when it stops saying anything (UTC, ISO 8601). */
export type StatusListReading = { ok: true; bits: Uint8Array; validFrom: string; validUntil: string }

/**
 * Verifies a status list credential (Bitstring Status List 1.0, 3.2) by itself, ahead of the credentials it speaks of.
 * In: the token, the address it must have, its issuer and the issuer's keys. Whether it is still valid is the caller's
 * question, with `validUntil`. Never throws.
 */
export async function openStatusList(
  token: string,
  url: string,
  issuer: string,
  keys: readonly VerificationKey[],
): Promise<StatusListReading | { ok: false; message: string }> {
  const jws = verifyCompactJws(token, { keys, type: 'vc+jwt', contentType: 'vc' })
  if (!jws.ok) return { ok: false, message: `The status list ${url} does not hold: ${jws.message}` }
  const { id, validFrom, validUntil, credentialSubject: subject } = jws.payload
  if (id !== url || jws.payload.issuer !== issuer) return { ok: false, message: `What came as ${url} is another list` }
  if (typeof validFrom !== 'string' || typeof validUntil !== 'string' || !isJsonObject(subject)) {
    return { ok: false, message: `The status list ${url} does not say how long it is valid` }
  }
  try {
    return { ok: true, bits: await decodeStatusList(String(subject.encodedList)), validFrom, validUntil }
  } catch (error) {
    if (!(error instanceof BitstringStatusListError)) throw error
    return { ok: false, message: error.message }
  }
}
