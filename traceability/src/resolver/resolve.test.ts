import { describe, expect, it } from 'vitest'
import { buildDigitalLink } from '../verify/gs1/digital-link.ts'
import { DESCRIPTION_PATH, resolverDescription } from './description.ts'
import { GS1_VOCABULARY, LINK_TYPES } from './link-types.ts'
import {
  LINKSET_CONTEXT,
  type LinkContextObject,
  type LinkLevel,
  type LinksetDocument,
  type ResolverLink,
} from './linkset.ts'
import { type LinksByLevel, type ResolverAnswer, type ResolverItem, resolve } from './resolve.ts'

const ORIGIN = 'https://ocop.test'
const GTIN = '09506000134352'
const CODE = '0ABCDEFGHJKMNPQR'
const PRODUCT = `${ORIGIN}/01/${GTIN}`
const SCAN_PAGE = `${ORIGIN}/01/${GTIN}/21/${CODE}`

const link = (linkType: string, href: string, more: Partial<ResolverLink> = {}): ResolverLink => ({
  linkType,
  href,
  title: `Title of ${href}`,
  ...more,
})

const product: LinkLevel = {
  anchor: PRODUCT,
  description: 'Mật ong hoa nhãn',
  defaultLink: { href: 'https://shop.test/mat-ong', title: 'Mật ong hoa nhãn' },
  links: [
    link(LINK_TYPES.pip, 'https://shop.test/mat-ong', { hreflang: ['vi'], type: 'text/html' }),
    link(LINK_TYPES.pip, 'https://shop.test/en/honey', { hreflang: ['en'], type: 'text/html' }),
    link(LINK_TYPES.certificationInfo, 'https://shop.test/decision.pdf', { type: 'application/pdf' }),
    link(LINK_TYPES.certificationInfo, 'https://shop.test/decision', { type: 'text/html' }),
    link(LINK_TYPES.certificationInfo, 'https://shop.test/decision.vc', { type: 'application/vc+jwt' }),
    link(LINK_TYPES.hasRetailers, 'https://shop.test/where?near=me#list'),
    link(LINK_TYPES.safetyInfo, 'https://shop.test/a', { hreflang: ['vi'] }),
    link(LINK_TYPES.safetyInfo, 'https://shop.test/b', { hreflang: ['vi'] }),
    link(LINK_TYPES.masterData, 'https://shop.test/data-la', { context: ['LA'] }),
    link(LINK_TYPES.masterData, 'https://shop.test/data-vn', { context: ['VN'] }),
    link(LINK_TYPES.instructions, 'https://shop.test/hướng dẫn', { title: 'Hướng dẫn' }),
  ],
}

const lot: LinkLevel = {
  anchor: `${PRODUCT}/10/L1`,
  description: 'Lô L1',
  defaultLink: null,
  links: [link(LINK_TYPES.traceability, 'https://trace.test/lots/L1', { type: 'application/json' })],
}

const unit: LinkLevel = {
  anchor: SCAN_PAGE,
  description: 'Một hộp của lô L1',
  defaultLink: { href: SCAN_PAGE, title: 'Kết quả kiểm tra tem' },
  links: [
    link(LINK_TYPES.verificationService, SCAN_PAGE, { type: 'text/html' }),
    link(LINK_TYPES.recallStatus, `${SCAN_PAGE}#thu-hoi`, { type: 'text/html' }),
    link(LINK_TYPES.defaultLinkMulti, `https://ocop.test/en/01/${GTIN}/21/${CODE}`, { hreflang: ['en'] }),
    link(LINK_TYPES.defaultLinkMulti, `https://trace.test/verify/${CODE}`, { type: 'application/json' }),
  ],
  sameAs: [`${ORIGIN}/q/${CODE}`],
}

/** The data of the tests: a product with one lot, and one unit that belongs to it. */
function linksOf(item: ResolverItem): LinksByLevel {
  if (item.kind === 'unit') return item.code === CODE ? [unit, lot, product] : []
  const { primaryKey } = item.link
  if (primaryKey.ai === '414') return { handledBy: { href: 'https://id.gs1.org/', title: 'GS1 resolver' } }
  if (primaryKey.value !== GTIN) return []
  const levels: LinkLevel[] = []
  for (const level of item.levels) {
    const anchor = buildDigitalLink(level, ORIGIN)
    if (anchor === unit.anchor) levels.push(unit, lot)
    if (anchor === lot.anchor && !levels.includes(lot)) levels.push(lot)
    if (anchor === product.anchor) levels.push(product)
  }
  return levels
}

interface Headers {
  method?: string
  accept?: string | null
  language?: string
}

function ask(target: string, { method = 'GET', accept = '*/*', language }: Headers = {}): Promise<ResolverAnswer> {
  return resolve({ method, target, accept, acceptLanguage: language ?? null }, { origin: ORIGIN, linksOf })
}

async function locationOf(target: string, headers: Headers = {}): Promise<string | undefined> {
  const answer = await ask(target, headers)
  expect(answer.status).toBe(307)
  return answer.headers.location
}

const documentOf = (answer: ResolverAnswer): LinksetDocument => JSON.parse(answer.body)
const targetsOf = (level: LinkContextObject, linkType: string) => {
  const targets = level[linkType]
  return Array.isArray(targets) ? targets : []
}
const path = (uri: string) => uri.slice(ORIGIN.length)
const UNIT = path(SCAN_PAGE)

describe('GS1-Conformant Resolver 1.2, the rules of its conformance list', () => {
  it('1: supports GET, HEAD and OPTIONS', async () => {
    const got = await ask(UNIT)
    const head = await ask(UNIT, { method: 'HEAD' })
    expect({ ...head }).toEqual({ ...got, body: '' })
    const list = await ask(`${UNIT}?linkType=linkset`, { method: 'HEAD' })
    expect([list.status, list.body]).toEqual([200, ''])
    const options = await ask(UNIT, { method: 'OPTIONS' })
    expect([options.status, options.headers.allow, options.body]).toEqual([204, 'GET, HEAD, OPTIONS', ''])
    const post = await ask(UNIT, { method: 'POST' })
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  it('2: supports HTTP over TLS: all it says of itself is https', async () => {
    expect(resolverDescription({ origin: ORIGIN, operator: 'OCOP', primaryKeys: ['01'] }).resolverRoot).toBe(ORIGIN)
    expect(() => resolverDescription({ origin: 'http://ocop.test', operator: 'OCOP', primaryKeys: [] })).toThrow(
      'must be https',
    )
    expect((await ask(UNIT)).headers.link).toContain(`<https://ocop.test${UNIT}?linkType=linkset>; rel="linkset"`)
  })

  it.each(['GET', 'HEAD', 'OPTIONS', 'POST'])('3: supports CORS, on %s and on every status', async (method) => {
    for (const target of [
      UNIT,
      `${UNIT}?linkType=linkset`,
      '/01/1',
      '/01/09506000134369',
      `${UNIT}?linkType=gs1:epil`,
    ]) {
      const { headers } = await ask(target, { method })
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
      expect(headers['access-control-expose-headers']).toContain('Link')
    }
  })

  it('4: decompresses a URI and answers as for the uncompressed one', async () => {
    const compressed = '/DBFKk4XBoOGgAIQYgow5JRhp6CI'
    expect(await locationOf(compressed)).toBe(await locationOf(UNIT))
    expect(await locationOf(`${compressed}?linkType=gs1:traceability`)).toBe(
      await locationOf(`${UNIT}?linkType=gs1:traceability`),
    )
    expect(documentOf(await ask(`${compressed}?linkType=linkset`))).toEqual(
      documentOf(await ask(`${UNIT}?linkType=linkset`)),
    )
    expect((await ask('/AAAAAAAA')).status).toBe(400)
  })

  it('5: exposes the uncompressed URI in the Link header as owl:sameAs', async () => {
    for (const query of ['', '?linkType=linkset', '?linkType=gs1:epil']) {
      expect((await ask(`/DBFKk4XBoOGgAIQYgow5JRhp6CI${query}`)).headers.link).toContain(
        `<${SCAN_PAGE}>; rel="owl:sameAs"`,
      )
    }
    expect((await ask(`/01/${GTIN}`)).headers.link).not.toContain('owl:sameAs')
  })

  it.each([
    ['a wrong check digit', '/01/09506000134353'],
    ['a GTIN of 13 digits', '/01/9506000134352'],
    ['qualifiers in another order', `/01/${GTIN}/21/A/10/B`],
    ['something behind the key', `/01/${GTIN}/foo`],
    ['a qualifier in the query', `/01/${GTIN}?10=A`],
    ['digits that are no AI in the query', `/01/${GTIN}?999=A`],
    ['a wrong date', `/01/${GTIN}?17=271332`],
    ['no key at all', '/products/honey'],
    ['nothing', '/'],
    ['a unit code of 15 characters', '/q/ABCDEFGHJKMNPQR'],
    ['a broken compressed part', '/DBFKk4XBoOGg'],
  ])('6: validates the URI and reports an error with 400: %s', async (_, target) => {
    const answer = await ask(target)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body).error).toMatchObject({ code: expect.any(String), message: expect.any(String) })
    expect(JSON.parse(answer.body).error.message.length).toBeGreaterThan(20)
  })

  it('7: never answers 200 with an error', async () => {
    const targets = ['/01/1', '/01/09506000134369', `/01/${GTIN}?linkType=gs1:epil`, `/q/1ABCDEFGHJKMNPQR`, '/x']
    for (const accept of ['*/*', 'text/html', 'application/linkset+json', null]) {
      for (const target of targets) expect((await ask(target, { accept })).status).toBeGreaterThanOrEqual(400)
    }
  })

  describe('8: answers linkType=linkset with the links of every level up to the key', () => {
    it('as RFC 9264 JSON, each level under its own uncompressed anchor', async () => {
      const answer = await ask(`${UNIT}?linkType=linkset`)
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toBe('application/linkset+json')
      const { linkset } = documentOf(answer)
      expect(linkset.map(({ anchor }) => anchor)).toEqual([SCAN_PAGE, `${PRODUCT}/10/L1`, PRODUCT])
      expect(linkset[1]?.[LINK_TYPES.traceability]).toEqual([
        { href: 'https://trace.test/lots/L1', title: 'Title of https://trace.test/lots/L1', type: 'application/json' },
      ])
      expect(linkset[2]?.[LINK_TYPES.pip]).toHaveLength(2)
      expect(linkset[2]?.itemDescription).toBe('Mật ong hoa nhãn')
    })

    it('with the former word "all" and by Accept: application/linkset+json too, without a redirect', async () => {
      const body = (await ask(`${UNIT}?linkType=linkset`)).body
      expect((await ask(`${UNIT}?linkType=all`)).body).toBe(body)
      const byAccept = await ask(UNIT, { accept: 'application/linkset+json' })
      expect([byAccept.status, byAccept.body]).toEqual([200, body])
      expect((await ask(UNIT, { accept: 'application/linkset+json;q=0' })).status).toBe(307)
    })

    it.each([
      ['*/*', 'application/linkset+json'],
      ['application/json', 'application/json'],
      ['application/ld+json', 'application/ld+json'],
      ['application/json;q=0.5, application/ld+json', 'application/ld+json'],
      ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html; charset=utf-8'],
      [null, 'text/html; charset=utf-8'],
      ['image/png', 'application/linkset+json'],
    ])('for Accept: %s as %s', async (accept, type) => {
      const answer = await ask(`${UNIT}?linkType=linkset`, { accept })
      expect(answer.headers['content-type']).toBe(type)
      expect(answer.headers.vary).toContain('Accept')
    })

    it('with the JSON-LD context as a Link, or inside for application/ld+json', async () => {
      expect((await ask(`${UNIT}?linkType=linkset`)).headers.link).toContain(
        `<${LINKSET_CONTEXT}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`,
      )
      const linkedData = JSON.parse((await ask(`${UNIT}?linkType=linkset`, { accept: 'application/ld+json' })).body)
      expect(linkedData['@context']).toBe(LINKSET_CONTEXT)
      expect(linkedData.linkset).toHaveLength(3)
    })

    it('as a page with every link, escaped, and the linked data in it', async () => {
      const evil: LinkLevel = {
        ...product,
        description: '<img src=x onerror=alert(1)>',
        links: [
          link(LINK_TYPES.pip, 'https://shop.test/?a="</script><script>', { title: '"><script>alert(1)</script>' }),
        ],
      }
      const answer = await resolve(
        { method: 'GET', target: `/01/${GTIN}?linkType=linkset`, accept: 'text/html', acceptLanguage: 'en' },
        { origin: ORIGIN, linksOf: () => [evil] },
      )
      expect(answer.body).toContain('<html lang="en">')
      expect(answer.body.match(/<script/g)).toHaveLength(1)
      expect(answer.body).not.toContain('<img')
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(answer.body)?.[1] ?? ''
      expect(JSON.parse(data).linkset[0].itemDescription).toBe('<img src=x onerror=alert(1)>')
    })
  })

  it('9: exposes the link set in a Link header, on redirects and 404 too', async () => {
    for (const query of ['', '?linkType=gs1:pip&context=VN', '?linkType=linkset', '?linkType=gs1:epil']) {
      expect((await ask(UNIT + query)).headers.link).toContain(
        `<${SCAN_PAGE}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`,
      )
    }
  })

  it('10: recognises exactly one default link for a request, with a title and nothing else', async () => {
    for (const target of [UNIT, `/01/${GTIN}/10/L1`, `/01/${GTIN}`, `/q/${CODE}`]) {
      const { linkset } = documentOf(await ask(`${target}?linkType=linkset`))
      const defaults = linkset.flatMap((level) => targetsOf(level, LINK_TYPES.defaultLink))
      expect(defaults).toHaveLength(1)
      expect(Object.keys(defaults[0] ?? {}).sort()).toEqual(['href', 'title'])
      expect(await locationOf(target)).toBe(defaults[0]?.href)
    }
  })

  it('11: gives every link a target, a link type and a title', async () => {
    const { linkset } = documentOf(await ask(`${UNIT}?linkType=linkset`))
    const entries = linkset.flatMap((level) =>
      Object.keys(level).map((name) => ({ name, targets: targetsOf(level, name) })),
    )
    const links = entries.filter(({ targets }) => targets.length > 0)
    expect(links.length).toBeGreaterThan(8)
    for (const { name, targets } of links) {
      expect(name).toMatch(/^https:\/\/ref\.gs1\.org\/voc\/[A-Za-z]+$/)
      for (const target of targets) {
        expect(new URL(target.href).protocol).toBe('https:')
        expect(target.title).not.toBe('')
      }
    }
  })

  describe('12: redirects to the default link unless the request matches a better one', () => {
    const english = `https://ocop.test/en/01/${GTIN}/21/${CODE}`
    const machine = `https://trace.test/verify/${CODE}`

    it.each([
      ['nothing is said', {}, SCAN_PAGE],
      ['the language is that of the default', { language: 'vi-VN,vi;q=0.9' }, SCAN_PAGE],
      ['any language is welcome', { language: '*' }, SCAN_PAGE],
      ['the language is unknown', { language: 'lo' }, SCAN_PAGE],
      ['the language is English', { language: 'en' }, english],
      ['the language is English of a region', { language: 'en-GB, vi;q=0.5' }, english],
      ['English is refused', { language: 'en;q=0' }, SCAN_PAGE],
      ['a browser asks', { accept: 'text/html,*/*;q=0.8' }, SCAN_PAGE],
      ['a program asks for JSON', { accept: 'application/json' }, machine],
      ['a program asks for JSON and refuses the rest', { accept: 'application/json, */*;q=0' }, machine],
    ])('when %s', async (_, headers, location) => {
      expect(await locationOf(UNIT, headers)).toBe(location)
    })
  })

  describe('13: redirects to the requested link type if available', () => {
    it.each([
      ['gs1:hasRetailers', 'https://shop.test/where?near=me'],
      [`${GS1_VOCABULARY}hasRetailers`, 'https://shop.test/where?near=me'],
      ['https://gs1.org/voc/hasRetailers', 'https://shop.test/where?near=me'],
      ['gs1:traceability', 'https://trace.test/lots/L1'],
      ['gs1:recallStatus', SCAN_PAGE],
      ['gs1:defaultLink', SCAN_PAGE],
    ])('%s, inherited from an upper level too', async (linkType, start) => {
      expect(await locationOf(`${UNIT}?linkType=${encodeURIComponent(linkType)}`)).toContain(start)
    })

    it.each([
      ['vi', 'https://shop.test/mat-ong'],
      ['en', 'https://shop.test/en/honey'],
      ['en-US', 'https://shop.test/en/honey'],
      ['fr, en;q=0.4, vi;q=0.3', 'https://shop.test/en/honey'],
      ['fr, en;q=0.3, vi;q=0.4', 'https://shop.test/mat-ong'],
    ])('in the language of Accept-Language: %s', async (language, href) => {
      expect(await locationOf(`/01/${GTIN}?linkType=gs1:pip`, { language })).toContain(href)
    })

    it.each([
      ['application/pdf', 'https://shop.test/decision.pdf'],
      ['text/html, */*;q=0.1', 'https://shop.test/decision?'],
      ['application/vc+jwt, text/html;q=0.9', 'https://shop.test/decision.vc'],
    ])('in the media type of Accept: %s', async (accept, start) => {
      expect(await locationOf(`/01/${GTIN}?linkType=gs1:certificationInfo`, { accept })).toContain(start)
    })

    it('in the context of the query', async () => {
      expect(await locationOf(`/01/${GTIN}?linkType=gs1:masterData&context=vn`)).toContain('/data-vn')
      expect(await locationOf(`/01/${GTIN}?linkType=gs1:masterData&context=LA`)).toContain('/data-la')
    })

    it.each(['gs1:epil', 'https://example.org/rel', 'schema:offers', 'nonsense', '', '<script>'])(
      'and answers 404 for one that is absent: %j',
      async (linkType) => {
        expect((await ask(`${UNIT}?linkType=${encodeURIComponent(linkType)}`)).status).toBe(404)
      },
    )

    it.each([
      ['gs1:pip', {}, 2],
      ['gs1:pip', { language: 'lo' }, 2],
      ['gs1:safetyInfo', { language: 'vi' }, 2],
      ['gs1:masterData', {}, 2],
      ['gs1:certificationInfo', {}, 3],
    ])('and answers 300 with the choices when nothing decides: %s %o', async (linkType, headers, choices) => {
      const answer = await ask(`${UNIT}?linkType=${linkType}`, headers)
      expect(answer.status).toBe(300)
      const { linkset } = documentOf(answer)
      expect(linkset).toHaveLength(1)
      expect(linkset[0]?.anchor).toBe(PRODUCT)
      expect(linkset[0]?.[GS1_VOCABULARY + linkType.slice(4)]).toHaveLength(choices)
      expect(answer.headers.location).toBeUndefined()
    })
  })

  it.each([
    ['?foo=bar', SCAN_PAGE, '?foo=bar'],
    ['?a=1&b=%C3%B4&a=2&flag', SCAN_PAGE, '?a=1&b=%C3%B4&a=2&flag'],
    ['?17=271231&x=y', SCAN_PAGE, '?17=271231&x=y'],
    ['?x=a|b"c', SCAN_PAGE, '?x=a%7Cb%22c'],
    ['?x=ô', SCAN_PAGE, '?x=%C3%B4'],
    ['?', SCAN_PAGE, ''],
  ])('14: passes the whole query string on: %s', async (query, href, expected) => {
    expect(await locationOf(UNIT + query)).toBe(href + expected)
  })

  it('14: passes the query string on behind that of the target and before its fragment', async () => {
    expect(await locationOf(`/01/${GTIN}?linkType=gs1:hasRetailers&k=v`)).toBe(
      'https://shop.test/where?near=me&linkType=gs1:hasRetailers&k=v#list',
    )
  })

  it('15: describes itself at /.well-known/gs1resolver', () => {
    expect(DESCRIPTION_PATH).toBe('/.well-known/gs1resolver')
    const options = { origin: ORIGIN, operator: 'Sao Làng', email: 'a@ocop.test', primaryKeys: ['01', '417'] }
    expect(resolverDescription({ ...options, contexts: ['VN'] })).toEqual({
      name: 'Sao Làng',
      resolverRoot: ORIGIN,
      supportedPrimaryKeys: ['01', '417'],
      supportedLinkType: [{ namespace: GS1_VOCABULARY, prefix: 'gs1:' }],
      supportedContextValuesEnumerated: ['VN'],
      linkTypeDefaultCanBeLinkset: false,
      jsonLdContextLocation: LINKSET_CONTEXT,
      contact: { fn: 'Sao Làng', hasEmail: 'a@ocop.test' },
    })
    expect(() => resolverDescription({ ...options, primaryKeys: ['10'] })).toThrow('AI (10) is no primary key')
    for (const origin of ['http://localhost:9100', 'http://127.0.0.1:9100', 'http://[::1]:9100']) {
      expect(resolverDescription({ ...options, origin }).resolverRoot).toBe(origin)
    }
  })

  it('16: uses the GS1 Web vocabulary and no link type of its own beside it', () => {
    for (const [name, uri] of Object.entries(LINK_TYPES)) expect(uri).toBe(`https://ref.gs1.org/voc/${name}`)
  })

  it('17: marks a redirect to the resolver of another company prefix with gs1:handledBy', async () => {
    const answer = await ask('/414/9520123456788/254/32a?x=y')
    expect(answer.status).toBe(307)
    expect(answer.headers.location).toBe('https://id.gs1.org/414/9520123456788/254/32a?x=y')
    expect(answer.headers.link).toBe(
      '<https://id.gs1.org/414/9520123456788/254/32a?x=y>; rel="https://ref.gs1.org/voc/handledBy"; title="GS1 resolver"',
    )
  })

  it.each(['/', '//'])('18: tolerates slashes at the end: %s', async (slash) => {
    for (const target of [UNIT, `/01/${GTIN}`, `/q/${CODE}`, '/DBFKk4XBoOGgAIQYgow5JRhp6CI']) {
      expect(await locationOf(target + slash)).toBe(await locationOf(target))
      expect(await locationOf(`${target}${slash}?a=b`)).toBe(await locationOf(`${target}?a=b`))
    }
  })
})

describe('the resolver besides', () => {
  it('answers a key that nobody registered with 404', async () => {
    expect((await ask('/01/09506000134369')).status).toBe(404)
    expect((await ask('/q/1ABCDEFGHJKMNPQR')).status).toBe(404)
  })

  it.each([
    [`/01/${GTIN}/21/UNKNOWN`, [PRODUCT]],
    [`/01/${GTIN}/10/UNKNOWN`, [PRODUCT]],
    [`/01/${GTIN}/10/L1/21/UNKNOWN`, [lot.anchor, PRODUCT]],
    [`/01/${GTIN}/22/X/10/L1`, [lot.anchor, PRODUCT]],
  ])('walks up from an unknown qualifier instead of failing: %s', async (target, anchors) => {
    expect(await locationOf(target)).toBe('https://shop.test/mat-ong')
    const { linkset } = documentOf(await ask(`${target}?linkType=linkset`))
    expect(linkset.map(({ anchor }) => anchor)).toEqual(anchors)
  })

  it('answers /q/{code} and the Digital Link of the same unit alike, in any spelling of the code', async () => {
    expect(await locationOf(`/q/${CODE}`)).toBe(await locationOf(UNIT))
    expect(await locationOf(`/Q/${CODE.toLowerCase()}`)).toBe(await locationOf(UNIT))
    expect((await ask(UNIT)).headers.link).toContain(`<${ORIGIN}/q/${CODE}>; rel="owl:sameAs"`)
  })

  it('writes targets so that a header and a browser can take them', async () => {
    const location = await locationOf(`/01/${GTIN}?linkType=gs1:instructions`)
    expect(location).toBe('https://shop.test/h%C6%B0%E1%BB%9Bng%20d%E1%BA%ABn?linkType=gs1:instructions')
    for (const value of Object.values((await ask(UNIT)).headers)) expect(value).toMatch(/^[\x20-\x7e]*$/)
  })

  it('asks for links once, with the levels from the finest up', async () => {
    const asked: ResolverItem[] = []
    await resolve(
      { method: 'GET', target: `/01/${GTIN}/10/L1/21/S1?17=271231`, accept: null, acceptLanguage: null },
      {
        origin: ORIGIN,
        linksOf: async (item) => {
          asked.push(item)
          return [product]
        },
      },
    )
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ kind: 'key', link: { attributes: [{ ai: '17', value: '271231' }] } })
    expect(asked[0]?.kind === 'key' && asked[0].levels.map((level) => buildDigitalLink(level, ORIGIN))).toEqual([
      `${PRODUCT}/21/S1`,
      `${PRODUCT}/10/L1`,
      PRODUCT,
    ])
  })

  it('does not ask for links of what is no Digital Link', async () => {
    const answer = await resolve(
      { method: 'GET', target: '/01/1', accept: null, acceptLanguage: null },
      {
        origin: ORIGIN,
        linksOf: () => {
          throw new Error('asked')
        },
      },
    )
    expect(answer.status).toBe(400)
  })

  it('answers 404 when no level has a default link', async () => {
    const answer = await resolve(
      { method: 'GET', target: `/01/${GTIN}`, accept: '*/*', acceptLanguage: null },
      { origin: ORIGIN, linksOf: () => [{ ...product, defaultLink: null }] },
    )
    expect(answer.status).toBe(404)
  })
})
