import { type AppLoadContext, redirect } from '@remix-run/node'
import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import { ShopError, type ShopRequest, shop, shopErrorOf } from '#app/lib/medusa/client.server.ts'
import { readToTheEnd } from '#app/lib/papers/read-to-the-end.ts'
import { requestContext } from '#app/lib/request-context.server.ts'

/** The backend's API in the name of who is signed in to a place of work. All members throw ShopError. */
export interface ActorClient<Path extends string> {
  /** One call; variable parts of the path are already encoded. Out: the JSON answer. */
  ask<T>(path: Path, options?: ShopRequest): Promise<T>
  /** A body that is not JSON (PDF, sheet, photo), with the backend's own headers that say what it is. */
  file(path: Path): Promise<Response>
  /** Sends a form with files. Out: the JSON answer. */
  upload<T>(path: Path, form: FormData): Promise<T>
  /** Hands a posted form on while it comes; what of it was not wanted is read to nowhere. Out: the JSON answer. */
  forward<T>(path: Path, request: Request, headers?: Record<string, string>): Promise<T>
}

export interface RouteArgs {
  request: Request
  context: AppLoadContext
}

const UPLOAD_TIMEOUT_MS = 60_000
/** A form that is handed on comes at the pace of the phone's network, as long as servers wait for a request (Node: 5 minutes). */
const FORWARD_TIMEOUT_MS = 330_000

/** In: the arguments of a loader or action, and the bearer token of who is signed in. */
export function actorClient<Path extends string>({ request, context }: RouteArgs, token: string): ActorClient<Path> {
  const asked = requestContext({ request, context })
  const authorization = `Bearer ${token}`

  const passing = async (path: Path, init: RequestInit, timeout = UPLOAD_TIMEOUT_MS): Promise<Response> => {
    const response = await fetch(`${env().BACKEND_URL}${path}`, {
      ...init,
      headers: {
        ...init.headers,
        authorization,
        'x-request-id': asked.requestId,
        ...(asked.clientIp === null ? {} : { 'x-forwarded-for': asked.clientIp }),
      },
      signal: AbortSignal.timeout(timeout),
    }).catch((cause: unknown) => {
      log('error', 'shop_unreachable', { requestId: asked.requestId, path, cause: String(cause) })
      throw new ShopError('unavailable', 503, 'shop_unreachable', 'The shop did not answer.', null, null)
    })
    if (!response.ok) throw await refusedFile(response)
    return response
  }

  return {
    ask: <T>(path: Path, options: ShopRequest = {}) =>
      shop<T>(asked, path, { ...options, headers: { ...options.headers, authorization } }),
    file: (path) => passing(path, { method: 'GET' }),
    upload: async <T>(path: Path, form: FormData) =>
      (await (await passing(path, { method: 'POST', body: form })).json()) as T,
    forward: async <T>(path: Path, form: Request, headers: Record<string, string> = {}) => {
      const type = form.headers.get('content-type') ?? ''
      if (form.body === null) throw new ShopError('invalid', 400, 'upload_expected', 'There is no form.', null, null)
      const { stream, drain } = readToTheEnd(form.body)
      // `duplex` is asked for by Node for a body that is a stream; its types do not have it yet.
      const init: RequestInit = {
        ...{ method: 'POST', body: stream, duplex: 'half' },
        headers: { 'content-type': type, ...headers },
      }
      const answer = await passing(path, init, FORWARD_TIMEOUT_MS).catch(async (error: unknown) => {
        await drain().catch(() => undefined)
        throw error
      })
      return (await answer.json()) as T
    },
  }
}

async function refusedFile(response: Response): Promise<ShopError> {
  return shopErrorOf(response.status, await response.json().catch(() => null))
}

/** Where to sign in, and come back from. A refused post leads back to its page by GET. */
export function redirectToSignIn(request: Request, signInPath: string): Response {
  const { pathname, search } = new URL(request.url)
  return redirect(`${signInPath}?${new URLSearchParams({ ve: `${pathname}${search}` })}`, 303)
}
