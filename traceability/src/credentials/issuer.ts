import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { z } from 'zod'
import { encodeBase64url } from '../verify/base64url.ts'
import { didOfOrigin } from '../verify/did-web.ts'
import type { VerificationKey } from '../verify/jws.ts'

export interface SigningKey {
  id: string
  privateKey: KeyObject
  publicKey: Uint8Array
}

export interface RetiredKey {
  id: string
  publicKey: Uint8Array
}

/** Who signs: this platform, under its own did:web. Never the council, whose decisions it only has on record. */
export interface CredentialIssuer {
  did: string
  /** Where credentials, status lists, the JSON-LD context and the DID document are read, e.g. `https://saolang.vn`. */
  origin: string
  /** Origin of the shop, for the pages of products and producers. */
  storefrontUrl: string
  /** DID URL of the key that signs, e.g. `did:web:saolang.vn#2026-1`. */
  keyId: string
  /** Every key that may still vouch for a credential: the signing one first, then those waiting, then those retired. */
  keys: VerificationKey[]
  /** Signs a document as a compact JWS of type vc+jwt (VC-JOSE-COSE section 3.1.1). */
  sign(document: object): string
  /** Signs something that is no credential as a compact JWS of another type, e.g. `inspection-bundle+jwt`. */
  signAs(type: string, payload: object): string
}

const KEY_ID = /^[A-Za-z0-9_-]{1,40}$/
const HEX_32 = /^[0-9a-f]{64}$/i
const FORM = 'must be a list like 2026-1:<64 hex characters>,2025-1:<64 hex characters>'

/** DER of a PKCS #8 Ed25519 private key up to its 32 bytes (RFC 8410 section 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * `CREDENTIAL_KEYS`: `id:seed` with commas between; seeds are 32 bytes in hex. The first one signs; others are published
 * ahead of their use. Out: the keys in the order given.
 */
export const signingKeysSchema = z.string().transform((text, context): SigningKey[] => {
  const pairs = keyPairs(text)
  if (pairs === null || pairs.length === 0) {
    context.addIssue({ code: 'custom', message: FORM })
    return z.NEVER
  }
  return pairs.map(([id, seed]) => {
    const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })
    return { id, privateKey, publicKey: publicBytes(privateKey) }
  })
})

/** `CREDENTIAL_RETIRED_KEYS`: `id:publicKey` with commas between: keys that signed once and sign no more. May be empty. */
export const retiredKeysSchema = z.string().transform((text, context): RetiredKey[] => {
  const pairs = text === '' ? [] : keyPairs(text)
  if (pairs === null) {
    context.addIssue({ code: 'custom', message: FORM })
    return z.NEVER
  }
  return pairs.map(([id, publicKey]) => ({ id, publicKey: new Uint8Array(publicKey) }))
})

/**
 * Makes the issuer of an origin. In: origins without a trailing slash; at least one signing key.
 * Throws an Error when there is no signing key or two keys have the same id.
 */
export function createIssuer(parts: {
  origin: string
  storefrontUrl: string
  signingKeys: readonly SigningKey[]
  retiredKeys: readonly RetiredKey[]
}): CredentialIssuer {
  const { origin, storefrontUrl, signingKeys, retiredKeys } = parts
  const [signer] = signingKeys
  if (!signer) throw new Error('An issuer needs a signing key')
  const ids = [...signingKeys, ...retiredKeys].map((key) => key.id)
  const doubled = ids.find((id, i) => ids.indexOf(id) !== i)
  if (doubled !== undefined) throw new Error(`Two credential keys have the id "${doubled}"`)

  const did = didOfOrigin(origin)
  const keyId = `${did}#${signer.id}`
  const signed = (header: object, payload: object) => {
    const parts = [{ alg: 'EdDSA', ...header, kid: keyId }, payload]
    const text = parts.map((part) => encodeBase64url(Buffer.from(JSON.stringify(part)))).join('.')
    return `${text}.${encodeBase64url(sign(null, Buffer.from(text), signer.privateKey))}`
  }
  return {
    did,
    origin,
    storefrontUrl,
    keyId,
    keys: [...signingKeys, ...retiredKeys].map(({ id, publicKey }) => ({
      id: `${did}#${id}`,
      controller: did,
      publicKey,
    })),
    sign: (document) => signed({ typ: 'vc+jwt', cty: 'vc' }, document),
    signAs: (type, payload) => signed({ typ: type }, payload),
  }
}

function keyPairs(text: string): [string, Buffer][] | null {
  const pairs: [string, Buffer][] = []
  for (const part of text.split(',')) {
    const [id = '', hex = '', ...rest] = part.trim().split(':')
    if (!KEY_ID.test(id) || !HEX_32.test(hex) || rest.length > 0) return null
    pairs.push([id, Buffer.from(hex, 'hex')])
  }
  return pairs
}

function publicBytes(privateKey: KeyObject): Uint8Array {
  // SubjectPublicKeyInfo of Ed25519 ends with the 32 bytes of the key (RFC 8410 section 4).
  return new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32))
}
