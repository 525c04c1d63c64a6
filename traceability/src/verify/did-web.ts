import { decodeBase64url } from './base64url.ts'
import { isJsonObject, type JsonObject, type VerificationKey } from './jws.ts'

/** A DID document that cannot be used; `message` is a sentence for people. */
export class DidDocumentError extends Error {}

/** The did:web identifier of an origin, e.g. `http://shop.test:3000` → `did:web:shop.test%3A3000`. */
export function didOfOrigin(origin: string): string {
  return `did:web:${encodeURIComponent(new URL(origin).host)}`
}

/** Where the document of a did:web identifier lies (did:web section 2.5.2). Out: null for anything else. */
export function didDocumentUrl(did: string): string | null {
  const parts = /^did:web:([A-Za-z0-9._%:-]+)$/.exec(did)?.[1]?.split(':')
  if (!parts || parts.includes('')) return null
  const [host = '', ...path] = parts
  const folder = path.length === 0 ? '.well-known' : path.join('/')
  return `https://${host.replace(/%3A/i, ':')}/${folder}/did.json`
}

/**
 * The Ed25519 keys by which a DID document lets its subject make assertions (Controlled Identifiers 1.0 sections 2.2,
 * 2.3.1). Keys of other kinds, and keys whose `expires` or `revoked` time has come, are left out.
 * In: the parsed document. Throws DidDocumentError when it is none, or when it shows a private key.
 */
export function verificationKeysOf(document: unknown, now: Date): VerificationKey[] {
  if (!isJsonObject(document) || typeof document.id !== 'string' || didDocumentUrl(document.id) === null) {
    throw new DidDocumentError('The document is not a DID document of did:web')
  }
  const did = document.id
  const methods = listOf(document.verificationMethod).filter(isJsonObject)
  return listOf(document.assertionMethod).flatMap((entry) => {
    const method = isJsonObject(entry)
      ? entry
      : methods.find((each) => absoluteId(did, each.id) === absoluteId(did, entry))
    return method ? keyOf(did, method, now) : []
  })
}

function keyOf(did: string, method: JsonObject, now: Date): VerificationKey[] {
  const id = absoluteId(did, method.id)
  const jwk = method.publicKeyJwk
  if (id === null || method.controller !== did || method.type !== 'JsonWebKey' || !isJsonObject(jwk)) return []
  if ('d' in jwk) throw new DidDocumentError(`The document shows the private key of ${id}`)
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || typeof jwk.x !== 'string') return []
  const publicKey = decodeBase64url(jwk.x)
  if (publicKey?.length !== 32) return []
  const over = [method.expires, method.revoked].some((time) => time !== undefined && !(Date.parse(String(time)) > +now))
  return over ? [] : [{ id, controller: did, publicKey }]
}

function absoluteId(did: string, id: unknown): string | null {
  if (typeof id !== 'string') return null
  return id.startsWith('#') ? did + id : id
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
