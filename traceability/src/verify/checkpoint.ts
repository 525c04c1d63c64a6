import { base64Of, bytesOfBase64 } from './base64.ts'
import { HASH_SIZE } from './merkle.ts'
import { ED25519, type VerifiedSignature, type VerifierKey, verifyNote } from './signed-note.ts'

/** What a log signs: its name, how many leaves it holds and the root over them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  origin: string
  size: number
  root: Uint8Array
  /** Opaque further lines; ours has none. */
  extensions: string[]
}

export type ParsedCheckpoint = { ok: true; checkpoint: Checkpoint } | { ok: false; reason: string }
export type OpenedCheckpoint =
  | { ok: true; checkpoint: Checkpoint; signatures: VerifiedSignature[] }
  | { ok: false; reason: string }

/** The note text of a checkpoint (C2SP tlog-checkpoint, "Note text"). Throws RangeError for what the text cannot hold. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions } = checkpoint
  const text = `${[origin, String(size), base64Of(root), ...extensions].join('\n')}\n`
  const parsed = parseCheckpoint(text)
  if (!parsed.ok) throw new RangeError(parsed.reason)
  return text
}

/** Reads the note text of a checkpoint; the text should have been verified first. Never throws. */
export function parseCheckpoint(text: string): ParsedCheckpoint {
  if (!text.endsWith('\n')) return { ok: false, reason: 'The checkpoint does not end with a newline' }
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n')
  if (!origin || size === undefined || root === undefined || extensions.includes('')) {
    return { ok: false, reason: 'The checkpoint has not the three lines origin, size and root' }
  }
  const leaves = readCount(size)
  if (leaves === null) return { ok: false, reason: 'The tree size of the checkpoint is not a plain decimal number' }
  const hash = bytesOfBase64(root)
  if (hash?.length !== HASH_SIZE) {
    return { ok: false, reason: 'The root of the checkpoint is not the base64 of 32 bytes' }
  }
  return { ok: true, checkpoint: { origin, size: leaves, root: hash, extensions } }
}

/**
 * Verifies a signed checkpoint: a signed note with a signature of one of the log's own keys, for the expected log.
 * In: the note; the origin of the log; keys trusted for it (Ed25519), and for witnesses (cosignatures), which alone do not
 * make a checkpoint valid. Out: the checkpoint and every verified signature, or the reason. Never throws.
 */
export function openCheckpoint(note: string, origin: string, trusted: readonly VerifierKey[]): OpenedCheckpoint {
  const verified = verifyNote(note, trusted)
  if (!verified.ok) return verified
  const parsed = parseCheckpoint(verified.text)
  if (!parsed.ok) return parsed
  if (parsed.checkpoint.origin !== origin) {
    return { ok: false, reason: `The checkpoint is of another log: ${parsed.checkpoint.origin}` }
  }
  if (!verified.signatures.some(({ key }) => key.type === ED25519)) {
    return { ok: false, reason: 'The checkpoint carries no signature of the log itself' }
  }
  return { ok: true, checkpoint: parsed.checkpoint, signatures: verified.signatures }
}

/** A count as the formats write it: ASCII decimal without leading zeros, below 2⁵³. Null for anything else. */
export function readCount(text: string): number | null {
  if (!/^(0|[1-9]\d{0,15})$/.test(text)) return null
  const count = Number(text)
  return Number.isSafeInteger(count) ? count : null
}
