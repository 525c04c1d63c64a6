import { describe, expect, it } from 'vitest'
import { rateLimit } from './rate-limit.ts'

describe('the rate limit', () => {
  it('lets a burst pass, then one for each interval, and says how long to wait', () => {
    const limit = rateLimit(3, 0.5)
    expect([0, 0, 0, 0].map(() => limit.take('a', 1_000))).toEqual([0, 0, 0, 2])
    expect(limit.take('a', 2_900)).toBe(1)
    expect(limit.take('a', 3_000)).toBe(0)
    expect(limit.take('a', 3_000)).toBe(2)
  })

  it('counts each client by itself', () => {
    const limit = rateLimit(1, 1)
    expect(limit.take('a', 0)).toBe(0)
    expect(limit.take('b', 0)).toBe(0)
    expect(limit.take('a', 0)).toBe(1)
  })

  it('tells the wait without taking', () => {
    const limit = rateLimit(1, 1)
    expect(limit.wait('a', 0)).toBe(0)
    expect(limit.wait('a', 0)).toBe(0)
    limit.take('a', 0)
    expect(limit.wait('a', 0)).toBe(1)
    expect(limit.wait('a', 1_000)).toBe(0)
  })

  it('never gives more than the burst, however long a client was away', () => {
    const limit = rateLimit(2, 10)
    limit.take('a', 0)
    expect([0, 0, 0].map(() => limit.take('a', 3_600_000))).toEqual([0, 0, 1])
  })

  it('is not fooled by a clock that goes back', () => {
    const limit = rateLimit(1, 1)
    limit.take('a', 10_000)
    expect(limit.take('a', 0)).toBe(1)
  })
})
