/**
 * What people outside the site are told, and what its words are filled in with. Amounts are whole đồng, moments UTC in ISO 8601.
 * Params are kept readable: no address, no telephone number, no secret; a link with a token goes into `path`.
 * The words are in `words.ts`: a kind is added there too.
 */
export interface DispatchKinds {
  /** `payBy`: the last moment to pay; null when nothing is awaited (COD). */
  order_placed: { displayNo: string; total: number; method: 'vnpay' | 'bank_transfer' | 'cod'; payBy: string | null }
  order_paid: { displayNo: string; total: number }
  order_expired: { displayNo: string }
  /** For the seller: there is something to confirm. */
  order_to_confirm: { displayNo: string; total: number }
  order_confirmed: { displayNo: string; producer: string }
  parcel_shipped: { displayNo: string; producer: string; carrier: string; trackingNo: string | null }
  parcel_delivered: { displayNo: string; producer: string }
  parcel_refused: { displayNo: string; producer: string }
  /** `producer`: null when the whole group is canceled; `refund`: what goes back. */
  order_canceled: { displayNo: string; producer: string | null; reason: string; refund: number }
  refund_asked: { displayNo: string; amount: number }
  /** A refund by bank transfer needs to know where to; `path` leads to the page that asks. */
  refund_account_needed: { displayNo: string; amount: number }
  /** `account`: masked, `Vietcombank •••6789`. */
  refund_account_given: { displayNo: string; amount: number; account: string }
  refund_done: { displayNo: string; amount: number }
  return_answered: { displayNo: string; accepted: boolean; note: string }
  message_received: { displayNo: string; from: string }
  /** For its writer; `reason`: one of the fixed grounds, in words. */
  message_hidden: { displayNo: string; reason: string }
  /** `note`: why it was sent back; empty when it is shown. */
  listing_reviewed: { product: string; accepted: boolean; note: string }
  password_reset: { hours: number }
  email_confirmation: { hours: number }
  member_invitation: { producer: string; invitedBy: string; days: number }
  application_answered: { producer: string; accepted: boolean; note: string }
  dispute_answered: { displayNo: string; decision: string }
  review_answered: { product: string; producer: string }
  /** `reason`: one of the fixed grounds, in words. */
  review_hidden: { product: string; producer: string; reason: string }
  /** Days yyyy-mm-dd; a tour begins and ends on one day. For the host: somebody asks for days. */
  stay_asked: { product: string; from: string; to: string; guests: number }
  /** For the buyer: the question is with the host; `path` leads back to it. */
  stay_received: { product: string; producer: string; from: string; to: string }
  /** `until`: the last day to accept. */
  stay_offered: { product: string; producer: string; price: number; until: string }
  stay_declined: { product: string; producer: string; from: string; to: string; reason: string }
  /** For both sides. */
  stay_accepted: { product: string; producer: string; from: string; to: string; price: number }
  stay_withdrawn: { product: string; from: string; to: string }
  /** For both sides; `answered`: there was an offer. */
  stay_expired: { product: string; producer: string; from: string; to: string; answered: boolean }
  star_changed: {
    product: string
    change: 'given' | 'restored' | 'extended' | 'suspended' | 'expired' | 'revoked'
    stars: number | null
  }
  /** `percent`: the centre's share as it is written, `12,5`. */
  agreement_proposed: { centre: string; percent: string }
  agreement_ended: { centre: string; lastDay: string }
  payout_sent: { period: string; amount: number }
}
export type DispatchKind = keyof DispatchKinds
