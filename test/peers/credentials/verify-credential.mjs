// Verifies a credential with @transmute/verifiable-credentials, whose author edited W3C VC-JOSE-COSE. The library checks the
// signature and gives back what was signed; type and days of validity are compared here.
//
//   node verify-credential.mjs URL [BASE]
//
// BASE is where the issuer's host is reached when it has no public name yet, e.g. http://127.0.0.1:9100. Prints what was
// verified; ends with status 1 when something does not hold. The status is another library's part: verify-status.mjs.
import transmute from '@transmute/verifiable-credentials'
import { keysOf, readToken } from './issuer.mjs'

const [url, base] = process.argv.slice(2)
if (!url) {
  console.error('node verify-credential.mjs URL [BASE]')
  process.exit(2)
}

/** The name that the draft the library was written for had for what is application/vc+jwt today. */
const TYPE = 'application/vc-ld+jwt'
const { encoder } = transmute.text

const { token, header, claims } = await readToken(url, base)
const key = (await keysOf(claims.issuer, base)).find(({ kid }) => kid === header.kid)
if (!key) throw new Error(`The issuer does not vouch with the key ${header.kid}`)
const verifier = transmute.verifier({
  resolver: {
    resolve: async () => ({ type: 'application/jwk+json', content: encoder.encode(JSON.stringify(key)) }),
  },
})
const credential = await verifier.verify({ type: TYPE, content: encoder.encode(token) })

const { validFrom, validUntil, credentialSubject, type } = credential
console.log(`signature verified with ${header.kid}`)
console.log(`types: ${type.join(', ')}`)
console.log(`stars: ${credentialSubject.ocopStars}, decision ${credentialSubject.councilDecision.decisionNumber}`)
const now = Date.now()
const inTime = Date.parse(validFrom) <= now && now <= Date.parse(validUntil)
console.log(`valid ${validFrom} to ${validUntil}: today is ${inTime ? 'within' : 'OUTSIDE'}`)
process.exit(inTime && type.includes('VerifiableCredential') ? 0 : 1)
