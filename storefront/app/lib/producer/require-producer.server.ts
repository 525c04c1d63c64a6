import { type AppLoadContext, data, redirect } from '@remix-run/node'
import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import { ShopError, type ShopRequest, shop, shopErrorOf } from '#app/lib/medusa/client.server.ts'
import { readToTheEnd } from '#app/lib/papers/read-to-the-end.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { tokenIn } from './sign-in.server.ts'
import { SIGN_IN_PATH } from './sign-in-path.ts'
import type { ProducerDesk } from './types.ts'

type Path = `/producer/${string}`

/** The backend's producer API in the name of who is signed in. All members throw ShopError. */
export interface ProducerClient {
  /** One call; variable parts of the path are already encoded. Out: the JSON answer. */
  ask<T>(path: Path, options?: ShopRequest): Promise<T>
  /** Who is signed in and what they work with; asked once a request, however many loaders want it. */
  desk(): Promise<ProducerDesk>
  /** A body that is not JSON (PDF, sheet, photo), with the backend's own headers that say what it is. */
  file(path: Path): Promise<Response>
  /** Sends a form with files. Out: the JSON answer. */
  upload<T>(path: Path, form: FormData): Promise<T>
  /** Hands a posted form on while it comes; what of it was not wanted is read to nowhere. Out: the JSON answer. */
  forward<T>(path: Path, request: Request, headers?: Record<string, string>): Promise<T>
}

interface RouteArgs {
  request: Request
  context: AppLoadContext
}

const UPLOAD_TIMEOUT_MS = 60_000
/** A form that is handed on comes at the pace of the phone's network, as long as servers wait for a request (Node: 5 minutes). */
const FORWARD_TIMEOUT_MS = 330_000
const desks = new WeakMap<AppLoadContext, Promise<ProducerDesk>>()

/**
 * The guard of every producers' page: `const producer = await requireProducer(args)`, then `producer.ask(...)`.
 * Throws what the page answers with: a redirect to sign in (with the way back) without a session or when the backend no
 * longer takes it, and 403 `{ suspended }` for a suspended member or producer, which the boundary of `/chu-the` explains.
 * Everything else (404, 409, 422, 503) stays a ShopError: `pageData` turns the ones of a loader into its page.
 */
export async function requireProducer(args: RouteArgs): Promise<ProducerClient> {
  const client = await producerClient(args)
  if (client === null) throw toSignIn(args.request)
  const guarded = <T>(answer: Promise<T>) =>
    answer.catch((error: unknown) => {
      throw refusalOf(error, args.request)
    })
  return {
    ask: (path, options) => guarded(client.ask(path, options)),
    desk: () => guarded(client.desk()),
    file: (path) => guarded(client.file(path)),
    upload: (path, form) => guarded(client.upload(path, form)),
    forward: (path, request, headers) => guarded(client.forward(path, request, headers)),
  }
}

/** The same without the redirects, for answers that a script reads. Out: null without a session. */
export async function producerClient({ request, context }: RouteArgs): Promise<ProducerClient | null> {
  const token = await tokenIn(request)
  if (token === null) return null
  const asked = requestContext({ request, context })
  const authorization = `Bearer ${token}`

  const ask = <T>(path: Path, options: ShopRequest = {}) =>
    shop<T>(asked, path, { ...options, headers: { ...options.headers, authorization } })

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
    ask,
    desk: () => {
      const known = desks.get(context) ?? ask<ProducerDesk>('/producer/me')
      desks.set(context, known)
      return known
    },
    file: (path) => passing(path, { method: 'GET' }),
    upload: async <T>(path: Path, form: FormData) =>
      (await (await passing(path, { method: 'POST', body: form })).json()) as T,
    forward: async <T>(path: Path, form: Request, headers: Record<string, string> = {}) => {
      const type = form.headers.get('content-type') ?? ''
      if (form.body === null) throw new ShopError('invalid', 400, 'upload_expected', 'There is no form.', null, null)
      const { stream, drain } = readToTheEnd(form.body)
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
export function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url)
  return redirect(`${SIGN_IN_PATH}?${new URLSearchParams({ ve: `${pathname}${search}` })}`, 303)
}

/** What the boundary of `/chu-the` reads of a 403. */
export interface Suspended {
  suspended: 'account' | 'producer'
}

function refusalOf(error: unknown, request: Request): unknown {
  if (!(error instanceof ShopError)) return error
  if (error.kind === 'unauthorized') return toSignIn(request)
  if (error.code === 'account_suspended') return data<Suspended>({ suspended: 'account' }, { status: 403 })
  if (error.code === 'producer_suspended') return data<Suspended>({ suspended: 'producer' }, { status: 403 })
  return error
}
