import { shop } from '#app/lib/medusa/client.server.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import type { AskStay } from '#app/schemas/stay.ts'
import type { StayForm, StayView } from './types.ts'

/** A question behind its link. */
export interface StayLink {
  id: string
  token: string
}

/** Reads the id and token of a question's address; null when they cannot be right. */
export function stayLink(id: string, token: string | null): StayLink | null {
  if (!/^stay_[A-Za-z0-9]{1,60}$/.test(id) || token === null || !/^[A-Za-z0-9_.-]{1,256}$/.test(token)) return null
  return { id, token }
}

/** What is to be known before asking. Throws ShopError. */
export async function readStayForm(context: RequestContext, handle: string): Promise<StayForm> {
  const path = `/store/stays/${encodeURIComponent(handle)}`
  return (await shop<{ stay: StayForm }>(context, path, { search: { locale: context.locale } })).stay
}

/** Asks a host for days. Throws ShopError. */
export function askStay(
  context: RequestContext,
  question: AskStay & { requestKey: string; handle: string },
): Promise<StayLink> {
  return shop(context, '/store/stay-enquiries', {
    method: 'POST',
    body: question,
    headers: { 'accept-language': context.locale },
  })
}

/** A question for the holder of its link. Throws ShopError. */
export async function readStay(context: RequestContext, { id, token }: StayLink): Promise<StayView> {
  return (
    await shop<{ stay: StayView }>(context, `/store/stay-enquiries/${id}`, { headers: { 'x-link-token': token } })
  ).stay
}

/** Accepts the offer with this number, or takes the question back where there is none. Throws ShopError. */
export async function decideStay(
  context: RequestContext,
  { id, token }: StayLink,
  offerNo: number | null,
): Promise<void> {
  await shop(context, `/store/stay-enquiries/${id}/${offerNo === null ? 'withdraw' : 'accept'}`, {
    method: 'POST',
    body: offerNo === null ? {} : { offerNo },
    headers: { 'x-link-token': token, 'accept-language': context.locale },
  })
}
