export const DELIVERY_METHODS = ['flat', 'by_weight', 'pick_up'] as const
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number]

/** A delivery as buyers choose it: the method, or `pick_up:` with the shop's id. */
export type DeliveryKey = 'flat' | 'by_weight' | `pick_up:${string}`

/** In: a method and the shop of a pick-up. */
export function deliveryKey(method: DeliveryMethod, shopId: string | null): DeliveryKey {
  return method === 'pick_up' ? `pick_up:${shopId ?? ''}` : method
}

/** The opposite of `deliveryKey`; null for words that are no delivery. */
export function readDeliveryKey(key: string): { method: DeliveryMethod; shopId: string | null } | null {
  if (key === 'flat' || key === 'by_weight') return { method: key, shopId: null }
  const [, shopId] = /^pick_up:([A-Za-z0-9_]{1,64})$/.exec(key) ?? []
  return shopId === undefined ? null : { method: 'pick_up', shopId }
}
