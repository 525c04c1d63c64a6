import { expect, test } from 'vitest'
import { cookieValue, localeCookieFor, localeOf } from './locale.server.ts'

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost${path}`, { headers })

test.each([
  ['nothing said: Vietnamese', '/', {}, 'vi'],
  ['the address wins', '/?lang=en', { cookie: 'sl-lang=vi', 'accept-language': 'vi' }, 'en'],
  ['then the cookie', '/', { cookie: 'a=b; sl-lang=en', 'accept-language': 'vi' }, 'en'],
  ['then the first language we speak', '/', { 'accept-language': 'fr, en;q=0.8, vi;q=0.5' }, 'en'],
  ['weights count, not order', '/', { 'accept-language': 'en;q=0.4, vi-VN;q=0.9' }, 'vi'],
  ['a refused language is not taken', '/', { 'accept-language': 'en;q=0' }, 'vi'],
  ['unknown values are ignored', '/?lang=xx', { cookie: 'sl-lang=<script>' }, 'vi'],
  ['garbage is ignored', '/', { 'accept-language': ';;q=,,=;' }, 'vi'],
] as const)('%s', (_rule, path, headers, expected) => {
  expect(localeOf(request(path, headers))).toBe(expected)
})

test('a language asked for by address is remembered once', () => {
  expect(localeCookieFor(request('/?lang=en'))).toMatch(/^sl-lang=en; Path=\/; .*HttpOnly; SameSite=Lax/)
  expect(localeCookieFor(request('/?lang=en', { cookie: 'sl-lang=en' }))).toBeNull()
  expect(localeCookieFor(request('/'))).toBeNull()
})

test('a cookie is found by its whole name', () => {
  expect(cookieValue(request('/', { cookie: 'xsl-lang=en; sl-lang=vi' }), 'sl-lang')).toBe('vi')
})
