import { signInSession } from '#app/lib/sign-in-session.server.ts'

/** Signing in of buyers. The cookie goes with every page: the cart and the product page know whose they are. */
export const { signIn, signOut, tokenIn, renewedCookie } = signInSession({
  actor: 'customer',
  name: 'sl-khach',
  path: '/',
  atWork: false,
})
