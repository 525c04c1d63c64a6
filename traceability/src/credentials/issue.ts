import type { ClientBase } from 'pg'
import {
  type CredentialKind,
  closeCredentialBook,
  insertCredential,
  liveCredentials,
  type NewCredential,
  openCredentialBook,
  type RevocationReason,
  revokeCredential,
  type StoredCredential,
  setSuspension,
} from '../storage/credentials.ts'
import { InputError } from '../storage/input-error.ts'
import { bodyHash } from '../storage/request-keys.ts'
import { takeStatusIndex } from '../storage/status-lists.ts'
import { uuidV7 } from '../storage/uuid-v7.ts'
import {
  isRevoked,
  lastDay,
  type Recognition,
  recognitionStateOn,
  turningDays,
  vietnamDay,
} from '../verify/recognition-state.ts'
import type { Passport } from '../verify/verdict.ts'
import { decisionClaims } from './decision-credential.ts'
import type { CredentialIssuer } from './issuer.ts'
import { markLicenceClaims } from './mark-licence.ts'
import type { CredentialClaims } from './recognition-claims.ts'
import { statusEntries } from './status-lists.ts'
import { SUSPENDED_ON_RECORD } from './suspension.ts'

export interface Issued {
  /** Numbers of the credentials made and taken back by this call. */
  issued: string[]
  revoked: string[]
}

/** What the record says there should be. */
interface Wanted {
  kind: CredentialKind
  recognition: Recognition
  claims: CredentialClaims
  contentHash: Buffer
}

const PURPOSES = { decision: ['revocation'], mark_licence: ['revocation', 'suspension'] } as const

/** Where a credential is read: the party stands in it, so that the look-up goes to one shard. */
export function credentialUrl(issuer: CredentialIssuer, partyNo: number, credentialNo: string): string {
  return `${issuer.origin}/credentials/${partyNo}-${credentialNo}`
}

/**
 * Brings the credentials of a product in line with its passport, inside the caller's transaction: one decision credential
 * for each recognition that holds or will hold, and one mark licence for the recognition that gives the product its star
 * today, or would if it were not suspended. What fits stays as it is; what was revoked, corrected, extended, has expired or is
 * gone is revoked in its status list, and issued anew when the record still supports it. The licence is suspended while the
 * recognition is; what an inspector suspended stays so, also through a correction.
 * Safe to repeat and to run twice at once; a passport older than one seen before changes nothing.
 * In: a pool client with an open transaction, the product's party, the passport, the moment it counts for.
 * Throws InputError when two recognitions have the same ref.
 */
export async function issueForPassport(
  client: ClientBase,
  issuer: CredentialIssuer,
  partyNo: number,
  passport: Passport,
  now: Date,
): Promise<Issued> {
  const { productRef, version, recognitions } = passport
  requireDistinctRefs(recognitions)
  const done: Issued = { issued: [], revoked: [] }
  const book = await openCredentialBook(client, partyNo, productRef)
  if (book.passportVersion > version) return done

  const revoke = async (live: StoredCredential, reason: RevocationReason) => {
    await revokeCredential(client, live.partyNo, live.credentialNo, reason, now)
    done.revoked.push(live.credentialNo)
  }
  if (book.partyNo !== partyNo) {
    for (const live of await liveCredentials(client, book.partyNo, productRef)) await revoke(live, 'transferred')
  }
  const today = vietnamDay(now)
  const missing = new Map(wantedOn(issuer, passport, today).map((wanted) => [keyOf(wanted), wanted]))
  const onRecord = recognitionStateOn(recognitions, today).status === 'suspended'
  const suspensions = new Map<string, { at: Date; reason: string }>()
  for (const live of await liveCredentials(client, partyNo, productRef)) {
    const key = `${live.kind} ${live.recognitionRef}`
    const wanted = missing.get(key)
    const keyKnown = issuer.keys.some((each) => each.id === live.keyId)
    if (keyKnown && wanted?.contentHash.equals(live.contentHash)) {
      missing.delete(key)
      if (live.kind === 'mark_licence') await followRecord(client, live, onRecord, now)
      continue
    }
    await revoke(live, wanted && !keyKnown ? 'key_withdrawn' : reasonFor(live, recognitions, wanted, today))
    if (live.suspendedAt !== null && live.suspendedReason !== null && live.suspendedReason !== SUSPENDED_ON_RECORD) {
      suspensions.set(key, { at: live.suspendedAt, reason: live.suspendedReason })
    }
  }
  for (const [key, wanted] of missing) {
    const credential = await signed(client, issuer, partyNo, productRef, wanted, now)
    const suspension = onRecord && wanted.kind === 'mark_licence' ? { at: now, reason: SUSPENDED_ON_RECORD } : null
    await insertCredential(client, credential, suspensions.get(key) ?? suspension)
    done.issued.push(credential.credentialNo)
  }
  await closeCredentialBook(client, productRef, partyNo, version, nextDay(recognitions, today))
  return done
}

function wantedOn(issuer: CredentialIssuer, passport: Passport, today: string): Wanted[] {
  const { recognitions } = passport
  const holding = recognitions.filter((r) => r.validFrom <= lastDay(r) && today <= lastDay(r))
  const state = recognitionStateOn(recognitions, today)
  const wanted = holding.map((recognition) => ({
    kind: 'decision' as CredentialKind,
    recognition,
    claims: decisionClaims(issuer, passport, recognition),
  }))
  if ((state.status === 'valid' || state.status === 'suspended') && state.recognition) {
    const { recognition } = state
    wanted.push({ kind: 'mark_licence', recognition, claims: markLicenceClaims(issuer, passport, recognition) })
  }
  return wanted.map((each) => ({ ...each, contentHash: bodyHash(each.claims) }))
}

/** Suspends a licence while the recognition is suspended, and lifts no more than that. */
async function followRecord(client: ClientBase, live: StoredCredential, onRecord: boolean, at: Date): Promise<void> {
  const suspended = live.suspendedAt !== null
  if (onRecord === suspended || (suspended && live.suspendedReason !== SUSPENDED_ON_RECORD)) return
  await setSuspension(client, live.partyNo, live.credentialNo, { suspended: onRecord, reason: SUSPENDED_ON_RECORD, at })
}

/** Signs what is wanted: it gets its number, and the next index of a status list. */
async function signed(
  client: ClientBase,
  issuer: CredentialIssuer,
  partyNo: number,
  productRef: string,
  { kind, recognition, claims, contentHash }: Wanted,
  now: Date,
): Promise<NewCredential> {
  const credentialNo = uuidV7(now.getTime())
  const place = await takeStatusIndex(client)
  const token = issuer.sign({
    ...claims,
    id: credentialUrl(issuer, partyNo, credentialNo),
    credentialStatus: statusEntries(issuer, place, PURPOSES[kind]),
  })
  return {
    partyNo,
    credentialNo,
    kind,
    productRef,
    recognitionRef: recognition.ref,
    contentHash,
    keyId: issuer.keyId,
    listNo: place.listNo,
    listIndex: place.index,
    token,
    issuedAt: now,
    validFrom: new Date(claims.validFrom),
    validUntil: new Date(claims.validUntil),
  }
}

function reasonFor(
  live: StoredCredential,
  recognitions: readonly Recognition[],
  wanted: Wanted | undefined,
  today: string,
): RevocationReason {
  if (wanted) return 'corrected'
  const recognition = recognitions.find((each) => each.ref === live.recognitionRef)
  if (!recognition) return 'removed'
  if (lastDay(recognition) < today) return isRevoked(recognition) ? 'decision_revoked' : 'expired'
  // It holds, but a later decision gives the product its star; or its validity was moved to another time.
  return today < recognition.validFrom ? 'corrected' : 'superseded'
}

/** The next day, yyyy-mm-dd, on which a recognition begins, ends, is suspended or counts again; null when nothing lies ahead. */
function nextDay(recognitions: readonly Recognition[], today: string): string | null {
  return turningDays(recognitions).find((day) => day > today) ?? null
}

function keyOf({ kind, recognition }: Wanted): string {
  return `${kind} ${recognition.ref}`
}

function requireDistinctRefs(recognitions: readonly Recognition[]): void {
  const refs = new Set<string>()
  for (const [i, { ref }] of recognitions.entries()) {
    if (refs.has(ref)) {
      throw new InputError(
        `passport.recognitions.${i}.ref`,
        `passport.recognitions.${i}.ref: two recognitions have the ref "${ref}"; give each its own`,
      )
    }
    refs.add(ref)
  }
}
