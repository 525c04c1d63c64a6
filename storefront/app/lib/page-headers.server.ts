import type { HeadersFunction } from '@remix-run/node'

/**
 * Who may keep an answer.
 * `catalogue`: the same for all who share language and theme; a shared cache may serve it for 20 s and, while it asks
 * again, 30 s more, so a lapsed star is gone everywhere within a minute.
 * `personal`: the visitor's browser alone, asking again each time. `never`: nobody.
 */
export const CACHE_POLICIES = {
  catalogue: {
    'Cache-Control': 'public, max-age=0, s-maxage=20, stale-while-revalidate=30',
    Vary: 'Accept-Language, Cookie',
  },
  personal: { 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language, Cookie' },
  never: { 'Cache-Control': 'no-store' },
} as const

/**
 * The `headers` export of a route. A page whose loader or action failed, or that sets a cookie, is never kept.
 * Pages inherit nothing from their parents, so a forgotten export falls back to the root's `never`.
 */
export function pageHeaders(policy: keyof typeof CACHE_POLICIES): HeadersFunction {
  return ({ loaderHeaders, actionHeaders, errorHeaders }) => {
    const unkept = errorHeaders || loaderHeaders.has('Set-Cookie') || actionHeaders.has('Set-Cookie')
    const headers = new Headers(CACHE_POLICIES[unkept ? 'never' : policy])
    for (const source of [loaderHeaders, actionHeaders, errorHeaders]) {
      const retryAfter = source?.get('Retry-After')
      if (retryAfter) headers.set('Retry-After', retryAfter)
    }
    return headers
  }
}
