import {
  type CredentialVerdict,
  contentHashOf,
  decodeBase64url,
  type LabelKey,
  type LeafKind,
  type LogProofFault,
  parseLogProof,
  readLeafExtra,
  type SignedLabelCheck,
  verificationKeysOf,
  verifyContentProof,
  verifyCredential,
  verifySignedLabel,
} from '@sao-lang/traceability/verify'

/** Whom the reader trusts, as text they may replace with what they keep themselves. */
export interface TrustTexts {
  /** Verifier keys of the log, one a line (`/log/keys`). */
  logKeys: string
  /** The issuer's DID document (`/.well-known/did.json`). */
  didDocument: string
  /** Keys of signed labels (`/trace/labels/keys`). */
  labelKeys: string
}

export interface Evidence {
  /** What was pasted or read from a file. */
  text: string
  /** The document a log proof is about, as its bytes; an event by its hash as text. */
  document: Uint8Array | null
  /** Signed status lists, each a token. */
  statusLists: readonly string[]
}

/** What the reader gets to know. `unreadable` names the trusted keys that cannot be used. */
export type Finding =
  | { kind: 'nothing' }
  | { kind: 'unknown' }
  | { kind: 'unreadable'; keys: keyof TrustTexts }
  | { kind: 'proof'; ok: true; leaf: LeafKind; origin: string; size: number; index: number }
  | { kind: 'proof'; ok: false; fault: LogProofFault | 'document_missing'; reason: string | null }
  | { kind: 'credential'; verdict: CredentialVerdict; missingLists: string[] }
  | { kind: 'label'; check: SignedLabelCheck }

const PROOF_HEADER = 'c2sp.org/tlog-proof@'
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/
const SIGNED_DIGITS = /\d{199}/
const EVENT_HASH = /(?:sha-256;|^)([0-9a-f]{64})(?![0-9a-f])/i

/**
 * Checks a log proof, a credential or a signed label with the keys given, on this device alone: nothing is sent or fetched.
 * In: what was pasted, and the moment. Out: what it is and whether it holds. Never throws.
 */
export async function checkEvidence(evidence: Evidence, trust: TrustTexts, now: Date): Promise<Finding> {
  const text = evidence.text.trim()
  if (text === '') return { kind: 'nothing' }
  if (text.startsWith(PROOF_HEADER)) return checkProof(evidence, trust)
  if (TOKEN.test(text)) return checkCredential(text, evidence.statusLists, trust, now)
  if (SIGNED_DIGITS.test(text)) return checkLabel(text, trust)
  return { kind: 'unknown' }
}

function checkProof({ text, document }: Evidence, trust: TrustTexts): Finding {
  const logKeys = trust.logKeys.split('\n').flatMap((line) => line.trim() || [])
  const origin = logKeys[0]?.split('+')[0]
  if (!origin) return { kind: 'unreadable', keys: 'logKeys' }
  // A form's text may have lost its last line break, which is part of the checkpoint.
  const file = `${text.trim()}\n`
  const parsed = parseLogProof(file)
  if (!parsed.ok) return { kind: 'proof', ok: false, fault: 'malformed', reason: parsed.reason }
  const leaf = parsed.proof.extra && readLeafExtra(parsed.proof.extra)
  if (document === null && leaf) return { kind: 'proof', ok: false, fault: 'document_missing', reason: null }
  const kind = leaf?.kind ?? 'decision'
  const verified = verifyContentProof(file, { kind, contentHash: contentHash(kind, document) }, { origin, logKeys })
  if (!verified.ok) {
    if (verified.fault === 'trusted_keys') return { kind: 'unreadable', keys: 'logKeys' }
    return { kind: 'proof', ok: false, fault: verified.fault, reason: verified.reason }
  }
  return { kind: 'proof', ok: true, leaf: kind, origin, size: verified.checkpoint.size, index: verified.index }
}

/** Of an event its hash ID says what its content is; of everything else the bytes do, without blank space around them. */
function contentHash(kind: LeafKind, document: Uint8Array | null): Uint8Array {
  const bytes = document ?? new Uint8Array()
  const text = new TextDecoder().decode(bytes).trim()
  const hash = kind === 'event' ? EVENT_HASH.exec(text)?.[1] : undefined
  if (hash) return Uint8Array.from(hash.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  return contentHashOf(text)
}

async function checkCredential(
  token: string,
  lists: readonly string[],
  trust: TrustTexts,
  now: Date,
): Promise<Finding> {
  const keys = readKeys(trust.didDocument, (document) => verificationKeysOf(document, now))
  if (!keys) return { kind: 'unreadable', keys: 'didDocument' }
  const statusLists = Object.fromEntries(lists.flatMap((list) => namedList(list.trim())))
  const verdict = await verifyCredential(token, { keys, statusLists, now })
  const wanted = listsOf(verdict.credential?.credentialStatus)
  const missingLists = wanted.filter((url) => !Object.hasOwn(statusLists, url))
  return { kind: 'credential', verdict, missingLists }
}

function checkLabel(text: string, trust: TrustTexts): Finding {
  const keys = readKeys(trust.labelKeys, labelKeys)
  return keys ? { kind: 'label', check: verifySignedLabel(text, keys) } : { kind: 'unreadable', keys: 'labelKeys' }
}

/** The address a status list names itself by; it is verified later, with its signature. */
function namedList(token: string): [string, string][] {
  const payload = decodeBase64url(token.split('.')[1] ?? '')
  const id = payload && memberOf(parsedJson(new TextDecoder().decode(payload)), 'id')
  return typeof id === 'string' ? [[id, token]] : []
}

function listsOf(status: unknown): string[] {
  const entries = Array.isArray(status) ? status : [status]
  return entries.flatMap((entry) => {
    const url = memberOf(entry, 'statusListCredential')
    return typeof url === 'string' ? [url] : []
  })
}

function labelKeys(document: unknown): LabelKey[] {
  const keys = memberOf(document, 'keys')
  if (!Array.isArray(keys)) throw new TypeError('no keys')
  return keys.map((key: unknown) => {
    const id = memberOf(key, 'id')
    const publicKey = decodeBase64url(String(memberOf(key, 'publicKey')))
    if (typeof id !== 'number' || publicKey?.length !== 32) throw new TypeError('no key')
    return { id, publicKey }
  })
}

/** Null when the text is none of what is looked for, or holds no key. */
function readKeys<Key>(text: string, read: (document: unknown) => Key[]): Key[] | null {
  try {
    const keys = read(parsedJson(text))
    return keys.length > 0 ? keys : null
  } catch {
    return null
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}
