import { describe, expect, test } from 'vitest'
import { pageHeaders } from './page-headers.server.ts'

const ask = (
  policy: Parameters<typeof pageHeaders>[0],
  parts: { loader?: HeadersInit; action?: HeadersInit; error?: HeadersInit; parent?: HeadersInit } = {},
) =>
  new Headers(
    pageHeaders(policy)({
      loaderHeaders: new Headers(parts.loader),
      actionHeaders: new Headers(parts.action),
      parentHeaders: new Headers(parts.parent),
      errorHeaders: parts.error ? new Headers(parts.error) : undefined,
    }),
  )

describe('how long a page may be kept', () => {
  test('catalogue pages are shared for less than a minute in all and differ by language and theme', () => {
    const headers = ask('catalogue')
    const [, fresh = '', stale = ''] =
      /s-maxage=(\d+), stale-while-revalidate=(\d+)/.exec(headers.get('Cache-Control') ?? '') ?? []
    expect(Number(fresh) + Number(stale)).toBeLessThan(60)
    expect(headers.get('Vary')).toBe('Accept-Language, Cookie')
  })

  test('personal pages stay out of shared caches', () => {
    expect(ask('personal').get('Cache-Control')).toMatch(/private/)
  })

  test.each([
    ['its loader sets a cookie', { loader: { 'Set-Cookie': 'a=b' } }],
    ['its action sets a cookie', { action: { 'Set-Cookie': 'a=b' } }],
    ['it failed', { error: {} }],
  ])('nobody keeps a page when %s', (_reason, parts) => {
    expect(ask('catalogue', parts).get('Cache-Control')).toBe('no-store')
  })

  test('a loader cannot loosen the policy', () => {
    expect(ask('personal', { loader: { 'Cache-Control': 'public, max-age=9999' } }).get('Cache-Control')).toMatch(
      /private/,
    )
  })

  test('Retry-After of a failed loader is passed on', () => {
    expect(ask('catalogue', { error: { 'Retry-After': '30' } }).get('Retry-After')).toBe('30')
  })
})
