import { signInSession } from '#app/lib/sign-in-session.server.ts'

/** Signing in of producers' people. */
export const { signIn, signOut, tokenIn, renewedCookie } = signInSession({
  actor: 'producer',
  name: 'sl-chu-the',
  path: '/chu-the',
})
