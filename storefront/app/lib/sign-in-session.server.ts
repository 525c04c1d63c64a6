import { createCookieSessionStorage } from '@remix-run/node'
import { env } from '#app/lib/env.server.ts'
import { shop } from '#app/lib/medusa/client.server.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import { endOfWorkMark, workMark } from '#app/lib/trace/work-mark.server.ts'

interface SignedIn {
  /** The backend's bearer token: a JWT of one hour. */
  token: string
}

/** A token with less left than this is changed for a new one, so that whoever works is not sent to sign in again. */
const RENEW_BELOW_MS = 30 * 60_000

/**
 * Signing in of one kind of people. In: the backend's actor type, and name and path of the one signed cookie, which is sent to
 * their pages alone, out of reach of scripts and of posts from other sites.
 */
export function signInSession({
  actor,
  name,
  path,
  atWork = true,
}: {
  actor: string
  name: string
  path: string
  /** False for buyers, whose scans count like everybody's. */
  atWork?: boolean
}) {
  let made: ReturnType<typeof createCookieSessionStorage<SignedIn>> | undefined
  const storage = () => {
    made ??= createCookieSessionStorage<SignedIn>({
      cookie: {
        name,
        httpOnly: true,
        sameSite: 'lax',
        path,
        maxAge: 3600,
        secrets: [env().SESSION_SECRET],
        secure: env().STOREFRONT_URL.startsWith('https:'),
      },
    })
    return made
  }

  const cookieOf = async (token: string): Promise<string> => {
    const session = await storage().getSession()
    session.set('token', token)
    return storage().commitSession(session)
  }

  /** The token of who is signed in; null without one, with an altered cookie, and once it has run out. */
  const tokenIn = async (request: Request): Promise<string | null> => {
    const session = await storage().getSession(request.headers.get('cookie'))
    const token = session.get('token')
    return token !== undefined && millisecondsLeft(token, Date.now()) > 0 ? token : null
  }

  return {
    tokenIn,

    /**
     * Asks the backend for a token (`POST /auth/{actor}/emailpass`). In: e-mail and password as typed.
     * Out: the Set-Cookie lines of the signed-in session and of the mark that keeps the scans of people at work uncounted.
     * Throws ShopError, `unauthorized` for a wrong pair.
     */
    async signIn(context: RequestContext, email: string, password: string): Promise<Headers> {
      const { token } = await shop<{ token: string }>(context, `/auth/${actor}/emailpass`, {
        method: 'POST',
        body: { email: email.trim().toLowerCase(), password },
      })
      return setCookies(await cookieOf(token), ...(atWork ? [await workMark()] : []))
    },

    /** The Set-Cookie lines that forget the session and the mark. */
    async signOut(request: Request): Promise<Headers> {
      const session = await storage().getSession(request.headers.get('cookie'))
      return setCookies(await storage().destroySession(session), ...(atWork ? [await endOfWorkMark()] : []))
    },

    /**
     * The Set-Cookie line with a new token when the old one is close to its end; null when it is not, or when the backend
     * gives none: the old one still serves until it runs out.
     */
    async renewedCookie(context: RequestContext, request: Request): Promise<string | null> {
      const token = await tokenIn(request)
      if (token === null || millisecondsLeft(token, Date.now()) > RENEW_BELOW_MS) return null
      try {
        const renewed = await shop<{ token: string }>(context, '/auth/token/refresh', {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
        })
        return await cookieOf(renewed.token)
      } catch {
        return null
      }
    },
  }
}

function setCookies(...lines: string[]): Headers {
  return new Headers(lines.map((line): [string, string] => ['Set-Cookie', line]))
}

/**
 * Time until a JWT's `exp` (RFC 7519 section 4.1.4), in ms; 0 or less when it is over or cannot be read. The backend
 * checks the signature, this only saves a call.
 */
export function millisecondsLeft(token: string, now: number): number {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const exp = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : null
    return typeof exp === 'number' ? exp * 1000 - now : 0
  } catch {
    return 0
  }
}
