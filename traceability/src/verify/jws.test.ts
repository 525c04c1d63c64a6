import { createHmac, sign } from 'node:crypto'
import fc from 'fast-check'
import { CompactSign, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { DID, KEY_2025, KEY_2026, keysOf, sampleIssuer } from '../testing/sample-issuer.ts'
import { decodeBase64url, encodeBase64url } from './base64url.ts'
import { verifyEd25519 } from './ed25519.ts'
import { verifyCompactJws } from './jws.ts'

const issuer = sampleIssuer()
const HEADER = { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: `${DID}#2026-1` }
const CLAIMS = { name: 'Hạt sen sấy', stars: 4 }
const bytes = (text: string) => new TextEncoder().encode(text)
const part = (value: unknown) => encodeBase64url(bytes(typeof value === 'string' ? value : JSON.stringify(value)))
const [signer] = keysOf(KEY_2026)

/** Signs whatever header and payload text it is given, by another library's hand. */
async function tokenOf(header: unknown, payload: unknown = CLAIMS): Promise<string> {
  const signed = `${part(header)}.${part(payload)}`
  if (!signer) throw new Error('no key')
  return `${signed}.${sign(null, Buffer.from(signed), signer.privateKey).toString('base64url')}`
}
const verdictOf = (token: string, keys = issuer.keys) =>
  verifyCompactJws(token, { keys, type: 'vc+jwt', contentType: 'vc' })
const codeOf = (token: string, keys = issuer.keys) => {
  const verdict = verdictOf(token, keys)
  return verdict.ok ? 'ok' : verdict.code
}

describe('Ed25519', () => {
  it('RFC 8037 appendix A.4: the example signature holds', () => {
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
    const signed = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc'
    const signature = 'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg'
    const of = (text: string) => decodeBase64url(text) ?? new Uint8Array()
    expect(verifyEd25519(of(signature), bytes(signed), of(x))).toBe(true)
    expect(verifyEd25519(of(signature), bytes(`${signed} `), of(x))).toBe(false)
  })

  it('a key of small order vouches for nothing', () => {
    // The neutral element as key and as R, s = 0: holds for any message where small orders are let through.
    const neutral = new Uint8Array(32)
    neutral[0] = 1
    const signature = new Uint8Array(64)
    signature[0] = 1
    expect(verifyEd25519(signature, bytes('anything'), neutral)).toBe(false)
  })

  it('a signature has one form: s + L is refused', async () => {
    const token = await tokenOf(HEADER)
    const [header, payload, text = ''] = token.split('.')
    const signature = decodeBase64url(text) ?? new Uint8Array(64)
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    let s = order
    for (let i = 0; i < 32; i++) s += BigInt(signature[32 + i] ?? 0) << BigInt(8 * i)
    const other = signature.slice()
    for (let i = 0; i < 32; i++) other[32 + i] = Number((s >> BigInt(8 * i)) & 0xffn)
    expect(codeOf(`${header}.${payload}.${encodeBase64url(signature)}`)).toBe('ok')
    expect(codeOf(`${header}.${payload}.${encodeBase64url(other)}`)).toBe('jws_signature')
  })

  it('says no, and does not throw, for keys and signatures of any bytes and length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ maxLength: 40 }), (signature, key) => {
        return !verifyEd25519(signature, bytes('x'), key)
      }),
    )
  })
})

describe('a compact JWS', () => {
  it('signed by our issuer gives header, payload and key', () => {
    expect(verdictOf(issuer.sign(CLAIMS))).toEqual({ ok: true, header: HEADER, payload: CLAIMS, key: issuer.keys[0] })
  })

  it.each(['EdDSA', 'Ed25519'])('signed by jose with %s is accepted', async (alg) => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', ...signer?.privateKey.export({ format: 'jwk' }) }
    const token = await new CompactSign(bytes(JSON.stringify(CLAIMS)))
      .setProtectedHeader({ ...HEADER, alg })
      .sign(await importJWK(jwk, alg))
    expect(codeOf(token)).toBe('ok')
  })

  it.each(['VC+JWT', 'application/vc+jwt'])('may spell its type %s (RFC 7515 section 4.1.9)', async (typ) => {
    expect(codeOf(await tokenOf({ ...HEADER, typ }))).toBe('ok')
  })

  it('may carry header members that are not understood, and no content type', async () => {
    const { cty: _, ...header } = HEADER
    expect(codeOf(await tokenOf({ ...header, x5t: 'abc', jku: 'https://evil.test/keys', iss: DID }))).toBe('ok')
  })

  it.each(['none', 'None', 'HS256', 'ES256', 'ES256K', 'RS256', 'PS256', 'Ed448', 'eddsa', '', null, 1, ['EdDSA']])(
    'jws_algorithm: %j is refused before any key is looked at',
    async (alg) => {
      expect(codeOf(await tokenOf({ ...HEADER, alg }))).toBe('jws_algorithm')
    },
  )

  it('jws_algorithm: an HMAC made with the public key as the secret is refused', () => {
    const signed = `${part({ ...HEADER, alg: 'HS256' })}.${part(CLAIMS)}`
    const mac = createHmac('sha256', Buffer.from(issuer.keys[0]?.publicKey ?? []))
      .update(signed)
      .digest('base64url')
    expect(codeOf(`${signed}.${mac}`)).toBe('jws_algorithm')
  })

  it('an unsigned token is refused, with alg none or with an empty signature', () => {
    expect(codeOf(`${part({ ...HEADER, alg: 'none' })}.${part(CLAIMS)}.`)).toBe('jws_algorithm')
    expect(codeOf(`${part(HEADER)}.${part(CLAIMS)}.`)).toBe('jws_signature')
  })

  it('jws_key_unknown: a key that the token brings along is not used', async () => {
    const [other] = keysOf(KEY_2025)
    const { x } = other?.privateKey.export({ format: 'jwk' }) ?? {}
    const token = await tokenOf({ ...HEADER, kid: `${DID}#other`, jwk: { kty: 'OKP', crv: 'Ed25519', x } })
    expect(codeOf(token)).toBe('jws_key_unknown')
    expect(codeOf(issuer.sign(CLAIMS), [])).toBe('jws_key_unknown')
  })

  it.each([undefined, '', 7, null])('jws_key_missing: kid %j', async (kid) => {
    expect(codeOf(await tokenOf({ ...HEADER, kid }))).toBe('jws_key_missing')
  })

  it('jws_signature: signed by another key than the one it names', () => {
    const other = sampleIssuer({ signingKeys: keysOf(KEY_2025.replace('2025-1', '2026-1')) })
    expect(codeOf(other.sign(CLAIMS))).toBe('jws_signature')
  })

  it.each([['exp'], ['b64'], [], 'x', null])('jws_critical_header: crit %j', async (crit) => {
    expect(codeOf(await tokenOf({ ...HEADER, crit, exp: 1 }))).toBe('jws_critical_header')
  })

  it('jws_unencoded_payload: b64 without crit', async () => {
    expect(codeOf(await tokenOf({ ...HEADER, b64: false }))).toBe('jws_unencoded_payload')
  })

  it.each(['JWT', 'vc', 'vp+jwt', 'vc+sd-jwt', 'vc+jwt; x=1', undefined, 3])('jws_type: typ %j', async (typ) => {
    expect(codeOf(await tokenOf({ ...HEADER, typ }))).toBe('jws_type')
  })

  it.each(['vp', 'JWT', 'vc+jwt', 3, null])('jws_content_type: cty %j', async (cty) => {
    expect(codeOf(await tokenOf({ ...HEADER, cty }))).toBe('jws_content_type')
  })

  it.each([
    ['in the header', '{"alg":"none","alg":"EdDSA"}', '{}'],
    ['in the payload', HEADER, '{"stars":3,"stars":5}'],
    ['in the payload, spelled with an escape', HEADER, '{"stars":3,"st\\u0061rs":5}'],
  ])('jws_duplicate_member: %s', async (_, header, payload) => {
    expect(codeOf(await tokenOf(header, payload))).toBe('jws_duplicate_member')
  })

  it.each(['[]', '"text"', 'null', '{', '\uFEFF{}'])('jws_header_json, jws_payload_json: %s', async (text) => {
    expect(codeOf(await tokenOf(text))).toBe('jws_header_json')
    expect(codeOf(await tokenOf(HEADER, text))).toBe('jws_payload_json')
  })

  it.each(['', '.', '..', 'a.b', 'a.b.c.d.e', 'text'])('jws_malformed: %j', (token) => {
    expect(codeOf(token)).toBe('jws_malformed')
  })

  it('jws_encoding: padding, line breaks and unused bits', () => {
    const token = issuer.sign(CLAIMS)
    for (const changed of [`${token}==`, `${token}\n`, ` ${token}`, token.replace('.', '=.')]) {
      expect(codeOf(changed)).toBe('jws_encoding')
    }
    // 64 bytes leave four unused bits in the last character; any of them set is another spelling.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = letters.indexOf(token.at(-1) ?? '')
    for (let bits = 1; bits < 16; bits++) {
      expect(codeOf(token.slice(0, -1) + letters.charAt(last ^ bits))).toBe('jws_encoding')
    }
  })

  it('jws_too_large: refused unread', () => {
    expect(codeOf('a'.repeat(8 * 1024 * 1024 + 1))).toBe('jws_too_large')
  })

  it('never throws, whatever the text', () => {
    const dotted = fc.array(fc.base64String(), { minLength: 2, maxLength: 4 }).map((parts) => parts.join('.'))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), dotted), (token) => !verdictOf(token).ok),
      { numRuns: 2_000 },
    )
  })
})
