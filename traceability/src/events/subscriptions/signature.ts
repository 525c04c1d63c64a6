import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/**
 * GS1-Signature of a delivery (EPCIS 2.0, 12.7.1): HMAC-SHA-256 over the bytes of the body with the UTF-8 bytes of the
 * subscriber's signatureToken as key, in 64 lower-case hexadecimal digits.
 */
export function signatureOf(body: Buffer, signatureToken: string): string {
  return createHmac('sha256', signatureToken).update(body).digest('hex')
}

/** Keeps signature tokens unreadable in the database and its backups. */
export interface TokenSeal {
  /** In: a token and the subscription it belongs to. */
  seal(token: string, subscriptionNo: string): Buffer
  /** Null when it was sealed with another secret, for another subscription, or changed. */
  open(sealed: Buffer, subscriptionNo: string): string | null
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM with a key of its own made of the service's secret; the subscription's number is authenticated with it. */
export function tokenSeal(secret: string): TokenSeal {
  const key = createHmac('sha256', secret).update('epcis-signature-token').digest()
  return {
    seal(token, subscriptionNo) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(subscriptionNo))
      const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    open(sealed, subscriptionNo) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        })
        decipher.setAAD(Buffer.from(subscriptionNo))
        decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
        const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
        return text.toString('utf8')
      } catch {
        return null
      }
    },
  }
}
