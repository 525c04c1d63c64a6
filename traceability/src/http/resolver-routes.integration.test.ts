import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueForPassport } from '../credentials/issue.ts'
import { upsertLot } from '../events/lots.ts'
import { recallLot } from '../events/recalls.ts'
import { upsertSourceArea } from '../events/source-areas.ts'
import { registerParty } from '../identifiers/parties.ts'
import { codeRing, unitCode } from '../identifiers/unit-codes.ts'
import { createLabelBatch } from '../labels/label-batches.ts'
import { qrSvg, scanPageUrl } from '../labels/qr.ts'
import { storePassport } from '../passports/passports.ts'
import { GS1_VOCABULARY, LINK_TYPES } from '../resolver/link-types.ts'
import { LINKSET_CONTEXT, type LinkContextObject, type LinksetDocument } from '../resolver/linkset.ts'
import { inTransaction } from '../storage/database.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { type RawAnswer, rawRequest } from '../testing/raw-request.ts'
import { serveRoutes } from '../testing/routes-server.ts'
import { CODE_KEY } from '../testing/running-service.ts'
import { sampleIssuer } from '../testing/sample-issuer.ts'
import { sampleArea, sampleLot, samplePassport } from '../testing/samples.ts'
import { deviceHasher } from '../verdicts/asking-device.ts'
import { CLONE_SETTINGS } from '../verdicts/clone-settings.ts'
import { probingMonitor } from '../verdicts/probing.ts'
import { createVerifier } from '../verdicts/verifier.ts'
import type { Passport } from '../verify/verdict.ts'
import { publicRoutes } from './public-routes.ts'
import { resolverRoutes } from './resolver-routes.ts'

/** GS1's own example; no shop sells it. */
const GTIN = '09506000134352'
/** Restricted circulation: only sample data may carry it. */
const SAMPLE_GTIN = '02000000000015'
const ORIGIN = 'https://sao.test'
const TRACE = 'https://trace.sao.test'
const PRODUCT = `${ORIGIN}/01/${GTIN}`
const PAGE = `${ORIGIN}/san-pham/hat-sen-say`

const ring = codeRing({ 0: CODE_KEY })
let database: OwnDatabase
let server: Awaited<ReturnType<typeof serveRoutes>>
/** Printed before its product had a GTIN; after; of a product without one; of a recalled lot. */
const codes = { early: '', late: '', plain: '', recalled: '' }
let lotNo = ''
let version = 1

function passport(changes: Partial<Passport['product']> = {}, more: Partial<Passport> = {}): Passport {
  const whole = samplePassport({ version: version++, ...more })
  return { ...whole, product: { ...whole.product, ...changes } }
}

const store = (body: Passport, partyRef = 'producer-1') =>
  storePassport(database.pool, { messageId: `m-${body.version}`, partyRef, passport: body })

async function print(productRef: string, lotRef: string | null): Promise<string> {
  const batch = await createLabelBatch(database.pool, {
    partyRef: 'producer-1',
    productRef,
    lotRef,
    size: 10,
    epoch: ring.newest,
    requestKey: `${productRef}-${lotRef}-${version++}`,
  })
  return unitCode(ring, batch, 3)
}

beforeAll(async () => {
  database = await ownDatabase()
  const db = database.pool
  const { partyNo } = await registerParty(db, 'producer-1')
  await registerParty(db, 'producer-2')
  await upsertSourceArea(db, sampleArea())
  lotNo = (await upsertLot(db, sampleLot())).lotNo
  await upsertLot(db, sampleLot({ ref: 'lot-plain', productRef: 'product-2', lotCode: 'Lô số 2' }))
  await upsertLot(db, sampleLot({ ref: 'lot-recalled', lotCode: 'THU-HOI' }))
  await upsertLot(db, sampleLot({ ref: 'lot-book', lotCode: 'SO-TAY' }))
  await store(passport())
  codes.early = await print('product-1', 'lot-1')
  const whole = passport({
    gtin: '9506000134352',
    name: { vi: 'Hạt sen sấy', en: 'Dried lotus seeds' },
    allergens: 'Hạt sen',
  })
  await store(whole)
  await inTransaction(db, (client) => issueForPassport(client, sampleIssuer(), partyNo, whole, new Date()))
  codes.late = await print('product-1', 'lot-1')
  await store(passport({ handle: 'tra-sen' }, { productRef: 'product-2' }))
  codes.plain = await print('product-2', 'lot-plain')
  await store(passport({ handle: 'tra-sen' }, { productRef: 'product-2', recognitions: [] }))
  codes.recalled = await print('product-1', 'lot-recalled')
  await recallLot(db, { partyRef: 'producer-1', lotRef: 'lot-recalled', reason: 'Nấm mốc', advice: 'Trả lại' })

  const verifier = createVerifier(db, ring, 'none')
  server = await serveRoutes(
    [
      ...publicRoutes({
        pool: db,
        verifier,
        scanLog: {
          add: () => undefined,
          state: () => ({ waiting: 0, dropped: 0 }),
          close: async () => undefined,
        },
        devices: deviceHasher('c4'.repeat(32)),
        probing: probingMonitor(
          () => CLONE_SETTINGS,
          () => undefined,
        ),
        storefrontUrl: ORIGIN,
      }),
      ...resolverRoutes({ pool: db, verifier, storefrontUrl: ORIGIN, traceUrl: TRACE, operator: 'Sao Làng' }),
    ],
    // As our own services ask: a test of many wrong codes is no guesser.
    { trusts: () => true },
  )
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

interface Ask {
  method?: string
  accept?: string | null
  language?: string
}

function ask(target: string, { method, accept = '*/*', language }: Ask = {}): Promise<RawAnswer> {
  return rawRequest(server.url, target, {
    ...(method ? { method } : {}),
    headers: {
      ...(accept === null ? {} : { accept }),
      ...(language ? { 'accept-language': language } : {}),
    },
  })
}

async function locationOf(target: string, headers: Ask = {}): Promise<string | undefined> {
  const { status, headers: answered, body } = await ask(target, headers)
  expect([status, body]).toEqual([307, ''])
  return answered.location
}

const documentOf = (answer: RawAnswer): LinksetDocument => JSON.parse(answer.body)
const targetsOf = (level: LinkContextObject | undefined, linkType: string) => {
  const targets = level?.[linkType]
  return Array.isArray(targets) ? targets : []
}
const unit = () => `/01/${GTIN}/21/${codes.late}`
const anchorsOf = async (target: string) => {
  const answer = await ask(`${target}?linkType=linkset`)
  return answer.status === 200 ? documentOf(answer).linkset.map(({ anchor }) => anchor) : answer.status
}

/** A serial number in the compressed form behind a plain key: AI, encoding 3 (base64url), length, six bits a character. */
function compressedSerial(serial: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const bits = [...serial].map((character) => alphabet.indexOf(character).toString(2).padStart(6, '0')).join('')
  const whole = `00100001${'011'}${serial.length.toString(2).padStart(5, '0')}${bits}`
  const padded = whole.padEnd(Math.ceil(whole.length / 6) * 6, '0')
  return (padded.match(/.{6}/g) ?? []).map((six) => alphabet[Number.parseInt(six, 2)]).join('')
}

describe('GS1-Conformant Resolver 1.2 over HTTP, the rules of its conformance list', () => {
  it('1: supports GET, HEAD and OPTIONS', async () => {
    const got = await ask(unit())
    const head = await ask(unit(), { method: 'HEAD' })
    expect([head.status, head.headers.location, head.body]).toEqual([got.status, got.headers.location, ''])
    const list = await ask(`${unit()}?linkType=linkset`, { method: 'HEAD' })
    expect([list.status, list.body]).toEqual([200, ''])
    const { body } = await ask(`${unit()}?linkType=linkset`)
    expect(Number(list.headers['content-length'])).toBe(Buffer.byteLength(body))
    const options = await ask(unit(), { method: 'OPTIONS' })
    expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
    const post = await ask(unit(), { method: 'POST' })
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  it('2: supports HTTP over TLS: all it says of itself is https', async () => {
    const { linkset } = documentOf(await ask(`${unit()}?linkType=linkset`))
    for (const level of linkset) expect(level.anchor).toMatch(/^https:/)
    expect((await ask(unit())).headers.link).toContain(`<${ORIGIN}${unit()}?linkType=linkset>; rel="linkset"`)
    expect((await ask(unit())).headers['strict-transport-security']).toContain('max-age')
  })

  it.each(['GET', 'HEAD', 'OPTIONS', 'POST'])('3: supports CORS, on %s and on every status', async (method) => {
    const targets = [unit(), `${unit()}?linkType=linkset`, '/01/1', '/01/09506000134369', `/q/${codes.plain}`]
    for (const target of [...targets, `${unit()}?linkType=gs1:epil`, '/414/9520123456788']) {
      const { headers } = await ask(target, { method })
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
      expect(headers['access-control-expose-headers']).toContain('Link')
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    }
  })

  it('4: decompresses a URI and answers as for the uncompressed one', async () => {
    const compressed = `/01/${GTIN}/${compressedSerial(codes.late)}`
    expect(await locationOf(compressed)).toBe(await locationOf(unit()))
    expect(documentOf(await ask(`${compressed}?linkType=linkset`))).toEqual(
      documentOf(await ask(`${unit()}?linkType=linkset`)),
    )
    const whole = '/DBFKk4XBoOGgAIQYgow5JRhp6CI'
    expect(await locationOf(whole)).toBe(await locationOf(`/01/${GTIN}/21/0ABCDEFGHJKMNPQR`))
    expect((await ask(whole, { method: 'OPTIONS' })).status).toBe(204)
  })

  it('5: exposes the uncompressed URI in the Link header as owl:sameAs', async () => {
    for (const query of ['', '?linkType=linkset', '?linkType=gs1:epil']) {
      const { headers } = await ask(`/01/${GTIN}/${compressedSerial(codes.late)}${query}`)
      expect(headers.link).toContain(`<${ORIGIN}${unit()}>; rel="owl:sameAs"`)
    }
    expect((await ask(`/01/${GTIN}`)).headers.link).not.toContain('owl:sameAs')
  })

  it.each([
    ['a wrong check digit', '/01/09506000134353'],
    ['a GTIN of 13 digits', '/01/9506000134352'],
    ['qualifiers in another order', `/01/${GTIN}/21/A/10/B`],
    ['something behind the key', `/01/${GTIN}/foo`],
    ['a qualifier in the query', `/01/${GTIN}?10=A`],
    ['a wrong date', `/01/${GTIN}?17=271332`],
    ['a wrong GLN', '/414/9520123456789'],
    ['a unit code of 15 characters', '/q/ABCDEFGHJKMNPQR'],
    ['an escaped NUL', `/01/${GTIN}/21/%00`],
    ['dots that would leave the path', '/q/../01/x'],
    ['an encoded slash that is no separator', `/q/${'A'.repeat(16)}%2fx`],
  ])('6: validates the URI and reports an error with 400: %s', async (_, target) => {
    const answer = await ask(target)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body).error).toMatchObject({ code: expect.any(String), message: expect.any(String) })
  })

  it('7: never answers 200 with an error', async () => {
    const targets = ['/01/1', '/01/09506000134369', `${unit()}?linkType=gs1:epil`, '/q/1ABCDEFGHJKMNPQR', '/x', '/']
    for (const accept of ['*/*', 'text/html', 'application/linkset+json', null]) {
      for (const target of targets) expect((await ask(target, { accept })).status).toBeGreaterThanOrEqual(400)
    }
  })

  it('8: answers linkType=linkset with the links of every level up to the key', async () => {
    const answer = await ask(`${unit()}?linkType=linkset`)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/linkset+json'])
    const { linkset } = documentOf(answer)
    expect(linkset.map(({ anchor }) => anchor)).toEqual([ORIGIN + unit(), `${PRODUCT}/10/HS261015`, PRODUCT])
    expect(targetsOf(linkset[1], LINK_TYPES.traceability)).toEqual([
      {
        href: `${TRACE}/export/lots/${lotNo}.jsonld`,
        title: 'Hành trình của lô HS261015 (EPCIS 2.0)',
        type: 'application/ld+json',
      },
    ])
    expect(linkset[2]?.itemDescription).toBe('Hạt sen sấy')
    expect((await ask(`${unit()}?linkType=all`)).body).toBe(answer.body)
    const byAccept = await ask(unit(), { accept: 'application/linkset+json' })
    expect([byAccept.status, byAccept.body]).toEqual([200, answer.body])
    const page = await ask(`${unit()}?linkType=linkset`, { accept: 'text/html' })
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toContain('Hạt sen sấy')
    const linked = await ask(`${unit()}?linkType=linkset`, { accept: 'application/ld+json' })
    expect(JSON.parse(linked.body)['@context']).toBe(LINKSET_CONTEXT)
  })

  it('9: exposes the link set in a Link header, on redirects and 404 too', async () => {
    for (const query of ['', '?linkType=gs1:dpp', '?linkType=linkset', '?linkType=gs1:epil']) {
      expect((await ask(unit() + query)).headers.link).toContain(
        `<${ORIGIN}${unit()}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`,
      )
    }
  })

  it('10: recognises exactly one default link for a request, with a title and nothing else', async () => {
    for (const target of [unit(), `/01/${GTIN}/10/HS261015`, `/01/${GTIN}`, `/q/${codes.early}`, `/q/${codes.plain}`]) {
      const { linkset } = documentOf(await ask(`${target}?linkType=linkset`))
      const defaults = linkset.flatMap((level) => targetsOf(level, LINK_TYPES.defaultLink))
      expect(defaults.map((each) => Object.keys(each).sort())).toEqual([['href', 'title']])
      expect(await locationOf(target)).toBe(defaults[0]?.href)
      const others = linkset.flatMap((level) =>
        Object.keys(level).flatMap((type) => (type === LINK_TYPES.defaultLink ? [] : targetsOf(level, type))),
      )
      expect(others.map(({ href }) => href)).toContain(defaults[0]?.href)
    }
  })

  it('11: gives every link a target, a link type and a title', async () => {
    for (const target of [unit(), `/q/${codes.plain}`, `/q/${codes.recalled}`]) {
      const { linkset } = documentOf(await ask(`${target}?linkType=linkset`))
      const links = linkset.flatMap((level) =>
        Object.keys(level).flatMap((type) => targetsOf(level, type).map((each) => ({ ...each, linkType: type }))),
      )
      expect(links.length).toBeGreaterThan(8)
      for (const { linkType, href, title } of links) {
        expect(linkType).toMatch(/^https:\/\/ref\.gs1\.org\/voc\/[A-Za-z]+$/)
        expect(new URL(href).protocol).toBe('https:')
        expect(title).not.toBe('')
      }
    }
  })

  it.each([
    ['nothing is said', {}, () => ORIGIN + unit()],
    ['the language is Vietnamese', { language: 'vi-VN,vi;q=0.9' }, () => ORIGIN + unit()],
    ['the language is English', { language: 'en-GB, vi;q=0.5' }, () => `${ORIGIN}${unit()}?lang=en`],
    ['a browser asks', { accept: 'text/html,*/*;q=0.8' }, () => ORIGIN + unit()],
    ['a program asks for JSON', { accept: 'application/json' }, () => `${TRACE}/verify/${codes.late}?gtin=${GTIN}`],
  ])('12: redirects to the default link unless the request matches a better one: %s', async (_, headers, location) => {
    expect(await locationOf(unit(), headers)).toBe(location())
  })

  it.each([
    ['gs1:pip', 'vi', () => `${PAGE}?`],
    ['gs1:pip', 'en', () => `${PAGE}?lang=en&`],
    [`${GS1_VOCABULARY}certificationInfo`, 'vi', () => `${TRACE}/credentials/by-recognition/cn-1?`],
    ['gs1:traceability', 'vi', () => `${TRACE}/export/lots/${lotNo}.jsonld?`],
    ['gs1:epcis', 'vi', () => `${TRACE}/export/lots/${lotNo}.jsonld?`],
    ['gs1:dpp', 'vi', () => `${TRACE}/export/products/product-1.jsonld?`],
    ['gs1:homepage', 'vi', () => `${ORIGIN}/nha-san-xuat/htx-sen?`],
    ['gs1:safetyInfo', 'en', () => `${PAGE}?lang=en&`],
    ['gs1:verificationService', 'vi', () => `${ORIGIN}${unit()}?`],
    ['gs1:defaultLink', 'en', () => `${ORIGIN}${unit()}?`],
  ])('13: redirects to the requested link type if available: %s in %s', async (linkType, language, start) => {
    const query = `linkType=${encodeURIComponent(linkType)}`
    expect(await locationOf(`${unit()}?${query}`, { language })).toBe(start() + query)
  })

  it('13: answers 404 when the link type is absent, 300 with the choices when nothing decides', async () => {
    expect((await ask(`${unit()}?linkType=gs1:recallStatus`)).status).toBe(404)
    expect((await ask(`/q/${codes.plain}?linkType=gs1:certificationInfo`)).status).toBe(404)
    const several = await ask(`${unit()}?linkType=gs1:pip`)
    expect([several.status, several.headers.location]).toEqual([300, undefined])
    expect(targetsOf(documentOf(several).linkset[0], LINK_TYPES.pip)).toHaveLength(2)
  })

  it.each([
    ['?foo=bar', '?foo=bar'],
    ['?a=1&b=%C3%B4&a=2&flag', '?a=1&b=%C3%B4&a=2&flag'],
    ['?17=271231&x=y', '?17=271231&x=y'],
    ['?x=%2541', '?x=%2541'],
  ])('14: passes the whole query string on, as sent: %s', async (query, expected) => {
    expect(await locationOf(unit() + query)).toBe(`${ORIGIN}${unit()}${expected}`)
  })

  it('15: describes itself at /.well-known/gs1resolver', async () => {
    const answer = await ask('/.well-known/gs1resolver')
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, '*'])
    expect(JSON.parse(answer.body)).toMatchObject({
      name: 'Sao Làng',
      resolverRoot: ORIGIN,
      supportedPrimaryKeys: ['01'],
      linkTypeDefaultCanBeLinkset: false,
    })
  })

  it('16: uses the GS1 Web vocabulary and no link type of its own beside it', async () => {
    const known = new Set<string>(Object.values(LINK_TYPES))
    for (const target of [unit(), `/q/${codes.recalled}`]) {
      const { linkset } = documentOf(await ask(`${target}?linkType=linkset`))
      const types = linkset.flatMap((level) => Object.keys(level).filter((name) => name.startsWith('http')))
      for (const type of types) expect(known).toContain(type)
    }
  })

  it('17: marks a redirect to the resolver of another company prefix with gs1:handledBy; it hands on none', async () => {
    for (const target of ['/414/9520123456788/254/32a', '/00/009506000134352992', '/8003/09506000134352ABC']) {
      const answer = await ask(target)
      expect([answer.status, answer.headers.location]).toEqual([404, undefined])
    }
    expect((await ask(unit())).headers.link).not.toContain('handledBy')
  })

  it('18: tolerates a slash at the end', async () => {
    for (const target of [unit(), `/01/${GTIN}`, `/q/${codes.late}`, '/DBFKk4XBoOGgAIQYgow5JRhp6CI']) {
      expect(await locationOf(`${target}/`)).toBe(await locationOf(target))
      expect(await locationOf(`${target}/?a=b`)).toBe(await locationOf(`${target}?a=b`))
    }
  })
})

describe('what is known of units, lots and products', () => {
  it('answers the two URIs of one unit as one thing, whenever it was printed', async () => {
    for (const code of [codes.early, codes.late]) {
      const [plain, link] = [`/q/${code}`, `/01/${GTIN}/21/${code}`]
      expect((await ask(plain)).headers.link).toContain(`<${ORIGIN}${link}>; rel="owl:sameAs"`)
      expect((await ask(link)).headers.link).toContain(`<${ORIGIN}${plain}>; rel="owl:sameAs"`)
      expect([await locationOf(plain), await locationOf(link)]).toEqual([ORIGIN + plain, ORIGIN + link])
      const levels = async (target: string) => documentOf(await ask(`${target}?linkType=linkset`)).linkset.slice(1)
      expect(await levels(plain)).toEqual(await levels(link))
    }
  })

  it('reads a code in any spelling', async () => {
    expect(await locationOf(`/Q/${codes.late.toLowerCase()}`)).toBe(`${ORIGIN}/q/${codes.late}`)
    expect(await locationOf(`/q/${codes.late.match(/.{4}/g)?.join('-')}`)).toBe(`${ORIGIN}/q/${codes.late}`)
    expect(await locationOf(`/01/${GTIN}/21/%${codes.late.charCodeAt(0).toString(16)}${codes.late.slice(1)}`)).toBe(
      ORIGIN + unit(),
    )
  })

  it('walks up from an unknown serial, lot or variant instead of failing', async () => {
    expect(await anchorsOf(`/01/${GTIN}/21/UNKNOWN`)).toEqual([PRODUCT])
    expect(await anchorsOf(`/01/${GTIN}/10/UNKNOWN`)).toEqual([PRODUCT])
    expect(await anchorsOf(`/01/${GTIN}/10/HS261015/21/UNKNOWN`)).toEqual([`${PRODUCT}/10/HS261015`, PRODUCT])
    expect(await anchorsOf(`/01/${GTIN}/22/X/10/HS261015`)).toEqual([`${PRODUCT}/10/HS261015`, PRODUCT])
    expect(await locationOf(`/01/${GTIN}/21/UNKNOWN`)).toBe(PAGE)
  })

  it('finds the product alone under a code that was printed for another product than the GTIN names', async () => {
    expect(await anchorsOf(`/01/${GTIN}/21/${codes.plain}`)).toEqual([PRODUCT])
    expect(await anchorsOf(`/01/${SAMPLE_GTIN}/21/${codes.late}`)).toBe(404)
  })

  it('says nothing of a lot without printed labels', async () => {
    expect(await anchorsOf(`/01/${GTIN}/10/SO-TAY`)).toEqual([PRODUCT])
  })

  it('names a lot whose code no Digital Link can carry by its EPC class', async () => {
    const anchors = await anchorsOf(`/q/${codes.plain}`)
    expect(anchors).toEqual([
      `${ORIGIN}/q/${codes.plain}`,
      expect.stringMatching(/^urn:uuid:/),
      `${ORIGIN}/san-pham/tra-sen`,
    ])
  })

  it('points to the recall, from the unit and from the lot', async () => {
    const target = `/q/${codes.recalled}?linkType=gs1:recallStatus`
    expect(await locationOf(target)).toBe(`${ORIGIN}/q/${codes.recalled}?linkType=gs1:recallStatus`)
    expect(await locationOf(`/01/${GTIN}/10/THU-HOI?linkType=gs1:recallStatus`)).toContain(PAGE)
    const { linkset } = documentOf(await ask(`/q/${codes.recalled}?linkType=linkset`))
    expect(targetsOf(linkset[0], LINK_TYPES.recallStatus)[0]?.title).toBe('Thu hồi: Nấm mốc')
  })

  it('sends from a withdrawn product to its producer, and keeps its data', async () => {
    await store(passport({ handle: 'tra-sen', withdrawn: true, warning: 'Không dùng' }, { productRef: 'product-2' }))
    const { linkset } = documentOf(await ask(`/q/${codes.plain}?linkType=linkset`))
    expect(targetsOf(linkset[2], LINK_TYPES.pip)).toEqual([])
    expect(targetsOf(linkset[2], LINK_TYPES.safetyInfo)[0]?.href).toBe(`${TRACE}/export/products/product-2.jsonld`)
  })

  it('leaves every other address as it was', async () => {
    for (const path of ['/nothing', '/nothing/', '/01', '/favicon.ico']) {
      const answer = await ask(path)
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([404, undefined])
    }
  })
})

describe('the GTIN of a product', () => {
  const refused = (body: Passport, partyRef = 'producer-1') => expect(store(body, partyRef)).rejects

  it('is kept with 14 digits, and a former one stays with its product', async () => {
    const { rows } = await database.pool.query('select gtin, product_ref from trace.gtin')
    expect(rows).toEqual([{ gtin: GTIN, product_ref: 'product-1' }])
    await store(passport({ gtin: '9506000149301' }))
    expect(await anchorsOf(unit())).toContain(PRODUCT)
    expect(await anchorsOf(`/01/09506000149301/21/${codes.late}`)).toHaveLength(3)
    await store(passport({ gtin: GTIN }))
  })

  it('is refused with a sentence when another party or another product has it, and nothing is stored', async () => {
    await refused(passport({ gtin: GTIN }, { productRef: 'product-9' }), 'producer-2').toMatchObject({
      field: 'passport.product.gtin',
      message: expect.stringContaining('belongs to a product of another producer'),
    })
    await refused(passport({ gtin: GTIN }, { productRef: 'product-2' })).toMatchObject({
      message: expect.stringContaining('another product of this producer'),
    })
    const { rowCount } = await database.pool.query("select from trace.passport where product_ref = 'product-9'")
    expect(rowCount).toBe(0)
  })

  it.each([
    ['a wrong check digit', { gtin: '9506000134353' }, [], 'right check digit'],
    ['letters', { gtin: 'SP-01' }, [], 'right check digit'],
    ['a restricted-circulation number of a real product', { gtin: SAMPLE_GTIN }, [], 'restricted-circulation'],
    ['an illustrative number that is somebody else’s', { gtin: '8938505970004' }, ['gtin'], 'illustrative GTIN'],
  ])('is refused with %s', async (_, product, sample, message) => {
    await refused(passport(product, { sample })).toMatchObject({
      field: 'passport.product.gtin',
      message: expect.stringContaining(message),
    })
  })

  it('may be of a restricted-circulation range in sample data', async () => {
    await store(passport({ gtin: SAMPLE_GTIN, handle: 'mau' }, { productRef: 'product-3', sample: ['gtin'] }))
    expect(await locationOf(`/01/${SAMPLE_GTIN}`)).toBe(`${ORIGIN}/san-pham/mau`)
  })

  it('and the code must agree before the verdict speaks of the unit', async () => {
    const verdict = async (code: string, gtin: string) => {
      const answer = await ask(`/verify/${code}?gtin=${gtin}`)
      const { verdict: name, reasons, passport: shown } = JSON.parse(answer.body)
      return [answer.status, name, reasons[0] ?? null, shown?.productRef ?? null]
    }
    expect(await verdict(codes.early, GTIN)).toEqual([200, 'genuine', null, 'product-1'])
    expect(await verdict(codes.late, '9506000134352')).toEqual([200, 'genuine', null, 'product-1'])
    const mismatch = [404, 'not_issued_here', 'gtin_of_another_product', null]
    expect(await verdict(codes.plain, GTIN)).toEqual(mismatch)
    expect(await verdict(codes.late, SAMPLE_GTIN)).toEqual(mismatch)
    expect(await verdict(codes.late, 'x')).toEqual(mismatch)
    expect((await verdict('0ABCDEFGHJKMNPQR', GTIN))[2]).toBe('unknown_code')
  })

  it('stands in the QR of labels issued since, and not in those before', async () => {
    const picture = async (code: string) => (await ask(`/qr/${code}.svg`)).body
    expect(await picture(codes.late)).toBe(await qrSvg(scanPageUrl(ORIGIN, codes.late, GTIN)))
    expect(await picture(codes.early)).toBe(await qrSvg(scanPageUrl(ORIGIN, codes.early)))
  })
})

describe('guessing', () => {
  it('runs dry after 60 wrong codes from one address; right ones never do', async () => {
    const verifier = createVerifier(database.pool, ring, 'none')
    const routes = resolverRoutes({
      pool: database.pool,
      verifier,
      storefrontUrl: ORIGIN,
      traceUrl: TRACE,
      operator: 'Sao Làng',
    })
    const strict = await serveRoutes(routes)
    const statuses: number[] = []
    for (let i = 0; i < 60; i++) statuses.push((await rawRequest(strict.url, `/q/${codes.late}`)).status)
    for (let i = 0; i < 61; i++) statuses.push((await rawRequest(strict.url, '/q/1ABCDEFGHJKMNPQR')).status)
    expect(statuses).toEqual([...Array(60).fill(307), ...Array(60).fill(404), 429])
    const refused = await rawRequest(strict.url, `/01/${GTIN}/21/UNKNOWN`)
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([429, '*'])
    await strict.close()
  })
})
