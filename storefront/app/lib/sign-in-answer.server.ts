import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { type RequestContext, requestContext } from '#app/lib/request-context.server.ts'
import { parseForm } from '#app/schemas/form.ts'
import { type SignInError, signInSchema } from '#app/schemas/sign-in.ts'

export interface SignInFailure {
  /** As typed, so that nothing is lost. */
  email: string
  errors: Partial<Record<'email' | 'password' | 'form', SignInError>>
}

/**
 * Answers the form of a sign-in page: a redirect that carries the session's cookies, or the page again with what is wrong.
 * One answer for an unknown address and for a wrong password, so that addresses cannot be probed.
 * In: `signIn` of `signInSession`; where to go afterwards, by the form. Throws what is no refusal of the shop.
 */
export async function answerSignIn(
  args: ActionFunctionArgs,
  signIn: (context: RequestContext, email: string, password: string) => Promise<Headers>,
  pathAfter: (form: FormData) => string,
) {
  const form = await args.request.formData()
  const parsed = parseForm(signInSchema, form)
  if (!parsed.ok) {
    return data<SignInFailure>({ email: parsed.values.email ?? '', errors: parsed.errors }, { status: 400 })
  }
  const { email, password } = parsed.value
  const failed = (error: SignInError, status: number) =>
    data<SignInFailure>({ email, errors: { form: error } }, { status })
  try {
    const headers = await signIn(requestContext(args), email, password)
    return redirect(pathAfter(form), { status: 303, headers })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.kind === 'unavailable') return failed('errorAway', 503)
    return error.kind === 'too_many' ? failed('errorTooMany', 429) : failed('errorSignIn', 400)
  }
}
