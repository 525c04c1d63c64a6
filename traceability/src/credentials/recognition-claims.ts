import { lastDay, type Recognition } from '../verify/recognition-state.ts'
import type { Passport } from '../verify/verdict.ts'
import type { CredentialIssuer } from './issuer.ts'

/** A credential before it has its own id and its place in a status list. */
export interface CredentialClaims {
  '@context': string[]
  type: string[]
  issuer: { type?: string[]; id: string; name: string }
  name: string
  description: string
  validFrom: string
  validUntil: string
  credentialSubject: Record<string, unknown>
}

/**
 * The decision as this platform has it on record. Points are left out when the council published none. `sampleData` is
 * only there for illustrative data, which must never pass for a real recognition.
 */
export function recognitionTerms(recognition: Recognition, sample: boolean): Record<string, unknown> {
  return {
    ocopStars: recognition.stars,
    ...(recognition.points === null ? {} : { ocopPoints: recognition.points }),
    ocopRubric: recognition.rubricVersion,
    councilDecision: {
      decisionNumber: recognition.decisionNumber,
      decisionDate: recognition.decisionDate,
      decidingAuthority: recognition.authority,
    },
    recognitionValidFrom: recognition.validFrom,
    recognitionValidTo: recognition.validTo,
    statementBasis: 'council-decision-on-record',
    ...(sample ? { sampleData: true } : {}),
  }
}

/** Calendar days at +07 as the standard's times with a zone; the last day counts in full. */
export function validityOf(recognition: Recognition): { validFrom: string; validUntil: string } {
  return {
    validFrom: `${recognition.validFrom}T00:00:00+07:00`,
    validUntil: `${lastDay(recognition)}T23:59:59+07:00`,
  }
}

export function isSample(passport: Passport, recognition: Recognition): boolean {
  return recognition.sample || passport.sample.includes('recognition')
}

/** Stands before every name and description of illustrative data. */
export function marked(sample: boolean, text: string): string {
  return sample ? `[Dữ liệu minh hoạ / sample data] ${text}` : text
}

export function issuerParty(issuer: CredentialIssuer): CredentialClaims['issuer'] {
  return { id: issuer.did, name: 'Sao Làng' }
}

/** Identifies a recognition, and leads to every credential about it. */
export function recognitionUrl(issuer: CredentialIssuer, recognition: Recognition): string {
  return `${issuer.origin}/credentials/by-recognition/${encodeURIComponent(recognition.ref)}`
}

export function producerParty(issuer: CredentialIssuer, { producer }: Passport): { id: string; name: string } {
  return {
    id: `${issuer.storefrontUrl}/nha-san-xuat/${encodeURIComponent(producer.handle)}`,
    name: producer.name,
  }
}

export function productItem(issuer: CredentialIssuer, { product }: Passport): { id: string; name: string } {
  return {
    id: `${issuer.storefrontUrl}/san-pham/${encodeURIComponent(product.handle)}`,
    name: product.name.vi,
  }
}
