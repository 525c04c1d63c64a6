import { createCookieSessionStorage, type Session } from '@remix-run/node'
import { env } from './env.server.ts'

interface CartSession {
  cartId: string
  /** The order group whose payment the visitor was sent to VNPay for, with the token of its page. */
  paying: { groupId: string; token: string }
}

/** Said once on the next page. `removed` carries what an undo needs. */
export interface CartFlash {
  kind: 'added' | 'undone' | 'removed'
  title: string
  removed?: { variantId: string; quantity: number }
}

interface CartSessionFlash {
  notice: CartFlash
  /** Where at VNPay the visitor goes next. */
  gateway: string
}

export type VisitorSession = Session<CartSession, CartSessionFlash>

const THIRTY_DAYS = 30 * 86_400

let storage: ReturnType<typeof createCookieSessionStorage<CartSession, CartSessionFlash>> | undefined

/** One signed cookie that holds the cart's id; out of reach of scripts and of posts from other sites. */
function cartStorage() {
  storage ??= createCookieSessionStorage<CartSession, CartSessionFlash>({
    cookie: {
      name: 'sl-cart',
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge: THIRTY_DAYS,
      secrets: [env().SESSION_SECRET],
      secure: env().STOREFRONT_URL.startsWith('https:'),
    },
  })
  return storage
}

/** The visitor's session. A missing, foreign or altered cookie gives an empty one. */
export async function readSession(request: Request): Promise<VisitorSession> {
  return cartStorage().getSession(request.headers.get('cookie'))
}

/** The Set-Cookie line that keeps a session for thirty days. */
export async function keepSession(session: VisitorSession): Promise<string> {
  return cartStorage().commitSession(session)
}
