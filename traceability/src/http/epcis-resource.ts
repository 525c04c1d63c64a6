import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { CAPTURE_LIMITS } from '../events/capture.ts'
import type { PageTokens } from '../events/query/page-token.ts'
import { EPCIS_CONTEXT } from '../events/query/query-document.ts'
import type { AccessReader, ApiAccess, TokenAccess } from '../storage/api-tokens.ts'
import { answerHeaders, checkVersions } from './epcis-headers.ts'
import { defectProblem, EpcisProblem, problemOf } from './epcis-problem.ts'
import { bytesOf } from './json-body.ts'
import type { Log } from './log.ts'
import type { Answer, Request, Route } from './router.ts'

/** Events a page has when the caller does not say, and at most. */
const PER_PAGE = 30
const MOST_PER_PAGE = 1_000

const LONGEST_ADDRESS = 8_000

export type EpcisHandlers = Partial<
  Record<'GET' | 'POST' | 'DELETE', (request: Request, access: TokenAccess) => Promise<Answer>>
>

interface ResourceParts {
  accessOf: AccessReader
  log: Log
}

/**
 * Routes of one resource of the EPCIS REST binding (EPCIS 2.0, 12): OPTIONS, which tells the versions, and the given methods
 * behind a bearer token, with errors as problem documents.
 */
export function epcisResource(parts: ResourceParts, pattern: string, methods: EpcisHandlers): Route[] {
  const allowed = ['OPTIONS', ...Object.keys(methods)].join(', ')
  return [
    { method: 'OPTIONS', pattern, handle: (request) => options(request, allowed) },
    ...Object.entries(methods).map(
      ([method, handler]): Route => ({
        method: method as keyof EpcisHandlers,
        pattern,
        handle: guarded(parts, handler),
      }),
    ),
  ]
}

function guarded(parts: ResourceParts, handler: NonNullable<EpcisHandlers['GET']>): Route['handle'] {
  return async (request) => {
    try {
      if ((request.incoming.url?.length ?? 0) > LONGEST_ADDRESS) {
        throw new EpcisProblem('URITooLongException', `An address has at most ${LONGEST_ADDRESS} characters.`)
      }
      checkVersions(request.incoming)
      const access = await accessOf(parts.accessOf, request.incoming)
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

async function accessOf(read: AccessReader, incoming: IncomingMessage): Promise<TokenAccess> {
  const token = /^Bearer ([\x21-\x7e]{16,512})$/i.exec(incoming.headers.authorization ?? '')?.[1]
  const access = token === undefined ? null : await read(token)
  if (access) return access
  throw new EpcisProblem('SecurityException', 'A valid bearer token is needed.', {
    headers: { 'www-authenticate': 'Bearer' },
  })
}

export function mayCapture(access: ApiAccess): void {
  if (!access.mayCapture)
    throw new EpcisProblem('SecurityException', 'The token does not allow to capture.', { status: 403 })
}

export function mayQuery(access: ApiAccess): void {
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

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store', ...headers },
    body: JSON.stringify(body),
  }
}

export function collection(member: readonly string[], headers: Record<string, string> = {}): Answer {
  return answer(200, { '@context': EPCIS_CONTEXT, type: 'Collection', member }, headers)
}

export async function jsonBytesOf(incoming: IncomingMessage): Promise<Buffer> {
  if (!/^application\/(ld\+)?json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '')) {
    throw new EpcisProblem(
      'UnsupportedMediaTypeException',
      'A body is taken as application/json or application/ld+json.',
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

export interface Page<T> {
  from: T | null
  perPage: number
  next(position: T): Record<string, string>
}

/** The page a request asks for, and the headers that lead to the one behind it. */
export function pageOf<T>(tokens: PageTokens, request: Request, access: ApiAccess, schema: z.ZodType<T>): Page<T> {
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
