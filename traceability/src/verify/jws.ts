import { decodeBase64url } from './base64url.ts'
import { verifyEd25519 } from './ed25519.ts'
import { parseStrictJson } from './strict-json.ts'

/** A key that may vouch for its controller, e.g. `did:web:shop.test#2026-1`. `publicKey` is 32 bytes of Ed25519. */
export interface VerificationKey {
  id: string
  controller: string
  publicKey: Uint8Array
}

export const JWS_FAILURES = [
  'jws_malformed',
  'jws_too_large',
  'jws_encoding',
  'jws_header_json',
  'jws_duplicate_member',
  'jws_algorithm',
  'jws_critical_header',
  'jws_unencoded_payload',
  'jws_type',
  'jws_content_type',
  'jws_key_missing',
  'jws_key_unknown',
  'jws_signature',
  'jws_payload_json',
] as const
export type JwsFailure = (typeof JWS_FAILURES)[number]

export type JwsVerdict =
  | { ok: true; header: JsonObject; payload: JsonObject; key: VerificationKey }
  | { ok: false; code: JwsFailure; message: string }

export type JsonObject = Record<string, unknown>

/** A status list of 33 million entries, half of them set at random, stays below it. */
const LARGEST = 8 * 1024 * 1024

/** `EdDSA` with an Ed25519 key (RFC 8037 section 3.1) and its fully specified name (RFC 9864) are the same algorithm. */
const ALGORITHMS = new Set(['EdDSA', 'Ed25519'])

/**
 * Verifies a compact JWS (RFC 7515 section 5.2) signed with Ed25519. Nothing in the token chooses the algorithm or
 * brings a key: `alg` may only name Ed25519, and `kid` only picks one of `keys`.
 * In: the token; `type` and `contentType` are the media types, without `application/`, that `typ` must name and `cty`
 * may name. Out: header and payload, both JSON objects, or the first failure. Never throws.
 */
export function verifyCompactJws(
  token: string,
  { keys, type, contentType }: { keys: readonly VerificationKey[]; type: string; contentType: string },
): JwsVerdict {
  if (token.length > LARGEST) return failure('jws_too_large', `The token is longer than ${LARGEST} characters`)
  const parts = token.split('.')
  const [headerText, payloadText, signatureText] = parts
  if (parts.length !== 3 || !headerText || !payloadText || signatureText === undefined) {
    return failure('jws_malformed', 'The token is not three parts with a dot between them')
  }
  const headerBytes = decodeBase64url(headerText)
  const payloadBytes = decodeBase64url(payloadText)
  const signature = decodeBase64url(signatureText)
  if (!headerBytes || !payloadBytes || !signature) {
    return failure('jws_encoding', 'A part of the token is not base64url without padding')
  }
  const header = jsonObject(headerBytes, 'header')
  if (!header.ok) return header
  const refused = headerFailure(header.value, type, contentType)
  if (refused) return refused
  const kid = header.value.kid
  const key = keys.find((each) => each.id === kid)
  if (!key) return failure('jws_key_unknown', `The key ${JSON.stringify(kid)} is not one of the keys given`)
  if (!verifyEd25519(signature, new TextEncoder().encode(`${headerText}.${payloadText}`), key.publicKey)) {
    return failure('jws_signature', 'The signature does not hold: something was changed, or another key signed')
  }
  const payload = jsonObject(payloadBytes, 'payload')
  return payload.ok ? { ok: true, header: header.value, payload: payload.value, key } : payload
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function headerFailure(header: JsonObject, type: string, contentType: string): JwsVerdict | null {
  if (typeof header.alg !== 'string' || !ALGORITHMS.has(header.alg)) {
    return failure('jws_algorithm', `The algorithm ${JSON.stringify(header.alg)} is not allowed; only Ed25519 is`)
  }
  // RFC 7515 section 4.1.11: an extension that is not understood must not be passed over; none is understood here.
  if ('crit' in header) return failure('jws_critical_header', 'The token demands header extensions (crit)')
  if ('b64' in header) return failure('jws_unencoded_payload', 'The token has an unencoded payload (b64)')
  if (!namesMediaType(header.typ, type)) {
    return failure('jws_type', `The type ${JSON.stringify(header.typ)} is not ${type}`)
  }
  if ('cty' in header && !namesMediaType(header.cty, contentType)) {
    return failure('jws_content_type', `The content type ${JSON.stringify(header.cty)} is not ${contentType}`)
  }
  if (typeof header.kid !== 'string' || header.kid === '') {
    return failure('jws_key_missing', 'The token does not name its key (kid)')
  }
  return null
}

/** RFC 7515 section 4.1.9: media types in any case, `application/` may be left out. */
function namesMediaType(value: unknown, type: string): boolean {
  return typeof value === 'string' && value.toLowerCase().replace(/^application\//, '') === type
}

function jsonObject(
  bytes: Uint8Array,
  part: 'header' | 'payload',
): { ok: true; value: JsonObject } | (JwsVerdict & { ok: false }) {
  const parsed = parseStrictJson(bytes)
  if (parsed.ok && isJsonObject(parsed.value)) return { ok: true, value: parsed.value }
  const message = parsed.ok ? 'is not a JSON object' : parsed.message
  const doubled = !parsed.ok && parsed.fault === 'duplicate_member'
  const code = doubled ? 'jws_duplicate_member' : part === 'header' ? 'jws_header_json' : 'jws_payload_json'
  return failure(code, `The ${part} ${message}`)
}

function failure(code: JwsFailure, message: string): JwsVerdict & { ok: false } {
  return { ok: false, code, message }
}
