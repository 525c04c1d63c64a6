import { describe, expect, it } from 'vitest'
import { ORIGIN, sampleIssuer } from '../testing/sample-issuer.ts'
import { samplePassport, sampleRecognition } from '../testing/samples.ts'
import { isJsonObject } from '../verify/jws.ts'
import { ownContext, ownContextUrl } from './contexts.ts'
import { decisionClaims } from './decision-credential.ts'
import { markLicenceClaims } from './mark-licence.ts'
import { statusEntries } from './status-lists.ts'

const issuer = sampleIssuer()
const real = sampleRecognition({ sample: false, rubricVersion: '148/2023' })
const passport = samplePassport({ sample: [], recognitions: [real] })
const decision = {
  ...decisionClaims(issuer, passport, real),
  id: `${ORIGIN}/credentials/1-x`,
  credentialStatus: statusEntries(issuer, { listNo: 1, index: 7 }, ['revocation']),
}
const licence = {
  ...markLicenceClaims(issuer, passport, real),
  id: `${ORIGIN}/credentials/1-y`,
  credentialStatus: statusEntries(issuer, { listNo: 1, index: 8 }, ['revocation', 'suspension']),
}

/** Terms that https://www.w3.org/ns/credentials/v2 defines, of those used here. */
const VC_TERMS = [
  ['@context', 'id', 'type', 'name', 'description', 'issuer', 'validFrom', 'validUntil', 'credentialSubject'],
  ['credentialStatus', 'statusPurpose', 'statusListIndex', 'statusListCredential'],
  ['VerifiableCredential', 'BitstringStatusListEntry'],
].flat()
/** Terms of the UNTP Digital Conformity Credential 0.6, of those used here. */
const UNTP_TERMS = [
  ['DigitalConformityCredential', 'CredentialIssuer', 'ConformityAttestation', 'Attestation', 'ConformityScheme'],
  ['ConformityAssessment', 'Declaration', 'ProductVerification', 'assessorLevel', 'assessmentLevel'],
  ['attestationType', 'issuedToParty', 'registeredId', 'scope', 'version', 'owner', 'assessment', 'assessmentDate'],
  ['conformityTopic', 'conformance', 'assessedProduct', 'product', 'IDverifiedByCAB'],
].flat()

/** Member names and type names anywhere in a document. */
function termsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(termsOf)
  if (!isJsonObject(value)) return []
  const types = [value.type].flat().filter((type) => typeof type === 'string')
  return [...types, ...Object.entries(value).flatMap(([name, part]) => [name, ...termsOf(part)])]
}

describe('terms', () => {
  const context = new Map(Object.entries(ownContext(ORIGIN))).get('@context')
  const own = isJsonObject(context) ? Object.keys(context) : []

  it('of a credential are all defined by the contexts it names; nothing is left to a catch-all', () => {
    const known = new Set([...VC_TERMS, ...UNTP_TERMS, ...own])
    expect(termsOf(decision).filter((term) => !known.has(term))).toEqual([])
    // The licence does not name the UNTP context, so none of its terms may be used there.
    const ofLicence = new Set([...VC_TERMS, ...own])
    expect(termsOf(licence).filter((term) => !ofLicence.has(term))).toEqual([])
    expect(own).not.toContain('@vocab')
  })

  it('of our context do not collide with those of the standards', () => {
    expect(own.filter((term) => VC_TERMS.includes(term) || UNTP_TERMS.includes(term))).toEqual([])
  })

  it('of our context are all used, and have IRIs below the address it is served at', () => {
    const sampled = decisionClaims(issuer, samplePassport(), sampleRecognition())
    const used = new Set(termsOf([decision, licence, sampled]))
    expect(own.filter((term) => !term.startsWith('@') && !used.has(term))).toEqual([])
    expect(JSON.stringify(context)).toContain(`"${ownContextUrl(ORIGIN)}#ocopStars"`)
    expect(decision['@context'].at(-1)).toBe(ownContextUrl(ORIGIN))
  })
})

describe('a decision credential', () => {
  it('is a UNTP conformity attestation with its required members', () => {
    expect(decision.type).toEqual(expect.arrayContaining(['VerifiableCredential', 'DigitalConformityCredential']))
    expect(decision['@context'].slice(0, 2)).toEqual([
      'https://www.w3.org/ns/credentials/v2',
      'https://test.uncefact.org/vocabulary/untp/dcc/0.6.0/',
    ])
    expect(decision.credentialSubject).toMatchObject({
      type: expect.arrayContaining(['ConformityAttestation', 'Attestation']),
      id: `${ORIGIN}/credentials/by-recognition/cn-1`,
      assessorLevel: '3rdParty',
      assessmentLevel: 'GovtApproval',
      attestationType: 'certification',
      issuedToParty: { id: 'https://shop.test/nha-san-xuat/htx-sen', name: 'Hợp tác xã Sen Tháp Mười' },
      scope: { version: '148/2023', validFrom: '2023-02-24', name: expect.stringContaining('148/QĐ-TTg') },
      assessment: [
        {
          conformityTopic: 'governance.compliance',
          conformance: true,
          assessmentDate: '2025-03-01',
          assessedProduct: [{ product: { id: 'https://shop.test/san-pham/hat-sen-say', name: 'Hạt sen sấy' } }],
        },
      ],
    })
  })

  it('holds the decision as it is on record', () => {
    expect(decision.credentialSubject).toMatchObject({
      ocopStars: 4,
      ocopPoints: 82.5,
      ocopRubric: '148/2023',
      councilDecision: {
        decisionNumber: '1234/QĐ-UBND',
        decisionDate: '2025-03-01',
        decidingAuthority: 'UBND tỉnh Đồng Tháp',
      },
      recognitionValidFrom: '2025-03-01',
      recognitionValidTo: '2028-02-29',
    })
  })

  it('is issued by the platform, which says that it is not the authority and awards nothing', () => {
    expect(decision.issuer).toMatchObject({ id: 'did:web:sao.test', name: 'Sao Làng' })
    expect(decision.description).toContain('Đây không phải giấy chứng nhận của cơ quan đó')
    expect(decision.description).toContain('not a certificate of that authority')
    expect(decision.credentialSubject).toMatchObject({ statementBasis: 'council-decision-on-record' })
    // An endorsement would say that an authority accredited the issuer.
    expect(JSON.stringify(decision)).not.toContain('authorisation')
  })

  it('covers the calendar days at +07, the last one included, and ends the day before a revocation', () => {
    expect(decision).toMatchObject({ validFrom: '2025-03-01T00:00:00+07:00', validUntil: '2028-02-29T23:59:59+07:00' })
    const shortened = decisionClaims(issuer, passport, { ...real, revokedOn: '2026-12-01' })
    expect(shortened.validUntil).toBe('2026-11-30T23:59:59+07:00')
  })

  it('leaves out points nobody published and the scheme of a criteria set it does not know', () => {
    const bare = decisionClaims(issuer, passport, { ...real, points: null, rubricVersion: 'khác' })
    expect(bare.credentialSubject).not.toHaveProperty('ocopPoints')
    expect(bare.credentialSubject).not.toHaveProperty('scope')
    expect(bare.credentialSubject).toMatchObject({ ocopRubric: 'khác' })
  })
})

describe('a mark licence', () => {
  it('names the stars, the one product, the holder and the recognition it rests on', () => {
    expect(licence.credentialSubject).toMatchObject({
      type: ['OcopMarkLicence'],
      ocopStars: 4,
      licensedTo: { id: 'https://shop.test/nha-san-xuat/htx-sen' },
      licensedProduct: { id: 'https://shop.test/san-pham/hat-sen-say' },
      underRecognition: `${ORIGIN}/credentials/by-recognition/cn-1`,
    })
    expect(licence).toMatchObject({ validFrom: decision.validFrom, validUntil: decision.validUntil })
  })

  it('says that the right comes from the decision', () => {
    expect(licence.description).toContain('Quyền này do quyết định mang lại')
    expect(licence.description).toContain('The right comes from the decision')
  })

  it('can be revoked and suspended, at one index of two lists', () => {
    expect(licence.credentialStatus).toMatchObject([
      {
        statusPurpose: 'revocation',
        statusListIndex: '8',
        statusListCredential: `${ORIGIN}/credentials/status/1-revocation`,
      },
      {
        statusPurpose: 'suspension',
        statusListIndex: '8',
        statusListCredential: `${ORIGIN}/credentials/status/1-suspension`,
      },
    ])
  })
})

describe('sample data', () => {
  it.each([
    ['a sample recognition', samplePassport({ sample: [] }), sampleRecognition({ sample: true })],
    ['a passport whose recognition is a sample', samplePassport({ sample: ['recognition'] }), real],
  ])('says so in name, description and claims: %s', (_, of, recognition) => {
    for (const claims of [decisionClaims(issuer, of, recognition), markLicenceClaims(issuer, of, recognition)]) {
      expect(claims.name).toMatch(/^\[Dữ liệu minh hoạ/)
      expect(claims.description).toMatch(/^\[Dữ liệu minh hoạ/)
      expect(claims.credentialSubject).toMatchObject({ sampleData: true })
    }
  })

  it('is not claimed of real records', () => {
    expect(JSON.stringify([decision, licence])).not.toMatch(/minh hoạ|sampleData/)
  })
})
