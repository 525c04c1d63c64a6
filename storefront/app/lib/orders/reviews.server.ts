import { shop } from '#app/lib/medusa/client.server.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import type { BuyerOrder } from './returns.server.ts'
import type { ProductReviews, ReviewChoices } from './review-types.ts'

const pathOf = ({ groupId, orderId }: BuyerOrder) => `/store/order-groups/${groupId}/orders/${orderId}/reviews` as const

/** Lines of an order that may be reviewed, with what was said. Throws ShopError. */
export function readReviewChoices(context: RequestContext, order: BuyerOrder): Promise<ReviewChoices> {
  return shop(context, pathOf(order), { headers: { 'x-order-token': order.token } })
}

/** Sends what a buyer says of a line. Throws ShopError. */
export async function sendReview(
  context: RequestContext,
  order: BuyerOrder,
  review: { lineId: string; points: number; body: string; displayName: string | null },
): Promise<void> {
  await shop(context, pathOf(order), {
    method: 'POST',
    body: review,
    headers: { 'x-order-token': order.token, 'accept-language': context.locale },
  })
}

/** Takes a review back. Throws ShopError. */
export async function takeReviewBack(context: RequestContext, order: BuyerOrder, lineId: string): Promise<void> {
  await shop(context, `${pathOf(order)}/withdraw`, {
    method: 'POST',
    body: { lineId },
    headers: { 'x-order-token': order.token, 'accept-language': context.locale },
  })
}

/** Shown reviews of a product, the latest first. Throws ShopError. */
export function readProductReviews(
  context: RequestContext,
  handle: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<ProductReviews> {
  return shop(context, `/store/product-reviews/${encodeURIComponent(handle)}`, { search: { limit, offset } })
}
