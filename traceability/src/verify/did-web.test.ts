import { describe, expect, it } from 'vitest'
import { didDocument } from '../credentials/did-document.ts'
import { DID, KEY_2025, KEY_2026, keysOf, sampleIssuer } from '../testing/sample-issuer.ts'
import { encodeBase64url } from './base64url.ts'
import { DidDocumentError, didDocumentUrl, didOfOrigin, verificationKeysOf } from './did-web.ts'

const now = new Date('2026-11-22T00:00:00Z')
const x = encodeBase64url(new Uint8Array(32).fill(7))
const method = (changes: object = {}) => ({
  id: `${DID}#k`,
  type: 'JsonWebKey',
  controller: DID,
  publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x },
  ...changes,
})
const documentOf = (one: object, assertionMethod: unknown = [`${DID}#k`]) => ({
  id: DID,
  verificationMethod: [one],
  assertionMethod,
})

describe('did:web', () => {
  it.each([
    ['https://saolang.vn', 'did:web:saolang.vn', 'https://saolang.vn/.well-known/did.json'],
    ['http://127.0.0.1:9100', 'did:web:127.0.0.1%3A9100', 'https://127.0.0.1:9100/.well-known/did.json'],
  ])('the origin %s is %s, its document lies at %s', (origin, did, url) => {
    expect(didOfOrigin(origin)).toBe(did)
    expect(didDocumentUrl(did)).toBe(url)
  })

  it('a path becomes folders', () => {
    expect(didDocumentUrl('did:web:example.com:user:alice')).toBe('https://example.com/user/alice/did.json')
  })

  it.each(['did:key:z6Mk', 'did:web:', 'did:web:a::b', 'https://example.com', 'did:web:a/b', 'did:web:a#k'])(
    '%s is no did:web identifier',
    (did) => {
      expect(didDocumentUrl(did)).toBeNull()
    },
  )
})

describe('keys of a DID document', () => {
  it('are those our issuer publishes, retired ones too', () => {
    const [old] = keysOf(KEY_2025)
    const issuer = sampleIssuer({
      signingKeys: keysOf(KEY_2026),
      retiredKeys: old ? [{ id: old.id, publicKey: old.publicKey }] : [],
    })
    const keys = verificationKeysOf(JSON.parse(JSON.stringify(didDocument(issuer))), now)
    expect(keys).toEqual(issuer.keys)
    expect(keys.map((key) => key.id)).toEqual([`${DID}#2026-1`, `${DID}#2025-1`])
  })

  it('may be named relative to the document, or stand inside assertionMethod', () => {
    expect(verificationKeysOf(documentOf(method({ id: '#k' }), ['#k']), now)).toMatchObject([{ id: `${DID}#k` }])
    expect(verificationKeysOf({ id: DID, assertionMethod: [method()] }, now)).toMatchObject([{ id: `${DID}#k` }])
  })

  it.each([
    ['not named under assertionMethod', method(), []],
    ['of another controller', method({ controller: 'did:web:other.test' }), undefined],
    ['of another type', method({ type: 'Multikey' }), undefined],
    ['of another curve', method({ publicKeyJwk: { kty: 'OKP', crv: 'X25519', x } }), undefined],
    ['too short', method({ publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: x.slice(4) } }), undefined],
    ['revoked', method({ revoked: '2026-01-01T00:00:00Z' }), undefined],
    ['with an unreadable end', method({ expires: 'soon' }), undefined],
  ])('leave out one %s', (_, one, assertionMethod) => {
    expect(verificationKeysOf(documentOf(one, assertionMethod ?? [`${DID}#k`]), now)).toEqual([])
  })

  it('keep one whose end lies ahead', () => {
    expect(verificationKeysOf(documentOf(method({ expires: '2027-01-01T00:00:00Z' })), now)).toHaveLength(1)
  })

  it.each([null, 'text', [], {}, { id: 'did:key:z6Mk' }])('are not read from %j', (document) => {
    expect(() => verificationKeysOf(document, now)).toThrow(DidDocumentError)
  })

  it('are not taken from a document that shows a private key', () => {
    const leaked = method({ publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x, d: x } })
    expect(() => verificationKeysOf(documentOf(leaked), now)).toThrow('private key')
  })
})
