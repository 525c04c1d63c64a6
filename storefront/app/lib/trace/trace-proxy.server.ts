import type { LoaderFunctionArgs } from '@remix-run/node'
import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { PASSED_ON_HEADERS } from '../../../server/passed-on-headers.mjs'
import { deviceOf } from './device-cookie.server.ts'

/** What of a request the service has to know to answer it; its other headers stay here. */
const ASKED_WITH = ['accept', 'accept-language', 'if-none-match', 'range']

const METHODS = ['GET', 'HEAD', 'OPTIONS']

/** Paths of the service that anybody may read. All else of it is for other programs of ours. */
const PUBLIC_PATHS = [
  /^\/verify\/./,
  /^\/qr\/[^/]+$/,
  /^\/export\/(lots|products)\/./,
  /^\/products\/[^/]+\/trace$/,
  /^\/credentials\/./,
  /^\/labels\/keys$/,
  /^\/log\/./,
  /^\/\.well-known\/did\.json$/,
]

/** A whole file of many events takes its time. */
const PATIENCE_MS = 20_000

/**
 * Whether anybody may read an address of the traceability service. In: path and query as they would be asked, in the form
 * that `new URL()` writes. An address that parsing would change is none: what is judged must be what is asked.
 */
export function isPublicAddress(address: string): boolean {
  const [path = ''] = address.split('?')
  if (!address.startsWith('/') || address.startsWith('//') || address.includes('#')) return false
  const parsed = URL.canParse(address, 'http://trace.invalid') ? new URL(address, 'http://trace.invalid') : null
  if (parsed?.host !== 'trace.invalid' || parsed.pathname !== path) return false
  return PUBLIC_PATHS.some((each) => each.test(path))
}

/**
 * Answers with what the traceability service says at a public address of its own: evidence is read under the site's name,
 * which is the one that is printed and signed (did:web, log origin). The service is told who asks, so that its limits are
 * per visitor. In: the address there, as sent. Out: its answer, streamed; 404 for what is not public, 405 for another method,
 * 503 with a sentence while it is away.
 */
export async function fromTraceability(
  args: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  address: string,
): Promise<Response> {
  const { request } = args
  const { requestId, signal, clientIp, clientProvince } = requestContext(args)
  const refusal = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
    Response.json(
      { error: { code, message, requestId } },
      { status, headers: { 'Cache-Control': 'no-store', ...headers } },
    )
  if (!isPublicAddress(address)) return refusal(404, 'not_found', 'There is nothing at this address')
  if (!METHODS.includes(request.method)) {
    return refusal(405, 'method_not_allowed', `This address takes ${METHODS.join(', ')}`, { Allow: METHODS.join(', ') })
  }
  const headers = new Headers({
    authorization: `Bearer ${env().TRACE_INTERNAL_TOKEN}`,
    'x-request-id': requestId,
    // An answer that was compressed on the way here would be handed on with the wrong length.
    'accept-encoding': 'identity',
  })
  for (const name of ASKED_WITH) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const device = deviceOf(request)
  if (clientIp) headers.set('x-client-ip', clientIp)
  if (clientProvince) headers.set('x-client-province', clientProvince)
  if (device) headers.set('x-device', device)
  const agent = request.headers.get('user-agent')?.replace(/[^\x20-\x7e]/g, '')
  if (agent) headers.set('x-client-agent', agent.slice(0, 400))
  try {
    const answer = await fetch(`${env().TRACE_URL}${address}`, {
      method: request.method,
      redirect: 'manual',
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    })
    const passed = new Headers()
    for (const name of PASSED_ON_HEADERS) {
      const value = answer.headers.get(name)
      if (value !== null) passed.set(name, value)
    }
    return new Response(answer.body, { status: answer.status, headers: passed })
  } catch (cause) {
    if (!signal.aborted) log('error', 'evidence_unreachable', { requestId, cause: String(cause) })
    return refusal(503, 'unavailable', 'Evidence cannot be read at the moment. Try again shortly.', {
      'Retry-After': '5',
    })
  }
}

/** The raw path and query of a request, percent-encoding kept: names in it may hold slashes. */
export function rawAddress(request: Request): string {
  const url = request.url
  return url.slice(new URL(url).origin.length)
}
