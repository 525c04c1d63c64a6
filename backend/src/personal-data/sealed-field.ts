import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Whose field it is and which: bound into the seal, so that a sealed value opens nowhere else. */
export interface SealedPlace {
  producerId: string
  subject: string
  field: string
}

export interface Sealed {
  /** Base64; the tag of 16 bytes at its end. */
  ciphertext: string
  /** Base64, 12 bytes. */
  nonce: string
  keyId: string
}

/** The value cannot be opened: another place, another key, or changed on the way. Says nothing of what is in it. */
export class SealError extends Error {
  override name = 'SealError'
}

const TAG_BYTES = 16
const NONCE_BYTES = 12

/**
 * Keys of personal data, newest first: it seals, all of them open. A key's name is the beginning of its SHA-256, so that none
 * can be named wrongly when they are rotated.
 */
export class PersonalKeys {
  readonly #keys: ReadonlyMap<string, Buffer>
  /** Name of the key that seals. */
  readonly current: string

  /** In: keys of 32 bytes as hex, the newest first. */
  constructor(keys: readonly [string, ...string[]]) {
    const named = keys.map((hex): [string, Buffer] => {
      const key = Buffer.from(hex, 'hex')
      return [createHash('sha256').update(key).digest('hex').slice(0, 12), key]
    })
    this.#keys = new Map(named)
    this.current = named[0]?.[0] ?? ''
  }

  /** AES-256-GCM (NIST SP 800-38D) with a nonce of its own. */
  seal(value: string, place: SealedPlace): Sealed {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.current), nonce)
    cipher.setAAD(boundTo(place))
    const ciphertext = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return { ciphertext: ciphertext.toString('base64'), nonce: nonce.toString('base64'), keyId: this.current }
  }

  /** Throws SealError. */
  open({ ciphertext, nonce, keyId }: Sealed, place: SealedPlace): string {
    const whole = Buffer.from(ciphertext, 'base64')
    const key = this.#key(keyId)
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: TAG_BYTES })
      decipher.setAAD(boundTo(place))
      decipher.setAuthTag(whole.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(whole.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
    } catch {
      throw new SealError('a personal field does not open')
    }
  }

  #key(keyId: string): Buffer {
    const key = this.#keys.get(keyId)
    if (!key) throw new SealError(`no key ${keyId} for personal data`)
    return key
  }
}

function boundTo({ producerId, subject, field }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify(['personal-field', producerId, subject, field]))
}
