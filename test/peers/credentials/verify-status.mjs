// Reads the status of a credential: jose checks the signatures of the credential and of its status lists, Digital Bazaar's
// Bitstring Status List everything about the status.
//
//   node verify-status.mjs URL [BASE]
//
// BASE is where the issuer's host is reached when it has no public name yet, e.g. http://127.0.0.1:9100. Prints a line for each
// purpose; ends with status 1 when a bit is set or something does not hold.
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { keysOf, readToken } from './issuer.mjs'

const [url, base] = process.argv.slice(2)
if (!url) {
  console.error('node verify-status.mjs URL [BASE]')
  process.exit(2)
}

const { token, claims } = await readToken(url, base)
const keys = createLocalJWKSet({ keys: await keysOf(claims.issuer, base) })
const opened = async (jwt) => (await jwtVerify(jwt, keys, { algorithms: ['EdDSA'], typ: 'vc+jwt' })).payload

const { verified, results, error } = await checkStatus({
  credential: await opened(token),
  // A list is secured as the credential is: its signature is checked here, before the library reads it.
  documentLoader: async (address) => ({
    document: await opened((await readToken(address, base)).token),
    documentUrl: address,
  }),
  verifyBitstringStatusListCredential: false,
})
if (!verified) throw error
for (const { credentialStatus, status } of results) {
  console.log(`${credentialStatus.statusPurpose}: ${status ? 'SET' : 'not set'} (${credentialStatus.id})`)
}
process.exit(results.some(({ status }) => status) ? 1 : 0)
