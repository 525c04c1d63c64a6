import { type OrderMoments, orderStatus, orderTimeline } from './timeline'

const placed: OrderMoments = {
  placed: '2026-11-22T01:00:00.000Z',
  confirmed: null,
  packed: null,
  shipped: null,
  delivered: null,
  canceled: null,
}

it('says the furthest step an order has reached', () => {
  expect(orderStatus(placed)).toBe('placed')
  const packed = { ...placed, confirmed: placed.placed, packed: placed.placed }
  expect(orderStatus(packed)).toBe('packed')
  expect(orderStatus({ ...packed, shipped: placed.placed, delivered: placed.placed })).toBe('delivered')
})

it('shows the way ahead of an order under way', () => {
  expect(orderTimeline(placed).map((entry) => entry.status)).toEqual([
    'placed',
    'confirmed',
    'packed',
    'shipped',
    'delivered',
  ])
})

it('shows a canceled order only what it reached', () => {
  const canceled = { ...placed, confirmed: placed.placed, canceled: '2026-11-22T02:00:00.000Z' }
  expect(orderStatus(canceled)).toBe('canceled')
  expect(orderTimeline(canceled).map((entry) => entry.status)).toEqual(['placed', 'confirmed', 'canceled'])
})
