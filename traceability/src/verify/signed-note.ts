import { sha256 } from '@noble/hashes/sha2.js'
import { base64Of, bytesOfBase64 } from './base64.ts'
import { verifyEd25519 } from './ed25519.ts'
import { same } from './merkle.ts'

/** Signature types that are verified here (C2SP signed-note, "Signature types"). */
export const ED25519 = 0x01
/** Timestamped Ed25519 checkpoint cosignature of a witness (C2SP tlog-cosignature). */
export const ED25519_COSIGNATURE = 0x04

/** One line below the text. `keyId` is 4 bytes; `signature` is what follows them. */
export interface NoteSignature {
  name: string
  keyId: Uint8Array
  signature: Uint8Array
}

/** A signed note, taken apart and not yet verified: `text` says nothing until `verifyNote` has said so. */
export interface SignedNote {
  /** Ends with a newline. */
  text: string
  signatures: NoteSignature[]
}

/** A verifier key: who signs (`name`), with which algorithm (`type`) and which public key. */
export interface VerifierKey {
  name: string
  keyId: Uint8Array
  type: number
  publicKey: Uint8Array
}

/** A signature that was verified. `time` is what a cosigner stated, in seconds since 1970 (UTC); null for plain ones. */
export interface VerifiedSignature {
  key: VerifierKey
  time: number | null
}

export type ParsedNote = { ok: true; note: SignedNote } | { ok: false; reason: string }
export type VerifiedNote = { ok: true; text: string; signatures: VerifiedSignature[] } | { ok: false; reason: string }

/** More signatures are refused; the format asks for at least 16, and post-quantum ones are long. */
export const MOST_SIGNATURES = 100
const LONGEST_NOTE = 1_000_000

const KEY_ID_SIZE = 4
/** Seconds since 1970 that a date can still hold. */
const LATEST_TIME = 8.64e12
const NEWLINE = '\n'
/** ASCII control characters other than newline, and halves of characters that UTF-8 cannot carry. */
const FORBIDDEN = /[^\P{Cc}\n\u007f-\u009f]|\p{Surrogate}/u
const NAME_BREAKER = /[\p{White_Space}+]/u

const utf8 = new TextEncoder()

/**
 * Takes a signed note apart (C2SP signed-note, "Format"). In: the note as text. Out: the text and the signature lines, or
 * the reason why it is no signed note. Verifies nothing and never throws.
 */
export function parseNote(note: string): ParsedNote {
  if (note.length > LONGEST_NOTE) return { ok: false, reason: 'The note is longer than a million characters' }
  if (FORBIDDEN.test(note)) return { ok: false, reason: 'The note holds a control character or broken UTF-8' }
  if (!note.endsWith(NEWLINE)) return { ok: false, reason: 'The note does not end with a newline' }
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0) return { ok: false, reason: 'The note has no empty line between its text and its signatures' }
  const lines = note.slice(cut + 2, -1).split(NEWLINE)
  if (lines.length > MOST_SIGNATURES) {
    return { ok: false, reason: `The note has ${lines.length} signatures; at most ${MOST_SIGNATURES} are read` }
  }
  const signatures: NoteSignature[] = []
  for (const [i, line] of lines.entries()) {
    const signature = parseSignatureLine(line)
    if (signature === null) return { ok: false, reason: `Signature line ${i + 1} of the note is malformed` }
    signatures.push(signature)
  }
  return { ok: true, note: { text: note.slice(0, cut + 1), signatures } }
}

/** Writes a signed note. In: text that ends with a newline, and at least one signature. Throws RangeError otherwise. */
export function formatNote(note: SignedNote): string {
  const formatted = `${note.text}${NEWLINE}${note.signatures.map(signatureLine).join('')}`
  const parsed = parseNote(formatted)
  if (!parsed.ok || parsed.note.text !== note.text) {
    throw new RangeError(parsed.ok ? 'The text of the note does not end with a newline' : parsed.reason)
  }
  return formatted
}

/**
 * Verifies a signed note with the keys the caller trusts (C2SP signed-note, "Signatures"). Signatures of other keys are
 * left aside; a signature of a trusted key that is wrong refuses the whole note, and so does a note without any right one.
 * Out: the text and the verified signatures in their order, or the reason. Never throws.
 */
export function verifyNote(note: string, trusted: readonly VerifierKey[]): VerifiedNote {
  const parsed = parseNote(note)
  if (!parsed.ok) return parsed
  const { text, signatures } = parsed.note
  const verified: VerifiedSignature[] = []
  for (const { name, keyId, signature } of signatures) {
    const key = trusted.find((candidate) => candidate.name === name && same(candidate.keyId, keyId))
    if (key === undefined) continue
    const result = verifySignature(key, text, signature)
    if (!result.ok) return result
    verified.push(result.signature)
  }
  if (verified.length === 0) return { ok: false, reason: 'The note carries no signature of a trusted key' }
  return { ok: true, text, signatures: verified }
}

/** Key id: the first 4 bytes of SHA-256(name || newline || type || public key). */
export function keyIdOf(name: string, type: number, publicKey: Uint8Array): Uint8Array {
  return sha256(joined(utf8.encode(`${name}\n`), Uint8Array.of(type), publicKey)).slice(0, KEY_ID_SIZE)
}

/**
 * A verifier key from its parts, with the recommended key id.
 * Throws RangeError when the name is empty or holds a space or a plus.
 */
export function verifierKey(name: string, type: number, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new RangeError('The key name must not be empty nor hold a space, a plus or a line break')
  return { name, keyId: keyIdOf(name, type, publicKey), type, publicKey }
}

/** The text form of a verifier key (C2SP signed-note, "Verifier keys"): `name+hex of key id+base64 of type and key`. */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${hexOf(key.keyId)}+${base64Of(joined(Uint8Array.of(key.type), key.publicKey))}`
}

/**
 * Reads the text form of a verifier key. Out: the key, or the reason why it cannot be used: malformed, an algorithm that
 * is not verified here, or a key id that belongs to another key. Never throws.
 */
export function parseVerifierKey(vkey: string): { ok: true; key: VerifierKey } | { ok: false; reason: string } {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(vkey)
  const [name, id, material] = parts?.slice(1) ?? []
  const bytes = material === undefined ? null : bytesOfBase64(material)
  const [type] = bytes ?? []
  if (name === undefined || !isKeyName(name) || bytes === null || type === undefined) {
    return { ok: false, reason: 'A verifier key has the form name+8 hex digits+base64' }
  }
  if ((type !== ED25519 && type !== ED25519_COSIGNATURE) || bytes.length !== 33) {
    return { ok: false, reason: `The verifier key of ${name} is not an Ed25519 key` }
  }
  const key = verifierKey(name, type, bytes.slice(1))
  if (hexOf(key.keyId) !== id) return { ok: false, reason: `The key id of the verifier key of ${name} is not its own` }
  return { ok: true, key }
}

function verifySignature(
  key: VerifierKey,
  text: string,
  signature: Uint8Array,
): { ok: true; signature: VerifiedSignature } | { ok: false; reason: string } {
  const wrong = { ok: false, reason: `The signature of ${key.name} is wrong` } as const
  if (key.type === ED25519) {
    const right = verifyEd25519(signature, utf8.encode(text), key.publicKey)
    return right ? { ok: true, signature: { key, time: null } } : wrong
  }
  if (key.type !== ED25519_COSIGNATURE || signature.length !== 8 + 64) return wrong
  const time = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0))
  if (time > LATEST_TIME) return wrong
  const message = utf8.encode(`cosignature/v1\ntime ${time}\n${text}`)
  const right = verifyEd25519(signature.subarray(8), message, key.publicKey)
  return right ? { ok: true, signature: { key, time } } : wrong
}

function parseSignatureLine(line: string): NoteSignature | null {
  const [dash, name, base64, ...more] = line.split(' ')
  if (dash !== '—' || name === undefined || base64 === undefined || more.length > 0 || !isKeyName(name)) return null
  const bytes = bytesOfBase64(base64)
  if (bytes === null || bytes.length <= KEY_ID_SIZE) return null
  return { name, keyId: bytes.slice(0, KEY_ID_SIZE), signature: bytes.slice(KEY_ID_SIZE) }
}

function signatureLine({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${base64Of(joined(keyId, signature))}\n`
}

function isKeyName(name: string): boolean {
  return name !== '' && !NAME_BREAKER.test(name) && !FORBIDDEN.test(name)
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
