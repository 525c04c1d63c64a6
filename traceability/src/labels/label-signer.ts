import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { InputError } from '../storage/input-error.ts'
import type { LabelKey } from '../verify/signed-label.ts'
import {
  MOST_LABEL_KEY_ID,
  packSignedLabel,
  type SignedLabelFields,
  signedBytes,
  signedDigits,
} from '../verify/signed-label-text.ts'

/** Signs labels. Every file of a print sheet is signed with the key the sheet was made with. */
export interface LabelSigner {
  /** The key for new sheets: the highest of those that can sign. */
  newest: number
  /** Keys that verify, retired ones too, by id. */
  keys: LabelKey[]
  canSign(keyId: number): boolean
  /** The 199 digits of a label. Throws InputError when the key cannot sign or a field does not fit. */
  sign(fields: SignedLabelFields): string
}

/** PKCS #8 of an Ed25519 seed (RFC 8410 section 7): this, then the 32 bytes. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const HEX_32 = /^[0-9a-f]{64}$/i

/**
 * The signer of labels. In: Ed25519 seeds (64 hex characters) by key id, 0 to 15; public keys (64 hex characters) of ids
 * that sign no more but whose labels are still about. Throws InputError that names the id of what is wrong, shows none.
 */
export function createLabelSigner(
  seeds: Readonly<Record<number, string>>,
  retired: Readonly<Record<number, string>> = {},
): LabelSigner {
  const privateKeys = new Map<number, KeyObject>()
  const publicKeys = new Map<number, Uint8Array>()
  for (const [name, seed] of Object.entries(seeds)) {
    const id = keyIdOf(name, seed)
    const key = createPrivateKey({
      key: Buffer.concat([PKCS8_HEAD, Buffer.from(seed, 'hex')]),
      format: 'der',
      type: 'pkcs8',
    })
    privateKeys.set(id, key)
    // SPKI ends with the 32 bytes of the key.
    publicKeys.set(id, Uint8Array.from(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)))
  }
  for (const [name, publicKey] of Object.entries(retired)) {
    const id = keyIdOf(name, publicKey)
    if (publicKeys.has(id)) throw new InputError(name, `label key ${id}: signs and is retired; it can be only one`)
    publicKeys.set(id, Uint8Array.from(Buffer.from(publicKey, 'hex')))
  }
  if (privateKeys.size === 0) throw new InputError('0', 'A key that signs labels is needed')
  return {
    newest: Math.max(...privateKeys.keys()),
    keys: [...publicKeys].map(([id, publicKey]) => ({ id, publicKey })).sort((a, b) => a.id - b.id),
    canSign: (keyId) => privateKeys.has(keyId),
    sign(fields) {
      const key = privateKeys.get(fields.keyId)
      if (!key) throw new InputError('keyId', `keyId: label key ${fields.keyId} does not sign here any more`)
      const message = packed(fields)
      return signedDigits(message, sign(null, signedBytes(message), key))
    },
  }
}

function packed(fields: SignedLabelFields): bigint {
  try {
    return packSignedLabel(fields)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new InputError(error.message.split(':')[0] ?? null, error.message)
  }
}

function keyIdOf(name: string, hex: string): number {
  const id = Number(name)
  if (!Number.isInteger(id) || id < 0 || id > MOST_LABEL_KEY_ID) {
    throw new InputError(name, `A label key has an id from 0 to ${MOST_LABEL_KEY_ID}`)
  }
  if (!HEX_32.test(hex)) throw new InputError(name, `label key ${id}: must be 64 hex characters`)
  return id
}
