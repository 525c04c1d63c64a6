import { ShopError, shop } from '#app/lib/medusa/client.server.ts'
import type { GivenConsent } from '#app/lib/medusa/consents.server.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'

export type AccountError =
  | 'errorEmailTaken'
  | 'errorEmail'
  | 'errorPassword'
  | 'errorConsent'
  | 'errorName'
  | 'errorLink'
  | 'errorTooMany'
  | 'errorAway'

/** Why the shop refused, by the field it belongs to. Throws what is no refusal. */
export function accountRefusal(error: unknown): { errors: Record<string, AccountError>; status: number } {
  if (!(error instanceof ShopError)) throw error
  if (error.kind === 'too_many') return { errors: { form: 'errorTooMany' }, status: 429 }
  switch (error.code) {
    case 'email_taken':
      return { errors: { email: 'errorEmailTaken' }, status: 409 }
    case 'email_invalid':
      return { errors: { email: 'errorEmail' }, status: 400 }
    case 'account_password':
      return { errors: { password: 'errorPassword' }, status: 400 }
    case 'account_consent':
      return { errors: { consent: 'errorConsent' }, status: 400 }
    case 'account_name':
      return { errors: { name: 'errorName' }, status: 400 }
    case 'reset_link':
      return { errors: { form: 'errorLink' }, status: 400 }
    default:
      return { errors: { form: 'errorAway' }, status: 503 }
  }
}

/** Opens an account. Throws ShopError. */
export async function openAccount(
  context: RequestContext,
  account: { name: string; email: string; password: string; consents: GivenConsent[] },
): Promise<void> {
  await shop(context, '/store/accounts', { method: 'POST', body: account })
}

/** Asks for a link for a new password; the answer is the same whether there is an account. Throws ShopError. */
export async function askForReset(context: RequestContext, email: string): Promise<void> {
  await shop(context, '/store/accounts/forgot', { method: 'POST', body: { email } })
}

/** Sets a new password with the token of such a link. Throws ShopError, code `reset_link`. */
export async function setPassword(context: RequestContext, given: { token: string; password: string }): Promise<void> {
  await shop(context, '/store/accounts/reset', { method: 'POST', body: given })
}
