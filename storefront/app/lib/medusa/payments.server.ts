import type { RequestContext } from '#app/lib/request-context.server.ts'
import { shop } from './client.server.ts'

/** A page of VNPay on which the group can be paid now. */
export interface VnpayAttempt {
  reference: string
  redirectUrl: string
  /** UTC, ISO 8601. */
  expiresAt: string
}

/** How to pay by bank transfer: the account, the words that lead the money to the order, and the same as a VietQR code. */
export interface TransferView {
  bank: { bin: string; name: string }
  accountNo: string
  accountName: string
  /** Whole đồng. */
  amount: number
  /** What the buyer writes as content. */
  content: string
  /** The VietQR text. */
  payload: string
  /** The image, `data:image/svg+xml;…` or `data:image/png;…`. */
  image: string
  /** UTC, ISO 8601. */
  expiresAt: string | null
}

const pathOf = (groupId: string) => `/store/order-groups/${encodeURIComponent(groupId)}`
const withToken = (token: string) => ({ 'x-order-token': token })

/** Starts a payment at VNPay. Throws ShopError, `conflict` when the group awaits none. */
export function startVnpay(
  context: RequestContext,
  { groupId, token }: { groupId: string; token: string },
): Promise<VnpayAttempt> {
  return shop<VnpayAttempt>(context, `${pathOf(groupId)}/vnpay`, {
    method: 'POST',
    headers: withToken(token),
    body: { locale: context.locale === 'vi' ? 'vn' : 'en' },
  })
}

/** The bank transfer of a group. Throws ShopError. */
export async function readTransfer(
  context: RequestContext,
  { groupId, token }: { groupId: string; token: string },
): Promise<TransferView> {
  const { transfer } = await shop<{ transfer: TransferView }>(context, `${pathOf(groupId)}/transfer`, {
    headers: withToken(token),
  })
  return transfer
}
