import { InputError } from '../storage/input-error.ts'
import { CROCKFORD_ALPHABET } from '../verify/crockford.ts'
import { readUnitCode } from '../verify/unit-code-text.ts'
import { type Ff1Radix32, ff1Radix32 } from './ff1-radix32.ts'

/** Labels of one batch: an index has 20 bits. */
export const MAX_BATCH_SIZE = 2 ** 20
/** Batches there can ever be: a batch number has 28 bits; 0 is not used. */
export const MAX_BATCH_NO = 2 ** 28 - 1
/** Key generations: the first character of a code names one. */
export const MAX_EPOCH = 31

/** Zero bits behind batch and index; a guessed code shows them with odds of 1 in 134,217,728. */
const CHECK = 2 ** 27
/** The index is cut between the halves: 7 bits left, 13 right. */
const INDEX_LEFT = 2 ** 7
const INDEX_RIGHT = 2 ** 13

/** The keys of unit codes. `newest` is the epoch for new batches; older ones only read what is printed already. */
export interface CodeRing {
  newest: number
  ciphers: ReadonlyMap<number, Ff1Radix32>
}

/** What of a label batch makes its codes. */
export interface BatchOfCodes {
  batchNo: number
  epoch: number
  size: number
}

export interface DecodedUnit {
  /** Canonical 16 characters. */
  code: string
  epoch: number
  batchNo: number
  index: number
}

/**
 * Makes the key ring. In: 64 hex characters (32 bytes, AES-256) for each epoch, epoch 0 first of all.
 * Throws InputError that names the epoch when a key is malformed or two epochs share one.
 */
export function codeRing(keys: Record<number, string>): CodeRing {
  const ciphers = new Map<number, Ff1Radix32>()
  const seen = new Set<string>()
  for (const [name, key] of Object.entries(keys)) {
    const epoch = Number(name)
    if (!Number.isInteger(epoch) || epoch < 0 || epoch > MAX_EPOCH) {
      throw new InputError(name, `The key epoch must be a whole number from 0 to ${MAX_EPOCH}`)
    }
    if (!/^[0-9a-f]{64}$/i.test(key)) {
      throw new InputError(name, `The code key of epoch ${epoch} must be 64 hex characters`)
    }
    if (seen.has(key.toLowerCase()))
      throw new InputError(name, `The code key of epoch ${epoch} is used by another epoch`)
    seen.add(key.toLowerCase())
    ciphers.set(epoch, ff1Radix32(Buffer.from(key, 'hex'), epoch))
  }
  if (ciphers.size === 0) throw new InputError('0', 'A code key for epoch 0 is needed')
  return { newest: Math.max(...ciphers.keys()), ciphers }
}

/**
 * The code on label `index` of a batch: the epoch character, then FF1 over batch (28 bits), index (20 bits) and 27 zero
 * bits. The same batch and index give the same code for ever. Throws InputError when index or epoch is out of range.
 */
export function unitCode(ring: CodeRing, batch: BatchOfCodes, index: number): string {
  const cipher = ring.ciphers.get(batch.epoch)
  if (!cipher) throw new InputError('epoch', `There is no code key for epoch ${batch.epoch}`)
  if (!Number.isInteger(batch.batchNo) || batch.batchNo < 1 || batch.batchNo > MAX_BATCH_NO) {
    throw new InputError('batchNo', `The batch number must be from 1 to ${MAX_BATCH_NO}`)
  }
  if (!Number.isInteger(index) || index < 0 || index >= batch.size || batch.size > MAX_BATCH_SIZE) {
    throw new InputError('index', `The index must be from 0 to ${Math.min(batch.size, MAX_BATCH_SIZE) - 1}`)
  }
  const { left, right } = cipher.encrypt({
    left: batch.batchNo * INDEX_LEFT + Math.floor(index / INDEX_RIGHT),
    right: (index % INDEX_RIGHT) * CHECK,
  })
  return digits(batch.epoch, 1) + digits(left, 7) + digits(right, 8)
}

/** Streams the codes of labels `from` (included) to `to` (excluded, the batch's size by default). Memory stays flat. */
export function* unitCodes(ring: CodeRing, batch: BatchOfCodes, from = 0, to = batch.size): Generator<string> {
  for (let index = from; index < to; index++) yield unitCode(ring, batch, index)
}

/**
 * Batch and index of a code as typed, pasted or scanned; see `readUnitCode` for what is forgiven.
 * Out: null when the text cannot be a code, its epoch has no key, or its 27 check bits are not zero: then it was never
 * issued, and no database was asked. A value may still name a batch or an index that does not exist. Never throws.
 */
export function decodeUnitCode(ring: CodeRing, text: string): DecodedUnit | null {
  const code = readUnitCode(text)
  if (code === null) return null
  const epoch = number(code, 0, 1)
  const cipher = ring.ciphers.get(epoch)
  if (!cipher) return null
  const { left, right } = cipher.decrypt({ left: number(code, 1, 8), right: number(code, 8, 16) })
  if (right % CHECK !== 0) return null
  return {
    code,
    epoch,
    batchNo: Math.floor(left / INDEX_LEFT),
    index: (left % INDEX_LEFT) * INDEX_RIGHT + right / CHECK,
  }
}

const VALUES = new Map([...CROCKFORD_ALPHABET].map((digit, value) => [digit, value]))

function digits(value: number, length: number): string {
  let text = ''
  let rest = value
  for (let i = 0; i < length; i++) {
    text = CROCKFORD_ALPHABET.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}

function number(code: string, start: number, end: number): number {
  let value = 0
  for (let i = start; i < end; i++) value = value * 32 + (VALUES.get(code.charAt(i)) ?? 0)
  return value
}
