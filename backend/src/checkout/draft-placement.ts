import { randomInt } from 'node:crypto'
import { generateEntityId } from '@medusajs/framework/utils'
import type { GroupState, PaymentMethod } from '../modules/order-group/states'
import { decimal } from '../money/dong'
import type { Discount } from '../promotion-offers/apply-offers'
import type { BuyerHash } from '../promotion-offers/buyer-hash'
import type { OfferUse } from '../promotion-offers/count-uses'
import { type Delivery, toAddress } from './delivery'
import type { DeliveryMethod } from './delivery-methods'
import { paymentDeadline } from './payment-methods'
import type { CartPlan, PlannedGroup, PlannedLine } from './plan-cart'

/** Units of one inventory item that one line reserves, at the first of the locations that has them. */
export interface DraftReservation {
  lineId: string
  title: string
  itemId: string
  units: number
  locationIds: string[]
}
export interface DraftLine {
  id: string
  productId: string
  sector: string
  quantity: number
  goods: number
  discounts: Discount[]
}
/** A seller order to be written. Whole đồng. */
export interface DraftOrder {
  id: string
  producerId: string
  legalForm: string
  method: DeliveryMethod
  shopId: string | null
  goods: number
  discount: number
  shipping: number
  shippingDiscounts: Discount[]
  total: number
  lines: DraftLine[]
}
/** All that placing writes, with every id named beforehand: whoever finds it half-made knows what to take back. */
export interface PlacementDraft {
  groupId: string
  displayNo: string
  cartId: string
  customerId: string | null
  email: string | null
  phone: string
  buyer: BuyerHash
  method: PaymentMethod
  /** What the group becomes once it is whole. */
  state: Extract<GroupState, 'awaiting_payment' | 'placed'>
  total: number
  placedAt: string
  expiresAt: string | null
  day: string
  orders: DraftOrder[]
  reservations: DraftReservation[]
  offerUses: OfferUse[]
  /** The cart's lines that were ordered: nothing else may be in it when it is completed. */
  cartItems: { id: string; quantity: number; unitPrice: number }[]
  /** For Medusa's `createOrdersStep`, one an order. */
  medusaOrders: MedusaOrder[]
}
type MedusaOrder = ReturnType<typeof medusaOrder>

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** `SL-2611-0001AB`: year and month at +07, four digits, two letters without I and O, drawn at random, for people to read aloud. */
export function drawDisplayNo(day: string): string {
  const letter = () => LETTERS[randomInt(LETTERS.length)] ?? 'A'
  return `SL-${day.slice(2, 4)}${day.slice(5, 7)}-${String(randomInt(10_000)).padStart(4, '0')}${letter()}${letter()}`
}

/** Makes of a plan what is to be written. In: a plan whose review is ready. Pure but for ids and the number drawn. */
export function draftPlacement(
  plan: CartPlan & { buyer: BuyerHash },
  delivery: Delivery,
  method: PaymentMethod,
  shippingOptionId: string,
  now: Date,
): PlacementDraft {
  const groupId = generateEntityId(undefined, 'ogrp')
  const drafts = plan.groups.map((group) => ({
    group,
    id: generateEntityId(undefined, 'order'),
    lines: group.lines.map((line) => ({ line, id: generateEntityId(undefined, 'ordli') })),
  }))
  return {
    groupId,
    displayNo: drawDisplayNo(plan.day),
    cartId: plan.cart.id,
    customerId: plan.cart.customer?.has_account ? plan.cart.customer.id : null,
    email: delivery.email,
    phone: delivery.phone,
    buyer: plan.buyer,
    method,
    state: method === 'cod' ? 'placed' : 'awaiting_payment',
    total: plan.review.total,
    placedAt: now.toISOString(),
    expiresAt: paymentDeadline(method, now)?.toISOString() ?? null,
    day: plan.day,
    orders: drafts.map(({ group, id, lines }) => ({
      id,
      producerId: group.producer.id,
      legalForm: group.producer.legalForm,
      method: group.method,
      shopId: group.shopId,
      goods: group.goods,
      discount: group.discount,
      shipping: group.shipping,
      shippingDiscounts: group.shippingDiscounts,
      total: group.total,
      lines: lines.map(({ line, id: lineId }) => ({
        id: lineId,
        productId: line.product.id,
        sector: line.product.listing_detail?.sector ?? '',
        quantity: line.quantity,
        goods: line.goods,
        discounts: line.discounts,
      })),
    })),
    reservations: drafts.flatMap(({ group, lines }) =>
      lines.flatMap(({ line, id: lineId }) =>
        line.needs.map((need) => ({
          lineId,
          title: line.product.title,
          itemId: need.itemId,
          units: need.units,
          locationIds: group.locationIds,
        })),
      ),
    ),
    offerUses: plan.offers.flatMap((offer) => {
      const amount = plan.review.offers.find(({ code }) => code === offer.code)?.amount ?? 0
      return amount > 0 ? [{ offerId: offer.id, amount }] : []
    }),
    cartItems: (plan.cart.items ?? []).map((item) => ({
      id: item.id,
      quantity: decimal(item.quantity),
      unitPrice: decimal(item.unit_price),
    })),
    medusaOrders: drafts.map(({ group, id, lines }) =>
      medusaOrder(plan, delivery, groupId, shippingOptionId, { group, id, lines }),
    ),
  }
}

/** Core's fulfilments, returns and dashboard read Medusa's order, so it is whole: items, adjustments, one shipping method. */
function medusaOrder(
  plan: CartPlan,
  delivery: Delivery,
  groupId: string,
  shippingOptionId: string,
  draft: { group: PlannedGroup; id: string; lines: { line: PlannedLine; id: string }[] },
) {
  const { group } = draft
  return {
    id: draft.id,
    region_id: plan.cart.region_id ?? undefined,
    customer_id: plan.cart.customer?.id,
    sales_channel_id: plan.cart.sales_channel_id ?? undefined,
    email: delivery.email ?? undefined,
    currency_code: plan.cart.currency_code,
    status: 'pending',
    metadata: { order_group_id: groupId },
    shipping_address: toAddress(delivery),
    billing_address: toAddress(delivery),
    items: draft.lines.map(({ line, id }) => ({
      id,
      title: line.product.title,
      subtitle: line.variant.title ?? undefined,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      product_id: line.product.id,
      product_title: line.product.title,
      product_handle: line.product.handle,
      variant_id: line.variant.id,
      variant_sku: line.variant.sku ?? undefined,
      variant_barcode: line.variant.barcode ?? undefined,
      variant_title: line.variant.title ?? undefined,
      requires_shipping: true,
      is_discountable: true,
      is_tax_inclusive: true,
      adjustments: line.discounts.map(adjustment),
    })),
    shipping_methods: [
      {
        name: SHIPPING_NAMES[group.method],
        amount: group.shippingFee,
        is_tax_inclusive: true,
        shipping_option_id: shippingOptionId,
        data: {},
        adjustments: group.shippingDiscounts.map(adjustment),
      },
    ],
  }
}

const SHIPPING_NAMES: Record<DeliveryMethod, string> = {
  flat: 'Giao tận nơi',
  by_weight: 'Giao tận nơi theo cân nặng',
  pick_up: 'Nhận tại điểm bán',
}

function adjustment({ code, amount, bearer }: Discount) {
  return { code, amount, description: bearer, is_tax_inclusive: true }
}
