import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'

const READ_TIMEOUT_MS = 8_000
/** A write that is cut off may still happen: better to wait than to leave the shopper not knowing. */
const WRITE_TIMEOUT_MS = 20_000

export type ShopErrorKind =
  | 'not_found'
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'conflict'
  | 'too_many'
  | 'unavailable'

/** A refusal of the shop, with its status kept. `body` is its whole JSON answer, for callers that read more from it. */
export class ShopError extends Error {
  constructor(
    readonly kind: ShopErrorKind,
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field: string | null,
    readonly body: unknown,
  ) {
    super(message)
    this.name = 'ShopError'
  }
}

/** What a call of the shop carries besides its path. */
export interface ShopRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Values that are undefined are left out, lists repeat their key. */
  search?: Record<string, string | number | readonly string[] | undefined> | URLSearchParams
  body?: unknown
  headers?: Record<string, string>
}

/**
 * Calls the shop API (docs/contracts.md) with the publishable key and the request id.
 * In: a path below the backend's origin, whose variable parts are already encoded. Out: the JSON answer.
 * Throws ShopError: the shop's own refusal with its status, or `unavailable` (503) when it does not answer within 8 s (20 s for a write).
 */
export async function shop<T>(context: RequestContext, path: string, options: ShopRequest = {}): Promise<T> {
  const { method = 'GET', search, body, headers } = options
  const query = search ? queryString(search) : ''
  const response = await fetch(`${env().BACKEND_URL}${path}${query ? `?${query}` : ''}`, {
    method,
    headers: {
      accept: 'application/json',
      'x-publishable-api-key': env().PUBLISHABLE_KEY,
      'x-request-id': context.requestId,
      // The shop limits by visitor: without it everybody would share the storefront's own allowance.
      ...(context.clientIp === null ? {} : { 'x-forwarded-for': context.clientIp }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS),
  }).catch((cause: unknown) => {
    log('error', 'shop_unreachable', { requestId: context.requestId, path, cause: String(cause) })
    throw new ShopError('unavailable', 503, 'shop_unreachable', 'The shop did not answer.', null, null)
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as T
  const error = shopErrorOf(response.status, answer)
  if (error.kind === 'unavailable') {
    log('error', 'shop_failed', { requestId: context.requestId, path, status: response.status, code: error.code })
  }
  throw error
}

/** The query of a request, keys in the order given, so that equal questions have equal addresses. */
export function queryString(search: NonNullable<ShopRequest['search']>): string {
  if (search instanceof URLSearchParams) return search.toString()
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) params.append(key, String(one))
  }
  return params.toString()
}

/** Reads both our error shape (`{ error: { code, message, field } }`) and Medusa's (`{ type, message }`). */
export function shopErrorOf(status: number, body: unknown): ShopError {
  const outer = isRecord(body) ? body : {}
  const inner = isRecord(outer.error) ? outer.error : outer
  const code = text(inner.code) ?? text(inner.type) ?? `http_${status}`
  const message = text(inner.message) ?? `The shop answered ${status}.`
  return new ShopError(kindOf(status), status, code, message, text(inner.field), body)
}

function kindOf(status: number): ShopErrorKind {
  if (status === 404) return 'not_found'
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 409) return 'conflict'
  if (status === 429) return 'too_many'
  return status >= 500 ? 'unavailable' : 'invalid'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
