import { type ActorClient, actorClient, type RouteArgs, redirectToSignIn } from '#app/lib/actor-client.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { tokenIn } from './sign-in.server.ts'
import { SIGN_IN_PATH } from './sign-in-path.ts'

type Path = `/store/customers/me${string}`
export type CustomerClient = ActorClient<Path>

/**
 * The guard of every page of an account: a redirect to sign in (with the way back) without a session, or when the backend no longer takes
 * it. Everything else stays a ShopError.
 */
export async function requireCustomer(args: RouteArgs): Promise<CustomerClient> {
  const client = await customerClient(args)
  if (client === null) throw redirectToSignIn(args.request, SIGN_IN_PATH)
  const guarded = <T>(answer: Promise<T>) =>
    answer.catch((error: unknown) => {
      if (error instanceof ShopError && error.kind === 'unauthorized') {
        throw redirectToSignIn(args.request, SIGN_IN_PATH)
      }
      throw error
    })
  return {
    ask: (path, options) => guarded(client.ask(path, options)),
    file: (path) => guarded(client.file(path)),
    upload: (path, form) => guarded(client.upload(path, form)),
    forward: (path, form, headers) => guarded(client.forward(path, form, headers)),
  }
}

/** The same for pages that a guest sees too. Out: null without a session. */
export async function customerClient(args: RouteArgs): Promise<CustomerClient | null> {
  const token = await tokenIn(args.request)
  return token === null ? null : actorClient<Path>(args, token)
}
