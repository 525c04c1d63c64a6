import { type DecompressedLink, decompressDigitalLink } from '../verify/gs1/compression.ts'
import { buildDigitalLink, type DigitalLink, keyLevels, parseDigitalLink } from '../verify/gs1/digital-link.ts'
import { Gs1SyntaxError } from '../verify/gs1/gs1-syntax-error.ts'
import { readUnitCode } from '../verify/unit-code-text.ts'
import {
  type Choice,
  chooseByType,
  chooseDefault,
  languageQuality,
  type Preference,
  readPreferences,
  type Wishes,
} from './choose-link.ts'
import { LINK_TYPES, readLinkType, type WantedLinkType } from './link-types.ts'
import {
  LINKSET_CONTEXT,
  type LinkLevel,
  type LinksetDocument,
  linksetDocument,
  linksetHtml,
  linksetJsonLd,
} from './linkset.ts'

export interface ResolverRequest {
  method: string
  /** Path and query as sent, still encoded: `/01/09506000134352?linkType=gs1:pip`. */
  target: string
  accept: string | null
  acceptLanguage: string | null
}

export interface ResolverAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: string
}

/** What a request names: a GS1 key with its levels from the finest up, or one of our units without a GTIN. */
export type ResolverItem =
  | { kind: 'key'; link: DigitalLink; levels: readonly DigitalLink[] }
  | { kind: 'unit'; code: string }

/**
 * What is known of an item: the levels that have links, from the finest (unit) over the lot to the product; none for an
 * item that nobody registered. A level that is unknown is left out: an unknown serial still finds its product.
 * Or another resolver that knows all keys of that company prefix.
 */
export type LinksByLevel = readonly LinkLevel[] | { handledBy: { href: string; title: string } }

export interface ResolverOptions {
  /** Public origin without trailing slash, the subject of all links. */
  origin: string
  linksOf(item: ResolverItem): Promise<LinksByLevel> | LinksByLevel
}

type Representation = 'application/linkset+json' | 'application/json' | 'application/ld+json' | 'text/html'

const REPRESENTATIONS: readonly Representation[] = [
  'application/linkset+json',
  'application/json',
  'application/ld+json',
  'text/html',
]

const METHODS = 'GET, HEAD, OPTIONS'

const COMMON_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': METHODS,
  'access-control-allow-headers': 'Accept, Accept-Language',
  'access-control-expose-headers': 'Link, Location',
  'cross-origin-resource-policy': 'cross-origin',
  vary: 'Accept, Accept-Language',
  'cache-control': 'no-cache',
}

/** A request after its syntax was checked. */
interface Asked {
  item: ResolverItem
  /** The uncompressed URI of the item without query. */
  uri: string
  /** The query to pass on, as sent, without `?`. */
  query: string
  compressed: boolean
  linkType: string | null
  wishes: Wishes
}

/**
 * Answers a request for `/01/…`, any other GS1 key, its compressed form, or `/q/{code}` as a GS1-Conformant Resolver 1.2
 * does: a redirect (307) to the link that fits best, the link set (200), several links that nothing separates (300), 404
 * for what nobody registered, 400 for what is no Digital Link, 405 for another method.
 * In: the request, the origin and where links come from. Errors of `linksOf` go through; nothing else is thrown.
 */
export async function resolve(request: ResolverRequest, options: ResolverOptions): Promise<ResolverAnswer> {
  if (request.method === 'OPTIONS') {
    return { status: 204, headers: { ...COMMON_HEADERS, allow: METHODS }, body: '' }
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return problem(405, 'wrong_method', `A link can be asked for with ${METHODS} only`, { allow: METHODS })
  }
  const answer = await answerGet(request, options)
  return request.method === 'HEAD' ? { ...answer, body: '' } : answer
}

async function answerGet(request: ResolverRequest, options: ResolverOptions): Promise<ResolverAnswer> {
  const read = readRequest(request, options.origin)
  if (read instanceof Gs1SyntaxError) return problem(400, read.code, read.message)
  const found = await options.linksOf(read.item)
  if ('handledBy' in found) return forwarded(read, found.handledBy)
  if (found.length === 0) return problem(404, 'not_registered', 'Nothing is registered for this identifier')
  const levels = found.map((level) => ({ ...level, links: level.links.map(withEncodedHref) }))

  const wanted = read.linkType === null ? null : readLinkType(read.linkType)
  if (read.linkType !== null && wanted === null) return noSuchType(read, levels)
  if (wanted?.kind === 'linkset' || (wanted === null && asksForLinkset(read.wishes.mediaTypes))) {
    return linksetAnswer(200, read, levels, linksetDocument(levels), request)
  }
  return chosen(read, levels, wanted, request)
}

function chosen(
  asked: Asked,
  levels: readonly LinkLevel[],
  wanted: Extract<WantedLinkType, { kind: 'type' }> | null,
  request: ResolverRequest,
): ResolverAnswer {
  const choice: Choice = wanted ? chooseByType(levels, wanted.uri, asked.wishes) : chooseDefault(levels, asked.wishes)
  if (choice.kind === 'link') {
    const headers = { ...headersOf(asked, levels), location: passQueryOn(encodedHref(choice.href), asked.query) }
    return { status: 307, headers, body: '' }
  }
  if (choice.kind === 'none') {
    return wanted
      ? noSuchType(asked, levels)
      : problem(404, 'no_default_link', 'There is no default link for this item')
  }
  const only = linksetDocument([{ ...choice.level, defaultLink: null, links: choice.links }])
  return linksetAnswer(300, asked, levels, only, request)
}

/** Reads path, query and headers. A slash at the end is tolerated, a compressed path is read where a plain one is not. */
function readRequest({ target, accept, acceptLanguage }: ResolverRequest, origin: string): Asked | Gs1SyntaxError {
  const mark = target.indexOf('?')
  const path = (mark < 0 ? target : target.slice(0, mark)).replace(/\/+$/, '')
  const query = mark < 0 ? '' : target.slice(mark + 1)
  const parameters = new URLSearchParams(query)
  const rest = {
    query,
    compressed: false,
    linkType: parameters.get('linkType') ?? parameters.get('linktype'),
    wishes: {
      languages: readPreferences(acceptLanguage),
      mediaTypes: readPreferences(accept),
      context: parameters.get('context'),
    },
  }
  const unit = /^\/q\/([^/]+)$/i.exec(path)?.[1]
  if (unit !== undefined) {
    const code = readUnitCode(unit)
    if (code === null) return new Gs1SyntaxError('not_a_digital_link', 'This is no unit code of 16 characters')
    return { ...rest, item: { kind: 'unit', code }, uri: `${origin}/q/${code}` }
  }
  try {
    return { ...rest, ...keyItem(parseDigitalLink(`${origin}${path}${encodedQuery(query)}`), origin) }
  } catch (error) {
    if (!(error instanceof Gs1SyntaxError)) throw error
    const link = decompressed(path)
    if (!link) return error
    const pairs = link.attributes.map(({ ai, value }) => `${ai}=${encodeURIComponent(value)}`)
    const wholeQuery = [...pairs, ...link.otherParameters, query].filter((part) => part !== '').join('&')
    return { ...rest, ...keyItem(link, origin), query: wholeQuery, compressed: true }
  }
}

function keyItem(link: DigitalLink, origin: string): Pick<Asked, 'item' | 'uri'> {
  const { primaryKey, qualifiers, attributes } = link
  return {
    item: { kind: 'key', link: { primaryKey, qualifiers, attributes }, levels: keyLevels(link) },
    uri: buildDigitalLink({ primaryKey, qualifiers, attributes: [] }, origin),
  }
}

function decompressed(path: string): DecompressedLink | null {
  try {
    return decompressDigitalLink(path)
  } catch (error) {
    if (error instanceof Gs1SyntaxError) return null
    throw error
  }
}

/** Browsers leave some characters bare that no URI may hold; they are no reason to refuse a scan. */
function encodedQuery(query: string): string {
  return query === '' ? '' : `?${query.replace(/[^A-Za-z0-9\-._~:/?[\]@!$&'()*+,;=%]/gu, encodeCharacter)}`
}

function encodeCharacter(character: string): string {
  return /^[\uD800-\uDFFF]$/.test(character) ? '%EF%BF%BD' : encodeURIComponent(character)
}

/** The whole query string of the request goes on to the target, behind its own, before its fragment (section 2.12). */
function passQueryOn(href: string, query: string): string {
  if (query === '') return href
  const [address = '', ...fragment] = href.split('#')
  const joined = `${address}${address.includes('?') ? '&' : '?'}${encodedQuery(query).slice(1)}`
  return [joined, ...fragment].join('#')
}

function forwarded(asked: Asked, { href, title }: { href: string; title: string }): ResolverAnswer {
  const uri = new URL(asked.uri)
  const location = passQueryOn(encodedHref(href).replace(/\/+$/, '') + uri.pathname, asked.query)
  const link = linkHeader(location, LINK_TYPES.handledBy, { title })
  return { status: 307, headers: { ...COMMON_HEADERS, location, link }, body: '' }
}

function linksetAnswer(
  status: 200 | 300,
  asked: Asked,
  levels: readonly LinkLevel[],
  document: LinksetDocument,
  request: ResolverRequest,
): ResolverAnswer {
  const type = representation(request.accept, asked.wishes.mediaTypes)
  const language = preferredLanguage(asked.wishes.languages)
  const headers = { ...headersOf(asked, levels), 'content-type': contentType(type) }
  if (type === 'text/html') return { status, headers, body: linksetHtml(document, language) }
  if (type === 'application/ld+json') return { status, headers, body: JSON.stringify(linksetJsonLd(document)) }
  const context = linkHeader(LINKSET_CONTEXT, 'http://www.w3.org/ns/json-ld#context', { type: 'application/ld+json' })
  return { status, headers: { ...headers, link: `${headers.link}, ${context}` }, body: JSON.stringify(document) }
}

function noSuchType(asked: Asked, levels: readonly LinkLevel[]): ResolverAnswer {
  const message = `There is no link of the type "${asked.linkType ?? ''}"; ask with linkType=linkset for those there are`
  return problem(404, 'no_such_link_type', message, headersOf(asked, levels))
}

/** The way to the link set stands in every answer about an item; other names of it too. */
function headersOf(asked: Asked, levels: readonly LinkLevel[]): Record<string, string> & { link: string } {
  const linkset = linkHeader(`${asked.uri}?linkType=linkset`, 'linkset', {
    type: 'application/linkset+json',
    title: 'All links of this item',
  })
  const same = [...(asked.compressed ? [asked.uri] : []), ...(levels[0]?.sameAs ?? [])]
  return { ...COMMON_HEADERS, link: [linkset, ...same.map((uri) => linkHeader(uri, 'owl:sameAs', {}))].join(', ') }
}

/** One value of a Link header (RFC 8288); text outside ASCII has no place there and is left out. */
function linkHeader(href: string, rel: string, more: { type?: string; title?: string }): string {
  const parameters = Object.entries({ rel, ...more }).flatMap(([name, value]) =>
    /^[ !#-[\]-~]*$/.test(value) ? [`; ${name}="${value}"`] : [],
  )
  return `<${encodedHref(href)}>${parameters.join('')}`
}

function withEncodedHref<T extends { href: string }>(link: T): T {
  return { ...link, href: encodedHref(link.href) }
}

/** As a header and a browser take it: absolute, percent-encoded. Throws TypeError on what is no URL. */
function encodedHref(href: string): string {
  return new URL(href).href.replaceAll('>', '%3E')
}

function asksForLinkset(mediaTypes: readonly Preference[]): boolean {
  return mediaTypes.some(({ value, weight }) => value === 'application/linkset+json' && weight > 0)
}

/** HTML for browsers and for those who name no media type (section 2.10), else the JSON that is wanted most. */
function representation(accept: string | null, mediaTypes: readonly Preference[]): Representation {
  if (accept === null || accept.trim() === '') return 'text/html'
  const named = mediaTypes
    .filter(({ value, weight }) => weight > 0 && REPRESENTATIONS.some((type) => type === value))
    .sort((a, b) => b.weight - a.weight)[0]
  return REPRESENTATIONS.find((type) => type === named?.value) ?? 'application/linkset+json'
}

function contentType(type: Representation): string {
  return type === 'text/html' ? 'text/html; charset=utf-8' : type
}

function preferredLanguage(languages: readonly Preference[]): 'vi' | 'en' {
  return languageQuality(['en'], languages) > languageQuality(['vi'], languages) ? 'en' : 'vi'
}

function problem(
  status: 400 | 404 | 405,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): ResolverAnswer {
  return {
    status,
    headers: { ...COMMON_HEADERS, ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ error: { code, message } }),
  }
}
