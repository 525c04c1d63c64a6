import { describe, expect, test } from 'vitest'
import { plainPage } from './plain-page.mjs'
import { limitClass } from './rate-limits.mjs'
import { requestId } from './request-id.mjs'
import { isSameOrigin } from './same-origin.mjs'
import { contentSecurityPolicy, securityHeaders } from './security-headers.mjs'

describe('content security policy', () => {
  test('scripts run by nonce or from our files, nothing is unsafe', () => {
    const policy = contentSecurityPolicy('abc', true)
    expect(policy).toContain("script-src 'self' 'nonce-abc'")
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(policy).toContain("frame-ancestors 'none'")
  })

  test('only a site on https is pinned to it', () => {
    expect(securityHeaders(true)).toHaveProperty('Strict-Transport-Security')
    expect(securityHeaders(false)).not.toHaveProperty('Strict-Transport-Security')
  })
})

describe('request id', () => {
  test('a well-formed one is kept', () => expect(requestId('e2e-request-0001')).toBe('e2e-request-0001'))
  test.each([undefined, 'short', 'a b c d e f g', 'x'.repeat(65), '<script>alert</script>'])(
    '%j is replaced',
    (given) => {
      expect(requestId(given)).toMatch(/^[0-9a-f-]{36}$/)
      expect(requestId(given)).not.toBe(given)
    },
  )
})

describe('a writing request', () => {
  const host = 'sao-lang.example'
  test.each([
    [{ origin: 'https://sao-lang.example', fetchSite: 'same-origin', host }, true],
    [{ origin: undefined, fetchSite: undefined, host }, true],
    [{ origin: 'https://evil.example', fetchSite: 'cross-site', host }, false],
    [{ origin: 'https://shop.sao-lang.example', fetchSite: 'same-site', host }, false],
    [{ origin: 'https://evil.example', fetchSite: undefined, host }, false],
    [{ origin: 'null', fetchSite: undefined, host }, false],
  ])('%j: accepted %s', (headers, accepted) => {
    expect(isSameOrigin(headers)).toBe(accepted)
  })
})

test.each([
  ['GET', '/san-pham', 'page'],
  ['GET', '/q/ABCD', 'code'],
  ['GET', '/q/ABCD.data', 'code'],
  ['GET', '/Q/0123', 'code'],
  ['GET', '/trace/verify/ABCD', 'code'],
  ['GET', '/trace/export/lots/x.csv', 'page'],
  ['GET', '/qua-tang', 'page'],
  ['POST', '/kiem-tra-tem', 'code'],
  ['GET', '/don-hang/order_1', 'code'],
  ['POST', '/gio-hang', 'write'],
  ['POST', '/bao-van-de', 'upload'],
  ['GET', '/bao-van-de', 'page'],
  ['POST', '/csp-report', 'report'],
  ['GET', '/chu-the/dang-nhap', 'page'],
  ['POST', '/kiem-tra/dang-nhap', 'signIn'],
  ['POST', '/chu-the/dang-nhap', 'signIn'],
  ['POST', '/can-bo/dang-nhap', 'signIn'],
  ['POST', '/chu-the/dang-nhap.data', 'signIn'],
])('%s %s counts as %s', (method, path, expected) => {
  expect(limitClass(method, path)).toBe(expected)
})

test('the plain page speaks both languages, shows the id and runs no script', () => {
  const html = plainPage(429, 'e2e-request-0001')
  expect(html).toContain('e2e-request-0001')
  expect(html).toContain('lang="en"')
  expect(html).not.toMatch(/<script|style=/)
})

test('WebAssembly runs on the inspectors’ pages alone', () => {
  expect(contentSecurityPolicy('n', true, '/kiem-tra/tra')).toContain("'wasm-unsafe-eval'")
  for (const path of ['/', '/kiem-tra-tem', '/q/0', '/chu-the/lo']) {
    expect(contentSecurityPolicy('n', true, path)).not.toContain('wasm')
  }
})
