import type { LoaderFunctionArgs } from '@remix-run/node'
import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { renewedCookie, tokenIn } from './sign-in.server.ts'

/** What the inspectors' app may ask of the shop, by method and path below `/inspector`. */
const ASKED: readonly [method: string, path: RegExp][] = [
  [
    'GET',
    /^(me|alerts|records|bundles\/[0-9]{2}|units\/[^/]+|records\/[^/]+|records\/[^/]+\/case\.pdf|photos\/[^/]+)$/,
  ],
  ['POST', /^(records|records\/[^/]+\/close|look-ups|photos)$/],
]
const PASSED_ON = ['content-type', 'content-disposition']
const PATIENCE_MS = 60_000

/**
 * Hands a request of the inspectors' app to the shop in the name of who is signed in; the token stays here. Out: the shop's
 * answer as it came; 401 without a session, 404 for what the app has no business with, 503 when the shop does not answer.
 */
export async function passToShop(args: LoaderFunctionArgs): Promise<Response> {
  const { request } = args
  const context = requestContext(args)
  const url = new URL(request.url)
  const path = url.pathname.replace(/^\/kiem-tra\/du-lieu\//, '')
  if (!ASKED.some(([method, pattern]) => method === request.method && pattern.test(path)))
    return refusal(404, 'not_found')
  const token = await tokenIn(request)
  if (token === null) return refusal(401, 'sign_in_required')
  const type = request.headers.get('content-type')
  try {
    const answer = await fetch(`${env().BACKEND_URL}/inspector/${path}${url.search}`, {
      method: request.method,
      headers: {
        authorization: `Bearer ${token}`,
        'x-request-id': context.requestId,
        'accept-language': context.locale,
        ...(context.clientIp === null ? {} : { 'x-forwarded-for': context.clientIp }),
        ...(type === null ? {} : { 'content-type': type }),
      },
      ...(request.method === 'POST' ? { body: await request.arrayBuffer() } : {}),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const headers = new Headers({ 'Cache-Control': 'private, no-store' })
    for (const name of PASSED_ON) {
      const value = answer.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
    const cookie = answer.ok ? await renewedCookie(context, request) : null
    if (cookie !== null) headers.set('Set-Cookie', cookie)
    return new Response(answer.body, { status: answer.status, headers })
  } catch (cause) {
    log('error', 'shop_unreachable', { requestId: context.requestId, path: '/inspector', cause: String(cause) })
    return refusal(503, 'unavailable')
  }
}

function refusal(status: number, code: string): Response {
  return Response.json({ error: { code } }, { status, headers: { 'Cache-Control': 'private, no-store' } })
}
