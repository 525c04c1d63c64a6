import fc from 'fast-check'
import type { CommissionRule } from '../commission'
import type { DiscountBearer, SoldOrder } from '../order-terms'
import type { WithholdingRate } from '../withholding'

/** What happens to a group, with numbers that choose among what is possible then. */
export interface Deed {
  what:
    | 'pay'
    | 'pay_twice'
    | 'deliver'
    | 'refund_units'
    | 'refund_amount'
    | 'cancel'
    | 'done'
    | 'refuse'
    | 'payout'
    | 'confirm'
    | 'reverse'
    | 'freight'
  pick: number
  size: number
}

export interface History {
  cod: boolean
  orders: SoldOrder[]
  rules: CommissionRule[]
  deeds: Deed[]
}

/** The rates of NĐ 252/2026. */
export const RATES: WithholdingRate[] = [
  { id: 'vat_goods', tax: 'vat', category: 'goods', basisPoints: 100 },
  { id: 'vat_service', tax: 'vat', category: 'service', basisPoints: 500 },
  { id: 'pit_goods', tax: 'pit', category: 'goods', basisPoints: 50 },
  { id: 'pit_service', tax: 'pit', category: 'service', basisPoints: 200 },
]

const amount = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5_000_000 }))
const share = fc.integer({ min: 0, max: 1_000 })

const line = fc.record({
  sector: fc.constantFrom('food', 'drink', 'craft', 'tourism', 'unheard_of'),
  quantity: fc.integer({ min: 1, max: 7 }),
  goods: amount,
  discounts: fc.array(fc.record({ bearer: fc.constantFrom<DiscountBearer>('producer', 'centre', 'platform'), share }), {
    maxLength: 3,
  }),
})

const order = fc.record({
  legalForm: fc.constantFrom('household', 'cooperative', 'llc', 'production_facility'),
  byCentre: fc.boolean(),
  producer: fc.integer({ min: 0, max: 2 }),
  shipping: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60_000 })),
  shippingDiscount: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40_000 })),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
})

const rule = fc.record({
  payee: fc.constantFrom('platform' as const, 'centre' as const),
  basis: fc.constantFrom('percent' as const, 'per_unit' as const, 'per_order' as const),
  basisPoints: fc.integer({ min: 0, max: 4_000 }),
  amount: fc.integer({ min: 1, max: 40_000 }),
  bounds: fc.option(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 90_000 }))),
  shippingBasisPoints: fc.constantFrom(0, 0, 777),
  scope: fc.constantFrom('all' as const, 'sector' as const, 'producer' as const),
  group: fc.constantFrom(null, null, 'g1'),
  position: fc.integer({ min: 0, max: 3 }),
})

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom<Deed['what']>(
    'deliver',
    'deliver',
    'refund_units',
    'refund_units',
    'refund_amount',
    'cancel',
    'done',
    'refuse',
    'payout',
    'confirm',
    'reverse',
    'freight',
    'pay_twice',
  ),
  pick: fc.nat({ max: 1_000 }),
  size: fc.nat({ max: 1_000 }),
})

/** Random carts of several producers under random rules, and what may happen to them; `tag` makes ids unique. */
export function histories(): fc.Arbitrary<History> {
  return fc
    .record({
      cod: fc.boolean(),
      orders: fc.array(order, { minLength: 1, maxLength: 3 }),
      rules: fc.array(rule, { maxLength: 4 }),
      deeds: fc.array(deed, { maxLength: 16 }),
    })
    .map(({ cod, orders, rules, deeds }) => ({
      cod,
      deeds: cod ? deeds : [{ what: 'pay', pick: 0, size: 0 }, ...deeds],
      rules: rules.map(
        ({ group, bounds, ...each }, index): CommissionRule => ({
          ...each,
          id: `rule_${index}`,
          name: `Quy tắc ${index}`,
          basisPoints: each.basis === 'percent' ? each.basisPoints : null,
          amount: each.basis === 'percent' ? null : each.amount,
          minAmount: bounds === null ? null : Math.min(...bounds),
          maxAmount: bounds === null ? null : Math.max(...bounds),
          scopeId: each.scope === 'all' ? null : each.scope === 'sector' ? 'food' : 'producer_0',
          exclusiveGroup: group,
        }),
      ),
      orders: orders.map((each, index): SoldOrder => {
        const centreId = each.byCentre ? 'centre_a' : null
        return {
          orderId: `order_${index}`,
          producerId: `producer_${each.producer}`,
          legalForm: each.legalForm,
          centreId,
          shipping: each.shipping,
          shippingDiscounts:
            each.shippingDiscount === 0 ? [] : [{ offerId: 'free', bearer: 'platform', amount: each.shippingDiscount }],
          lines: each.lines.map(({ sector, quantity, goods, discounts }, at) => {
            let left = goods
            return {
              lineId: `line_${index}_${at}`,
              productId: `product_${at}`,
              sector,
              quantity,
              goods,
              discounts: discounts
                .filter(({ bearer }) => bearer !== 'centre' || centreId !== null)
                .map(({ bearer, share: part }, which) => {
                  const taken = Math.floor((left * part) / 1_000)
                  left -= taken
                  return { offerId: `offer_${which}`, bearer, amount: taken }
                }),
            }
          }),
        }
      }),
    }))
}
