import { type AppLoadContext, data } from '@remix-run/node'
import { type ActorClient, actorClient, type RouteArgs, redirectToSignIn } from '#app/lib/actor-client.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { OFFICIAL_SIGN_IN } from './paths.ts'
import { tokenIn } from './sign-in.server.ts'
import type { OfficialDesk } from './types.ts'

type Path = `/official/${string}`

/** The backend's API for officials in the name of who is signed in. All members throw ShopError. */
export interface OfficialClient extends ActorClient<Path> {
  /** Who is signed in, under which posts, and what those may do; asked once a request, however many loaders want it. */
  desk(): Promise<OfficialDesk>
}

/** What the boundary of `/can-bo` reads of a 403. */
export interface Refused {
  refused: 'suspended' | 'no_post' | 'not_permitted'
}

const REFUSALS: Readonly<Record<string, Refused['refused']>> = {
  account_suspended: 'suspended',
  no_post_today: 'no_post',
  not_permitted: 'not_permitted',
}

const desks = new WeakMap<AppLoadContext, Promise<OfficialDesk>>()

/**
 * The guard of every officials' page: `const official = await requireOfficial(args)`, then `official.ask(...)`.
 * Throws what the page answers with: a redirect to sign in (with the way back) without a session or when the backend no longer takes it,
 * and 403 `{ refused }` for a suspended account, one without a post today, or a post that may not do this, which the boundary of
 * `/can-bo` explains. Everything else (404, 409, 422, 503) stays a ShopError: `pageData` turns the ones of a loader into its page.
 */
export async function requireOfficial(args: RouteArgs): Promise<OfficialClient> {
  const token = await tokenIn(args.request)
  if (token === null) throw redirectToSignIn(args.request, OFFICIAL_SIGN_IN)
  const client = actorClient<Path>(args, token)
  const guarded = <T>(answer: Promise<T>) =>
    answer.catch((error: unknown) => {
      throw refusalOf(error, args.request)
    })
  return {
    ask: (path, options) => guarded(client.ask(path, options)),
    file: (path) => guarded(client.file(path)),
    upload: (path, form) => guarded(client.upload(path, form)),
    forward: (path, request, headers) => guarded(client.forward(path, request, headers)),
    desk: () => {
      const known = desks.get(args.context) ?? client.ask<OfficialDesk>('/official/me')
      desks.set(args.context, known)
      return guarded(known)
    },
  }
}

function refusalOf(error: unknown, request: Request): unknown {
  if (!(error instanceof ShopError)) return error
  if (error.kind === 'unauthorized') return redirectToSignIn(request, OFFICIAL_SIGN_IN)
  const refused = REFUSALS[error.code]
  return refused === undefined ? error : data<Refused>({ refused }, { status: 403 })
}
