const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** VC Data Model 2.0; it also defines the terms of Bitstring Status List. */
export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2'

/** UN Transparency Protocol, Digital Conformity Credential, pilot release 0.6.0. */
export const UNTP_DCC_CONTEXT = 'https://test.uncefact.org/vocabulary/untp/dcc/0.6.0/'

export function ownContextUrl(origin: string): string {
  return `${origin}/credentials/context/v1`
}

/** Own terms and the type of their values. A term is never changed: a new meaning gets a new version of the context. */
const TERMS: Record<string, string> = {
  ocopStars: `${XSD}integer`,
  ocopPoints: `${XSD}decimal`,
  ocopRubric: `${XSD}string`,
  decisionNumber: `${XSD}string`,
  decisionDate: `${XSD}date`,
  decidingAuthority: `${XSD}string`,
  recognitionValidFrom: `${XSD}date`,
  recognitionValidTo: `${XSD}date`,
  statementBasis: `${XSD}string`,
  shopReference: `${XSD}string`,
  sampleData: `${XSD}boolean`,
  underRecognition: '@id',
  licensedProduct: '@id',
  licensedTo: '@id',
  councilDecision: '@id',
}

const TYPES = ['OcopRecognitionCredential', 'OcopMarkLicenceCredential', 'OcopRecognition', 'OcopMarkLicence']

/** The JSON-LD 1.1 context of our extension terms, as served at `ownContextUrl`. There is no `@vocab` catch-all. */
export function ownContext(origin: string): object {
  const vocabulary = `${ownContextUrl(origin)}#`
  return {
    '@context': {
      '@version': 1.1,
      '@protected': true,
      ...Object.fromEntries(TYPES.map((type) => [type, `${vocabulary}${type}`])),
      ...Object.fromEntries(
        Object.entries(TERMS).map(([term, type]) => [term, { '@id': `${vocabulary}${term}`, '@type': type }]),
      ),
    },
  }
}
