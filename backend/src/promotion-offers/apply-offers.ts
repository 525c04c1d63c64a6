import type { OfferBearer, OfferKind, OfferScope } from '../modules/promotion-offer/kinds'
import { splitDong } from '../money/split-dong'

/** Goods of one cart line before discounts, whole đồng. */
export interface PricedLine {
  id: string
  producerId: string
  productId: string
  goods: number
}
/** The chosen delivery of one producer's goods. */
export interface PricedDelivery {
  producerId: string
  fee: number
}
export interface Offer {
  id: string
  code: string
  kind: OfferKind
  /** Hundredths of a percent, đồng, or null for free delivery. */
  value: number | null
  bearer: OfferBearer
  scope: OfferScope
  producerId: string | null
  productIds: readonly string[]
  minSpend: number
  maxDiscount: number | null
  firstDay: string
  lastDay: string | null
  ended: boolean
  stackingGroup: string
  /** What the counts of its uses say for this buyer. */
  left: 'yes' | 'used_up' | 'used_by_you'
}
export interface Discount {
  offerId: string
  code: string
  bearer: OfferBearer
  amount: number
}
export type OfferState =
  | 'applied'
  | 'not_begun'
  | 'over'
  | 'used_up'
  | 'used_by_you'
  | 'spend_more'
  | 'no_goods'
  | 'not_with_others'
export interface JudgedOffer {
  id: string
  code: string
  state: OfferState
  amount: number
  /** Đồng still to spend when `spend_more`. */
  missing: number | null
}
export interface AppliedOffers {
  /** By line id; every discount above 0, together at most the line's goods. */
  lines: Map<string, Discount[]>
  /** By producer id; together at most the fee. */
  deliveries: Map<string, Discount[]>
  /** One an offer, in the order given. */
  offers: JudgedOffer[]
}

const BEARERS: readonly OfferBearer[] = ['producer', 'centre', 'platform']
const KINDS: readonly OfferKind[] = ['percent', 'amount', 'free_delivery']

/**
 * What promotions take off, exactly. Of one stacking group only the offer that would take off most by itself counts; those left
 * are applied in one order (producer's, centre's, platform's; percent, amount, free delivery; code), each to what the ones before
 * left, percents rounded half up once, then split over the lines by largest remainder. So no đồng is lost and no discount is above the goods
 * (for delivery: the fee), whatever the order of lines and offers.
 * In: lines, offers, the calendar day at +07, chosen deliveries. Whole đồng from 0. Pure.
 */
export function applyOffers(
  lines: readonly PricedLine[],
  offers: readonly Offer[],
  day: string,
  deliveries: readonly PricedDelivery[],
): AppliedOffers {
  const goods = new Map(lines.map((line) => [line.id, line.goods]))
  const fees = new Map(deliveries.map((delivery) => [delivery.producerId, delivery.fee]))
  const takes = (offer: Offer) => amountOf(offer, lines, deliveries, goods, fees)

  const judged = new Map<string, JudgedOffer>()
  const judge = (offer: Offer, state: OfferState, amount = 0, missing: number | null = null) =>
    judged.set(offer.id, { id: offer.id, code: offer.code, state, amount, missing })

  const best = new Map<string, Offer>()
  for (const offer of [...offers].sort(inOrder)) {
    const [state, missing] = standing(offer, lines, deliveries, day)
    judge(offer, state, 0, missing)
    if (state !== 'applied') continue
    const rival = best.get(offer.stackingGroup)
    if (rival && takes(rival) >= takes(offer)) {
      judge(offer, 'not_with_others')
      continue
    }
    if (rival) judge(rival, 'not_with_others')
    best.set(offer.stackingGroup, offer)
  }

  const result: AppliedOffers = { lines: new Map(), deliveries: new Map(), offers: [] }
  for (const offer of [...best.values()].sort(inOrder)) {
    const amount = takes(offer)
    // Others have taken everything there was to take off.
    if (amount === 0) {
      judge(offer, 'not_with_others')
      continue
    }
    judge(offer, 'applied', amount)
    const free = offer.kind === 'free_delivery'
    const [left, given] = free ? [fees, result.deliveries] : [goods, result.lines]
    const targets = free ? deliveriesOf(offer, lines, deliveries) : linesOf(offer, lines).map((line) => line.id)
    const ids = [...targets].sort()
    const parts = splitDong(
      amount,
      ids.map((id) => left.get(id) ?? 0),
    )
    ids.forEach((id, index) => {
      const part = parts[index] ?? 0
      if (part === 0) return
      left.set(id, (left.get(id) ?? 0) - part)
      given.set(id, [
        ...(given.get(id) ?? []),
        { offerId: offer.id, code: offer.code, bearer: offer.bearer, amount: part },
      ])
    })
  }
  result.offers = offers.flatMap((offer) => judged.get(offer.id) ?? [])
  return result
}

function standing(
  offer: Offer,
  lines: readonly PricedLine[],
  deliveries: readonly PricedDelivery[],
  day: string,
): [OfferState, number | null] {
  if (offer.ended || (offer.lastDay !== null && day > offer.lastDay)) return ['over', null]
  if (day < offer.firstDay) return ['not_begun', null]
  if (offer.left !== 'yes') return [offer.left, null]
  const own = linesOf(offer, lines)
  const spend = own.reduce((sum, line) => sum + line.goods, 0)
  if (spend === 0) return ['no_goods', null]
  if (spend < offer.minSpend) return ['spend_more', offer.minSpend - spend]
  if (offer.kind === 'free_delivery' && feesOf(offer, lines, deliveries) === 0) return ['no_goods', null]
  return ['applied', null]
}

function linesOf(offer: Offer, lines: readonly PricedLine[]): PricedLine[] {
  return lines.filter(
    (line) =>
      (offer.scope !== 'producer' || line.producerId === offer.producerId) &&
      (offer.scope !== 'products' || offer.productIds.includes(line.productId)) &&
      // A producer pays for discounts on its own goods alone.
      (offer.bearer !== 'producer' || line.producerId === offer.producerId),
  )
}

function deliveriesOf(offer: Offer, lines: readonly PricedLine[], deliveries: readonly PricedDelivery[]): string[] {
  const producers = new Set(linesOf(offer, lines).map((line) => line.producerId))
  return deliveries.map((delivery) => delivery.producerId).filter((producerId) => producers.has(producerId))
}

function feesOf(offer: Offer, lines: readonly PricedLine[], deliveries: readonly PricedDelivery[]): number {
  const own = new Set(deliveriesOf(offer, lines, deliveries))
  return deliveries.reduce((sum, { producerId, fee }) => sum + (own.has(producerId) ? fee : 0), 0)
}

/** What the offer takes off of what is left. */
function amountOf(
  offer: Offer,
  lines: readonly PricedLine[],
  deliveries: readonly PricedDelivery[],
  goods: ReadonlyMap<string, number>,
  fees: ReadonlyMap<string, number>,
): number {
  const ceiling = offer.maxDiscount ?? Number.MAX_SAFE_INTEGER
  if (offer.kind === 'free_delivery') {
    const left = deliveriesOf(offer, lines, deliveries).reduce((sum, id) => sum + (fees.get(id) ?? 0), 0)
    return Math.min(left, ceiling)
  }
  const left = linesOf(offer, lines).reduce((sum, line) => sum + (goods.get(line.id) ?? 0), 0)
  const value = offer.value ?? 0
  const wanted = offer.kind === 'percent' ? Number((BigInt(left) * BigInt(value) + 5_000n) / 10_000n) : value
  return Math.min(wanted, ceiling, left)
}

function inOrder(a: Offer, b: Offer): number {
  return (
    BEARERS.indexOf(a.bearer) - BEARERS.indexOf(b.bearer) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  )
}
