import { z } from 'zod'

/** Longest accepted text of each field; also the `maxlength` of its input. */
export const SIGN_IN_LIMITS = { email: 200, password: 200 } as const

/** What the form may say, as keys of the desk catalogue. */
export type SignInError =
  | 'errorEmailMissing'
  | 'errorEmail'
  | 'errorPasswordMissing'
  | 'errorSignIn'
  | 'errorTooMany'
  | 'errorAway'

/** Who signs in. Messages are keys of the desk catalogue. */
export const signInSchema = z.object({
  email: z
    .string()
    .transform((typed) => typed.trim())
    .pipe(
      z
        .string()
        .min(1, 'errorEmailMissing')
        .max(SIGN_IN_LIMITS.email, 'errorEmail')
        .regex(/^[^\s@]+@[^\s@]+$/, 'errorEmail'),
    ),
  password: z.string().min(1, 'errorPasswordMissing').max(SIGN_IN_LIMITS.password, 'errorSignIn'),
})
