/** Asks an address; at `base` when one is given, for an issuer whose host has no public name yet. */
export async function read(address, accept, base) {
  const where = base === undefined ? address : new URL(new URL(address).pathname, base)
  const answer = await fetch(where, { headers: { accept } })
  if (!answer.ok) throw new Error(`${where} answered ${answer.status}`)
  return answer
}

/** The compact JWS of a credential or of a status list, and what it claims; nothing of it is verified yet. */
export async function readToken(address, base) {
  const token = await (await read(address, 'application/vc+jwt', base)).text()
  const [header, claims] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString())
  return { token, header: JSON.parse(header), claims: JSON.parse(claims) }
}

/** Public keys (JWK, `kid` is the DID URL) that a did:web issuer lets vouch for credentials. */
export async function keysOf(issuer, base) {
  const did = typeof issuer === 'string' ? issuer : issuer.id
  const host = decodeURIComponent(did.replace(/^did:web:/, ''))
  const answer = await read(`https://${host}/.well-known/did.json`, 'application/did+json', base)
  const document = await answer.json()
  if (document.id !== did) throw new Error(`The DID document is of ${document.id}, not of ${did}`)
  return document.verificationMethod
    .filter(({ id }) => document.assertionMethod.includes(id))
    .map(({ id, publicKeyJwk }) => ({ ...publicKeyJwk, kid: id }))
}
