import type { Recognition } from '../verify/recognition-state.ts'
import type { Passport } from '../verify/verdict.ts'
import { ownContextUrl, VC_CONTEXT } from './contexts.ts'
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

/**
 * That a producer may state its stars on one product, for as long as the recognition holds. The right follows from the
 * decision (holders of a valid recognition of 3 stars or more need no written permit, QĐ 1162/QĐ-VPĐP-OCOP); this
 * platform neither grants it nor owns the mark, and the text says so.
 * In: a passport and the recognition that is in force. Out: the claims, without id and status.
 */
export function markLicenceClaims(
  issuer: CredentialIssuer,
  passport: Passport,
  recognition: Recognition,
): CredentialClaims {
  const sample = isSample(passport, recognition)
  const { stars, decisionNumber, decisionDate, authority } = recognition
  return {
    '@context': [VC_CONTEXT, ownContextUrl(issuer.origin)],
    type: ['VerifiableCredential', 'OcopMarkLicenceCredential'],
    issuer: issuerParty(issuer),
    name: marked(sample, `Quyền ghi OCOP ${stars} sao trên sản phẩm: ${passport.product.name.vi}`),
    description: marked(
      sample,
      `Theo quyết định ${decisionNumber} ngày ${decisionDate} của ${authority} được ghi trong hệ thống, chủ thể được ghi ` +
        `${stars} sao trên đúng sản phẩm này khi công nhận còn hiệu lực. Quyền này do quyết định mang lại; Sao Làng chỉ ` +
        'xác nhận, không cấp. / By the decision on record the producer may state these stars on this product while the ' +
        'recognition is in force. The right comes from the decision; Sao Làng only attests it.',
    ),
    ...validityOf(recognition),
    credentialSubject: {
      type: ['OcopMarkLicence'],
      id: `${recognitionUrl(issuer, recognition)}#mark-licence`,
      licensedTo: { ...producerParty(issuer, passport), shopReference: passport.producer.ref },
      licensedProduct: { ...productItem(issuer, passport), shopReference: passport.productRef },
      underRecognition: recognitionUrl(issuer, recognition),
      ...recognitionTerms(recognition, sample),
    },
  }
}
