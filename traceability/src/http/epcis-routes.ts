import type { IncomingMessage } from 'node:http'
import type { Pool } from 'pg'
import { z } from 'zod'
import { captureDocument, captureEvent } from '../events/capture.ts'
import { EVENT_TYPES } from '../events/epcis/epcis-event.ts'
import { EPCIS_JSON_LIMITS, readJson } from '../events/epcis/read-json.ts'
import { epcKey } from '../events/event-index.ts'
import { type PageTokens, pageTokens } from '../events/query/page-token.ts'
import { parseQuery, type QueryValues } from '../events/query/parameters.ts'
import { type EpcFormat, queryDocument } from '../events/query/query-document.ts'
import { type Position, runQuery } from '../events/query/run-query.ts'
import type { AccessReader, ApiAccess } from '../storage/api-tokens.ts'
import { captureJobs, findCaptureJob } from '../storage/capture-jobs.ts'
import type { KeyLookUps } from '../storage/database.ts'
import { epcKeys, eventValues, findEvent } from '../storage/event-queries.ts'
import {
  deleteNamedQuery,
  findNamedQuery,
  insertNamedQuery,
  namedQueries,
  type QueryBody,
} from '../storage/named-queries.ts'
import { captureBehaviourOf, epcFormatOf } from './epcis-headers.ts'
import { EpcisProblem } from './epcis-problem.ts'
import {
  answer,
  collection,
  type EpcisHandlers,
  epcisResource,
  jsonBytesOf,
  mayCapture,
  mayQuery,
  pageOf,
} from './epcis-resource.ts'
import type { Log } from './log.ts'
import type { Answer, Request, Route } from './router.ts'

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
  accessOf: AccessReader
  /** Asks for exact identifiers. */
  lookUps: KeyLookUps
  log: Log
}

/**
 * The EPCIS 2.0 REST binding (EPCIS 2.0, 12): capture, events, the six discovery resources and named queries, in JSON.
 * Every route asks for a bearer token; what it opens is kept in `trace.api_token`.
 */
export function epcisRoutes(parts: EpcisParts): Route[] {
  const tokens = pageTokens(parts.secret)
  const routes: Route[] = []
  const add = (pattern: string, methods: EpcisHandlers): void => {
    routes.push(...epcisResource(parts, pattern, methods))
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

const positionSchema: z.ZodType<Position> = z.object({
  at: z.string(),
  eventNo: z.uuid(),
  upTo: z.string(),
  given: z.int(),
})

async function events(
  { pool, lookUps }: EpcisParts,
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
  const { events: found, next } = await runQuery(pool, access.reads, query, { ...page, lookUps })
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
