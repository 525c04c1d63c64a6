import { expect, test } from 'vitest'
import { badUrlStatus } from './url-guard.mjs'

test.each(['/', '/san-pham?q=ch%C3%A8%20shan&stars=4', '/q/ABCD-EFGH', '/01/09520001/10/LO%2F1', '/san-pham?q=100%25'])(
  '%s is read',
  (url) => {
    expect(badUrlStatus(url)).toBeNull()
  },
)

test.each([
  '/%00',
  '/q/%00',
  '/..%2f..%2fetc%2fpasswd',
  '/a/../b',
  '/a/%2e%2e/b',
  '/%E0%A4%A',
  '/%zz',
  '//evil.example/',
  '/a\\b',
  '/a%5cb',
  '/?q=%00',
  '/?q=%',
  '/a%0d%0aSet-Cookie:x',
])('%s is answered 400', (url) => {
  expect(badUrlStatus(url)).toBe(400)
})

test('an address beyond 2,048 characters is answered 414, the router’s own manifest beyond 8,192', () => {
  expect(badUrlStatus(`/q/${'A'.repeat(5000)}`)).toBe(414)
  expect(badUrlStatus(`/__manifest?p=${'a'.repeat(5000)}`)).toBeNull()
  expect(badUrlStatus(`/__manifest?p=${'a'.repeat(9000)}`)).toBe(414)
})
