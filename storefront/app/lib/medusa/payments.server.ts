import type { RequestContext } from '#app/lib/request-context.server.ts'
import type { GroupState, PaymentMethod } from './cart-types.ts'
import { shop } from './client.server.ts'

/** A page of VNPay on which the group can be paid now. */
interface VnpayAttempt {
  reference: string
  redirectUrl: string
  /** UTC, ISO 8601. */
  expiresAt: string
}

/** Where the payment of a group stands. */
export interface PaymentView {
  groupId: string
  displayNo: string
  method: PaymentMethod
  groupState: GroupState
  /** Whole đồng. */
  total: number
  /** `sent_back`: money came too late, twice or over a wrong amount, and goes back; `held`: a person looks at it. */
  state: 'paid' | 'waiting' | 'failed' | 'unpaid' | 'held' | 'closed' | 'sent_back'
  mayPay: boolean
  paidAt: string | null
  expiresAt: string | null
  attempt: { reference: string; state: string; responseCode: string | null; expiresAt: string } | null
}

/** How to pay by bank transfer: the account, the words that lead the money to the order, and the same as a VietQR code. */
export interface TransferView {
  displayNo: string
  state: GroupState
  /** Whole đồng. */
  amount: number
  /** What the transfer must say. */
  content: string
  bank: { bin: string; name: string; account: string; accountName: string; sample: boolean }
  expiresAt: string | null
  payload: string
  /** An SVG path in a square of `size` units. */
  qr: { size: number; path: string }
}

interface GroupLink {
  groupId: string
  token: string
}

const pathOf = (groupId: string) => `/store/order-groups/${encodeURIComponent(groupId)}`
const withToken = (token: string) => ({ 'x-order-token': token })

/** Starts a payment at VNPay, from where the buyer comes back to `/thanh-toan/vnpay`. Throws ShopError, `conflict` when none is awaited. */
export async function startVnpay(context: RequestContext, { groupId, token }: GroupLink): Promise<VnpayAttempt> {
  const { attempt } = await shop<{ attempt: VnpayAttempt }>(context, `${pathOf(groupId)}/payments`, {
    method: 'POST',
    headers: withToken(token),
    body: { returnPath: '/thanh-toan/vnpay', locale: context.locale },
  })
  return attempt
}

/** Where the payment stands. In: whether the buyer comes from VNPay, which is then asked when nothing was heard. Throws ShopError. */
export async function readPayment(
  context: RequestContext,
  { groupId, token }: GroupLink,
  returned: boolean,
): Promise<PaymentView> {
  const { payment } = await shop<{ payment: PaymentView }>(context, `${pathOf(groupId)}/payment`, {
    headers: withToken(token),
    search: { returned: returned ? '1' : undefined },
  })
  return payment
}

/** The bank transfer of a group. Throws ShopError, `conflict` when none is awaited. */
export async function readTransfer(context: RequestContext, { groupId, token }: GroupLink): Promise<TransferView> {
  const { transfer } = await shop<{ transfer: TransferView }>(context, `${pathOf(groupId)}/transfer`, {
    headers: withToken(token),
  })
  return transfer
}
