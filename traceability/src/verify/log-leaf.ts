import { sha256 } from '@noble/hashes/sha2.js'

/**
 * What the log holds leaves of, with the number that stands in the leaf. Numbers are never reused.
 * decision: a council decision · label-batch: a print run · event: an EPCIS event · status-list: a published status list.
 */
export const LEAF_KINDS = { decision: 1, 'label-batch': 2, event: 3, 'status-list': 4 } as const
export type LeafKind = keyof typeof LEAF_KINDS

export const LEAF_VERSION = 0x01
export const SALT_SIZE = 16
export const CONTENT_HASH_SIZE = 32
/** version, kind, commitment */
export const ENTRY_SIZE = 2 + 32

/** What binds a leaf to its content. The salt keeps a leaf from being guessed, and makes it forgettable. */
export interface LeafOpening {
  kind: LeafKind
  salt: Uint8Array
  /** SHA-256 of the content. */
  contentHash: Uint8Array
}

/**
 * The bytes of a log entry, version 1 (docs/decisions/0013, "Leaf"):
 * `0x01 || kind || SHA-256(0x01 || kind || salt (16 bytes) || content hash (32 bytes))`.
 * Throws RangeError for a salt or a content hash of another length.
 */
export function logEntry({ kind, salt, contentHash }: LeafOpening): Uint8Array {
  if (salt.length !== SALT_SIZE) throw new RangeError(`The salt must have ${SALT_SIZE} bytes`)
  if (contentHash.length !== CONTENT_HASH_SIZE) {
    throw new RangeError(`The content hash must have ${CONTENT_HASH_SIZE} bytes`)
  }
  const opening = new Uint8Array(2 + SALT_SIZE + CONTENT_HASH_SIZE)
  opening.set([LEAF_VERSION, LEAF_KINDS[kind]])
  opening.set(salt, 2)
  opening.set(contentHash, 2 + SALT_SIZE)
  const entry = new Uint8Array(ENTRY_SIZE)
  entry.set([LEAF_VERSION, LEAF_KINDS[kind]])
  entry.set(sha256(opening), 2)
  return entry
}

/** SHA-256 of content as bytes, or of text as UTF-8. */
export function contentHashOf(content: Uint8Array | string): Uint8Array {
  return sha256(typeof content === 'string' ? new TextEncoder().encode(content) : content)
}

/** The kind of a number that stands in a leaf; null for numbers not given out. */
export function leafKindOf(code: number): LeafKind | null {
  for (const [kind, given] of Object.entries(LEAF_KINDS)) if (given === code) return kind as LeafKind
  return null
}

export function isLeafKind(text: string): text is LeafKind {
  return Object.hasOwn(LEAF_KINDS, text)
}
