import type { MedusaResponse } from '@medusajs/framework/http'

/** For lists that are the same for everybody: a minute fresh, ten more while a new one is fetched. */
export function cachePublicly(res: MedusaResponse): void {
  res.setHeader('cache-control', 'public, max-age=0, s-maxage=60, stale-while-revalidate=600')
}

/** For what must be gone everywhere within a minute, as a star that was taken back. */
export function cacheBriefly(res: MedusaResponse): void {
  res.setHeader('cache-control', 'public, max-age=0, s-maxage=20, stale-while-revalidate=30')
}

/** For personal answers: nobody keeps them. */
export function neverCache(res: MedusaResponse): void {
  res.setHeader('cache-control', 'private, no-store')
}
