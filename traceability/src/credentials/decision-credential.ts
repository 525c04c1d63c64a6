import type { Recognition } from '../verify/recognition-state.ts'
import type { Passport } from '../verify/verdict.ts'
import { ownContextUrl, UNTP_DCC_CONTEXT, VC_CONTEXT } from './contexts.ts'
import type { CredentialIssuer } from './issuer.ts'
import {
  type CredentialClaims,
  isSample,
  issuerParty,
  marked,
  producerParty,
  productItem,
  recognitionTerms,
  recognitionUrl,
  validityOf,
} from './recognition-claims.ts'

/** Criteria sets of the programme: number of the Prime Minister's decision and the day it was signed. */
const RUBRICS: Record<string, { decision: string; since: string }> = {
  '781/2020': { decision: '781/QĐ-TTg', since: '2020-06-08' },
  '148/2023': { decision: '148/QĐ-TTg', since: '2023-02-24' },
  '26/2026': { decision: '26/2026/QĐ-TTg', since: '2026-05-22' },
}

/**
 * A council decision on record, as a UNTP Digital Conformity Credential (ConformityAttestation). The assessment levels
 * describe the decision; who speaks is this platform, and the description says that it is not the authority.
 * In: a passport and one of its recognitions. Out: the claims, without id and status.
 */
export function decisionClaims(
  issuer: CredentialIssuer,
  passport: Passport,
  recognition: Recognition,
): CredentialClaims {
  const sample = isSample(passport, recognition)
  const { stars, decisionNumber, decisionDate, authority } = recognition
  const product = passport.product.name.vi
  const id = recognitionUrl(issuer, recognition)
  const name = marked(sample, `Bản ghi công nhận OCOP ${stars} sao: ${product}`)
  return {
    '@context': [VC_CONTEXT, UNTP_DCC_CONTEXT, ownContextUrl(issuer.origin)],
    type: ['VerifiableCredential', 'DigitalConformityCredential', 'OcopRecognitionCredential'],
    issuer: { type: ['CredentialIssuer'], ...issuerParty(issuer) },
    name,
    description: marked(
      sample,
      `Sao Làng xác nhận rằng quyết định ${decisionNumber} ngày ${decisionDate} của ${authority} được ghi trong hệ thống ` +
        'như dưới đây. Đây không phải giấy chứng nhận của cơ quan đó và Sao Làng không công nhận hạng sao. / ' +
        'Sao Làng attests that this decision is on its record as stated below. It is not a certificate of that ' +
        'authority, and Sao Làng awards no stars.',
    ),
    ...validityOf(recognition),
    credentialSubject: {
      type: ['ConformityAttestation', 'Attestation', 'OcopRecognition'],
      id,
      name,
      assessorLevel: '3rdParty',
      assessmentLevel: 'GovtApproval',
      attestationType: 'certification',
      issuedToParty: { ...producerParty(issuer, passport), registeredId: passport.producer.ref },
      ...scopeOf(issuer, recognition.rubricVersion),
      assessment: [
        {
          type: ['ConformityAssessment', 'Declaration'],
          id: `${id}#assessment`,
          name: `OCOP ${stars} sao`,
          assessmentDate: decisionDate,
          // The protocol's topics are about sustainability; rules of a public programme are the nearest.
          conformityTopic: 'governance.compliance',
          conformance: true,
          assessedProduct: [
            {
              type: ['ProductVerification'],
              product: { ...productItem(issuer, passport), registeredId: passport.productRef },
              IDverifiedByCAB: false,
            },
          ],
        },
      ],
      ...recognitionTerms(recognition, sample),
    },
  }
}

/** The criteria set as the protocol's scheme; nothing for a set whose dates are not known here. */
function scopeOf(issuer: CredentialIssuer, rubricVersion: string): { scope?: object } {
  const rubric = RUBRICS[rubricVersion]
  if (!rubric) return {}
  const vocabulary = ownContextUrl(issuer.origin)
  return {
    scope: {
      type: ['ConformityScheme'],
      id: `${vocabulary}#rubric-${rubricVersion.replace('/', '-')}`,
      name: `Bộ tiêu chí OCOP, Quyết định ${rubric.decision}`,
      description: 'Bộ tiêu chí đánh giá, phân hạng sản phẩm Chương trình mỗi xã một sản phẩm',
      version: rubricVersion,
      validFrom: rubric.since,
      owner: { id: `${vocabulary}#prime-minister`, name: 'Thủ tướng Chính phủ' },
    },
  }
}
