import { ShopError, shop } from '#app/lib/medusa/client.server.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'

export type MemberPasswordError =
  | 'errorEmail'
  | 'errorPassword'
  | 'errorAgain'
  | 'errorLink'
  | 'errorTooMany'
  | 'errorAway'

/** Why the shop refused, by the field it belongs to. Throws what is no refusal. */
export function refusalOf(error: unknown): { errors: Record<string, MemberPasswordError>; status: number } {
  if (!(error instanceof ShopError)) throw error
  if (error.kind === 'too_many') return { errors: { form: 'errorTooMany' }, status: 429 }
  if (error.code === 'email_invalid') return { errors: { email: 'errorEmail' }, status: 400 }
  if (error.code === 'password_invalid') return { errors: { password: 'errorPassword' }, status: 400 }
  if (error.code === 'reset_link') return { errors: { form: 'errorLink' }, status: 400 }
  return { errors: { form: 'errorAway' }, status: 503 }
}

/** Asks for a link for a new password; the answer is the same whether a member signs in with the address. Throws ShopError. */
export async function askForMemberReset(context: RequestContext, email: string): Promise<void> {
  await shop(context, '/store/members/forgot', { method: 'POST', body: { email } })
}

/** Sets a new password with the token of such a link. Throws ShopError, code `reset_link`. */
export async function setMemberPassword(
  context: RequestContext,
  given: { token: string; password: string },
): Promise<void> {
  await shop(context, '/store/members/reset', { method: 'POST', body: given })
}
