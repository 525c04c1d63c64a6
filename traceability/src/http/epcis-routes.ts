import type { IncomingMessage } from 'node:http'
import type { Pool } from 'pg'
import { z } from 'zod'
import { CAPTURE_LIMITS, captureDocument, captureEvent } from '../events/capture.ts'
import { EVENT_TYPES } from '../events/epcis/epcis-event.ts'
import { EPCIS_JSON_LIMITS, readJson } from '../events/epcis/read-json.ts'
import { epcKey } from '../events/event-index.ts'
import { type PageTokens, pageTokens } from '../events/query/page-token.ts'
import { parseQuery, type QueryValues } from '../events/query/parameters.ts'
import { EPCIS_CONTEXT, type EpcFormat, queryDocument } from '../events/query/query-document.ts'
import { type Position, runQuery } from '../events/query/run-query.ts'
import { type ApiAccess, accessOfToken } from '../storage/api-tokens.ts'
import { captureJobs, findCaptureJob } from '../storage/capture-jobs.ts'
import { epcKeys, eventValues, findEvent } from '../storage/event-queries.ts'
import {
  deleteNamedQuery,
  findNamedQuery,
  insertNamedQuery,
  namedQueries,
  type QueryBody,
} from '../storage/named-queries.ts'
import { answerHeaders, captureBehaviourOf, checkVersions, epcFormatOf } from './epcis-headers.ts'
import { defectProblem, EpcisProblem, problemOf } from './epcis-problem.ts'
import { bytesOf } from './json-body.ts'
import type { Log } from './log.ts'
import type { Answer, Request, Route } from './router.ts'

/** Events a page has when the caller does not say, and at most. */
const PER_PAGE = 30
const MOST_PER_PAGE = 1_000

const LONGEST_ADDRESS = 8_000

/** Sub-resources of the discovery resources with the query parameter each stands for. */
const DISCOVERY = {
  eventtypes: { kind: 'eventType', parameter: 'eventType' },
  epcs: { kind: 'epc', parameter: 'MATCH_anyEPC' },
  bizsteps: { kind: 'bizStep', parameter: 'EQ_bizStep' },
  bizlocations: { kind: 'bizLocation', parameter: 'EQ_bizLocation' },
  readpoints: { kind: 'readPoint', parameter: 'EQ_readPoint' },
  dispositions: { kind: 'disposition', parameter: 'EQ_disposition' },
} as const

const NAMES: Record<keyof typeof DISCOVERY, string> = {
  eventtypes: 'eventTypes',
  epcs: 'epcs',
  bizsteps: 'bizSteps',
  bizlocations: 'bizLocations',
  readpoints: 'readPoints',
  dispositions: 'dispositions',
}
const RESOURCES = ['capture', 'events', 'queries', ...Object.values(NAMES)]

export interface EpcisParts {
  pool: Pool
  writers: Pool
  /** Signs page tokens. */
  secret: string
  log: Log
}

type Handler = (request: Request, access: ApiAccess) => Promise<Answer>

/**
 * The EPCIS 2.0 REST binding (EPCIS 2.0, 12): capture, events, the six discovery resources and named queries, in JSON.
 * Every route asks for a bearer token; what it opens is kept in `trace.api_token`.
 */
export function epcisRoutes(parts: EpcisParts): Route[] {
  const tokens = pageTokens(parts.secret)
  const routes: Route[] = []
  const add = (pattern: string, methods: Partial<Record<'GET' | 'POST' | 'DELETE', Handler>>): void => {
    const allowed = ['OPTIONS', ...Object.keys(methods)].join(', ')
    routes.push({ method: 'OPTIONS', pattern, handle: (request) => options(request, allowed) })
    for (const [method, handler] of Object.entries(methods)) {
      routes.push({ method: method as 'GET' | 'POST' | 'DELETE', pattern, handle: guarded(parts, handler) })
    }
  }

  add('/epcis', { GET: async () => collection(RESOURCES) })
  add('/epcis/capture', {
    GET: async (request, access) => listJobs(parts, tokens, request, access),
    POST: async (request, access) => {
      mayCapture(access)
      const body = await jsonBytesOf(request.incoming)
      const job = await captureDocument(parts.writers, access.partyNo, body, captureBehaviourOf(request.incoming))
      return answer(202, job, { location: `/epcis/capture/${job.captureID}` })
    },
  })
  add('/epcis/capture/:job', {
    GET: async ({ params }, access) => {
      mayCapture(access)
      const jobNo = z.uuid().safeParse(params.job)
      const job = jobNo.success ? await findCaptureJob(parts.pool, access.partyNo, jobNo.data) : null
      if (!job) throw new EpcisProblem('NoSuchResourceException', `There is no capture job "${params.job}".`)
      return answer(200, job)
    },
  })
  add('/epcis/events', {
    GET: async (request, access) => events(parts, tokens, request, access, new Map(), 'SimpleEventQuery'),
    POST: async (request, access) => {
      mayCapture(access)
      const { eventID } = await captureEvent(parts.writers, access.partyNo, await jsonBytesOf(request.incoming))
      return { status: 201, headers: { location: `/epcis/events/${encodeURIComponent(eventID)}` }, body: '' }
    },
  })
  add('/epcis/events/:id', {
    GET: async (request, access) => {
      mayQuery(access)
      const found = await findEvent(parts.pool, access.reads, request.params.id ?? '')
      if (!found) throw new EpcisProblem('NoSuchResourceException', 'There is no event of that ID.')
      const format = epcFormatOf(request.incoming)
      return answer(200, queryDocument([found], { name: 'SimpleEventQuery', format, now: new Date() }), {
        'gs1-epc-format': format,
      })
    },
  })
  for (const [path, { kind, parameter }] of Object.entries(DISCOVERY)) {
    add(`/epcis/${path}`, { GET: async (request, access) => values(parts, tokens, request, access, kind) })
    add(`/epcis/${path}/:value`, {
      GET: async ({ params }, access) => {
        mayQuery(access)
        await known(parts.pool, access, kind, params.value ?? '')
        return collection(['events'])
      },
    })
    add(`/epcis/${path}/:value/events`, {
      GET: async (request, access) => {
        const value = request.params.value ?? ''
        await known(parts.pool, access, kind, value)
        return events(parts, tokens, request, access, new Map([[parameter, [value]]]), 'SimpleEventQuery')
      },
    })
  }
  add('/epcis/queries', {
    GET: async (request, access) => listQueries(parts, tokens, request, access),
    POST: async (request, access) => {
      mayQuery(access)
      const named = await namedQueryOf(request.incoming)
      if (!(await insertNamedQuery(parts.writers, access.partyNo, named))) {
        throw new EpcisProblem('ResourceAlreadyExistsException', `There is a query "${named.name}" already.`)
      }
      return { status: 201, headers: { location: `/epcis/queries/${encodeURIComponent(named.name)}` }, body: '' }
    },
  })
  add('/epcis/queries/:name', {
    GET: async ({ params }, access) => answer(200, await queryNamed(parts.pool, access, params.name)),
    DELETE: async ({ params }, access) => {
      mayQuery(access)
      if (!(await deleteNamedQuery(parts.writers, access.partyNo, params.name ?? ''))) throw noSuchQuery(params.name)
      return { status: 204, headers: {}, body: '' }
    },
  })
  add('/epcis/queries/:name/events', {
    GET: async (request, access) => {
      if (request.incoming.headers.upgrade !== undefined) {
        throw new EpcisProblem('ImplementationException', 'WebSocket subscriptions are not offered; use a webhook.', {
          status: 501,
        })
      }
      const { name, query } = await queryNamed(parts.pool, access, request.params.name)
      return events(parts, tokens, request, access, valuesOf(query), name)
    },
  })
  add('/epcis/nextpagetoken/:token', {
    DELETE: async () => {
      throw new EpcisProblem('ImplementationException', 'Page tokens are not kept here; they end by themselves.', {
        status: 501,
      })
    },
  })
  return routes
}

function guarded(parts: EpcisParts, handler: Handler): Route['handle'] {
  return async (request) => {
    try {
      if ((request.incoming.url?.length ?? 0) > LONGEST_ADDRESS) {
        throw new EpcisProblem('URITooLongException', `An address has at most ${LONGEST_ADDRESS} characters.`)
      }
      checkVersions(request.incoming)
      const access = await accessOf(parts.pool, request.incoming)
      const done = await handler(request, access)
      return { ...done, headers: { ...answerHeaders(), ...done.headers } }
    } catch (error) {
      const problem = problemOf(error)
      if (problem) return { ...problem, headers: { ...answerHeaders(), ...problem.headers } }
      parts.log.write('error', 'an EPCIS request failed', {
        requestId: request.requestId,
        reason: error instanceof Error ? error.message : String(error),
        stack: error instanceof Error ? error.stack : undefined,
      })
      return { ...defectProblem(), headers: { ...defectProblem().headers, ...answerHeaders() } }
    }
  }
}

async function accessOf(pool: Pool, incoming: IncomingMessage): Promise<ApiAccess> {
  const token = /^Bearer ([\x21-\x7e]{16,512})$/i.exec(incoming.headers.authorization ?? '')?.[1]
  const access = token === undefined ? null : await accessOfToken(pool, token)
  if (access) return access
  throw new EpcisProblem('SecurityException', 'A valid bearer token is needed.', {
    headers: { 'www-authenticate': 'Bearer' },
  })
}

function mayCapture(access: ApiAccess): void {
  if (!access.mayCapture)
    throw new EpcisProblem('SecurityException', 'The token does not allow to capture.', { status: 403 })
}

function mayQuery(access: ApiAccess): void {
  if (!access.mayQuery)
    throw new EpcisProblem('SecurityException', 'The token does not allow to query.', { status: 403 })
}

function options(request: Request, allowed: string): Answer {
  try {
    checkVersions(request.incoming)
  } catch (error) {
    const problem = problemOf(error)
    if (problem) return problem
    throw error
  }
  return { status: 204, headers: { ...answerHeaders(), allow: allowed }, body: '' }
}

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store', ...headers },
    body: JSON.stringify(body),
  }
}

function collection(member: readonly string[], headers: Record<string, string> = {}): Answer {
  return answer(200, { '@context': EPCIS_CONTEXT, type: 'Collection', member }, headers)
}

async function jsonBytesOf(incoming: IncomingMessage): Promise<Buffer> {
  if (!/^application\/(ld\+)?json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '')) {
    throw new EpcisProblem(
      'UnsupportedMediaTypeException',
      'Events are taken as application/json or application/ld+json.',
    )
  }
  const bytes = await bytesOf(incoming, CAPTURE_LIMITS.bytes)
  if (bytes !== null) return bytes
  throw new EpcisProblem(
    'CaptureLimitExceededException',
    `A document has at most ${CAPTURE_LIMITS.bytes} bytes; send it in parts.`,
    { headers: { connection: 'close' } },
  )
}

/** What stands behind a page token is the question it was given for, whoever asks. */
function questionOf(request: Request, access: ApiAccess): string {
  const asked = [...request.query].filter(([name]) => name !== 'nextPageToken' && name !== 'perPage')
  const path = (request.incoming.url ?? '').split('?')[0]
  return JSON.stringify([access.partyNo, path, asked.sort(([a], [b]) => (a < b ? -1 : 1))])
}

interface Page<T> {
  from: T | null
  perPage: number
  next(position: T): Record<string, string>
}

/** The page a request asks for, and the headers that lead to the one behind it. */
function pageOf<T>(tokens: PageTokens, request: Request, access: ApiAccess, schema: z.ZodType<T>): Page<T> {
  const question = questionOf(request, access)
  const perPage = Number(request.query.get('perPage') ?? PER_PAGE)
  if (!Number.isInteger(perPage) || perPage < 1) {
    throw new EpcisProblem('QueryParameterException', 'perPage: takes a whole number from 1.')
  }
  const token = request.query.get('nextPageToken')
  const found = token === null ? null : schema.safeParse(tokens.read(question, token, Date.now()))
  if (found && !found.success) {
    throw new EpcisProblem(
      'QueryParameterException',
      'nextPageToken: is over or belongs to another question; begin anew.',
    )
  }
  return {
    from: found?.data ?? null,
    perPage: Math.min(perPage, MOST_PER_PAGE),
    next(position) {
      const { token: next, expires } = tokens.make(question, position, Date.now())
      const query = new URLSearchParams(request.query)
      query.set('nextPageToken', next)
      const path = (request.incoming.url ?? '').split('?')[0]
      return { link: `<${path}?${query}>; rel="next"`, 'gs1-next-page-token-expires': expires.toISOString() }
    },
  }
}

const positionSchema: z.ZodType<Position> = z.object({
  at: z.string(),
  eventNo: z.uuid(),
  upTo: z.string(),
  given: z.int(),
})

async function events(
  { pool }: EpcisParts,
  tokens: PageTokens,
  request: Request,
  access: ApiAccess,
  fixed: QueryValues,
  name: string,
): Promise<Answer> {
  mayQuery(access)
  const format: EpcFormat = epcFormatOf(request.incoming)
  const page = pageOf(tokens, request, access, positionSchema)
  const asked = new Map<string, string[]>()
  for (const [parameter, value] of request.query) {
    if (parameter === 'nextPageToken' || parameter === 'perPage') continue
    asked.set(parameter, [...(asked.get(parameter) ?? []), ...value.split('|')])
  }
  for (const parameter of fixed.keys()) {
    if (asked.has(parameter)) {
      throw new EpcisProblem('QueryParameterException', `${parameter}: is fixed by the address already.`)
    }
  }
  const query = parseQuery(new Map([...fixed, ...asked]))
  const { events: found, next } = await runQuery(pool, access.reads, query, page)
  return answer(200, queryDocument(found, { name, format, now: new Date() }), {
    'gs1-epc-format': format,
    ...(next === null ? {} : page.next(next)),
  })
}

async function values(
  { pool }: EpcisParts,
  tokens: PageTokens,
  request: Request,
  access: ApiAccess,
  kind: string,
): Promise<Answer> {
  mayQuery(access)
  if (kind === 'eventType') return collection(EVENT_TYPES)
  const page = pageOf(tokens, request, access, z.string())
  const from = { after: page.from, limit: page.perPage + 1 }
  const found =
    kind === 'epc' ? await epcKeys(pool, access.reads, from) : await eventValues(pool, access.reads, kind, from)
  const member = found.slice(0, page.perPage)
  const last = member.at(-1)
  return collection(member, found.length > member.length && last !== undefined ? page.next(last) : {})
}

async function known(pool: Pool, access: ApiAccess, kind: string, value: string): Promise<void> {
  mayQuery(access)
  if (kind === 'eventType') {
    if (EVENT_TYPES.some((type) => type === value)) return
  } else {
    const key = kind === 'epc' ? epcKey(value) : value
    const before = { after: justBefore(key), limit: 1 }
    const found =
      kind === 'epc' ? await epcKeys(pool, access.reads, before) : await eventValues(pool, access.reads, kind, before)
    if (found[0] === key) return
  }
  throw new EpcisProblem('NoSuchResourceException', `No event that may be read here has "${value}".`)
}

/** A text that sorts before another one and behind everything that does. */
function justBefore(text: string): string | null {
  const last = text.codePointAt(text.length - 1)
  return text === '' || last === undefined || last === 0
    ? null
    : `${text.slice(0, -1)}${String.fromCodePoint(last - 1)}\u{10FFFF}`
}

async function listJobs(
  { pool }: EpcisParts,
  tokens: PageTokens,
  request: Request,
  access: ApiAccess,
): Promise<Answer> {
  mayCapture(access)
  const page = pageOf(tokens, request, access, z.uuid())
  const jobs = await captureJobs(pool, access.partyNo, { before: page.from, limit: page.perPage + 1 })
  const shown = jobs.slice(0, page.perPage)
  const last = shown.at(-1)
  return answer(200, shown, jobs.length > shown.length && last ? page.next(last.captureID) : {})
}

const queryBodySchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))]),
)
const namedQuerySchema = z.strictObject({
  name: z.string().regex(/^[\p{L}\p{N}._~-]{1,100}$/u, 'takes 1 to 100 letters, digits, ".", "_", "~" and "-"'),
  query: queryBodySchema,
})

async function namedQueryOf(incoming: IncomingMessage): Promise<{ name: string; query: QueryBody }> {
  const read = readJson(await jsonBytesOf(incoming), EPCIS_JSON_LIMITS)
  if (!read.ok) throw new EpcisProblem('QueryValidationException', read.faults[0]?.message ?? 'The body is no JSON.')
  const checked = namedQuerySchema.safeParse(read.value)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    throw new EpcisProblem(
      'QueryValidationException',
      `/${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'is wrong'}`,
    )
  }
  parseQuery(valuesOf(checked.data.query))
  return checked.data
}

function valuesOf(query: QueryBody): Map<string, (string | number | boolean)[]> {
  return new Map(Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]))
}

async function queryNamed(
  pool: Pool,
  access: ApiAccess,
  name: string | undefined,
): Promise<{ name: string; query: QueryBody }> {
  mayQuery(access)
  const found = await findNamedQuery(pool, access.partyNo, name ?? '')
  if (!found) throw noSuchQuery(name)
  return found
}

function noSuchQuery(name: string | undefined): EpcisProblem {
  return new EpcisProblem('NoSuchNameException', `There is no query "${name ?? ''}".`)
}

async function listQueries(
  { pool }: EpcisParts,
  tokens: PageTokens,
  request: Request,
  access: ApiAccess,
): Promise<Answer> {
  mayQuery(access)
  const page = pageOf(tokens, request, access, z.string())
  const found = await namedQueries(pool, access.partyNo, { after: page.from, limit: page.perPage + 1 })
  const shown = found.slice(0, page.perPage)
  const last = shown.at(-1)
  return answer(200, shown, found.length > shown.length && last ? page.next(last.name) : {})
}
