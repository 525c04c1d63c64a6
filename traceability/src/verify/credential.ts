import {
  BitstringStatusListError,
  decodeStatusList,
  type StatusListErrorCode,
  statusAt,
} from './bitstring-status-list.ts'
import { didDocumentUrl } from './did-web.ts'
import { isJsonObject, type JsonObject, type JwsFailure, type VerificationKey, verifyCompactJws } from './jws.ts'

/** Why a credential is not accepted, besides the failures of its signature and of its status lists. */
export const CREDENTIAL_FAILURES = [
  'context',
  'type',
  'legacy_claims',
  'id',
  'issuer',
  'issuer_not_did_web',
  'issuer_key',
  'claims_conflict',
  'subject',
  'validity_malformed',
  'not_yet_valid',
  'expired',
  'signature_expired',
  'revoked',
  'suspended',
] as const
export type CredentialFailure = (typeof CREDENTIAL_FAILURES)[number]

export interface Reason {
  code: CredentialFailure | JwsFailure | StatusListErrorCode
  message: string
}

export interface CredentialVerdict {
  ok: boolean
  /** Empty when `ok`; otherwise every reason found, the signature's alone when it does not hold. */
  reasons: Reason[]
  /** The secured document, once the signature holds; also of a credential that is expired or revoked. */
  credential: JsonObject | null
  /** When the oldest status list used was made (its validFrom), UTC: how old the knowledge is. Null without one. */
  statusAsOf: string | null
}

export interface VerifyOptions {
  /** Keys of trusted issuers, from their DID documents (`verificationKeysOf`). */
  keys: readonly VerificationKey[]
  /** Status list credentials (vc+jwt) by their URL. A credential whose list is missing is not accepted. */
  statusLists: Readonly<Record<string, string>>
  now: Date
}

/** How far a device's clock may lag behind before something counts as not yet valid. It may never count as longer valid. */
const CLOCK_LAG_MS = 5 * 60_000

const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2'
/** XML Schema 1.1 dateTimeStamp: the zone is required (VC Data Model 2.0 section 4.9). */
const DATE_TIME_STAMP = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/**
 * Verifies an enveloped credential (VC Data Model 2.0 secured by VC-JOSE-COSE section 3.1.1) with its status (Bitstring
 * Status List 1.0 section 3.2), without any network.
 * In: the compact token and what is known. Out: the verdict with every reason by name. Never throws.
 */
export async function verifyCredential(token: string, options: VerifyOptions): Promise<CredentialVerdict> {
  const signed = verifyEnvelope(token, options)
  if (!signed.credential) return { ...signed, ok: false, statusAsOf: null }
  const { credential, reasons } = signed
  let statusAsOf: string | null = null
  for (const entry of oneOrMore(credential.credentialStatus)) {
    try {
      const asOf = await statusOf(entry, issuerOf(credential), options, reasons)
      if (asOf !== null && (statusAsOf === null || asOf < statusAsOf)) statusAsOf = asOf
    } catch (error) {
      if (!(error instanceof BitstringStatusListError)) throw error
      reasons.push({ code: error.code, message: error.message })
    }
  }
  return { ok: reasons.length === 0, reasons, credential, statusAsOf }
}

/** Everything but the status. */
function verifyEnvelope(
  token: string,
  { keys, now }: VerifyOptions,
): { credential: JsonObject | null; reasons: Reason[] } {
  const jws = verifyCompactJws(token, { keys, type: 'vc+jwt', contentType: 'vc' })
  if (!jws.ok) return { credential: null, reasons: [{ code: jws.code, message: jws.message }] }
  const credential = jws.payload
  const reasons: Reason[] = []
  const fail = (code: CredentialFailure, message: string) => reasons.push({ code, message })

  if (!Array.isArray(credential['@context']) || credential['@context'][0] !== VC_CONTEXT) {
    fail('context', `The first @context is not ${VC_CONTEXT}`)
  }
  if (!oneOrMore(credential.type).includes('VerifiableCredential')) {
    fail('type', 'The type does not include VerifiableCredential')
  }
  if ('vc' in credential || 'vp' in credential) fail('legacy_claims', 'The claims vc and vp must not be present')
  if ('id' in credential && !isUrl(credential.id)) fail('id', 'The id is not a URL')
  checkIssuer(credential, jws.key, fail)
  if ('jti' in credential && credential.jti !== credential.id) fail('claims_conflict', 'jti differs from the id')
  const subjects = oneOrMore(credential.credentialSubject)
  if (subjects.length === 0 || !subjects.every((each) => isJsonObject(each) && Object.keys(each).length > 0)) {
    fail('subject', 'There is no credential subject that says anything')
  }
  checkValidity(credential, now, fail)
  return { credential, reasons }
}

type Fail = (code: CredentialFailure, message: string) => void

function checkIssuer(credential: JsonObject, key: VerificationKey, fail: Fail): void {
  const issuer = issuerOf(credential)
  if (issuer === null) {
    fail('issuer', 'There is no issuer')
  } else if (didDocumentUrl(issuer) === null) {
    fail('issuer_not_did_web', `The issuer ${issuer} is not a did:web identifier`)
  } else if (key.controller !== issuer || !key.id.startsWith(`${issuer}#`)) {
    fail('issuer_key', `The key ${key.id} does not belong to the issuer ${issuer}`)
  }
  if ('iss' in credential && credential.iss !== issuer) fail('claims_conflict', 'iss differs from the issuer')
}

/** Validity of the data (validFrom, validUntil), then of the signature (exp, nbf; RFC 7519 section 4.1). */
function checkValidity(credential: JsonObject, now: Date, fail: Fail): void {
  const from = timeOf(credential.validFrom)
  const until = timeOf(credential.validUntil)
  if (Number.isNaN(from) || Number.isNaN(until) || (from !== null && until !== null && until < from)) {
    fail('validity_malformed', 'validFrom and validUntil are not two times with a zone, one after the other')
  } else {
    if (from !== null && from > now.getTime() + CLOCK_LAG_MS) {
      fail('not_yet_valid', `It is valid from ${credential.validFrom}`)
    }
    if (until !== null && until < now.getTime()) fail('expired', `It was valid until ${credential.validUntil}`)
  }
  const { exp, nbf } = credential
  if ([exp, nbf].some((claim) => claim !== undefined && typeof claim !== 'number')) {
    fail('validity_malformed', 'exp and nbf are not numbers')
  }
  if (typeof exp === 'number' && exp * 1000 <= now.getTime())
    fail('signature_expired', 'The signature has expired (exp)')
  if (typeof nbf === 'number' && nbf * 1000 > now.getTime() + CLOCK_LAG_MS) {
    fail('not_yet_valid', 'The signature is not valid yet (nbf)')
  }
}

/**
 * Reads one credentialStatus entry; a set revocation or suspension becomes a reason. Out: validFrom of the list, or null
 * for an entry of a type not known here, which VC-JOSE-COSE says to pass over.
 */
async function statusOf(
  entry: unknown,
  issuer: string | null,
  options: VerifyOptions,
  reasons: Reason[],
): Promise<string | null> {
  if (!isJsonObject(entry) || entry.type === undefined) throw malformed('A credentialStatus entry has no type')
  if (!oneOrMore(entry.type).includes('BitstringStatusListEntry')) return null
  const { statusPurpose: purpose, statusListIndex: index, statusListCredential: url, statusSize } = entry
  if (typeof purpose !== 'string' || purpose === '') throw malformed('statusPurpose is not text')
  if (typeof index !== 'string' || !/^(0|[1-9]\d*)$/.test(index)) {
    throw malformed('statusListIndex is not a whole number written as text')
  }
  if (!isUrl(url) || url === entry.id) throw malformed('statusListCredential is not the URL of a status list')
  if (statusSize !== undefined && statusSize !== 1) throw malformed('Only entries of one bit are understood here')

  const list = await readStatusList(url, purpose, issuer, options)
  if (statusAt(list.bits, Number(index)) === 1) {
    if (purpose === 'revocation') reasons.push({ code: 'revoked', message: 'The credential has been revoked' })
    if (purpose === 'suspension') reasons.push({ code: 'suspended', message: 'The credential is suspended for now' })
  }
  return list.validFrom
}

async function readStatusList(
  url: string,
  purpose: string,
  issuer: string | null,
  options: VerifyOptions,
): Promise<{ bits: Uint8Array; validFrom: string | null }> {
  const token = Object.hasOwn(options.statusLists, url) ? options.statusLists[url] : undefined
  if (token === undefined) {
    throw new BitstringStatusListError('STATUS_RETRIEVAL_ERROR', `The status list ${url} is not at hand`)
  }
  const { credential, reasons } = verifyEnvelope(token, options)
  if (!credential || reasons.length > 0) {
    const why = reasons.map((reason) => `${reason.code}: ${reason.message}`).join('; ')
    throw unverified(`The status list ${url} is not accepted (${why})`)
  }
  const subject = credential.credentialSubject
  if (!oneOrMore(credential.type).includes('BitstringStatusListCredential') || !isJsonObject(subject)) {
    throw unverified(`What came as ${url} is not a status list`)
  }
  if (credential.id !== url) throw unverified(`What came as ${url} is another status list`)
  if (issuerOf(credential) !== issuer) throw unverified('The status list is of another issuer')
  if (!oneOrMore(subject.statusPurpose).includes(purpose)) {
    throw unverified(`The status list does not speak of ${purpose}`)
  }
  if (subject.type !== 'BitstringStatusList' || typeof subject.encodedList !== 'string') {
    throw malformed('The status list has no encodedList')
  }
  const validFrom = typeof credential.validFrom === 'string' ? new Date(credential.validFrom).toISOString() : null
  return { bits: await decodeStatusList(subject.encodedList), validFrom }
}

function issuerOf(credential: JsonObject): string | null {
  const issuer = isJsonObject(credential.issuer) ? credential.issuer.id : credential.issuer
  return typeof issuer === 'string' && issuer !== '' ? issuer : null
}

/** Milliseconds; null when absent; NaN when it is no dateTimeStamp or no day of the calendar. */
function timeOf(value: unknown): number | null {
  if (value === undefined) return null
  const found = typeof value === 'string' ? DATE_TIME_STAMP.exec(value) : null
  if (!found) return Number.NaN
  const [text, year, month, day] = found
  const calendarDay = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return calendarDay.getUTCDate() === Number(day) ? Date.parse(text) : Number.NaN
}

function isUrl(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value)
}

function oneOrMore(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

function malformed(message: string): BitstringStatusListError {
  return new BitstringStatusListError('MALFORMED_VALUE_ERROR', message)
}

function unverified(message: string): BitstringStatusListError {
  return new BitstringStatusListError('STATUS_VERIFICATION_ERROR', message)
}
