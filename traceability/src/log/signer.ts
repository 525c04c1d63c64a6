import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { InputError } from '../storage/input-error.ts'
import { type Checkpoint, formatCheckpoint } from '../verify/checkpoint.ts'
import { ED25519, formatNote, formatVerifierKey, type VerifierKey, verifierKey } from '../verify/signed-note.ts'

/** Signs checkpoints of one log with every key of its ring. */
export interface LogSigner {
  origin: string
  /** Keys with which checkpoints are signed, oldest first. */
  keys: VerifierKey[]
  /** The same as text, for publishing (C2SP verifier keys). */
  vkeys: string[]
  /** A signed checkpoint (C2SP tlog-checkpoint), with one signature a key. */
  sign(size: number, root: Uint8Array): string
}

/** PKCS #8 of an Ed25519 seed (RFC 8410 section 7): this, then the 32 bytes. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const MOST_KEYS = 16

/**
 * The signer of a log. In: its origin, the scheme-less address of `/log` without a trailing slash; and Ed25519 seeds (64 hex
 * characters) by number. During a rotation there are several, and every checkpoint carries a signature of each
 * (docs/decisions/0013, "Keys"). Throws InputError that names the origin or the number of the wrong seed and shows none.
 */
export function createLogSigner(origin: string, seeds: Readonly<Record<number, string>>): LogSigner {
  if (origin === '' || /[\s+/]$|^[a-z][a-z0-9+.-]*:\/\/|[\s+]/i.test(origin)) {
    throw new InputError('origin', 'must be an address without scheme and trailing slash, e.g. trace.example.vn/log')
  }
  const numbers = Object.keys(seeds)
    .map(Number)
    .sort((a, b) => a - b)
  if (numbers.length === 0 || numbers.length > MOST_KEYS) {
    throw new InputError('0', `there must be 1 to ${MOST_KEYS} keys`)
  }
  const ring = numbers.map((number) => {
    const seed = seeds[number] ?? ''
    if (!/^[0-9a-f]{64}$/i.test(seed)) throw new InputError(String(number), 'must be 64 hex characters')
    const privateKey = privateKeyOf(seed)
    return { privateKey, key: verifierKey(origin, ED25519, publicKeyOf(privateKey)) }
  })
  const keys = ring.map(({ key }) => key)
  return {
    origin,
    keys,
    vkeys: keys.map(formatVerifierKey),
    sign(size, root) {
      const checkpoint: Checkpoint = { origin, size, root, extensions: [] }
      const text = formatCheckpoint(checkpoint)
      const signatures = ring.map(({ privateKey, key }) => ({
        name: key.name,
        keyId: key.keyId,
        signature: sign(null, Buffer.from(text), privateKey),
      }))
      return formatNote({ text, signatures })
    },
  }
}

function privateKeyOf(seedHex: string): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, Buffer.from(seedHex, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  })
}

/** SPKI ends with the 32 bytes of the key. */
function publicKeyOf(privateKey: KeyObject): Uint8Array {
  return Uint8Array.from(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32))
}
