import { base64Of, bytesOfBase64 } from './base64.ts'
import { type Checkpoint, openCheckpoint, readCount } from './checkpoint.ts'
import { LEAF_KINDS, LEAF_VERSION, type LeafKind, leafKindOf, logEntry, SALT_SIZE } from './log-leaf.ts'
import { HASH_SIZE, leafHash, verifyInclusion } from './merkle.ts'
import { ED25519, ED25519_COSIGNATURE, parseVerifierKey, type VerifierKey } from './signed-note.ts'

/** A C2SP `tlog-proof` file, taken apart. */
export interface LogProof {
  /** Opaque to the format. Ours: `leafExtra`. */
  extra: Uint8Array | null
  /** Place of the entry in the log, from 0. */
  index: number
  /** Inclusion proof, from the leaf's sibling up to the root's child. */
  hashes: Uint8Array[]
  /** The signed checkpoint, verbatim. */
  checkpoint: string
}

export type ParsedLogProof = { ok: true; proof: LogProof } | { ok: false; reason: string }

/** What did not hold; `reason` says it in a sentence. `not_included`: content, salt, place or hashes were changed. */
export type LogProofFault = 'malformed' | 'other_kind' | 'trusted_keys' | 'checkpoint' | 'witnesses' | 'not_included'

/** What a verified proof says. `witnesses` are other parties that saw the same log, each with its time. */
export type VerifiedLogProof =
  | {
      ok: true
      index: number
      checkpoint: Checkpoint
      witnesses: { name: string; time: Date }[]
    }
  | { ok: false; fault: LogProofFault; reason: string }

/** Whom the verifier trusts. Keys in the text form of C2SP verifier keys. */
export interface LogTrust {
  origin: string
  /** Keys of the log: the current ones, and the retired ones of older proofs. */
  logKeys: readonly string[]
  /** Keys of witnesses (type 0x04); none by default. */
  witnessKeys?: readonly string[]
  /** How many different witnesses must have cosigned; 0 by default. */
  witnessQuorum?: number
}

const HEADER = 'c2sp.org/tlog-proof@v1'
const LONGEST_PROOF = 1_000_000
const MOST_HASHES = 63

/** Writes a `tlog-proof` file (C2SP tlog-proof, "Format"). */
export function formatLogProof({ extra, index, hashes, checkpoint }: LogProof): string {
  const lines = [HEADER, ...(extra === null ? [] : [`extra ${base64Of(extra)}`]), `index ${index}`]
  return `${[...lines, ...hashes.map(base64Of)].join('\n')}\n\n${checkpoint}`
}

/**
 * Takes a `tlog-proof` file apart. In: the file as text, or as bytes in UTF-8. Out: its parts, or the reason why it is no
 * such file. Verifies nothing and never throws.
 */
export function parseLogProof(file: string | Uint8Array): ParsedLogProof {
  const text = typeof file === 'string' ? file : decodeUtf8(file)
  if (text === null) return { ok: false, reason: 'The proof is not UTF-8 text' }
  if (text.length > LONGEST_PROOF) return { ok: false, reason: 'The proof is longer than a million characters' }
  const cut = text.indexOf('\n\n')
  if (cut < 0) return { ok: false, reason: 'The proof has no empty line between the hashes and the checkpoint' }
  const [header, ...lines] = text.slice(0, cut).split('\n')
  if (header !== HEADER) return { ok: false, reason: `The proof does not begin with the line ${HEADER}` }
  let extra: Uint8Array | null = null
  if (lines[0]?.startsWith('extra ')) {
    extra = bytesOfBase64(lines.shift()?.slice('extra '.length) ?? '')
    if (extra === null) return { ok: false, reason: 'The extra line of the proof is not base64' }
  }
  const index = /^index (.*)$/.exec(lines.shift() ?? '')?.[1]
  const place = index === undefined ? null : readCount(index)
  if (place === null) return { ok: false, reason: 'The index line of the proof is missing or malformed' }
  if (lines.length > MOST_HASHES) return { ok: false, reason: `The proof has more than ${MOST_HASHES} hashes` }
  const hashes: Uint8Array[] = []
  for (const [i, line] of lines.entries()) {
    const hash = bytesOfBase64(line)
    if (hash?.length !== HASH_SIZE)
      return { ok: false, reason: `Hash ${i + 1} of the proof is not the base64 of 32 bytes` }
    hashes.push(hash)
  }
  return { ok: true, proof: { extra, index: place, hashes, checkpoint: text.slice(cut + 2) } }
}

/**
 * Verifies that an entry is in a log, offline (C2SP tlog-proof, "Verifying a tlog proof"): the checkpoint is of the trusted
 * log and signed by one of its keys, enough witnesses cosigned, and the inclusion proof binds the entry to the root.
 * In: the file; the entry's bytes, made from what the verifier holds; whom to trust. Out: where and in which tree, or the
 * reason. Never throws.
 */
export function verifyLogProof(file: string | Uint8Array, entry: Uint8Array, trust: LogTrust): VerifiedLogProof {
  const parsed = parseLogProof(file)
  return parsed.ok ? verifyParsed(parsed.proof, entry, trust) : refused('malformed', parsed.reason)
}

/**
 * Verifies a `tlog-proof` file of ours against the content itself: the salt comes from the file's extra line, the kind and
 * the content hash from the verifier (docs/decisions/0013, "Leaf"). Out as `verifyLogProof`. Never throws.
 */
export function verifyContentProof(
  file: string | Uint8Array,
  content: { kind: LeafKind; contentHash: Uint8Array },
  trust: LogTrust,
): VerifiedLogProof {
  const parsed = parseLogProof(file)
  if (!parsed.ok) return refused('malformed', parsed.reason)
  const leaf = parsed.proof.extra === null ? null : readLeafExtra(parsed.proof.extra)
  if (leaf === null) return refused('malformed', 'The proof has no extra line that gives the salt of the leaf')
  if (leaf.kind !== content.kind) {
    return refused('other_kind', `The proof is of a leaf of kind ${leaf.kind}, not ${content.kind}`)
  }
  if (content.contentHash.length !== HASH_SIZE) return refused('malformed', 'The content hash must have 32 bytes')
  return verifyParsed(parsed.proof, logEntry({ ...leaf, contentHash: content.contentHash }), trust)
}

/** What the extra line of our proofs holds: version, kind and salt of the leaf. */
export function leafExtra(kind: LeafKind, salt: Uint8Array): Uint8Array {
  return Uint8Array.of(LEAF_VERSION, LEAF_KINDS[kind], ...salt)
}

/** Reads `leafExtra`; null when it is none of ours. */
export function readLeafExtra(extra: Uint8Array): { kind: LeafKind; salt: Uint8Array } | null {
  const kind = leafKindOf(extra[1] ?? 0)
  if (extra.length !== 2 + SALT_SIZE || extra[0] !== LEAF_VERSION || kind === null) return null
  return { kind, salt: extra.slice(2) }
}

function verifyParsed(proof: LogProof, entry: Uint8Array, trust: LogTrust): VerifiedLogProof {
  const keys = trustedKeys(trust)
  if (!keys.ok) return refused('trusted_keys', keys.reason)
  const opened = openCheckpoint(proof.checkpoint, trust.origin, keys.keys)
  if (!opened.ok) return refused('checkpoint', opened.reason)
  const seen = new Map<string, Date>()
  for (const { key, time } of opened.signatures) if (time !== null) seen.set(key.name, new Date(time * 1000))
  const quorum = trust.witnessQuorum ?? 0
  if (seen.size < quorum) {
    return refused('witnesses', `${seen.size} trusted witnesses cosigned the checkpoint, and ${quorum} are asked for`)
  }
  const { checkpoint } = opened
  const included = verifyInclusion(leafHash(entry), proof.index, checkpoint.size, proof.hashes, checkpoint.root)
  if (!included.ok) return refused('not_included', included.reason)
  return { ok: true, index: proof.index, checkpoint, witnesses: [...seen].map(([name, time]) => ({ name, time })) }
}

function trustedKeys(trust: LogTrust): { ok: true; keys: VerifierKey[] } | { ok: false; reason: string } {
  const keys: VerifierKey[] = []
  for (const [vkeys, type] of [
    [trust.logKeys, ED25519],
    [trust.witnessKeys ?? [], ED25519_COSIGNATURE],
  ] as const) {
    for (const vkey of vkeys) {
      const parsed = parseVerifierKey(vkey)
      if (!parsed.ok) return parsed
      if (parsed.key.type !== type) {
        return { ok: false, reason: `The verifier key of ${parsed.key.name} is of the wrong type for its place` }
      }
      keys.push(parsed.key)
    }
  }
  return { ok: true, keys }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function refused(fault: LogProofFault, reason: string): VerifiedLogProof & { ok: false } {
  return { ok: false, fault, reason }
}
