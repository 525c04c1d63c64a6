import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { contentHashOf, formatVerifierKey, type LeafKind, leafHash, logEntry } from '@sao-lang/traceability/verify'
import { describe, expect, it } from 'vitest'
import { checkEvidence, type Evidence, type TrustTexts } from './check-evidence.ts'

const now = new Date('2026-11-23T03:00:00Z')
const salt = new Uint8Array(16).fill(7)
const document = '{"type":"Recognition","stars":4}'
const own = keyPair()
const other = keyPair()
const origin = 'shop.test/log'
/** The label that is pinned in the tests of the traceability service: these digits are on packages. */
const PINNED =
  '2842050967704713139943130104398292598857091078097074306805578902848848268347136333576843946003531588' +
  '262390043667340274333716521542294746771695638161789613751534294999396076363480594346195350818171143'
const DID = 'did:web:shop.test'

const trust: TrustTexts = {
  logKeys: `${vkey(own.publicKey)}\n`,
  didDocument: JSON.stringify(didDocument(own.publicKey)),
  labelKeys: JSON.stringify({ keys: [{ id: 3, publicKey: pinnedKey() }] }),
}
const check = (evidence: Partial<Evidence>, by = trust) =>
  checkEvidence({ text: '', document: null, statusLists: [], ...evidence }, by, now)
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a log proof', () => {
  it('holds for its document, also pasted with blank space around it', async () => {
    const found = { kind: 'proof', ok: true, leaf: 'decision', origin, size: 1, index: 0 }
    expect(await check({ text: logProof('decision', document), document: bytes(document) })).toEqual(found)
    const pasted = { text: `\n${logProof('decision', document)}\n\n`, document: bytes(`${document}\n`) }
    expect(await check(pasted)).toEqual(found)
  })

  it('of an event holds for its hash ID', async () => {
    const hash = Buffer.from(contentHashOf('event')).toString('hex')
    const text = logProof('event', 'event')
    expect(await check({ text, document: bytes(`ni:///sha-256;${hash}?ver=CBV2.0`) })).toMatchObject({ ok: true })
    expect(await check({ text, document: bytes(hash) })).toMatchObject({ ok: true })
  })

  it('asks for the document when there is none', async () => {
    expect(await check({ text: logProof('decision', document) })).toMatchObject({
      ok: false,
      fault: 'document_missing',
    })
  })

  it('fails with the reason for any changed character of the document', async () => {
    for (let at = 0; at < document.length; at += 1) {
      const changed = `${document.slice(0, at)}~${document.slice(at + 1)}`
      expect(await check({ text: logProof('decision', document), document: bytes(changed) })).toMatchObject({
        ok: false,
        fault: 'not_included',
      })
    }
  })

  it('fails with the reason for another log, another key and a torn file', async () => {
    const text = logProof('decision', document)
    const file = { text, document: bytes(document) }
    expect(await check(file, { ...trust, logKeys: vkey(other.publicKey) })).toMatchObject({ fault: 'checkpoint' })
    expect(await check({ ...file, text: text.slice(0, 60) })).toMatchObject({ ok: false, fault: 'malformed' })
    expect(await check(file, { ...trust, logKeys: 'no key' })).toEqual({ kind: 'unreadable', keys: 'logKeys' })
    expect(await check(file, { ...trust, logKeys: '' })).toEqual({ kind: 'unreadable', keys: 'logKeys' })
  })
})

describe('a credential', () => {
  const list = 'https://shop.test/credentials/status/1-revocation'
  const credential = token({ credentialStatus: entry(list), credentialSubject: { stars: 4 } })

  it('without its status list is signed right, and nobody knows whether it was revoked', async () => {
    const found = await check({ text: credential })
    expect(found).toMatchObject({ kind: 'credential', missingLists: [list], verdict: { ok: false } })
    expect(found.kind === 'credential' && found.verdict.reasons.map(({ code }) => code)).toEqual([
      'STATUS_RETRIEVAL_ERROR',
    ])
  })

  it('without a status holds by its signature alone', async () => {
    expect(await check({ text: token({ credentialSubject: { stars: 4 } }) })).toMatchObject({
      verdict: { ok: true, reasons: [] },
      missingLists: [],
    })
  })

  it('is refused for one changed character, a key not trusted, and after its last day', async () => {
    const whole = token({ credentialSubject: { stars: 4 } })
    const changed = whole.replace(/.(?=.{20}$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
    const reasons = async (text: string, by = trust) => {
      const found = await check({ text }, by)
      return found.kind === 'credential' ? found.verdict.reasons.map(({ code }) => code) : []
    }
    expect(await reasons(changed)).toEqual(['jws_signature'])
    const strange = { ...trust, didDocument: JSON.stringify(didDocument(other.publicKey)) }
    expect(await reasons(whole, strange)).toEqual(['jws_signature'])
    const over = token({ credentialSubject: { stars: 4 }, validUntil: '2026-11-22T23:59:59+07:00' })
    expect(await reasons(over)).toEqual(['expired'])
    expect(await check({ text: whole }, { ...trust, didDocument: '{}' })).toEqual({
      kind: 'unreadable',
      keys: 'didDocument',
    })
  })
})

describe('a signed label', () => {
  it('whose digits were never signed is refused with the reason', async () => {
    expect(await check({ text: `HTTPS://SHOP.TEST/Q/${'1'.repeat(199)}` })).toMatchObject({
      kind: 'label',
      check: { ok: false },
    })
  })

  it('is told as it was printed', async () => {
    expect(await check({ text: `HTTPS://SHOP.TEST/Q/${PINNED}` })).toMatchObject({
      kind: 'label',
      check: { ok: true, label: { code: '0ABCDEFGHJKMNPQR', stars: 4, validTo: '2028-02-29' } },
    })
    expect(await check({ text: PINNED }, { ...trust, labelKeys: '' })).toEqual({
      kind: 'unreadable',
      keys: 'labelKeys',
    })
  })
})

it('what is none of these is not guessed at', async () => {
  expect(await check({ text: ' ' })).toEqual({ kind: 'nothing' })
  for (const text of ['Xin chào', '1'.repeat(198), 'a.b', 'c2sp.org/other'])
    expect(await check({ text })).toEqual({ kind: 'unknown' })
})

function keyPair(): { publicKey: Uint8Array; privateKey: KeyObject } {
  const pair = generateKeyPairSync('ed25519')
  return {
    privateKey: pair.privateKey,
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
  }
}

function pinnedKey(): string {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 0x2b)])
  const publicKey = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url')
}

function vkey(publicKey: Uint8Array): string {
  return formatVerifierKey({ name: origin, type: 1, keyId: keyId(publicKey), publicKey })
}

function keyId(publicKey: Uint8Array): Uint8Array {
  return contentHashOf(Buffer.concat([Buffer.from(`${origin}\n\u0001`), publicKey])).slice(0, 4)
}

/** A proof of the only leaf of a log. */
function logProof(kind: LeafKind, content: string): string {
  const entryBytes = logEntry({ kind, salt, contentHash: contentHashOf(content) })
  const kinds = { decision: 1, 'label-batch': 2, event: 3, 'status-list': 4 }
  const extra = Buffer.from([1, kinds[kind], ...salt]).toString('base64')
  const note = `${origin}\n1\n${Buffer.from(leafHash(entryBytes)).toString('base64')}\n`
  const signature = Buffer.concat([keyId(own.publicKey), sign(null, Buffer.from(note), own.privateKey)])
  return `c2sp.org/tlog-proof@v1\nextra ${extra}\nindex 0\n\n${note}\n— ${origin} ${signature.toString('base64')}\n`
}

function didDocument(publicKey: Uint8Array): object {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }
  const method = { id: `${DID}#1`, type: 'JsonWebKey', controller: DID, publicKeyJwk: jwk }
  return { id: DID, verificationMethod: [method], assertionMethod: [method.id] }
}

function entry(list: string): object {
  return {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '9',
    statusListCredential: list,
  }
}

function token(claims: object): string {
  const payload = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: DID,
    ...claims,
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'EdDSA', kid: `${DID}#1`, typ: 'vc+jwt' })}.${part(payload)}`
  return `${signed}.${sign(null, Buffer.from(signed), own.privateKey).toString('base64url')}`
}
