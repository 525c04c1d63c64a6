import type { AppLoadContext } from '@remix-run/node'
import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import { toSignIn } from '#app/lib/producer/require-producer.server.ts'
import { tokenIn } from '#app/lib/producer/sign-in.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'

const ASKED_WITH = ['range', 'if-range', 'if-none-match']
const ANSWERED_WITH = [
  'accept-ranges',
  'content-disposition',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'x-label-from',
  'x-label-to',
]

/**
 * A label file of the producer who is signed in, streamed from the backend with ranges and validators; it ends there too
 * when the reader goes. In: the path below the backend. Out: its answer (200, 206, 304, 416), or its refusal with the same
 * status and a line of text. Throws a redirect to sign in.
 */
export async function labelFile(
  args: { request: Request; context: AppLoadContext },
  path: `/producer/${string}`,
): Promise<Response> {
  const { request } = args
  const token = await tokenIn(request)
  if (token === null) throw toSignIn(request)
  const { requestId, clientIp, signal } = requestContext(args)
  const asked = ASKED_WITH.flatMap((name) => {
    const value = request.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  const answer = await fetch(`${env().BACKEND_URL}${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      'x-request-id': requestId,
      ...(clientIp === null ? {} : { 'x-forwarded-for': clientIp }),
      ...Object.fromEntries(asked),
    },
    signal,
  }).catch((cause: unknown) => {
    if (!signal.aborted) log('error', 'label_file_unreachable', { requestId, path, cause: String(cause) })
    return null
  })
  if (answer?.status === 401) throw toSignIn(request)
  if (answer === null || (!answer.ok && answer.status !== 304 && answer.status !== 416)) {
    const status = answer === null || answer.status >= 500 ? 503 : answer.status
    await answer?.body?.cancel()
    return new Response(`${status}\n`, {
      status,
      headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain' },
    })
  }
  // Compressed on its way, a file would have other bytes than its tag and ranges speak of.
  const headers = new Headers({ 'Cache-Control': 'private, no-cache, no-transform' })
  for (const name of ANSWERED_WITH) {
    const value = answer.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(answer.body, { status: answer.status, headers })
}
