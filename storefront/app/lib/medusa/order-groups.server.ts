import type { RequestContext } from '#app/lib/request-context.server.ts'
import type { GroupView, PaymentMethod } from './cart-types.ts'
import { ShopError, shop } from './client.server.ts'

/** What a visitor with a link may see of an order group. */
export type GroupAnswer =
  | { kind: 'group'; group: GroupView }
  /** No token in the link. */
  | { kind: 'token_missing' }
  /** Wrong or expired token, or no such order: the answers look the same, so ids cannot be probed. */
  | { kind: 'refused' }
  | { kind: 'unavailable' }

/** True for what an address may carry as a group and its token. */
export function isGroupLink(groupId: string, token: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(groupId) && /^[A-Za-z0-9_.-]{1,256}$/.test(token)
}

const pathOf = (groupId: string) => `/store/order-groups/${encodeURIComponent(groupId)}`
const withToken = (token: string) => ({ 'x-order-token': token })

/** Reads an order group with the token of its link. The shop is not asked without one. Never throws. */
export async function readGroup(context: RequestContext, groupId: string, token: string | null): Promise<GroupAnswer> {
  if (!token) return { kind: 'token_missing' }
  if (!isGroupLink(groupId, token)) return { kind: 'refused' }
  try {
    const { group } = await shop<{ group: GroupView }>(context, pathOf(groupId), { headers: withToken(token) })
    return { kind: 'group', group }
  } catch (error) {
    if (error instanceof ShopError && error.kind !== 'unavailable' && error.kind !== 'too_many') {
      return { kind: 'refused' }
    }
    return { kind: 'unavailable' }
  }
}

/** Cancels a group, or one order of it. Throws ShopError, code `order_under_way` when it is too late. */
export async function cancelGroup(
  context: RequestContext,
  { groupId, token, orderId, reason }: { groupId: string; token: string; orderId: string | null; reason: string },
): Promise<void> {
  await shop(context, `${pathOf(groupId)}/cancel`, {
    method: 'POST',
    headers: withToken(token),
    body: { ...(orderId ? { orderId } : {}), ...(reason ? { reason } : {}) },
  })
}

/** Pays in another way from now on. Throws ShopError. */
export async function changeMethod(
  context: RequestContext,
  { groupId, token, method }: { groupId: string; token: string; method: PaymentMethod },
): Promise<void> {
  await shop(context, `${pathOf(groupId)}/method`, { method: 'POST', headers: withToken(token), body: { method } })
}

/** The buyer has a parcel; said again it changes nothing. Throws ShopError, code `parcel_state` for one that is not under way. */
export async function receiveParcel(
  context: RequestContext,
  { groupId, token, parcelId }: { groupId: string; token: string; parcelId: string },
): Promise<void> {
  await shop(context, `${pathOf(groupId)}/parcels/${encodeURIComponent(parcelId)}/received`, {
    method: 'POST',
    headers: withToken(token),
    body: {},
  })
}

/** Says where the group's refunds go. Throws ShopError: `field` names what is wrong, 409 `refund_account_closed` when none waits any more. */
export async function giveRefundAccount(
  context: RequestContext,
  { groupId, token }: { groupId: string; token: string },
  account: { bankBin: string; number: string; holder: string },
): Promise<void> {
  await shop(context, `${pathOf(groupId)}/refund-account`, {
    method: 'POST',
    headers: { ...withToken(token), 'accept-language': context.locale },
    body: account,
  })
}
