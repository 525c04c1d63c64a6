import { signInSession } from '#app/lib/sign-in-session.server.ts'

export const INSPECTOR_SIGN_IN = '/kiem-tra/dang-nhap'
export const INSPECTOR_APP = '/kiem-tra/tra'

/** Signing in of inspectors. */
export const { signIn, signOut, tokenIn, renewedCookie } = signInSession({
  actor: 'inspector',
  name: 'sl-kiem-tra',
  path: '/kiem-tra',
})
