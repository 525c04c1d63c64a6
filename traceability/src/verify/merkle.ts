import { sha256 } from '@noble/hashes/sha2.js'

/** What a check found; `reason` is a sentence for people. */
export type Checked = { ok: true } | { ok: false; reason: string }

/** Bytes of a SHA-256 hash. */
export const HASH_SIZE = 32

const LEAF_PREFIX = 0x00
const NODE_PREFIX = 0x01

/** Hash of a leaf: SHA-256(0x00 || entry) (RFC 9162 section 2.1.1, as RFC 6962 section 2.1). */
export function leafHash(entry: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + entry.length)
  input[0] = LEAF_PREFIX
  input.set(entry, 1)
  return sha256(input)
}

/** Hash of a node over its two children, 32 bytes each: SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + 2 * HASH_SIZE)
  input[0] = NODE_PREFIX
  input.set(left, 1)
  input.set(right, 1 + HASH_SIZE)
  return sha256(input)
}

/** Root of a tree without leaves: the hash of nothing. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array(0))
}

/**
 * Merkle tree hash over hashes of one height, left to right (RFC 9162 section 2.1.1). With leaf hashes it is the root of
 * the tree; with none it is the root of the empty tree.
 */
export function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const [first] = hashes
  if (first === undefined) return emptyRoot()
  if (hashes.length === 1) return first
  const split = largestPowerOf2Below(hashes.length)
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)))
}

/** The place at which a tree of `size` ≥ 2 leaves is cut in two: the largest power of two smaller than `size`. */
export function largestPowerOf2Below(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/**
 * Checks that the leaf with hash `leaf` stands at `index` (from 0) of the tree of `size` leaves whose root is `root`
 * (RFC 9162 section 2.1.3.2). `proof` goes from the leaf's sibling up to the root's child. Never throws.
 */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): Checked {
  if (!isCount(index) || !isCount(size)) return failed('The index and the tree size must be whole numbers from 0')
  if (index >= size) return failed(`The index ${index} lies outside a tree of ${size} leaves`)
  const malformed = malformedHash([leaf, root], proof)
  if (malformed !== null) return failed(malformed)

  let node = index
  let last = size - 1
  let hash = leaf
  for (const [step, sibling] of proof.entries()) {
    if (last === 0) return failed(`The inclusion proof has ${proof.length} hashes, but ${step} lead to the root`)
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    node = half(node)
    last = half(last)
  }
  if (last !== 0) return failed(`The inclusion proof has ${proof.length} hashes, which are too few to reach the root`)
  return same(hash, root)
    ? { ok: true }
    : failed('The inclusion proof leads to another root: the leaf is not at this place of this tree')
}

/**
 * Checks that the tree of `newSize` leaves with root `newRoot` holds the tree of `oldSize` leaves with root `oldRoot`
 * unchanged at its beginning (RFC 9162 section 2.1.4.2). Sizes: 0 < oldSize <= newSize. Never throws.
 */
export function verifyConsistency(
  oldSize: number,
  newSize: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): Checked {
  if (!isCount(oldSize) || !isCount(newSize)) return failed('Tree sizes must be whole numbers from 0')
  if (oldSize === 0) return failed('Nothing can be proven of an empty tree: every tree continues it')
  if (oldSize > newSize) return failed(`The newer tree (${newSize} leaves) is smaller than the older one (${oldSize})`)
  const malformed = malformedHash([oldRoot, newRoot], proof)
  if (malformed !== null) return failed(malformed)
  if (oldSize === newSize) {
    if (proof.length > 0) return failed('Trees of the same size need no proof, but one was given')
    return same(oldRoot, newRoot) ? { ok: true } : failed('Two trees of the same size have different roots')
  }

  // A full older tree is itself a node of the newer one, so the proof leaves its root out.
  const hashes = isPowerOf2(oldSize) ? [oldRoot, ...proof] : [...proof]
  const [start, ...rest] = hashes
  if (start === undefined || proof.length === 0) return failed('The consistency proof is empty')
  let node = oldSize - 1
  let last = newSize - 1
  while (node % 2 === 1) {
    node = half(node)
    last = half(last)
  }
  let oldHash = start
  let newHash = start
  for (const sibling of rest) {
    if (last === 0) return failed('The consistency proof has more hashes than lead to the roots')
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(sibling, oldHash)
      newHash = nodeHash(sibling, newHash)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = half(last)
      }
    } else {
      newHash = nodeHash(newHash, sibling)
    }
    node = half(node)
    last = half(last)
  }
  if (last !== 0) return failed('The consistency proof has too few hashes to reach the roots')
  if (!same(oldHash, oldRoot)) return failed('The consistency proof leads to another root of the older tree')
  if (!same(newHash, newRoot)) return failed('The consistency proof leads to another root of the newer tree')
  return { ok: true }
}

/** Whether two byte strings are equal. For public values: it takes no care to last equally long. */
export function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

function failed(reason: string): Checked {
  return { ok: false, reason }
}

/** Numbers, not 32-bit words: trees may outgrow 2³² leaves. */
function half(value: number): number {
  return Math.floor(value / 2)
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function isPowerOf2(size: number): boolean {
  return size === 1 || largestPowerOf2Below(size) * 2 === size
}

function malformedHash(ends: readonly Uint8Array[], proof: readonly Uint8Array[]): string | null {
  if (ends.some((hash) => hash.length !== HASH_SIZE)) return `Leaf and root hashes must have ${HASH_SIZE} bytes`
  const wrong = proof.findIndex((hash) => hash.length !== HASH_SIZE)
  return wrong < 0 ? null : `Hash ${wrong + 1} of the proof has not ${HASH_SIZE} bytes`
}
