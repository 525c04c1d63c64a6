import { randomBytes } from 'node:crypto'
import { type Database, inTransaction } from '../storage/database.ts'
import { ConflictError, InputError } from '../storage/input-error.ts'
import { findConflictingLeaf, insertLeaves, type LeafRow, forgetLeaf as storedForgetLeaf } from '../storage/log.ts'
import {
  CONTENT_HASH_SIZE,
  isLeafKind,
  LEAF_KINDS,
  type LeafKind,
  leafKindOf,
  logEntry,
  SALT_SIZE,
} from '../verify/log-leaf.ts'

/** What is to be logged. */
export interface NewLeaf {
  /** Whose it is; 0 for the platform's own. */
  partyNo: number
  kind: LeafKind
  /** Names the content for ever, unlike any other of its kind, e.g. an event's hash or a list's address and version. */
  subject: string
  /** SHA-256 of the content, 32 bytes (docs/decisions/0013, "Leaf", says of which bytes for each kind). */
  contentHash: Uint8Array
}

const LONGEST_SUBJECT = 300

/** `queueLeaves` for one leaf. Out: whether it was new. */
export async function queueLeaf(db: Database, leaf: NewLeaf): Promise<boolean> {
  return (await queueLeaves(db, [leaf])) === 1
}

/**
 * Notes leaves for the log in the caller's transaction (one statement, however many); the sequencer gives them their places
 * within a second or so. The same leaf again is the same leaf: nothing is doubled. Each gets a salt of its own.
 * Out: how many were new. Throws InputError naming the field, and ConflictError when a subject was queued before with
 * another content; with a pool nothing is queued then, with a
 * client the caller rolls back.
 */
export async function queueLeaves(db: Database, leaves: readonly NewLeaf[]): Promise<number> {
  if (leaves.length === 0) return 0
  const salts = randomBytes(leaves.length * SALT_SIZE)
  const rows = new Map<string, LeafRow>()
  for (const [i, leaf] of leaves.entries()) {
    const row = rowOf(leaf, salts.subarray(i * SALT_SIZE, (i + 1) * SALT_SIZE))
    const key = `${row.partyNo} ${row.kind} ${row.subject}`
    const twin = rows.get(key)
    if (twin !== undefined && !Buffer.from(twin.contentHash).equals(row.contentHash)) throw conflict(row.subject)
    if (twin === undefined) rows.set(key, row)
  }
  // One order for everybody, so that two transactions never wait for each other's leaves.
  const ordered = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  return inTransaction(db, async (client) => {
    const inserted = await insertLeaves(client, ordered)
    if (inserted < ordered.length) {
      const subject = await findConflictingLeaf(client, ordered)
      if (subject !== null) throw conflict(subject)
    }
    return inserted
  })
}

/**
 * Erases salt and content hash of a logged leaf: from then on nobody can show what it stands for, and the log stays whole.
 * Out: false when there is no such leaf, or it has no place yet (ask again in a few seconds).
 */
export async function forgetLeaf(db: Database, leaf: Omit<NewLeaf, 'contentHash'>): Promise<boolean> {
  return storedForgetLeaf(db, leaf.partyNo, LEAF_KINDS[leaf.kind], leaf.subject)
}

/** The public entry of a queued leaf. Throws for a kind this build does not know, which a newer one has queued. */
export function entryOf({ kind, salt, contentHash }: Pick<LeafRow, 'kind' | 'salt' | 'contentHash'>): Uint8Array {
  const name = leafKindOf(kind)
  if (name === null) throw new Error(`This build knows no leaves of kind ${kind}`)
  return logEntry({ kind: name, salt, contentHash })
}

function rowOf({ partyNo, kind, subject, contentHash }: NewLeaf, salt: Buffer): LeafRow {
  if (!Number.isInteger(partyNo) || partyNo < 0) throw new InputError('partyNo', 'partyNo: must be a number from 0')
  if (!isLeafKind(kind)) {
    throw new InputError('kind', `kind: must be one of ${Object.keys(LEAF_KINDS).join(', ')}`)
  }
  if (subject.length < 1 || subject.length > LONGEST_SUBJECT || /[\p{Cc}\p{Surrogate}]/u.test(subject)) {
    throw new InputError('subject', `subject: must be 1 to ${LONGEST_SUBJECT} characters without control characters`)
  }
  if (contentHash.length !== CONTENT_HASH_SIZE) {
    throw new InputError('contentHash', `contentHash: must be the ${CONTENT_HASH_SIZE} bytes of a SHA-256 hash`)
  }
  return { partyNo, kind: LEAF_KINDS[kind], subject, contentHash, salt }
}

function conflict(subject: string): ConflictError {
  return new ConflictError(`The log already holds "${subject}" with another content; a new version needs a new subject`)
}
