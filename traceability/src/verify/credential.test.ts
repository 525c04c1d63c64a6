import { gzipSync } from 'node:zlib'
import { CompactSign, compactVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { decisionClaims } from '../credentials/decision-credential.ts'
import { didDocument } from '../credentials/did-document.ts'
import { markLicenceClaims } from '../credentials/mark-licence.ts'
import { statusEntries } from '../credentials/status-lists.ts'
import { DID, KEY_2025, KEY_2026, keysOf, ORIGIN, sampleIssuer } from '../testing/sample-issuer.ts'
import { samplePassport, sampleRecognition } from '../testing/samples.ts'
import { encodeStatusList, statusBitstring } from './bitstring-status-list.ts'
import { verifyCredential } from './credential.ts'
import { verificationKeysOf } from './did-web.ts'

const issuer = sampleIssuer()
const now = new Date('2026-11-22T03:00:00Z')
const INDEX = 94_567
const REVOCATION = `${ORIGIN}/credentials/status/1-revocation`
const SUSPENSION = `${ORIGIN}/credentials/status/1-suspension`
const ID = `${ORIGIN}/credentials/12-0193e1f0-0000-7000-8000-000000000000`

/** A decision credential, signed; `changes` go over its members, undefined takes one away. */
function credential(changes: Record<string, unknown> = {}, by = issuer): string {
  return by.sign({
    ...decisionClaims(issuer, samplePassport(), sampleRecognition()),
    id: ID,
    credentialStatus: statusEntries(issuer, { listNo: 1, index: INDEX }, ['revocation']),
    ...changes,
  })
}

async function listOf(
  set: number[] = [],
  changes: Record<string, unknown> = {},
  subject: Record<string, unknown> = {},
  by = issuer,
): Promise<string> {
  return by.sign({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: REVOCATION,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: DID,
    validFrom: '2026-11-22T02:00:00Z',
    validUntil: '2026-11-29T02:00:00Z',
    credentialSubject: {
      id: `${REVOCATION}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: await encodeStatusList(statusBitstring(131_072, set)),
      ...subject,
    },
    ...changes,
  })
}

async function verdictOf(token: string, lists?: Record<string, string>, at = now) {
  return verifyCredential(token, {
    keys: issuer.keys,
    statusLists: lists ?? { [REVOCATION]: await listOf() },
    now: at,
  })
}
const codesOf = async (token: string, lists?: Record<string, string>, at = now) =>
  (await verdictOf(token, lists, at)).reasons.map((reason) => reason.code)

describe('a credential that is in order', () => {
  it('is accepted, with its content and the age of what is known of its status', async () => {
    const verdict = await verdictOf(credential())
    expect(verdict).toMatchObject({ ok: true, reasons: [], statusAsOf: '2026-11-22T02:00:00.000Z' })
    expect(verdict.credential).toMatchObject({ issuer: { id: DID }, credentialSubject: { ocopStars: 4 } })
  })

  it('is accepted by jose with the keys of the DID document, and says the same there', async () => {
    const [key] = didDocumentOf().verificationMethod
    const { payload, protectedHeader } = await compactVerify(credential(), await importJWK(key?.publicKeyJwk ?? {}))
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: `${DID}#2026-1` })
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual((await verdictOf(credential())).credential)
  })

  it('may be made by jose, its list by node:zlib', async () => {
    const [signer] = keysOf(KEY_2026)
    const signed = async (claims: object) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'EdDSA', typ: 'vc+jwt', kid: `${DID}#2026-1` })
        .sign(await importJWK({ ...signer?.privateKey.export({ format: 'jwk' }) }, 'EdDSA'))
    const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    const list = claimsOf(await listOf())
    for (const { set, codes } of [
      { set: [], codes: [] },
      { set: [INDEX], codes: ['revoked'] },
      { set: [INDEX - 1, INDEX + 1], codes: [] },
    ]) {
      const bits = statusBitstring(1_048_576, set)
      list.credentialSubject.encodedList = `u${gzipSync(bits).toString('base64url')}`
      expect(await codesOf(await signed(claimsOf(credential())), { [REVOCATION]: await signed(list) })).toEqual(codes)
    }
  })

  it('is verified with keys read from the published DID document', async () => {
    const keys = verificationKeysOf(didDocumentOf(), now)
    const verdict = await verifyCredential(credential(), { keys, statusLists: { [REVOCATION]: await listOf() }, now })
    expect(verdict.ok).toBe(true)
  })

  it('stays so after its key was retired, and not after the key was taken out', async () => {
    const [old] = keysOf(KEY_2026)
    if (!old) throw new Error('no key')
    const rotated = sampleIssuer({ signingKeys: keysOf(KEY_2025), retiredKeys: [old] })
    const list = await listOf([], {}, {}, rotated)
    const options = { statusLists: { [REVOCATION]: list }, now }
    expect((await verifyCredential(credential(), { keys: rotated.keys, ...options })).ok).toBe(true)
    const without = sampleIssuer({ signingKeys: keysOf(KEY_2025) })
    expect((await verifyCredential(credential(), { keys: without.keys, ...options })).reasons).toMatchObject([
      { code: 'jws_key_unknown' },
    ])
  })

  it('may have no status, or one of a type that is not known here', async () => {
    expect(await codesOf(credential({ credentialStatus: undefined }), {})).toEqual([])
    expect(await codesOf(credential({ credentialStatus: { type: 'OtherStatus' } }), {})).toEqual([])
  })

  it('may be not yet on a clock that lags by less than five minutes', async () => {
    const soon = credential({ validFrom: '2026-11-22T03:04:59Z' })
    expect(await codesOf(soon)).toEqual([])
    expect(await codesOf(credential({ validFrom: '2026-11-22T03:05:01Z' }))).toEqual(['not_yet_valid'])
  })
})

describe('one changed character', () => {
  it.each([
    ['at any place of a token', { name: undefined, description: undefined, credentialSubject: { id: ID } }, 1],
    ['at every fifth place of a real, longer one', {}, 5],
  ])(
    '%s makes it fail with a reason',
    async (_, changes, step) => {
      const token = credential(changes)
      const lists = { [REVOCATION]: await listOf() }
      expect((await verdictOf(token, lists)).ok).toBe(true)
      for (let i = 0; i < token.length; i += step) {
        const other = token.charAt(i) === 'A' ? 'B' : 'A'
        const verdict = await verdictOf(token.slice(0, i) + other + token.slice(i + 1), lists)
        if (verdict.ok || verdict.reasons.length !== 1 || verdict.credential !== null) {
          throw new Error(`position ${i} was accepted: ${JSON.stringify(verdict.reasons)}`)
        }
      }
    },
    60_000,
  )

  it('with a single bit flipped at any place of the header or the signature makes it fail', async () => {
    const token = credential()
    const [header = '', payload = ''] = token.split('.')
    const places = [...Array(token.length).keys()].filter(
      (i) => i <= header.length || i >= header.length + payload.length + 1,
    )
    const lists = { [REVOCATION]: await listOf() }
    for (const i of places) {
      // Each of the eight in turn: all of them at every place say no more and take eight times as long.
      const bit = 1 << (i % 8)
      const flipped = token.slice(0, i) + String.fromCharCode(token.charCodeAt(i) ^ bit) + token.slice(i + 1)
      if ((await verdictOf(flipped, lists)).ok) throw new Error(`bit ${bit} at ${i} was accepted`)
    }
  }, 60_000)

  it('at any place of a status list makes the credential fail', async () => {
    const token = credential()
    const list = await listOf()
    for (let i = 0; i < list.length; i++) {
      const other = list.charAt(i) === 'A' ? 'B' : 'A'
      const codes = await codesOf(token, { [REVOCATION]: list.slice(0, i) + other + list.slice(i + 1) })
      expect(codes).toEqual(['STATUS_VERIFICATION_ERROR'])
    }
  }, 60_000)
})

describe('a credential is refused with the reason', () => {
  it.each([
    ['context', { '@context': undefined }],
    ['context', { '@context': 'https://www.w3.org/ns/credentials/v2' }],
    ['context', { '@context': ['https://www.w3.org/2018/credentials/v1'] }],
    ['type', { type: 'DigitalConformityCredential' }],
    ['type', { type: undefined }],
    ['legacy_claims', { vc: {} }],
    ['legacy_claims', { vp: {} }],
    ['id', { id: 'no url' }],
    ['id', { id: 7 }],
    ['issuer', { issuer: undefined }],
    ['issuer', { issuer: { name: 'Sao Làng' } }],
    ['claims_conflict', { iss: 'did:web:other.test' }],
    ['claims_conflict', { jti: 'urn:x:y' }],
    ['subject', { credentialSubject: undefined }],
    ['subject', { credentialSubject: {} }],
    ['subject', { credentialSubject: [] }],
    ['subject', { credentialSubject: 'stars' }],
    ['validity_malformed', { validFrom: '2025-03-01' }],
    ['validity_malformed', { validFrom: '2025-03-01T00:00:00' }],
    ['validity_malformed', { validUntil: '2027-02-30T00:00:00Z' }],
    ['validity_malformed', { validUntil: 1_800_000_000 }],
    ['validity_malformed', { validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' }],
    ['validity_malformed', { exp: '2027' }],
    ['not_yet_valid', { validFrom: '2027-01-01T00:00:00+07:00' }],
    ['not_yet_valid', { nbf: 1_900_000_000 }],
    ['expired', { validUntil: '2026-11-22T02:59:59Z' }],
    ['expired', { validUntil: '2026-11-22T09:59:59+07:00' }],
    ['signature_expired', { exp: 1_700_000_000 }],
  ])('%s: %j', async (code, changes) => {
    const token = credential({ credentialStatus: undefined, ...changes })
    expect(await codesOf(token)).toEqual([code])
  })

  it('issuer_not_did_web: the key may be right, the issuer must be a did:web identifier', async () => {
    expect(await codesOf(credential({ issuer: 'https://sao.test', credentialStatus: undefined }))).toEqual([
      'issuer_not_did_web',
    ])
  })

  it('issuer_key: a key that is trusted may not speak for another issuer', async () => {
    expect(await codesOf(credential({ issuer: 'did:web:ministry.test', credentialStatus: undefined }))).toEqual([
      'issuer_key',
    ])
    const posing = sampleIssuer({ origin: 'https://evil.test' })
    const verdict = await verifyCredential(credential({}, posing), {
      keys: [...issuer.keys, ...posing.keys],
      statusLists: { [REVOCATION]: await listOf() },
      now,
    })
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(['issuer_key'])
  })

  it('the last second of the last day still counts at +07, the next does not', async () => {
    const token = credential()
    const list = async (from: string) => ({
      [REVOCATION]: await listOf([], { validFrom: from, validUntil: '2029-01-01T00:00:00Z' }),
    })
    expect(await codesOf(token, await list('2028-02-01T00:00:00Z'), new Date('2028-02-29T16:59:59Z'))).toEqual([])
    expect(await codesOf(token, await list('2028-02-01T00:00:00Z'), new Date('2028-02-29T17:00:00Z'))).toEqual([
      'expired',
    ])
  })

  it('every reason is named, not only the first', async () => {
    const token = credential({ type: 'Other', validUntil: '2026-01-01T00:00:00Z' })
    expect(await codesOf(token, { [REVOCATION]: await listOf([INDEX]) })).toEqual(['type', 'expired', 'revoked'])
  })
})

describe('the status of a credential', () => {
  const both = statusEntries(issuer, { listNo: 1, index: INDEX }, ['revocation', 'suspension'])
  const licence = issuer.sign({
    ...markLicenceClaims(issuer, samplePassport(), sampleRecognition()),
    id: ID,
    credentialStatus: both,
  })
  const suspensionOf = (set: number[]) => listOf(set, { id: SUSPENSION }, { statusPurpose: 'suspension' })

  it.each([
    [[], [], []],
    [[INDEX], [], ['revoked']],
    [[], [INDEX], ['suspended']],
    [[INDEX], [INDEX], ['revoked', 'suspended']],
    [[INDEX - 1, INDEX + 1], [0, 131_071], []],
  ])('revocation %j and suspension %j: %j', async (revoked, suspended, codes) => {
    const lists = { [REVOCATION]: await listOf(revoked), [SUSPENSION]: await suspensionOf(suspended) }
    expect(await codesOf(licence, lists)).toEqual(codes)
  })

  it('is as old as the older of its lists', async () => {
    const lists = {
      [REVOCATION]: await listOf([], { validFrom: '2026-11-21T00:00:00Z' }),
      [SUSPENSION]: await suspensionOf([]),
    }
    expect((await verdictOf(licence, lists)).statusAsOf).toBe('2026-11-21T00:00:00.000Z')
  })

  it('other purposes do not make it fail', async () => {
    const entry = { ...both[0], statusPurpose: 'message' }
    const list = await listOf([INDEX], {}, { statusPurpose: ['message', 'refresh'] })
    expect(await codesOf(credential({ credentialStatus: entry }), { [REVOCATION]: list })).toEqual([])
  })

  it('STATUS_RETRIEVAL_ERROR: the list is not at hand', async () => {
    expect(await codesOf(credential(), {})).toEqual(['STATUS_RETRIEVAL_ERROR'])
    expect(
      await codesOf(credential({ credentialStatus: { ...both[0], statusListCredential: 'urn:__proto__' } })),
    ).toEqual(['STATUS_RETRIEVAL_ERROR'])
  })

  it.each([
    ['expired', { validUntil: '2026-11-22T02:30:00Z' }, {}],
    ['not yet valid', { validFrom: '2026-11-23T00:00:00Z' }, {}],
    ['under another id', { id: SUSPENSION }, {}],
    ['of another issuer', { issuer: 'did:web:other.test' }, {}],
    ['no status list', { type: ['VerifiableCredential'] }, {}],
    ['of another purpose', {}, { statusPurpose: 'suspension' }],
    ['without a purpose', {}, { statusPurpose: undefined }],
  ])('STATUS_VERIFICATION_ERROR: a list %s', async (_, changes, subject) => {
    expect(await codesOf(credential(), { [REVOCATION]: await listOf([], changes, subject) })).toEqual([
      'STATUS_VERIFICATION_ERROR',
    ])
  })

  it('STATUS_VERIFICATION_ERROR: a credential passed off as its own status list', async () => {
    expect(await codesOf(credential(), { [REVOCATION]: credential() })).toEqual(['STATUS_VERIFICATION_ERROR'])
  })

  it('STATUS_LIST_LENGTH_ERROR: a list too short to hide in', async () => {
    const encodedList = `u${gzipSync(new Uint8Array(16_383)).toString('base64url')}`
    expect(await codesOf(credential(), { [REVOCATION]: await listOf([], {}, { encodedList }) })).toEqual([
      'STATUS_LIST_LENGTH_ERROR',
    ])
  })

  it.each(['131072', '4294967296', '99999999999999999999999'])('RANGE_ERROR: index %s', async (statusListIndex) => {
    const token = credential({ credentialStatus: { ...both[0], statusListIndex } })
    expect(await codesOf(token)).toEqual(['RANGE_ERROR'])
  })

  it.each([
    ['no type', { type: undefined }],
    ['no purpose', { statusPurpose: undefined }],
    ['an index that is a number', { statusListIndex: 7 }],
    ['a negative index', { statusListIndex: '-1' }],
    ['an index with a leading zero', { statusListIndex: '007' }],
    ['an index in hex', { statusListIndex: '0x7' }],
    ['no list', { statusListCredential: undefined }],
    ['its own id as the list', { id: REVOCATION }],
    ['entries of two bits', { statusSize: 2 }],
    ['entries of no bits', { statusSize: 0 }],
  ])('MALFORMED_VALUE_ERROR: %s', async (_, changes) => {
    const token = credential({ credentialStatus: [{ ...both[0], ...changes }] })
    expect(await codesOf(token)).toEqual(['MALFORMED_VALUE_ERROR'])
  })

  it.each([
    ['not an object', 'revocation'],
    ['nothing', null],
  ])('MALFORMED_VALUE_ERROR: %s', async (_, entry) => {
    expect(await codesOf(credential({ credentialStatus: entry }))).toEqual(['MALFORMED_VALUE_ERROR'])
  })

  it.each([
    ['no list of bits', { encodedList: undefined }],
    ['no bits that can be read', { encodedList: 'uAAAA' }],
    ['another type', { type: 'StatusList2021' }],
  ])('MALFORMED_VALUE_ERROR: a list with %s', async (_, subject) => {
    expect(await codesOf(credential(), { [REVOCATION]: await listOf([], {}, subject) })).toEqual([
      'MALFORMED_VALUE_ERROR',
    ])
  })
})

interface DidDocument {
  verificationMethod: { publicKeyJwk: Record<string, string> }[]
}
/** As a stranger reads it: through JSON. */
function didDocumentOf(): DidDocument {
  return JSON.parse(JSON.stringify(didDocument(issuer)))
}
