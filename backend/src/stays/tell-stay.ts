import { type DispatchDraft, dispatchIn } from '../dispatch/dispatch'
import type { DispatchTo } from '../dispatch/receiver'
import type { Sql } from '../money/in-transaction'
import { stayPage } from './stay-link'
import { guestsOf, type Stay } from './stay-row'

/** Everything here is told once, in the transaction that makes it so. Who left a telephone number alone is told through it. */
function buyerOf({ email, phone }: Stay): DispatchTo {
  return email === null ? { phone: phone ?? '' } : { email }
}
const namesOf = ({ product, producer }: Stay) => ({ product, producer })
const daysOf = ({ fromDay, toDay }: Stay) => ({ from: fromDay, to: toDay })
const toBuyer = (stay: Stay) => ({ to: buyerOf(stay), path: stayPage(stay.id, stay.toDay), locale: stay.locale })
const toHost = (stay: Stay) => ({ to: { producerId: stay.producerId }, path: `/chu-the/dat-cho/${stay.id}` })

/** The host has a question to answer; the buyer has the link of theirs. */
export async function tellAsked(sql: Sql, stay: Stay): Promise<void> {
  await dispatchIn(sql, [
    {
      ...toHost(stay),
      kind: 'stay_asked',
      params: { product: stay.product, ...daysOf(stay), guests: guestsOf(stay) },
      dedupeKey: `stay_asked:${stay.id}`,
    },
    {
      ...toBuyer(stay),
      kind: 'stay_received',
      params: { ...namesOf(stay), ...daysOf(stay) },
      dedupeKey: `stay_received:${stay.id}`,
    },
  ])
}

/** The host has made an offer, perhaps anew. In: the enquiry with it. */
export async function tellOffered(sql: Sql, stay: Stay): Promise<void> {
  await dispatchIn(sql, {
    ...toBuyer(stay),
    kind: 'stay_offered',
    params: { ...namesOf(stay), price: stay.price ?? 0, until: stay.offerUntil ?? stay.fromDay },
    dedupeKey: `stay_offered:${stay.id}:${stay.offerNo}`,
  })
}

export async function tellDeclined(sql: Sql, stay: Stay, reason: string): Promise<void> {
  await dispatchIn(sql, {
    ...toBuyer(stay),
    kind: 'stay_declined',
    params: { ...namesOf(stay), ...daysOf(stay), reason },
    dedupeKey: `stay_declined:${stay.id}`,
  })
}

/** Both have it in writing once the buyer has accepted. */
export async function tellAccepted(sql: Sql, stay: Stay): Promise<void> {
  const params = { ...namesOf(stay), ...daysOf(stay), price: stay.price ?? 0 }
  await dispatchIn(sql, [
    { ...toHost(stay), kind: 'stay_accepted', params, dedupeKey: `stay_accepted:${stay.id}:host` },
    { ...toBuyer(stay), kind: 'stay_accepted', params, dedupeKey: `stay_accepted:${stay.id}:buyer` },
  ])
}

export async function tellWithdrawn(sql: Sql, stay: Stay): Promise<void> {
  await dispatchIn(sql, {
    ...toHost(stay),
    kind: 'stay_withdrawn',
    params: { product: stay.product, ...daysOf(stay) },
    dedupeKey: `stay_withdrawn:${stay.id}`,
  })
}

/** Nobody decided in time: the side that waited is told, and the host that missed a question. */
export async function tellExpired(sql: Sql, stay: Stay): Promise<void> {
  const answered = stay.state === 'offered'
  const params = { ...namesOf(stay), ...daysOf(stay), answered }
  const drafts: DispatchDraft[] = [
    { ...toBuyer(stay), kind: 'stay_expired', params, dedupeKey: `stay_expired:${stay.id}:buyer` },
    { ...toHost(stay), kind: 'stay_expired', params, dedupeKey: `stay_expired:${stay.id}:host` },
  ]
  await dispatchIn(sql, drafts)
}
