import { type AppLoadContext, data } from '@remix-run/node'
import { type ActorClient, actorClient, type RouteArgs, redirectToSignIn } from '#app/lib/actor-client.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { tokenIn } from './sign-in.server.ts'
import { SIGN_IN_PATH } from './sign-in-path.ts'
import type { ProducerDesk } from './types.ts'

type Path = `/producer/${string}`

/** The backend's producer API in the name of who is signed in. All members throw ShopError. */
export interface ProducerClient extends ActorClient<Path> {
  /** Who is signed in and what they work with; asked once a request, however many loaders want it. */
  desk(): Promise<ProducerDesk>
}

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
    forward: (path, form, headers) => guarded(client.forward(path, form, headers)),
  }
}

/** The same without the redirects, for answers that a script reads. Out: null without a session. */
export async function producerClient(args: RouteArgs): Promise<ProducerClient | null> {
  const token = await tokenIn(args.request)
  if (token === null) return null
  const client = actorClient<Path>(args, token)
  return {
    ...client,
    desk: () => {
      const known = desks.get(args.context) ?? client.ask<ProducerDesk>('/producer/me')
      desks.set(args.context, known)
      return known
    },
  }
}

/** Where to sign in, and come back from. A refused post leads back to its page by GET. */
export function toSignIn(request: Request): Response {
  return redirectToSignIn(request, SIGN_IN_PATH)
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
