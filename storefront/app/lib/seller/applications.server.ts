import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import { ShopError, shop, shopErrorOf } from '#app/lib/medusa/client.server.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import type { InvitationCard, SellerApplication } from './types.ts'

/** What a link carries: whose it is, and the token that proves it. */
export interface SellerLink {
  id: string
  token: string
}

const UPLOAD_TIMEOUT_MS = 60_000

const head = (context: RequestContext, token: string) => ({
  'x-seller-token': token,
  'accept-language': context.locale,
})
const pathOf = ({ id }: SellerLink) => `/store/seller-applications/${encodeURIComponent(id)}`

/** Begins an application. Throws ShopError. */
export async function beginApplication(context: RequestContext, name: string): Promise<SellerLink> {
  return await shop(context, '/store/seller-applications', {
    method: 'POST',
    body: { name },
    headers: { 'accept-language': context.locale },
  })
}

/** The application of a link. Throws ShopError, `not_found` for a link that is none. */
export async function readApplication(context: RequestContext, link: SellerLink): Promise<SellerApplication> {
  const answer = await shop<{ application: SellerApplication }>(context, pathOf(link), {
    headers: head(context, link.token),
  })
  return answer.application
}

/** A write to the application of a link: `''` saves, `/submit` hands in, `/papers/…/remove` removes a paper. Throws ShopError. */
export async function writeApplication(
  context: RequestContext,
  link: SellerLink,
  deed: string,
  body: Record<string, unknown>,
): Promise<SellerApplication> {
  const answer = await shop<{ application: SellerApplication }>(context, `${pathOf(link)}${deed}`, {
    method: 'POST',
    body,
    headers: head(context, link.token),
  })
  return answer.application
}

/** Adds a photo or PDF. Throws ShopError. */
export async function addPaper(
  context: RequestContext,
  link: SellerLink,
  paper: { kind: string; file: File },
): Promise<void> {
  const form = new FormData()
  form.set('kind', paper.kind)
  form.set('file', paper.file, paper.file.name)
  const response = await fetch(`${env().BACKEND_URL}${pathOf(link)}/papers`, {
    method: 'POST',
    headers: {
      ...head(context, link.token),
      accept: 'application/json',
      'x-publishable-api-key': env().PUBLISHABLE_KEY,
      'x-request-id': context.requestId,
      ...(context.clientIp === null ? {} : { 'x-forwarded-for': context.clientIp }),
    },
    body: form,
    signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  }).catch((cause: unknown) => {
    log('error', 'shop_unreachable', { requestId: context.requestId, cause: String(cause) })
    throw new ShopError('unavailable', 503, 'shop_unreachable', 'The shop did not answer.', null, null)
  })
  if (!response.ok) throw shopErrorOf(response.status, await response.json().catch(() => null))
}

/** The invitation of a link. Throws ShopError: `not_found` for a link that is none, 410 for one that is used up. */
export async function readInvitation(context: RequestContext, { id, token }: SellerLink): Promise<InvitationCard> {
  const answer = await shop<{ invitation: InvitationCard }>(
    context,
    `/store/member-invitations/${encodeURIComponent(id)}`,
    { headers: head(context, token) },
  )
  return answer.invitation
}

/** Makes the account of an invitation. Throws ShopError. */
export async function acceptInvitation(
  context: RequestContext,
  { id, token }: SellerLink,
  account: { name: string; email: string; password: string },
): Promise<void> {
  await shop(context, `/store/member-invitations/${encodeURIComponent(id)}/accept`, {
    method: 'POST',
    body: account,
    headers: head(context, token),
  })
}
