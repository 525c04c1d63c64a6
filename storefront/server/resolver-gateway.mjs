import http from 'node:http'
import https from 'node:https'
import { decompressDigitalLink } from '@sao-lang/traceability/verify/gs1/compression'
import { PASSED_ON_HEADERS } from './passed-on-headers.mjs'
import { sendPlainPage } from './plain-page.mjs'

/** Keys a GS1 Digital Link may begin with (GS1 Digital Link: URI Syntax 1.6, 4.3). */
export const PRIMARY_KEYS = new Set('00 01 253 255 401 402 414 415 417 8003 8004 8006 8010 8013 8017 8018'.split(' '))

/** What a resolver answers with besides links; the first one is what browsers want. */
const REPRESENTATIONS = ['text/html', 'application/linkset+json', 'application/json', 'application/ld+json']

const PATIENCE_MS = 4_000
const LARGEST_ANSWER = 2 * 1024 * 1024

/**
 * What stands at an address: `unit`, which has a page here and links at the resolver; `item`, of which only the resolver
 * knows; null for every other page. In: the path as sent.
 * @param {string} path
 * @returns {'unit' | 'item' | null}
 */
export function namedThing(path) {
  if (path === '/.well-known/gs1resolver') return 'item'
  if (/^\/q\/[^/]+\/*$/i.test(path) || /^\/01\/.+\/21\/[^/]+\/*$/.test(path)) return 'unit'
  const key = /^\/([0-9]{2,4})\/[^/]/.exec(path)?.[1]
  if (key !== undefined) return PRIMARY_KEYS.has(key) ? 'item' : null
  return isCompressed(path.replace(/\/+$/, '')) ? 'item' : null
}

/**
 * Whether only the resolver can answer: a preflight, a named link type, data rather than a page, or an item without a page.
 * @param {{ method: string, thing: 'unit' | 'item', query: string, wantsData: boolean }} question
 */
export function isForResolver({ method, thing, query, wantsData }) {
  return thing === 'item' || method === 'OPTIONS' || wantsData || namesLinkType(query)
}

/**
 * The same address for people and for programs (GS1-Conformant Resolver 1.2, content negotiation): hands to the
 * traceability service's resolver, with path and query as sent, what asks for links or data, and lets the pages answer
 * the rest. A browser gets the site's own error page where the resolver knows nothing.
 * @param {{ traceUrl: string, internalToken: string, log: ReturnType<typeof import('./log.mjs').createLog> }} parts
 * @returns {import('express').RequestHandler}
 */
export function resolverGateway({ traceUrl, internalToken, log }) {
  return (req, res, next) => {
    const [path = '', query = ''] = splitOnce(req.originalUrl, '?')
    const thing = ['GET', 'HEAD', 'OPTIONS'].includes(req.method) ? namedThing(path) : null
    if (thing === null) return next()
    res.vary('Accept, Accept-Language')
    const wanted = req.accepts(REPRESENTATIONS)
    const wantsData = wanted !== false && wanted !== 'text/html'
    if (!isForResolver({ method: req.method, thing, query, wantsData })) return next()

    const asked = ask(traceUrl, req, { internalToken, requestId: String(res.locals.requestId) }).then(
      (answer) => {
        if (leadsBackHere(answer, path, query)) return next()
        const forPeople = !wantsData && !namesLinkType(query) && req.method !== 'OPTIONS'
        if (forPeople && answer.status >= 400 && answer.status < 500 && answer.status !== 429) return next()
        for (const name of PASSED_ON_HEADERS) {
          const value = answer.headers[name]
          if (value !== undefined && name !== 'vary') res.setHeader(name, value)
        }
        res.status(answer.status).end(answer.body)
      },
      (cause) => {
        log('error', 'resolver_unreachable', { requestId: res.locals.requestId, cause: String(cause) })
        res.set('Retry-After', '5')
        if (!wantsData) return sendPlainPage(res, 503)
        const message = 'Links cannot be read at the moment. Try again shortly.'
        res
          .status(503)
          .set('Cache-Control', 'no-store')
          .json({ error: { code: 'unavailable', message, requestId: res.locals.requestId } })
      },
    )
    asked.catch(next)
  }
}

/**
 * Asks with the raw target: `fetch` would write some of it anew. The service believes the address of the visitor because of
 * the token, so that its limits are per visitor; none of its internal routes begins like an item.
 * @param {string} traceUrl
 * @param {import('express').Request} req
 * @param {{ internalToken: string, requestId: string }} caller
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
function ask(traceUrl, req, { internalToken, requestId }) {
  const { protocol, hostname, port } = new URL(traceUrl)
  const { accept, 'accept-language': language } = req.headers
  const options = {
    hostname,
    port,
    path: req.originalUrl,
    method: req.method,
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      authorization: `Bearer ${internalToken}`,
      'x-request-id': requestId,
      ...(req.ip ? { 'x-client-ip': req.ip } : {}),
      ...(accept ? { accept } : {}),
      ...(language ? { 'accept-language': language } : {}),
    },
  }
  return new Promise((resolve, reject) => {
    const asked = (protocol === 'https:' ? https : http).request(options, (answer) => {
      /** @type {Buffer[]} */
      const chunks = []
      let size = 0
      answer.on('data', (/** @type {Buffer} */ chunk) => {
        chunks.push(chunk)
        size += chunk.length
        if (size > LARGEST_ANSWER) answer.destroy(new Error('the answer of the resolver is too large'))
      })
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

/**
 * Whether the link that was chosen is the page at this very address, asked in the same words: then the page answers, as a
 * redirect would come back here for ever.
 * @param {{ status: number, headers: import('node:http').IncomingHttpHeaders }} answer
 * @param {string} path
 * @param {string} query
 */
function leadsBackHere({ status, headers }, path, query) {
  const { location } = headers
  if (status !== 307 || location === undefined || !URL.canParse(location)) return false
  const target = new URL(location)
  const here = new URL(path, target)
  if (decodeURIComponent(target.pathname) !== decodeURIComponent(here.pathname)) return false
  const said = new URLSearchParams(query)
  return [...target.searchParams].every(([name, value]) => said.getAll(name).includes(value))
}

/** @param {string} query */
function namesLinkType(query) {
  const parameters = new URLSearchParams(query)
  return parameters.has('linkType') || parameters.has('linktype')
}

/** @param {string} path */
function isCompressed(path) {
  if (!/^\/[A-Za-z0-9_-]{10,}$/.test(path)) return false
  try {
    decompressDigitalLink(path)
    return true
  } catch {
    return false
  }
}

/**
 * @param {string} text
 * @param {string} mark
 */
function splitOnce(text, mark) {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}
