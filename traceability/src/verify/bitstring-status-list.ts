import { decodeBase64url, encodeBase64url } from './base64url.ts'

/** W3C Bitstring Status List 1.0 section 2.2: at least 16 KB, so that an entry hides in a crowd. */
export const MIN_STATUS_ENTRIES = 131_072

/** Expansion stops here (33 million entries), however much a compressed list would give. */
const MOST_BYTES = 4 * 1024 * 1024

/** Processing errors of section 3.5. */
export type StatusListErrorCode =
  | 'STATUS_RETRIEVAL_ERROR'
  | 'STATUS_VERIFICATION_ERROR'
  | 'STATUS_LIST_LENGTH_ERROR'
  | 'RANGE_ERROR'
  | 'MALFORMED_VALUE_ERROR'

export class BitstringStatusListError extends Error {
  readonly code: StatusListErrorCode

  constructor(code: StatusListErrorCode, message: string) {
    super(message)
    this.name = 'BitstringStatusListError'
    this.code = code
  }
}

/**
 * A bitstring of `size` entries with those of `set` set to 1. Index 0 is the most significant bit of the first byte.
 * Throws STATUS_LIST_LENGTH_ERROR when `size` is too small or no whole number of bytes, RANGE_ERROR for an index outside.
 */
export function statusBitstring(size: number, set: Iterable<number>): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(size) || size < MIN_STATUS_ENTRIES || size % 8 !== 0) {
    throw new BitstringStatusListError(
      'STATUS_LIST_LENGTH_ERROR',
      `A status list has at least ${MIN_STATUS_ENTRIES} entries and a multiple of 8, not ${size}`,
    )
  }
  const bits = new Uint8Array(size / 8)
  for (const index of set) {
    requireInside(bits, index)
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
  }
  return bits
}

/** The entry at an index, 0 or 1. Throws RANGE_ERROR for an index outside of the list. */
export function statusAt(bits: Uint8Array, index: number): 0 | 1 {
  requireInside(bits, index)
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) === 0 ? 0 : 1
}

/** Section 3.3: GZIP (RFC 1952), then multibase `u`, base64url without padding. In: a bitstring. Out: `encodedList`. */
export async function encodeStatusList(bits: Uint8Array<ArrayBuffer>): Promise<string> {
  const packed = await drained(new Blob([bits]).stream().pipeThrough(new CompressionStream('gzip')), Infinity)
  return `u${encodeBase64url(packed)}`
}

/**
 * Section 3.4, through the platform's own DecompressionStream. In: `encodedList`. Out: the bitstring.
 * Throws MALFORMED_VALUE_ERROR when it is not multibase base64url of GZIP or expands beyond 4 MiB,
 * STATUS_LIST_LENGTH_ERROR below the smallest size, STATUS_VERIFICATION_ERROR when the platform cannot expand GZIP.
 */
export async function decodeStatusList(encodedList: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = encodedList.startsWith('u') ? decodeBase64url(encodedList.slice(1)) : null
  if (packed === null) {
    throw new BitstringStatusListError(
      'MALFORMED_VALUE_ERROR',
      'The encoded list is not multibase base64url ("u…") without padding',
    )
  }
  const bits = await expanded(packed)
  if (bits.length * 8 < MIN_STATUS_ENTRIES) {
    throw new BitstringStatusListError(
      'STATUS_LIST_LENGTH_ERROR',
      `The list has ${bits.length * 8} entries; at least ${MIN_STATUS_ENTRIES} are needed`,
    )
  }
  return bits
}

async function expanded(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof DecompressionStream === 'undefined') {
    throw new BitstringStatusListError(
      'STATUS_VERIFICATION_ERROR',
      'This browser cannot expand GZIP; a newer one can check the status',
    )
  }
  try {
    return await drained(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')), MOST_BYTES)
  } catch (error) {
    if (error instanceof BitstringStatusListError) throw error
    throw new BitstringStatusListError('MALFORMED_VALUE_ERROR', 'The encoded list is not GZIP')
  }
}

async function drained(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.length
    if (size > most) {
      await reader.cancel()
      throw new BitstringStatusListError('MALFORMED_VALUE_ERROR', `The list expands to more than ${most} bytes`)
    }
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function requireInside(bits: Uint8Array, index: number): void {
  if (Number.isInteger(index) && index >= 0 && index < bits.length * 8) return
  throw new BitstringStatusListError('RANGE_ERROR', `Index ${index} is outside of a list of ${bits.length * 8} entries`)
}
