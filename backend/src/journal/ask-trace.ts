import { ApiError } from '../http/api-error'
import { currentRequestId } from '../http/request-context'
import { shopLogger } from '../logging/shop-logger'
import type { TraceService } from '../passports/trace-client'

/** What the traceability service said: a success, or a refusal that the producer can act on. */
export interface TraceAnswer {
  status: number
  type: string
  bytes: Buffer
}

const TIMEOUT_MS = 10_000
/** A year's book of a busy producer is drawn in a few seconds. */
const FILE_TIMEOUT_MS = 30_000

/**
 * Asks a route of `/internal` for a party. In: the method, the path as segments (each is encoded), the query and a body.
 * Registers the party when the service does not know it yet, and asks again.
 * Out: 2xx and the refusals 400, 404, 409, 413 and 422, as they came. Throws ApiError 503 `journal_away` for all else.
 */
export async function askTrace(
  service: TraceService,
  partyRef: string,
  question: {
    method: 'GET' | 'POST' | 'PUT'
    path: readonly string[]
    query?: Readonly<Record<string, string | undefined>>
    body?: Readonly<Record<string, unknown>>
    file?: boolean
  },
): Promise<TraceAnswer> {
  const url = internalAddress(service, question.path)
  for (const [name, value] of Object.entries(question.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  const timeout = question.file ? FILE_TIMEOUT_MS : TIMEOUT_MS
  const first = await send(service, question.method, url, question.body, timeout)
  if (first.status !== 400 || refusedField(first) !== 'partyRef') return first
  await registerParty(service, partyRef)
  return await send(service, question.method, url, question.body, timeout)
}

/** Makes a party known to the service; one that is known stays as it is. Throws ApiError 503 `journal_away`. */
export async function registerParty(service: TraceService, partyRef: string): Promise<void> {
  await send(service, 'PUT', internalAddress(service, ['parties', partyRef]), undefined, TIMEOUT_MS)
}

/** The JSON of an answer; null when it is none. */
export function jsonOf(answer: TraceAnswer): unknown {
  try {
    return JSON.parse(answer.bytes.toString())
  } catch {
    return null
  }
}

const PASSED_ON = new Set([400, 404, 409, 413, 422])

async function send(
  service: TraceService,
  method: string,
  url: URL,
  body: unknown,
  timeoutMs: number,
): Promise<TraceAnswer> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${service.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'x-request-id': currentRequestId() ?? '',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const answer = {
      status: response.status,
      type: response.headers.get('content-type') ?? 'application/octet-stream',
      bytes: Buffer.from(await response.arrayBuffer()),
    }
    if (response.ok || PASSED_ON.has(response.status)) return answer
    shopLogger.event('warn', 'The traceability service failed', { status: response.status, path: url.pathname })
  } catch (error) {
    shopLogger.event('warn', 'The traceability service is out of reach', {
      path: url.pathname,
      error: error instanceof Error ? error.message : String(error),
    })
  }
  throw new ApiError(503, 'journal_away')
}

/** Address of a route below `/internal`, each segment encoded. Throws ApiError 404 for a segment that steps up or down. */
export function internalAddress(service: TraceService, path: readonly string[]): URL {
  // URL parsers take these segments for steps up and down, however they are encoded.
  if (path.some((segment) => segment === '.' || segment === '..')) throw new ApiError(404, 'not_found')
  return new URL(['/internal', ...path.map(encodeURIComponent)].join('/'), service.url)
}

function refusedField(answer: TraceAnswer): string | undefined {
  const body = jsonOf(answer)
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  return typeof error === 'object' && error !== null && 'field' in error ? String(error.field) : undefined
}
