import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { checkpointFile } from '../log/checkpoint-memory.ts'
import { createLogWriter } from '../log/log-writer.ts'
import { accessReader } from '../storage/api-tokens.ts'
import { pipelinedReader } from '../storage/pipelined-reader.ts'
import { keepProbingSign } from '../storage/probing.ts'
import { clientWithDeadline } from '../storage/statement-deadline.ts'
import { deviceHasher } from '../verdicts/asking-device.ts'
import { CLONE_SETTINGS } from '../verdicts/clone-settings.ts'
import { probingMonitor } from '../verdicts/probing.ts'
import { createScanLog } from '../verdicts/scan-log.ts'
import { createVerifier } from '../verdicts/verifier.ts'
import { bearerCheck, requestIdOf } from './caller.ts'
import { type CloneWatch, startCloneWatch } from './clone-watch.ts'
import { credentialRoutes } from './credential-routes.ts'
import type { Environment } from './environment.ts'
import { epcisRoutes } from './epcis-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { healthCheck } from './health.ts'
import { inspectionRoutes } from './inspection-routes.ts'
import { internalRoutes } from './internal-routes.ts'
import { startCredentials, startSequencer, startUpkeep } from './jobs.ts'
import { labelRoutes } from './label-routes.ts'
import type { Log } from './log.ts'
import { logRoutes } from './log-routes.ts'
import { lotBookRoutes } from './lot-book-routes.ts'
import { lotRoutes } from './lot-routes.ts'
import { operatorRoutes } from './operator-routes.ts'
import type { OutboundRules } from './outbound.ts'
import { publicRoutes } from './public-routes.ts'
import { resolverRoutes } from './resolver-routes.ts'
import { errorAnswer, HttpError, isDefect, json, send } from './respond.ts'
import { type Answer, createRouter, type Match, type Route } from './router.ts'
import { scratchRoutes } from './scratch-routes.ts'
import { startSubscriptions } from './subscription-jobs.ts'
import { subscriptionRoutes } from './subscription-routes.ts'
import { unitRoutes } from './unit-routes.ts'

export interface Service {
  /** Listens; resolves with the port. Throws when the port is taken. Does not wait for the database. */
  start(): Promise<number>
  /** Not ready, then no new connections, open requests answered, scans written, connections closed. */
  stop(): Promise<void>
}

/** How long probes see "stopping" while requests are still answered, so that a proxy can turn away. */
const NOT_READY_MS = 1_000
const DRAIN_MS = 15_000
const CLOSE_MS = 5_000

/** A connection, or a turn for one; then the statement. Together below the four seconds a scan page waits. */
const CONNECT_MS = 2_000
const ANSWER_MS = 1_500
const WRITE_MS = 5_000
const EVENTS_MS = 20_000

/** Pipelined connections for scans: two keep one busy and one spare; more cost more processor time, not less. */
const LANES = 2

/** Answers beyond this many waiting for the database are refused at once: they would only be late. */
const MOST_WAITING = 1_000

const OPERATOR = 'Sao Làng'

const PROBES = new Set(['/live', '/health'])

export function createService(environment: Environment, log: Log): Service {
  const pool = connectionPool(environment, log, environment.TRACE_POOL_SIZE, ANSWER_MS)
  const reader = pipelinedReader(connectionConfig(environment), clientWithDeadline(ANSWER_MS), LANES)
  // Writers have their own connections and more time: a slow import never holds up a scan.
  const writers = connectionPool(environment, log, 3, WRITE_MS)
  // Partners' queries and captures may be long; they have connections of their own, so that scans never wait for them. Only
  // their look-ups by key may keep plans.
  const events = connectionPool(environment, log, 3, EVENTS_MS, false)
  const lookUps = { db: connectionPool(environment, log, 3, EVENTS_MS), pooler: environment.TRACE_POOLER }
  const captures = connectionPool(environment, log, 3, EVENTS_MS, false)
  const deliveries = connectionPool(environment, log, 3, EVENTS_MS, false)
  const scanLog = createScanLog(writers, environment.TRACE_POOLER, (error, dropped) => {
    log.write('warn', 'scans could not be written and wait', { reason: reasonOf(error), dropped })
  })
  // Poolers that take no named statements are not trusted with pipelines either.
  const pipelined = environment.TRACE_POOLER === 'none'
  const verifier = createVerifier(pipelined ? reader : pool, environment.ring, environment.TRACE_POOLER)
  let cloneWatch: CloneWatch | null = null
  const probing = probingMonitor(
    () => cloneWatch?.settings() ?? CLONE_SETTINGS,
    (sign) => {
      keepProbingSign(writers, sign).catch((error: unknown) => {
        log.write('warn', 'a sign of probing could not be kept', { kind: sign.kind, reason: reasonOf(error) })
      })
    },
  )
  let stopping = false
  const health = healthCheck(pool, scanLog, () => stopping)

  // Evidence is read under the site's name, the one that is printed and signed; the site hands it on.
  const addresses = { storefrontUrl: environment.STOREFRONT_URL, traceUrl: `${environment.STOREFRONT_URL}/trace` }

  const devices = deviceHasher(environment.SCAN_PEPPER)
  const secret = environment.SCAN_PEPPER
  const accessOf = accessReader(lookUps)
  const outbound = outboundRules(environment)

  const route = createRouter([
    ...publicRoutes({
      pool,
      verifier,
      scanLog,
      devices,
      probing,
      storefrontUrl: environment.STOREFRONT_URL,
    }),
    ...scratchRoutes({ pool: writers, rings: { codes: environment.ring, scratch: environment.scratch }, devices }),
    ...internalRoutes(writers, environment.ring, verifier, environment.issuer),
    ...lotRoutes(writers),
    ...lotBookRoutes(writers),
    ...labelRoutes({
      pool: writers,
      keys: { ring: environment.ring, signer: environment.labelSigner },
      storefrontUrl: environment.STOREFRONT_URL,
    }),
    ...unitRoutes({ pool: writers, codes: environment.ring, scratch: environment.scratch }),
    ...operatorRoutes({ pool: writers, ring: environment.ring, verifier }),
    ...inspectionRoutes({
      pool: events,
      verifier,
      ring: environment.ring,
      issuer: environment.issuer,
      labelSigner: environment.labelSigner,
      logSigner: environment.logSigner,
    }),
    ...logRoutes({ pool, signer: environment.logSigner }),
    ...credentialRoutes({ pool, writers, issuer: environment.issuer }),
    ...epcisRoutes({ accessOf, pool: events, lookUps, writers: captures, secret, log }),
    ...subscriptionRoutes({ accessOf, pool: events, writers: captures, secret, outbound, log }),
    ...exportRoutes({ pool: events, addresses }),
    ...healthRoutes(health),
    // Behind all others: it takes every path of a single segment.
    ...resolverRoutes({ pool, verifier, ...addresses, operator: OPERATOR }),
  ])
  const trusts = bearerCheck(environment.TRACE_INTERNAL_TOKEN)

  async function answerOf(incoming: IncomingMessage, requestId: string, match: Match, url: URLParts): Promise<Answer> {
    if (match.kind === 'none') throw new HttpError(404, 'not_found', 'There is nothing at this address')
    if (match.kind === 'wrong_method') {
      throw new HttpError(405, 'method_not_allowed', `This address takes ${match.allowed.join(', ')}`, {
        headers: { allow: match.allowed.join(', ') },
      })
    }
    if (!PROBES.has(match.route.pattern) && pool.waitingCount + reader.inFlight() > MOST_WAITING) {
      throw new HttpError(503, 'overloaded', 'Too many requests are waiting. Please try again shortly.', {
        headers: { 'retry-after': '2' },
      })
    }
    return match.route.handle({
      incoming,
      requestId,
      params: match.params,
      query: new URLSearchParams(url.query),
      trusted: trusts(incoming),
    })
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now()
    const requestId = requestIdOf(incoming)
    const url = urlParts(incoming.url ?? '/')
    const match = route(incoming.method ?? 'GET', url.path)
    let answer: Answer
    let failure: unknown = null
    try {
      answer = await answerOf(incoming, requestId, match, url)
    } catch (error) {
      failure = error
      answer = errorAnswer(error, requestId)
      if (isDefect(error))
        log.write('error', 'request failed', { requestId, reason: reasonOf(error), stack: stackOf(error) })
    }
    answer.headers['x-request-id'] = requestId
    if (!response.headersSent && !response.destroyed) send(incoming, response, answer, stopping)
    // The pattern, never the path: codes and refs stay out of the log.
    const pattern = match.kind === 'found' ? match.route.pattern : null
    const quiet = pattern !== null && PROBES.has(pattern)
    log.write(quiet ? 'debug' : answer.status >= 500 ? 'warn' : 'info', 'request', {
      requestId,
      method: incoming.method,
      route: pattern,
      status: answer.status,
      milliseconds: Math.round((performance.now() - started) * 10) / 10,
      ...(answer.status >= 500 && failure !== null ? { reason: reasonOf(failure) } : {}),
    })
  }

  const server = createServer(
    { requestTimeout: 15_000, headersTimeout: 10_000, keepAliveTimeout: 30_000, maxHeaderSize: 16_384 },
    (incoming, response) => void handle(incoming, response),
  )
  let stopJobs: () => Promise<void> = async () => {}

  return {
    async start() {
      const port = await listen(server, environment.PORT, environment.HOST)
      const watch = startCloneWatch(writers, log)
      cloneWatch = watch
      const stops = [
        startUpkeep(writers, log),
        () => watch.stop(),
        startCredentials(writers, environment.issuer, log),
        startSubscriptions({ pool: deliveries, secret, outbound, log }),
        startSequencer(
          createLogWriter({
            pool: captures,
            signer: environment.logSigner,
            memory: checkpointFile(environment.LOG_CHECKPOINT_FILE),
          }),
          log,
        ),
      ]
      stopJobs = async () => {
        await Promise.all(stops.map((stop) => stop()))
      }
      return port
    },
    async stop() {
      stopping = true
      const ended = stopJobs()
      await pause(NOT_READY_MS)
      await drain(server)
      await atMost(ended, CLOSE_MS)
      await atMost(scanLog.close(), CLOSE_MS)
      await atMost(
        Promise.all([reader, pool, writers, events, lookUps.db, captures, deliveries].map((each) => each.end())),
        CLOSE_MS,
      )
    },
  }
}

/** Our own hosts are no destination for anybody's webhook; on a machine where all hosts are one, that rule has no sense. */
function outboundRules({ EPCIS_WEBHOOKS, STOREFRONT_URL }: Environment): OutboundRules {
  return { reach: EPCIS_WEBHOOKS, ownHosts: EPCIS_WEBHOOKS === 'local' ? [] : [new URL(STOREFRONT_URL).hostname] }
}

function healthRoutes(health: ReturnType<typeof healthCheck>): Route[] {
  return [
    { method: 'GET', pattern: '/live', handle: () => json(200, { status: 'ok' }) },
    {
      method: 'GET',
      pattern: '/health',
      async handle() {
        const state = await health()
        return json(state.status === 'ok' || state.status === 'degraded' ? 200 : 503, state)
      },
    },
  ]
}

/**
 * Plans of named statements are kept for the life of a connection. One made while a table was empty would read the whole
 * table for ever after, so key look-ups are told to stay key look-ups. Old poolers refuse such options, and get none:
 * their unnamed statements are planned anew each time.
 */
const KEPT_PLANS = '-c enable_seqscan=off -c plan_cache_mode=force_generic_plan'

function connectionConfig(environment: Environment): pg.ClientConfig {
  return {
    connectionString: environment.TRACE_DATABASE_URL,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    ...(environment.TRACE_POOLER === 'none' ? { options: KEPT_PLANS } : {}),
    application_name: 'sao-lang-traceability',
  }
}

function connectionPool(environment: Environment, log: Log, max: number, queryMs: number, keyed = true): pg.Pool {
  const config = { ...connectionConfig(environment), Client: clientWithDeadline(queryMs) }
  const pool = new pg.Pool({ ...config, ...(keyed ? {} : { options: '' }), max, idleTimeoutMillis: 30_000 })
  pool.on('error', (error) => log.write('warn', 'an idle database connection was lost', { reason: error.message }))
  return pool
}

interface URLParts {
  path: string
  query: string
}

/** Cuts by hand: a URL parser would resolve `..` and drop what hostile codes are made of. */
function urlParts(url: string): URLParts {
  const cut = url.indexOf('?')
  return cut < 0 ? { path: url, query: '' } : { path: url.slice(0, cut), query: url.slice(cut + 1) }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  await atMost(closed, DRAIN_MS)
  server.closeAllConnections()
}

async function atMost(work: Promise<unknown>, milliseconds: number): Promise<void> {
  await Promise.race([work.catch(() => undefined), pause(milliseconds)])
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack : undefined
}
