import { encodeBase64url } from '../verify/base64url.ts'
import type { CredentialIssuer } from './issuer.ts'

/**
 * The issuer's DID document (DID Core 1.0; keys as JsonWebKey, VC-JOSE-COSE section 4.2). Retired keys stay under
 * `assertionMethod`, so that what they signed can still be verified; a key that leaked is taken out instead.
 */
export function didDocument(issuer: CredentialIssuer): object {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: issuer.did,
    alsoKnownAs: [issuer.origin],
    verificationMethod: issuer.keys.map((key) => ({
      id: key.id,
      type: 'JsonWebKey',
      controller: key.controller,
      publicKeyJwk: {
        kty: 'OKP',
        crv: 'Ed25519',
        alg: 'EdDSA',
        use: 'sig',
        kid: key.id,
        x: encodeBase64url(key.publicKey),
      },
    })),
    assertionMethod: issuer.keys.map((key) => key.id),
  }
}
