import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { DID, KEY_2025, KEY_2026, keysOf, sampleIssuer } from '../testing/sample-issuer.ts'
import { encodeBase64url } from '../verify/base64url.ts'
import { didDocument } from './did-document.ts'
import { createIssuer, retiredKeysSchema, signingKeysSchema } from './issuer.ts'

describe('credential keys of the environment', () => {
  it('are read in order; RFC 8032 section 7.1, test 1: the seed gives the public key', () => {
    const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
    const keys = signingKeysSchema.parse(`2026-1:${seed}, ${KEY_2025}`)
    expect(keys.map((key) => key.id)).toEqual(['2026-1', '2025-1'])
    expect(Buffer.from(keys[0]?.publicKey ?? []).toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
  })

  it.each([
    ['nothing', ''],
    ['no id', `:${'1a'.repeat(32)}`],
    ['no seed', '2026-1'],
    ['a short seed', '2026-1:1a1a'],
    ['a seed that is no hex', `2026-1:${'zz'.repeat(32)}`],
    ['an id that does not fit into a URL', `a#b:${'1a'.repeat(32)}`],
    ['a third part', `${KEY_2026}:x`],
    ['a comma too many', `${KEY_2026},`],
  ])('refuse %s, without showing what was given', (_, text) => {
    const parsed = signingKeysSchema.safeParse(text)
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues[0]?.message).toContain('2026-1:<64 hex characters>')
    expect(JSON.stringify(parsed.error)).not.toContain('1a1a')
  })

  it('that are retired may be none', () => {
    expect(retiredKeysSchema.parse('')).toEqual([])
    expect(retiredKeysSchema.parse(`2024-1:${'3c'.repeat(32)}`)).toEqual([
      { id: '2024-1', publicKey: new Uint8Array(32).fill(0x3c) },
    ])
    expect(retiredKeysSchema.safeParse('2024-1').success).toBe(false)
  })

  it('may not have the same id twice, signing or retired', () => {
    const twice = { signingKeys: keysOf(KEY_2026), retiredKeys: [{ id: '2026-1', publicKey: new Uint8Array(32) }] }
    expect(() => sampleIssuer(twice)).toThrow('"2026-1"')
    expect(() =>
      createIssuer({ origin: 'https://a.test', storefrontUrl: '', signingKeys: [], retiredKeys: [] }),
    ).toThrow('needs a signing key')
  })
})

describe('the issuer', () => {
  const [old] = keysOf(KEY_2025)
  const issuer = sampleIssuer({ retiredKeys: old ? [{ id: old.id, publicKey: old.publicKey }] : [] })

  it('signs with its first key, and names it by an absolute DID URL', () => {
    const [header = '', payload = '', signature = ''] = issuer.sign({ a: 1 }).split('.')
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: 'EdDSA',
      typ: 'vc+jwt',
      cty: 'vc',
      kid: `${DID}#2026-1`,
    })
    const [signer] = keysOf(KEY_2026)
    if (!signer) throw new Error('no key')
    const key = createPublicKey(signer.privateKey)
    expect(verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true)
  })

  it('publishes the keys that vouch for it as JsonWebKey, and no private part of them', () => {
    const document = didDocument(issuer)
    expect(document).toMatchObject({
      id: DID,
      verificationMethod: [
        { id: `${DID}#2026-1`, type: 'JsonWebKey', controller: DID, publicKeyJwk: { kty: 'OKP', crv: 'Ed25519' } },
        { id: `${DID}#2025-1`, publicKeyJwk: { x: encodeBase64url(old?.publicKey ?? new Uint8Array()) } },
      ],
      assertionMethod: [`${DID}#2026-1`, `${DID}#2025-1`],
    })
    expect(JSON.stringify(document)).not.toMatch(/"d":|1a1a1a/)
  })
})
