import type { LoaderFunctionArgs } from '@remix-run/node'
import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'

/** What of an answer is the reader's business. */
const PASSED_ON = [
  'access-control-allow-origin',
  'access-control-expose-headers',
  'cache-control',
  'content-type',
  'cross-origin-resource-policy',
  'etag',
  'link',
  'location',
  'retry-after',
  'vary',
]

const PATIENCE_MS = 10_000

/**
 * Answers with what the traceability service says at an address of its own: evidence is read under the site's name, which is
 * the one that is printed and signed (did:web, log origin). In: the address there, as sent. Out: its answer, streamed; 503
 * with a sentence while it is away.
 */
export async function fromTraceability(
  args: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  address: string,
): Promise<Response> {
  const { requestId, signal } = requestContext(args)
  const accept = args.request.headers.get('accept')
  try {
    const answer = await fetch(`${env().TRACE_URL}${address}`, {
      redirect: 'manual',
      headers: { 'x-request-id': requestId, ...(accept ? { accept } : {}) },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    })
    const headers = new Headers()
    for (const name of PASSED_ON) {
      const value = answer.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
    return new Response(answer.body, { status: answer.status, headers })
  } catch (cause) {
    if (!signal.aborted) log('error', 'evidence_unreachable', { requestId, cause: String(cause) })
    return Response.json(
      {
        error: { code: 'unavailable', message: 'Evidence cannot be read at the moment. Try again shortly.', requestId },
      },
      { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': '5' } },
    )
  }
}

/** The raw path and query of a request, percent-encoding kept: names in it may hold slashes. */
export function rawAddress(request: Request): string {
  const url = request.url
  return url.slice(new URL(url).origin.length)
}
