export type OrderStep = 'placed' | 'confirmed' | 'packed' | 'shipped' | 'delivered' | 'canceled'

/** When an order reached each step, UTC ISO 8601; null when it has not. */
export interface OrderMoments {
  placed: string
  confirmed: string | null
  packed: string | null
  shipped: string | null
  delivered: string | null
  canceled: string | null
}

export interface TimelineEntry {
  status: OrderStep
  at: string | null
}

const WAY = ['placed', 'confirmed', 'packed', 'shipped', 'delivered'] as const

/** The furthest step reached; a canceled order is canceled whatever came before. */
export function orderStatus(moments: OrderMoments): OrderStep {
  if (moments.canceled !== null) return 'canceled'
  return [...WAY].reverse().find((step) => moments[step] !== null) ?? 'placed'
}

/** The steps in order. A canceled order shows what it reached and the cancellation, not what will never come. */
export function orderTimeline(moments: OrderMoments): TimelineEntry[] {
  const way = WAY.map((status) => ({ status, at: moments[status] }))
  if (moments.canceled === null) return way
  return [...way.filter((entry) => entry.at !== null), { status: 'canceled', at: moments.canceled }]
}
