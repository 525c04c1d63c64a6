import { describe, expect, it } from 'vitest'
import { BoundedCache } from './bounded-cache.ts'

describe('a bounded cache', () => {
  it('keeps what is used and forgets what is not', () => {
    const cache = new BoundedCache<string, number>(4)
    cache.set('often', 1)
    cache.set('once', 2)
    for (let i = 0; i < 20; i++) {
      cache.set(`other-${i}`, i)
      expect(cache.get('often')).toBe(1)
    }
    expect(cache.get('once')).toBeUndefined()
    expect(cache.get('other-19')).toBe(19)
    expect(cache.get('other-0')).toBeUndefined()
  })

  it('gives the newest value of a key, also of one it kept for long', () => {
    const cache = new BoundedCache<string, number>(4)
    cache.set('a', 1)
    cache.set('b', 2)
    cache.set('c', 3)
    cache.set('a', 4)
    expect(cache.get('a')).toBe(4)
    cache.set('d', 5)
    cache.set('e', 6)
    expect(cache.get('a')).toBe(4)
  })

  it('stays fast and small over a million keys', () => {
    const cache = new BoundedCache<number, number>(1_000)
    const started = performance.now()
    for (let i = 0; i < 1_000_000; i++) cache.set(i, i)
    expect(performance.now() - started).toBeLessThan(5_000)
    const kept = Array.from({ length: 1_000_000 }, (_, i) => cache.get(i)).filter((value) => value !== undefined)
    expect(kept.length).toBeLessThanOrEqual(1_000)
    expect(kept.length).toBeGreaterThanOrEqual(500)
  })
})
