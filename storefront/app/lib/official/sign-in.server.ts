import { signInSession } from '#app/lib/sign-in-session.server.ts'

/** Signing in of officials. */
export const { signIn, signOut, tokenIn, renewedCookie } = signInSession({
  actor: 'official',
  name: 'sl-can-bo',
  path: '/can-bo',
})
