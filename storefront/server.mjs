import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import compression from 'compression'
import express from 'express'
import { accessLog } from './server/access-log.mjs'
import { parseEnv } from './server/env.mjs'
import { createHealthCheck } from './server/health.mjs'
import { createLog } from './server/log.mjs'
import { sendPlainPage } from './server/plain-page.mjs'
import { rateLimits } from './server/rate-limits.mjs'
import { requestId } from './server/request-id.mjs'
import { namedThing, resolverGateway } from './server/resolver-gateway.mjs'
import { isSameOrigin } from './server/same-origin.mjs'
import { contentSecurityPolicy, securityHeaders } from './server/security-headers.mjs'
import { badUrlStatus } from './server/url-guard.mjs'

const LARGEST_BODY = 64 * 1024
/**
 * Forms with files and how large they may be: a report with a photo, an inspector's photo, and entries of the journal with a few
 * photos and a paper, papers of the store. Those of the last three are signed in, or they are not read; papers are handed on as they come.
 */
const UPLOADS = [
  { path: /^\/bao-van-de$/, most: 10 * 1024 * 1024 + 32 * 1024 },
  { path: /^\/kiem-tra\/du-lieu\/photos$/, most: 10 * 1024 * 1024 + 16 * 1024 },
  { path: /^\/chu-the\/(ghi|minh-chung|buoc\/[^/]+)(\.data)?$/, most: 24 * 1024 * 1024 },
  { path: /^\/chu-the\/ho-so\/giay-to\/(them|[^/]+\/thay)(\.data)?$/, most: 100 * 1024 * 1024 + 64 * 1024 },
]
const GRACE_MS = 1000
const DRAIN_MS = 20_000
const METHODS = ['GET', 'HEAD', 'POST']

// React's development build is several times slower; it must be chosen before the application is loaded.
process.env.NODE_ENV ??= 'production'

const env = readEnv()
const log = createLog(env.LOG_LEVEL)
const https = env.STOREFRONT_URL.startsWith('https:')
const fixedHeaders = securityHeaders(https)
const health = createHealthCheck({ backend: env.BACKEND_URL, traceability: env.TRACE_URL })
let draining = false

const build = await loadBuild()
const { createRequestHandler } = await import('@remix-run/express')

const app = express()
app.disable('x-powered-by')
app.disable('etag')
app.set('trust proxy', env.TRUST_PROXY)
app.set('query parser', false)

app.use((req, res, next) => {
  const id = requestId(req.headers['x-request-id'])
  const nonce = randomBytes(16).toString('base64')
  res.locals.requestId = id
  res.locals.nonce = nonce
  req.headers['x-request-id'] = id
  res.set(fixedHeaders)
  res.set('X-Request-Id', id)
  res.set('Content-Security-Policy', contentSecurityPolicy(nonce, https, req.path))
  if (draining) res.set('Connection', 'close')
  next()
})

app.get('/live', (_req, res) => {
  res.set('Cache-Control', 'no-store').json({ status: 'ok' })
})
app.get('/health', async (_req, res) => {
  const answer = await health()
  const status = draining ? 'draining' : answer.status
  res
    .status(status === 'ok' || status === 'degraded' ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json({ ...answer, status })
})

app.use(accessLog(log))
app.use((req, res, next) => {
  // Programs of other origins ask first what they may do with open data; pages are for browsers.
  const asksFirst = req.method === 'OPTIONS' && (req.path.startsWith('/trace/') || namedThing(req.path) !== null)
  if (!METHODS.includes(req.method) && !asksFirst) return sendPlainPage(res.set('Allow', METHODS.join(', ')), 405)
  const status = isReadableHost(req.headers.host) ? badUrlStatus(req.originalUrl) : 400
  if (status) return sendPlainPage(res, status)
  next()
})
app.use(compression())
app.use('/assets', express.static(pathOf('build/client/assets'), { immutable: true, maxAge: '1y', index: false }))
app.use('/assets', (_req, res) => res.status(404).set('Cache-Control', 'no-store').type('text').send('Not found\n'))
const publicFiles = new Set(readdirSync(pathOf('build/client')).map((name) => `/${name}`))
const servePublicFile = express.static(pathOf('build/client'), { maxAge: '1h', index: false, redirect: false })
app.use((req, res, next) => (publicFiles.has(req.path) ? servePublicFile(req, res, next) : next()))
app.use(rateLimits(env.RATE_LIMIT_SCALE))
app.use(resolverGateway({ traceUrl: env.TRACE_URL, internalToken: env.TRACE_INTERNAL_TOKEN, log }))

app.post(
  '/csp-report',
  express.json({ type: ['application/csp-report', 'application/reports+json', 'application/json'], limit: 16_384 }),
  (req, res) => {
    for (const report of [req.body].flat().slice(0, 10)) {
      const body = report?.['csp-report'] ?? report?.body ?? {}
      log('warn', 'csp_report', {
        requestId: res.locals.requestId,
        directive: short(body['violated-directive'] ?? body.effectiveDirective),
        blocked: short(body['blocked-uri'] ?? body.blockedURL),
        document: short(body['document-uri'] ?? body.documentURL),
      })
    }
    res.status(204).end()
  },
)

app.use((req, res, next) => {
  if (req.method !== 'POST') return next()
  const { origin, 'sec-fetch-site': fetchSite } = req.headers
  if (!isSameOrigin({ origin, fetchSite: fetchSite?.toString(), host: req.get('host') })) return sendPlainPage(res, 403)
  // A body without a stated length could grow without end; browsers always state it for forms.
  const most = UPLOADS.find(({ path }) => path.test(req.path))?.most ?? LARGEST_BODY
  if (req.headers['transfer-encoding'] || Number(req.headers['content-length'] ?? 0) > most) {
    return sendPlainPage(res, 413)
  }
  next()
})

app.all(
  '*',
  createRequestHandler({
    build,
    getLoadContext: (req, res) => ({
      requestId: res.locals.requestId,
      nonce: res.locals.nonce,
      clientIp: req.ip,
      clientProvince: provinceOf(req),
    }),
  }),
)

app.use(
  /** @type {import('express').ErrorRequestHandler} */
  (
    (error, req, res, _next) => {
      const status = error?.status === 400 || error?.status === 413 ? error.status : 500
      if (status === 500) {
        log('error', 'unhandled', {
          requestId: res.locals.requestId,
          path: req.path.slice(0, 200),
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        })
      }
      if (res.headersSent) return res.destroy()
      sendPlainPage(res, status)
    }
  ),
)

const server = app.listen(env.PORT, env.HOST, () => {
  log('info', 'listening', { url: `http://${env.HOST}:${env.PORT}` })
})
// A photo over a weak signal takes its time.
server.requestTimeout = 120_000
server.headersTimeout = 15_000
server.on('error', (error) => {
  const busy = 'code' in error && error.code === 'EADDRINUSE'
  process.stderr.write(
    busy
      ? `The storefront cannot start: port ${env.PORT} on ${env.HOST} is in use. Stop the other program or set PORT.\n`
      : `The storefront cannot listen on ${env.HOST}:${env.PORT}: ${error.message}\n`,
  )
  process.exit(1)
})

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) process.on(signal, stop)

function stop() {
  if (draining) return
  draining = true
  log('info', 'draining')
  // Clients that keep a connection are told to close it with their next answer; cutting it would lose a request on its way.
  setTimeout(() => {
    server.close(() => {
      log('info', 'stopped')
      process.exit(0)
    })
    server.closeIdleConnections()
  }, GRACE_MS)
  setTimeout(() => {
    server.closeAllConnections()
    process.exit(0)
  }, DRAIN_MS).unref()
}

function readEnv() {
  try {
    return parseEnv(process.env)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  }
}

/** @returns {Promise<import('@remix-run/node').ServerBuild>} */
async function loadBuild() {
  const entry = new URL('build/server/index.js', import.meta.url).href
  try {
    return await import(entry)
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      error.code === 'ERR_MODULE_NOT_FOUND' &&
      error.message.includes('build/server')
    ) {
      process.stderr.write('The storefront is not built yet. Run: npm run build -w storefront\n')
      process.exit(1)
    }
    throw error
  }
}

function pathOf(/** @type {string} */ relative) {
  return fileURLToPath(new URL(relative, import.meta.url))
}

function isReadableHost(/** @type {string | undefined} */ host) {
  return host !== undefined && /^[A-Za-z0-9.\-_]+(:\d{1,5})?$|^\[[0-9a-fA-F:.]+\](:\d{1,5})?$/.test(host)
}

/** The visitor's province as the proxy in front states it; without a trusted proxy anybody could. */
function provinceOf(/** @type {import('express').Request} */ req) {
  if (!env.CLIENT_PROVINCE_HEADER || env.TRUST_PROXY === 0) return undefined
  const stated = req.get(env.CLIENT_PROVINCE_HEADER)
  return stated !== undefined && /^[0-9]{2}$/.test(stated) ? stated : undefined
}

function short(/** @type {unknown} */ value) {
  return typeof value === 'string' ? value.split('?', 1)[0]?.slice(0, 200) : undefined
}
