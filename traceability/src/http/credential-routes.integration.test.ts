import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueForPassport } from '../credentials/issue.ts'
import { registerParty } from '../identifiers/parties.ts'
import { inTransaction } from '../storage/database.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { TOKEN } from '../testing/running-service.ts'
import { DID, ORIGIN, sampleIssuer } from '../testing/sample-issuer.ts'
import { samplePassport, sampleRecognition } from '../testing/samples.ts'
import { verifyCredential } from '../verify/credential.ts'
import { verificationKeysOf } from '../verify/did-web.ts'
import { bearerCheck } from './caller.ts'
import { credentialRoutes } from './credential-routes.ts'
import { errorAnswer, HttpError, send } from './respond.ts'
import { createRouter } from './router.ts'

const issuer = sampleIssuer()
const REF = 'cn/ổi 1'.replace(' ', '-')
let database: OwnDatabase
let server: Server
let url: string

/** The routes behind a bare server that answers as the service does. */
beforeAll(async () => {
  database = await ownDatabase()
  const route = createRouter(credentialRoutes({ pool: database.pool, writers: database.pool, issuer }))
  const trusts = bearerCheck(TOKEN)
  server = createServer(async (incoming, response) => {
    try {
      const path = (incoming.url ?? '/').split('?')[0] ?? '/'
      const match = route(incoming.method ?? 'GET', path)
      if (match.kind !== 'found') throw new HttpError(404, 'not_found', 'There is nothing at this address')
      const request = {
        incoming,
        requestId: 'r',
        params: match.params,
        query: new URLSearchParams(),
        trusted: trusts(incoming),
      }
      send(incoming, response, await match.route.handle(request), false)
    } catch (error) {
      send(incoming, response, errorAnswer(error, 'r'), false)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const { partyNo } = await registerParty(database.pool, 'producer-1')
  const passport = samplePassport({ recognitions: [sampleRecognition({ ref: REF, validTo: '2099-12-31' })] })
  await inTransaction(database.pool, (client) => issueForPassport(client, issuer, partyNo, passport, new Date()))
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await database.drop()
})

const get = (path: string, accept?: string) => fetch(url + path, accept ? { headers: { accept } } : {})
const listed = async () => {
  const response = await get(`/credentials/by-recognition/${encodeURIComponent(REF)}`)
  const { credentials } = (await response.json()) as {
    credentials: { id: string; url: string; kind: string; status: string; suspended: unknown; revoked: unknown }[]
  }
  return credentials.sort((a, b) => a.kind.localeCompare(b.kind))
}
const pathOf = (address: string) => address.replace(ORIGIN, '')
const suspend = (body: object, headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) =>
  fetch(`${url}/internal/mark-licences/${encodeURIComponent(REF)}/suspension`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

describe('a stranger', () => {
  it('finds, reads and verifies both credentials of a recognition with what is published, and nothing else', async () => {
    const keys = verificationKeysOf(await (await get('/.well-known/did.json')).json(), new Date())
    const found = await listed()
    expect(found.map((each) => `${each.kind} ${each.status}`)).toEqual(['decision valid', 'mark_licence valid'])
    for (const { url: address } of found) {
      const token = await (await get(pathOf(address))).text()
      const first = await verifyCredential(token, { keys, statusLists: {}, now: new Date() })
      const status = first.credential?.credentialStatus as { statusListCredential: string }[]
      const statusLists: Record<string, string> = {}
      for (const { statusListCredential } of status) {
        statusLists[statusListCredential] = await (await get(pathOf(statusListCredential))).text()
      }
      const verdict = await verifyCredential(token, { keys, statusLists, now: new Date() })
      expect(verdict.reasons).toEqual([])
      expect(verdict.credential?.id).toBe(address)
    }
  })

  it('may read all of it from a script of another origin, errors too', async () => {
    const [decision] = await listed()
    for (const path of [
      ...['/.well-known/did.json', '/credentials/context/v1', '/credentials/status/1-revocation'],
      ...['/credentials/status/9-revocation', '/credentials/none', '/credentials/by-recognition/none'],
      pathOf(decision?.url ?? ''),
    ]) {
      const { headers } = await get(path)
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    }
  })
})

describe('GET /credentials/{id}', () => {
  it('is the token as application/vc+jwt, and its content when JSON is asked for', async () => {
    const [decision] = await listed()
    const path = pathOf(decision?.url ?? '')
    const token = await get(path)
    expect(token.headers.get('content-type')).toBe('application/vc+jwt')
    expect(token.headers.get('vary')).toBe('accept')
    const text = await token.text()
    for (const type of ['application/json', 'application/vc', 'application/ld+json']) {
      const json = await get(path, type)
      expect(json.headers.get('content-type')).toBe(type)
      expect(await json.json()).toEqual(JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()))
    }
    expect((await get(path, 'text/html,*/*;q=0.8')).headers.get('content-type')).toBe('application/vc+jwt')
    expect((await get(path.toUpperCase().replace('/CREDENTIALS', '/credentials'))).status).toBe(200)
  })

  it('406 with a sentence for a type it does not have', async () => {
    const [decision] = await listed()
    const response = await get(pathOf(decision?.url ?? ''), 'text/html')
    expect(response.status).toBe(406)
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('application/vc+jwt') } })
  })

  it.each([
    ['none'],
    ['1-00000000-0000-7000-8000-000000000000'],
    ['0-00000000-0000-7000-8000-000000000000'],
    ['9999999999-00000000-0000-7000-8000-000000000000'],
    ['1-%00'],
    ["1-' or 1=1--"],
    ['..%2f..%2fetc'],
  ])('404 with a sentence for %s', async (id) => {
    const response = await get(`/credentials/${id}`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      error: { message: 'No credential with this number was issued here' },
    })
  })
})

describe('GET /credentials/status/{list}', () => {
  it('is a signed list that may be kept for as long as its ttl says', async () => {
    const response = await get('/credentials/status/1-suspension', 'application/json')
    expect(response.headers.get('cache-control')).toBe('public, max-age=60')
    expect(await response.json()).toMatchObject({
      id: `${ORIGIN}/credentials/status/1-suspension`,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: DID,
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'suspension', ttl: 60_000 },
    })
  })

  it('a rush of readers costs one publication', async () => {
    await Promise.all(Array.from({ length: 50 }, () => get('/credentials/status/1-revocation')))
    const { rows } = await database.pool.query(
      `select count(*)::int as published from trace.status_publication where purpose = 'revocation'`,
    )
    expect(rows).toEqual([{ published: 1 }])
  })

  it.each(['2-revocation', '1-other', '01-revocation', '1-', '-1-revocation', '99999999999-revocation', '%00'])(
    '404 with a sentence for %s',
    async (list) => {
      const response = await get(`/credentials/status/${list}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ error: { message: 'There is no status list at this address' } })
    },
  )
})

describe('documents around them', () => {
  it('the context and the DID document have their media types', async () => {
    const context = await get('/credentials/context/v1')
    expect(context.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    expect(await context.json()).toMatchObject({ '@context': { '@protected': true } })
    const did = await get('/.well-known/did.json')
    expect(did.headers.get('content-type')).toBe('application/did+json')
    expect(await did.json()).toMatchObject({ id: DID })
  })

  it.each(['none', '%00'])('404 with a sentence for recognition %s', async (ref) => {
    const response = await get(`/credentials/by-recognition/${ref}`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('No credential') } })
  })
})

describe('PUT /internal/mark-licences/{recognition}/suspension', () => {
  const body = { partyRef: 'producer-1', suspended: true, reason: 'Biên bản 12' }

  it('needs the internal token', async () => {
    expect((await suspend(body, {})).status).toBe(401)
    expect((await listed()).map((each) => each.status)).toEqual(['valid', 'valid'])
  })

  it.each([
    ['reason', { ...body, reason: '' }],
    ['suspended', { ...body, suspended: 'yes' }],
    ['partyRef', { ...body, partyRef: 'nobody' }],
    ['recognitionRef', { ...body, recognitionRef: 'cn' }],
    ['extra', { ...body, extra: 1 }],
  ])('400 names %s', async (field, sent) => {
    const response = await suspend(sent)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { field } })
  })

  it('suspends and lifts again, which the listing shows', async () => {
    expect(await (await suspend(body)).json()).toEqual({ changed: true })
    expect(await listed()).toMatchObject([
      { kind: 'decision', status: 'valid', suspended: null, revoked: null },
      { kind: 'mark_licence', status: 'suspended', suspended: { reason: 'Biên bản 12' } },
    ])
    expect(await (await suspend({ ...body, suspended: false })).json()).toEqual({ changed: true })
    expect((await listed()).map((each) => each.status)).toEqual(['valid', 'valid'])
  })
})
