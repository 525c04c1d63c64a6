import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { environment } from '../env'
import { ApiError } from '../http/api-error'
import { CHECKOUT_MODULE } from '../modules/checkout'
import type { CheckoutModuleService } from '../modules/checkout/service'
import { decimal, toDong } from '../money/dong'
import { type AppliedOffers, applyOffers, type Discount } from '../promotion-offers/apply-offers'
import { type BuyerHash, buyerHash } from '../promotion-offers/buyer-hash'
import { readOffers, type TitledOffer } from '../promotion-offers/read-offers'
import {
  type CartItemRow,
  type CartRow,
  readCart,
  readLocations,
  readStock,
  readVariants,
  type StockRow,
  type VariantRow,
} from './cart-rows'
import { fromAddress } from './delivery'
import { deliveryFee, type Rate } from './delivery-fee'
import { type DeliveryKey, type DeliveryMethod, deliveryKey } from './delivery-methods'
import { judgeLines, type LineFacts } from './judge-lines'
import { PREPAID_METHODS, paymentMethods } from './payment-methods'
import { type Need, type PickUpShop, pickUpShops } from './pick-up-shops'
import type { CartReview, DeliveryChoice, ReviewGroup, ReviewLine } from './review-cart'
import { readAgreements, sellingCentre } from './selling-centre'

/** A line as it will be ordered. */
export interface PlannedLine {
  cartItemId: string
  variant: VariantRow
  product: NonNullable<VariantRow['product']>
  quantity: number
  unitPrice: number
  goods: number
  discounts: Discount[]
  /** Units of inventory items to reserve; empty when stock is not kept. */
  needs: Need[]
}
/** One producer's part as it will be ordered. Whole đồng. */
export interface PlannedGroup {
  producer: { id: string; legalForm: string }
  /** The centre that sells it on the producer's behalf. */
  centreId: string | null
  method: DeliveryMethod
  shopId: string | null
  /** Where the goods may be taken from, the best first. */
  locationIds: string[]
  lines: PlannedLine[]
  goods: number
  discount: number
  shippingFee: number
  shippingDiscounts: Discount[]
  shipping: number
  total: number
}
/** All that placing needs, read at one moment. `groups` is whole only when `review.ready`. */
export interface CartPlan {
  cart: CartRow
  review: CartReview
  groups: PlannedGroup[]
  offers: TitledOffer[]
  buyer: BuyerHash | null
  /** The calendar day at +07 that rates and offers were judged by. */
  day: string
}

interface Seller {
  id: string
  handle: string
  name: string
  legal_form: string
}
interface Part {
  seller: Seller
  items: { item: CartItemRow; variant: VariantRow }[]
}
interface Choice {
  method: DeliveryMethod
  shopId: string | null
}

/**
 * Reads a cart against today's prices, stock, delivery rates and promotions. Changes nothing.
 * Throws ApiError 404 for an unknown cart and 409 `already_placed` for one that became an order.
 */
export async function planCart(container: MedusaContainer, cartId: string, now = new Date()): Promise<CartPlan> {
  const cart = await readCart(container, cartId)
  if (!cart) throw new ApiError(404, 'not_found')
  if (cart.completed_at !== null) throw new ApiError(409, 'already_placed')
  const day = vietnamDay(now)
  const items = cart.items ?? []
  const delivery = fromAddress(cart.shipping_address, cart.email)
  const buyer = delivery ? buyerHash(delivery.phone, delivery.email, environment().ORDER_LINK_SECRET) : null
  const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)

  const [variants, online, choices, codes, rates] = await Promise.all([
    readVariants(container, cart),
    readLocations(container, cart.sales_channel_id),
    checkout.listCartChoices({ cart_id: cartId }, { take: null }),
    checkout.listCartCodes({ cart_id: cartId }, { take: null, order: { created_at: 'ASC' } }),
    readRates(checkout),
  ])
  const parts = partsOf(items, variants, cart.sales_channel_id)
  const needsOf = new Map(parts.map((part) => [part.seller.id, sumNeeds(part.items.flatMap(needsOfItem))]))
  const [shopsOf, offers, agreements] = await Promise.all([
    pickUpShops(container, keptByShops(parts, needsOf), online),
    readOffers(
      container,
      codes.map((row) => row.code),
      buyer,
    ),
    readAgreements(
      container,
      parts.map((part) => part.seller.id),
      day,
    ),
  ])

  const deliveriesOf = new Map(
    parts.map((part) => {
      const wanted = choices.find((choice) => choice.producer_id === part.seller.id)
      const choice = wanted ? { method: wanted.method, shopId: wanted.shop_id } : null
      return [part.seller.id, deliveryChoices(part, rates, shopsOf.get(part.seller.id) ?? [], choice, day)]
    }),
  )
  const shopOf = (sellerId: string) => {
    const shop = chosenOf(deliveriesOf.get(sellerId))?.shop
    return shop ? shopsOf.get(sellerId)?.find(({ id }) => id === shop.id) : undefined
  }
  const locationsOf = (sellerId: string): string[] => {
    const shop = shopOf(sellerId)
    return shop ? [shop.locationId] : online
  }
  const centres = new Map(
    parts.map((part) => [
      part.seller.id,
      sellingCentre(agreements, {
        producerId: part.seller.id,
        productIds: part.items.flatMap(({ variant }) => variant.product?.id ?? []),
        shopCentreId: shopOf(part.seller.id)?.centreId ?? null,
      }),
    ]),
  )
  const stock = await readStock(
    container,
    [...needsOf.values()].flat().map((need) => need.itemId),
    [...new Set(parts.flatMap((part) => locationsOf(part.seller.id)))],
  )

  const applied = applyOffers(
    parts.flatMap((part) =>
      part.items.map(({ item, variant }) => ({
        id: item.id,
        producerId: part.seller.id,
        productId: variant.product?.id ?? '',
        centreId: centres.get(part.seller.id) ?? null,
        goods: goodsOf(item),
      })),
    ),
    offers,
    day,
    parts.flatMap((part) => {
      const chosen = chosenOf(deliveriesOf.get(part.seller.id))
      return chosen ? [{ producerId: part.seller.id, fee: chosen.fee }] : []
    }),
  )
  const lines = reviewLines(items, variants, cart.sales_channel_id, parts, locationsOf, stock, applied)
  const groups = parts.map((part) => reviewGroup(part, lines, deliveriesOf.get(part.seller.id) ?? [], applied))
  const sum = (amounts: number[]) => amounts.reduce((all, each) => all + each, 0)
  const itemTotal = sum(lines.map((line) => line.goods))
  const discountTotal = sum(lines.map((line) => line.discount))
  const shippingTotal = sum(groups.map((group) => group.shipping))
  const total = itemTotal - discountTotal + shippingTotal
  const review: CartReview = {
    lines,
    groups,
    offers: offers.flatMap((offer) => {
      const judged = applied.offers.find(({ id }) => id === offer.id)
      return judged
        ? [
            {
              code: offer.code,
              title: offer.title,
              kind: offer.kind,
              amount: judged.amount,
              state: judged.state,
              missing: judged.missing,
            },
          ]
        : []
    }),
    itemTotal,
    discountTotal,
    shippingTotal,
    total,
    ready:
      lines.length > 0 &&
      lines.every((line) => line.problem === 'none') &&
      groups.every((group) => group.deliveries.some((choice) => choice.chosen)) &&
      delivery !== null,
    delivery,
    paymentMethods: paymentMethods(
      {
        total,
        preOrder: [...variants.values()].some((variant) => variant.allow_backorder),
        setUp: PREPAID_METHODS,
      },
      day,
    ),
  }
  return {
    cart,
    review,
    groups: parts.map((part, index) => ({
      ...plannedGroup(part, groups[index], applied),
      centreId: centres.get(part.seller.id) ?? null,
      locationIds: bestFirst(locationsOf(part.seller.id), needsOf.get(part.seller.id) ?? [], stock),
    })),
    offers,
    buyer,
    day,
  }
}

async function readRates(checkout: CheckoutModuleService): Promise<Rate[]> {
  const rows = await checkout.listDeliveryRates({}, { take: null })
  return rows.map((row) => ({
    producerId: row.producer_id,
    method: row.method,
    firstGrams: row.first_grams,
    firstFee: row.first_fee,
    stepGrams: row.step_grams,
    stepFee: row.step_fee,
    maxGrams: row.max_grams,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** Lines by producer, in the order of the first ones. Lines that are not on sale any more belong to nobody. */
function partsOf(items: CartItemRow[], variants: Map<string, VariantRow>, salesChannelId: string | null): Part[] {
  const parts = new Map<string, Part>()
  for (const item of items) {
    const variant = variants.get(item.variant_id ?? '')
    const seller = variant?.product?.producer
    if (!variant || !seller || priceOf(variant, salesChannelId) === null) continue
    const part = parts.get(seller.id) ?? { seller, items: [] }
    part.items.push({ item, variant })
    parts.set(seller.id, part)
  }
  return [...parts.values()]
}

/** What the variant costs now; null when it cannot be bought: homestays and tours are asked for with their host. */
function priceOf(variant: VariantRow, salesChannelId: string | null): number | null {
  const { product } = variant
  const onSale =
    product?.status === 'published' &&
    product.listing_detail?.sector !== 'tourism' &&
    product.producer?.status === 'open' &&
    (product.sales_channels ?? []).some((channel) => channel.id === salesChannelId)
  const amount = variant.calculated_price?.calculated_amount
  return onSale && amount !== null && amount !== undefined ? toDong(amount) : null
}

function goodsOf(item: CartItemRow): number {
  return toDong(item.unit_price) * decimal(item.quantity)
}

function keepsStock(variant: VariantRow): boolean {
  return variant.manage_inventory && !variant.allow_backorder
}

function needsOfItem({ item, variant }: Part['items'][number]): Need[] {
  if (!keepsStock(variant)) return []
  return (variant.inventory_items ?? []).map((need) => ({
    itemId: need.inventory_item_id,
    units: decimal(need.required_quantity) * decimal(item.quantity),
  }))
}

/** Units by inventory item: a gift box and its jar take the same jars. */
function sumNeeds(needs: readonly Need[]): Need[] {
  const units = new Map<string, number>()
  for (const need of needs) units.set(need.itemId, (units.get(need.itemId) ?? 0) + need.units)
  return [...units].map(([itemId, sum]) => ({ itemId, units: sum }))
}

/** Only goods whose stock is kept can lie ready in a shop. */
function keptByShops(parts: readonly Part[], needsOf: ReadonlyMap<string, Need[]>): Map<string, Need[]> {
  return new Map(
    parts.map(({ seller, items }) => [
      seller.id,
      items.every(({ variant }) => keepsStock(variant)) ? (needsOf.get(seller.id) ?? []) : [],
    ]),
  )
}

/** Grams of all lines of a part; null when a weight is missing. */
function weightOf(part: Part): number | null {
  let grams = 0
  for (const { item, variant } of part.items) {
    const each = decimal(variant.weight ?? variant.product?.weight)
    if (!(each > 0)) return null
    grams += Math.ceil(each) * decimal(item.quantity)
  }
  return grams
}

function deliveryChoices(
  part: Part,
  rates: readonly Rate[],
  shops: readonly PickUpShop[],
  wanted: Choice | null,
  day: string,
): DeliveryChoice[] {
  const grams = weightOf(part)
  const carried = (['flat', 'by_weight'] as const)
    .flatMap((method) => {
      const fee = deliveryFee(rates, method, part.seller.id, grams, day)
      return fee === null ? [] : [{ key: method as DeliveryKey, method, shop: null, fee, chosen: false }]
    })
    .sort((a, b) => a.fee - b.fee)
  const fetched = shops.map(({ id, handle, name, location }) => ({
    key: deliveryKey('pick_up', id),
    method: 'pick_up' as const,
    shop: { id, handle, name, location },
    fee: 0,
    chosen: false,
  }))
  const choices: DeliveryChoice[] = [...carried, ...fetched]
  const key = wanted === null ? null : deliveryKey(wanted.method, wanted.shopId)
  // Nobody is sent to a shop without having asked for it.
  const chosen = choices.find((choice) => choice.key === key) ?? carried[0]
  return choices.map((choice) => ({ ...choice, chosen: choice.key === chosen?.key }))
}

function chosenOf(choices: readonly DeliveryChoice[] | undefined): DeliveryChoice | undefined {
  return choices?.find((choice) => choice.chosen)
}

function amountOf(discounts: readonly Discount[] | undefined): number {
  return (discounts ?? []).reduce((sum, { amount }) => sum + amount, 0)
}

function reviewLines(
  items: CartItemRow[],
  variants: Map<string, VariantRow>,
  salesChannelId: string | null,
  parts: readonly Part[],
  locationsOf: (sellerId: string) => string[],
  stock: readonly StockRow[],
  applied: AppliedOffers,
): ReviewLine[] {
  // Goods fetched at a shop are taken from what lies there: the same item at other places is another stock.
  const pools = new Map(parts.map((part) => [part.seller.id, locationsOf(part.seller.id)]))
  const poolKey = (locationIds: readonly string[], itemId: string) => `${locationIds.join('+')}|${itemId}`
  const facts: LineFacts[] = items.map((item) => {
    const variant = variants.get(item.variant_id ?? '')
    const pool = pools.get(variant?.product?.producer?.id ?? '') ?? []
    return {
      id: item.id,
      quantity: decimal(item.quantity),
      unitPrice: toDong(item.unit_price),
      currentPrice: variant ? priceOf(variant, salesChannelId) : null,
      needs:
        variant && keepsStock(variant)
          ? (variant.inventory_items ?? []).map((need) => ({
              itemId: poolKey(pool, need.inventory_item_id),
              perUnit: decimal(need.required_quantity),
            }))
          : [],
    }
  })
  const free = new Map<string, number>()
  for (const pool of new Map([...pools.values()].map((each) => [each.join('+'), each])).values()) {
    for (const row of stock.filter(({ locationId }) => pool.includes(locationId))) {
      const key = poolKey(pool, row.itemId)
      free.set(key, (free.get(key) ?? 0) + row.free)
    }
  }
  const judgements = judgeLines(facts, free)
  return items.map((item, index) => {
    const variant = variants.get(item.variant_id ?? '')
    const judgement = judgements[index]
    return {
      id: item.id,
      title: variant?.product?.title ?? item.product_title ?? item.title,
      variantTitle: variant?.title ?? '',
      handle: variant?.product?.handle ?? item.product_handle ?? '',
      producer: {
        handle: variant?.product?.producer?.handle ?? '',
        name: variant?.product?.producer?.name ?? '',
      },
      picture: variant?.product?.listing_detail?.pictures[0] ?? null,
      quantity: decimal(item.quantity),
      unitPrice: toDong(item.unit_price),
      currentPrice: facts[index]?.currentPrice ?? null,
      available: judgement?.available ?? null,
      goods: goodsOf(item),
      discount: amountOf(applied.lines.get(item.id)),
      problem: judgement?.problem ?? 'withdrawn',
    }
  })
}

function reviewGroup(
  part: Part,
  lines: readonly ReviewLine[],
  deliveries: DeliveryChoice[],
  applied: AppliedOffers,
): ReviewGroup {
  const { id, handle, name } = part.seller
  const lineIds = part.items.map(({ item }) => item.id)
  const own = lines.filter((line) => lineIds.includes(line.id))
  const goods = own.reduce((sum, line) => sum + line.goods, 0)
  const discount = own.reduce((sum, line) => sum + line.discount, 0)
  const shippingFee = chosenOf(deliveries)?.fee ?? 0
  const shippingDiscount = amountOf(applied.deliveries.get(id))
  const shipping = shippingFee - shippingDiscount
  return {
    producer: { id, handle, name },
    lineIds,
    weightGrams: weightOf(part),
    deliveries,
    goods,
    discount,
    shippingFee,
    shippingDiscount,
    shipping,
    total: goods - discount + shipping,
  }
}

/** Locations that hold all a part takes come first, so that its goods leave from one place. */
function bestFirst(locationIds: readonly string[], needs: readonly Need[], stock: readonly StockRow[]): string[] {
  const missing = (locationId: string) =>
    needs.filter(
      (need) =>
        (stock.find((row) => row.locationId === locationId && row.itemId === need.itemId)?.free ?? 0) < need.units,
    ).length
  return [...locationIds].sort((a, b) => missing(a) - missing(b))
}

function plannedGroup(
  part: Part,
  group: ReviewGroup | undefined,
  applied: AppliedOffers,
): Omit<PlannedGroup, 'centreId' | 'locationIds'> {
  const chosen = chosenOf(group?.deliveries)
  return {
    producer: { id: part.seller.id, legalForm: part.seller.legal_form },
    method: chosen?.method ?? 'flat',
    shopId: chosen?.shop?.id ?? null,
    lines: part.items.flatMap(({ item, variant }) =>
      variant.product === null
        ? []
        : [
            {
              cartItemId: item.id,
              variant,
              product: variant.product,
              quantity: decimal(item.quantity),
              unitPrice: toDong(item.unit_price),
              goods: goodsOf(item),
              discounts: applied.lines.get(item.id) ?? [],
              needs: needsOfItem({ item, variant }),
            },
          ],
    ),
    goods: group?.goods ?? 0,
    discount: group?.discount ?? 0,
    shippingFee: group?.shippingFee ?? 0,
    shippingDiscounts: applied.deliveries.get(part.seller.id) ?? [],
    shipping: group?.shipping ?? 0,
    total: group?.total ?? 0,
  }
}
