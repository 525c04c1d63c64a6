import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import { type RegisterQuery, shopSearch } from '#app/lib/register-query.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'
import { queryString, shopErrorOf } from './client.server.ts'
import type { DecisionAnswer, RegisterAnswer } from './register-types.ts'

/** One page of the register. Throws ShopError. */
export function readRegister(context: RequestContext, query: RegisterQuery): Promise<RegisterAnswer> {
  return publicAnswer(context, '/store/register', shopSearch(query))
}

/** A decision by its id or that of one of its recognitions. Throws ShopError, `not_found` for an unknown one. */
export function readDecision(context: RequestContext, id: string): Promise<DecisionAnswer> {
  return publicAnswer(context, `/store/decisions/${encodeURIComponent(id)}`)
}

/** How long the shop may take to begin a file. */
const FILE_TIMEOUT_MS = 30_000
const PASSED = ['content-type', 'content-disposition', 'content-length', 'cache-control']

/**
 * A public file of the shop, passed on piece by piece while it comes. In: its path, with or without a query; more headers of the answer,
 * and `ask`, of the question.
 * Throws ShopError as `shop` does.
 */
export async function publicFile(
  context: RequestContext,
  path: string,
  options: {
    search?: Parameters<typeof queryString>[0]
    headers?: Record<string, string>
    ask?: Record<string, string>
  } = {},
): Promise<Response> {
  const query = options.search ? queryString(options.search) : ''
  const gone = new AbortController()
  const timer = setTimeout(() => gone.abort(), FILE_TIMEOUT_MS)
  const answer = await fetch(`${env().BACKEND_URL}${path}${query ? `?${query}` : ''}`, {
    headers: {
      'x-publishable-api-key': env().PUBLISHABLE_KEY,
      'x-request-id': context.requestId,
      ...(context.clientIp === null ? {} : { 'x-forwarded-for': context.clientIp }),
      ...options.ask,
    },
    signal: gone.signal,
  })
    .catch((cause: unknown) => {
      log('error', 'shop_unreachable', { requestId: context.requestId, path, cause: String(cause) })
      throw shopErrorOf(503, null)
    })
    .finally(() => clearTimeout(timer))
  if (!answer.ok) throw shopErrorOf(answer.status, await answer.json().catch(() => null))
  const headers = new Headers()
  for (const name of PASSED) {
    const value = answer.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value)
  return new Response(answer.body, { headers })
}
