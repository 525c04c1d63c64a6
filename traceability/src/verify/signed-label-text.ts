import { CROCKFORD_ALPHABET } from './crockford.ts'

/**
 * The text of a signed label: 149 bits of message and an Ed25519 signature, written as one number of 199 decimal digits
 * (docs/decisions/0018). Digits, because a QR symbol carries them at 3.33 bits and every URL takes them as they are.
 */
export interface SignedLabelFields {
  /** Which key signed it, 0 to 15. */
  keyId: number
  /** The unit code, canonical 16 characters. */
  code: string
  /** The last 15 bits of the label batch's number: finds void and recalled batches in an inspector's list. */
  batchTag: number
  /** Number of the product, 1 to 1,048,575. */
  productNo: number
  /** Star on the packing day, or on the day of printing when there is none; null without a valid recognition. */
  stars: 3 | 4 | 5 | null
  /** Last day of that star, yyyy-mm-dd; null with `stars`. */
  validTo: string | null
  /** yyyy-mm-dd, or null when it was not known. */
  packedOn: string | null
}

export const SIGNED_LABEL_DIGITS = 199
export const MOST_LABEL_KEY_ID = 15
export const MOST_PRODUCT_NO = 2 ** 20 - 1
export const BATCH_TAGS = 2 ** 15
/** First and last day that 13 bits hold. */
export const FIRST_LABEL_DAY = '2025-01-01'
export const LAST_LABEL_DAY = '2047-06-05'

/** Layout version; others are not read. */
const VERSION = 1
const SIGNATURE_BITS = 512n
const MESSAGE_BYTES = 19
const DAY_MS = 86_400_000
const DAY_ZERO = Date.parse(`${FIRST_LABEL_DAY}T00:00:00Z`) - DAY_MS

/** From the most significant bit on; together 149. */
const LAYOUT = { version: 2, keyId: 4, code: 80, batchTag: 15, productNo: 20, stars: 2, validTo: 13, packedOn: 13 }
type Part = keyof typeof LAYOUT
const PARTS = Object.entries(LAYOUT) as [Part, number][]
const MESSAGE_BITS = BigInt(PARTS.reduce((sum, [, bits]) => sum + bits, 0))

/** What is signed besides the message, so that the signature means nothing anywhere else. */
const CONTEXT = new TextEncoder().encode('sao-lang signed label v1\n')
const STARS = [null, 3, 4, 5] as const

/** A signed label taken apart; `fields` is null when it is of another layout, nothing is verified. */
export interface SignedLabelText {
  version: number
  keyId: number
  fields: SignedLabelFields | null
  /** The bytes that were signed. */
  signed: Uint8Array
  signature: Uint8Array
}

/** Message of a label as a number. Throws RangeError that names the member that does not fit. */
export function packSignedLabel(fields: SignedLabelFields): bigint {
  const { keyId, code, batchTag, productNo, stars, validTo, packedOn } = fields
  if ((stars === null) !== (validTo === null)) throw new RangeError('validTo: goes with stars, and only with them')
  const values: Record<Part, bigint> = {
    version: BigInt(VERSION),
    keyId: whole('keyId', keyId, 0, MOST_LABEL_KEY_ID),
    code: codeNumber(code),
    batchTag: whole('batchTag', batchTag, 0, BATCH_TAGS - 1),
    productNo: whole('productNo', productNo, 1, MOST_PRODUCT_NO),
    stars: BigInt(STARS.indexOf(stars)),
    validTo: dayNumber('validTo', validTo),
    packedOn: dayNumber('packedOn', packedOn),
  }
  return PARTS.reduce((message, [part, bits]) => (message << BigInt(bits)) | values[part], 0n)
}

/** The bytes that a label's signature is over: a context line, then the message in 19 bytes, big-endian. */
export function signedBytes(message: bigint): Uint8Array {
  const bytes = new Uint8Array(CONTEXT.length + MESSAGE_BYTES)
  bytes.set(CONTEXT)
  bytes.set(bytesOf(message, MESSAGE_BYTES), CONTEXT.length)
  return bytes
}

/** The 199 digits of a message and its signature of 64 bytes. */
export function signedDigits(message: bigint, signature: Uint8Array): string {
  return ((message << SIGNATURE_BITS) | numberOf(signature)).toString().padStart(SIGNED_LABEL_DIGITS, '0')
}

/** Takes 199 digits apart. Null when they are not 199 digits or more than the layout holds. Verifies nothing. */
export function readSignedDigits(digits: string): SignedLabelText | null {
  if (!/^[0-9]{199}$/.test(digits)) return null
  const value = BigInt(digits)
  const message = value >> SIGNATURE_BITS
  if (message >> MESSAGE_BITS !== 0n) return null
  const parts = partsOf(message)
  return {
    version: Number(parts.version),
    keyId: Number(parts.keyId),
    fields: Number(parts.version) === VERSION ? fieldsOf(parts) : null,
    signed: signedBytes(message),
    signature: bytesOf(value & ((1n << SIGNATURE_BITS) - 1n), 64),
  }
}

/** The unit code that stands in the digits of a signed label; null when the text is none. */
export function codeOfSignedDigits(digits: string): string | null {
  return readSignedDigits(digits)?.fields?.code ?? null
}

/** The digits in what a camera read or a person pasted, and the host when they came in an address. */
export function findSignedDigits(text: string): { digits: string; host: string | null } | null {
  if (text.length > 2_048) return null
  const found = /(?:https?:\/\/([^/\s?#@]+)(?:\/[^/\s?#]+)*\/q\/+)?(?<![0-9])([0-9]{199})(?![0-9])/i.exec(text.trim())
  return found?.[2] === undefined ? null : { digits: found[2], host: found[1]?.toLowerCase() ?? null }
}

function partsOf(message: bigint): Record<Part, bigint> {
  let left = MESSAGE_BITS
  const parts = PARTS.map(([part, bits]): [Part, bigint] => {
    left -= BigInt(bits)
    return [part, (message >> left) & ((1n << BigInt(bits)) - 1n)]
  })
  return Object.fromEntries(parts) as Record<Part, bigint>
}

function fieldsOf(parts: Record<Part, bigint>): SignedLabelFields | null {
  const stars = STARS[Number(parts.stars)] ?? null
  const validTo = dayOf(parts.validTo)
  if ((stars === null) !== (validTo === null) || parts.productNo === 0n) return null
  return {
    keyId: Number(parts.keyId),
    code: codeOf(parts.code),
    batchTag: Number(parts.batchTag),
    productNo: Number(parts.productNo),
    stars,
    validTo,
    packedOn: dayOf(parts.packedOn),
  }
}

function whole(member: string, value: number, least: number, most: number): bigint {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`${member}: must be a whole number from ${least} to ${most}`)
  }
  return BigInt(value)
}

function codeNumber(code: string): bigint {
  let value = 0n
  for (const character of code) {
    const digit = CROCKFORD_ALPHABET.indexOf(character)
    if (digit < 0) throw new RangeError('code: must be a canonical unit code')
    value = value * 32n + BigInt(digit)
  }
  if (code.length !== 16) throw new RangeError('code: must be a canonical unit code')
  return value
}

function codeOf(value: bigint): string {
  return Array.from({ length: 16 }, (_, i) =>
    CROCKFORD_ALPHABET.charAt(Number((value >> BigInt(5 * (15 - i))) & 31n)),
  ).join('')
}

function dayNumber(member: string, day: string | null): bigint {
  if (day === null) return 0n
  const number = (Date.parse(`${day}T00:00:00Z`) - DAY_ZERO) / DAY_MS
  if (!Number.isInteger(number) || number < 1 || number > 8_191) {
    throw new RangeError(`${member}: a signed label holds days from ${FIRST_LABEL_DAY} to ${LAST_LABEL_DAY}`)
  }
  return BigInt(number)
}

function dayOf(value: bigint): string | null {
  return value === 0n ? null : new Date(DAY_ZERO + Number(value) * DAY_MS).toISOString().slice(0, 10)
}

function bytesOf(value: bigint, length: number): Uint8Array {
  const hex = value.toString(16).padStart(length * 2, '0')
  return Uint8Array.from({ length }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function numberOf(bytes: Uint8Array): bigint {
  let hex = '0x'
  for (const byte of bytes) hex += HEX[byte]
  return BigInt(hex)
}
