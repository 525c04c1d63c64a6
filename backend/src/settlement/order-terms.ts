import { MedusaError } from '@medusajs/framework/utils'
import { splitDong } from '../money/split-dong'
import { type CommissionRule, freightCommissions, frozen, lineCommissions, rulesFor } from './commission'
import { type FrozenCommission, freightLine, type LineTerms } from './line-terms'
import { type WithholdingRate, withheldTaxes } from './withholding'

export type DiscountBearer = 'producer' | 'centre' | 'platform'

/** A discount on a line or on delivery, whole đồng. */
export interface BorneDiscount {
  offerId: string
  bearer: DiscountBearer
  amount: number
}

/** A line as it was placed; `goods` is before discounts. */
export interface SoldLine {
  lineId: string
  productId: string
  sector: string
  quantity: number
  goods: number
  discounts: readonly BorneDiscount[]
}

/** One seller's order as it was placed. */
export interface SoldOrder {
  orderId: string
  producerId: string
  legalForm: string
  /** The centre that sells on behalf of the producer. */
  centreId: string | null
  /** What the buyer pays for delivery. */
  shipping: number
  /** Reductions of the delivery fee and who makes up for them; `shipping` is after them. */
  shippingDiscounts?: readonly BorneDiscount[]
  lines: readonly SoldLine[]
}

/**
 * The terms of every line of an order, its delivery included, under the rules and rates of the day. Rules that name an amount an order
 * are shared by the lines by what they bring, so that they are given back with them.
 * Throws INVALID_DATA for amounts that are not whole đồng from 0, discounts above the goods, and a centre's discount without a centre.
 */
export function orderTerms(
  groupId: string,
  order: SoldOrder,
  rules: readonly CommissionRule[],
  rates: readonly WithholdingRate[],
): LineTerms[] {
  const { orderId, producerId, legalForm, centreId } = order
  const about = { groupId, orderId, producerId, centreId, legalForm }
  const lines = order.lines.map((line): LineTerms => {
    const { lineId, productId, sector, quantity, goods } = line
    const sums = borne(line.discounts, centreId, goods)
    const base = goods - sums.producerDiscount
    const taxes = withheldTaxes(rates, legalForm, sector, base)
    const room = base - taxes.reduce((all, { amount }) => all + amount, 0)
    const subject = { producerId, centreId, productId, sector }
    return {
      ...about,
      ...sums,
      lineId,
      kind: 'goods',
      productId,
      sector,
      quantity: requireUnits(quantity, lineId),
      goods,
      base,
      commissions: lineCommissions(rules, { subject, quantity, base, room }),
      taxes,
    }
  })
  const charged = perOrder(lines, rules, order)
  return [...charged, ...freightTerms(order, about, rules)]
}

/** Delivery as a line; none when there is neither a fee nor somebody else who pays it. */
function freightTerms(
  { orderId, producerId, centreId, shipping, shippingDiscounts = [] }: SoldOrder,
  about: Pick<LineTerms, 'groupId' | 'orderId' | 'producerId' | 'centreId' | 'legalForm'>,
  rules: readonly CommissionRule[],
): LineTerms[] {
  const goods = shipping + shippingDiscounts.reduce((all, { amount }) => all + amount, 0)
  if (goods === 0) return []
  const sums = borne(shippingDiscounts, centreId, goods)
  return [
    {
      ...about,
      ...sums,
      lineId: freightLine(orderId),
      kind: 'freight',
      productId: null,
      sector: null,
      quantity: 1,
      goods,
      base: goods - sums.producerDiscount,
      commissions: freightCommissions(rules, { producerId, centreId }, shipping),
      taxes: [],
    },
  ]
}

function perOrder(lines: LineTerms[], rules: readonly CommissionRule[], order: SoldOrder): LineTerms[] {
  const charged = lines.map((line) => ({ ...line, commissions: [...line.commissions] }))
  const applied = new Map<CommissionRule, LineTerms[]>()
  for (const line of charged) {
    const subject = {
      producerId: order.producerId,
      centreId: order.centreId,
      productId: line.productId ?? '',
      sector: line.sector ?? '',
    }
    for (const rule of rulesFor(rules, subject)) {
      if (rule.basis === 'per_order') applied.set(rule, [...(applied.get(rule) ?? []), line])
    }
  }
  const inTurn = [...applied].sort(([a], [b]) => a.position - b.position || (a.id < b.id ? -1 : 1))
  for (const [rule, bearers] of inTurn) {
    const rooms = bearers.map(roomOf)
    const amount = Math.min(
      rule.amount ?? 0,
      rooms.reduce((all, room) => all + room, 0),
    )
    for (const [index, part] of splitDong(amount, rooms).entries()) {
      if (part > 0) bearers[index]?.commissions.push(frozen(rule, part))
    }
  }
  return charged
}

function roomOf({ base, taxes, commissions }: LineTerms): number {
  const taken = [...taxes, ...(commissions as FrozenCommission[])].reduce((all, { amount }) => all + amount, 0)
  return base - taken
}

function borne(discounts: readonly BorneDiscount[], centreId: string | null, goods: number) {
  const by = (bearer: DiscountBearer) =>
    discounts.filter((each) => each.bearer === bearer).reduce((all, { amount }) => all + amount, 0)
  const [producerDiscount, centreDiscount, platformDiscount] = [by('producer'), by('centre'), by('platform')]
  const paid = goods - producerDiscount - centreDiscount - platformDiscount
  const amounts = [goods, paid, ...discounts.map(({ amount }) => amount)]
  if (amounts.some((amount) => !Number.isSafeInteger(amount) || amount < 0)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      'Goods and discounts must be whole đồng, and discounts no more than the goods.',
    )
  }
  if (centreDiscount > 0 && centreId === null) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, 'No centre sells this order that could bear a discount.')
  }
  return { producerDiscount, centreDiscount, platformDiscount, paid }
}

function requireUnits(quantity: number, lineId: string): number {
  if (Number.isSafeInteger(quantity) && quantity > 0) return quantity
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `Line ${lineId} must have a whole number of units above 0.`)
}
