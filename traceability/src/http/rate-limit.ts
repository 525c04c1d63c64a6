import { BoundedCache } from '../storage/bounded-cache.ts'

export interface RateLimit {
  /** Takes one token. Out: 0 when there was one, else the whole seconds until there is. */
  take(client: string, now: number): number
  /** Like `take`, without taking. */
  wait(client: string, now: number): number
}

/** Clients remembered; a limiter forgets the one idle longest first. */
const CLIENTS = 100_000

/** A token bucket for each client: `burst` at once, `perSecond` in the long run. In `now`: milliseconds. */
export function rateLimit(burst: number, perSecond: number): RateLimit {
  const buckets = new BoundedCache<string, { tokens: number; at: number }>(CLIENTS)

  function bucketOf(client: string, now: number): { tokens: number; at: number } {
    const bucket = buckets.get(client)
    if (!bucket) return { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond)
    return { tokens, at: now }
  }

  function waitFor(tokens: number): number {
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond))
  }

  return {
    take(client, now) {
      const bucket = bucketOf(client, now)
      const wait = waitFor(bucket.tokens)
      if (wait === 0) bucket.tokens -= 1
      buckets.set(client, bucket)
      return wait
    },
    wait: (client, now) => waitFor(bucketOf(client, now).tokens),
  }
}
