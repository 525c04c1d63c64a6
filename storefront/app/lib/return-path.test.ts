import { expect, test } from 'vitest'
import { returnPath } from './return-path.server.ts'

test.each([
  ['/san-pham?stars=4', '/san-pham?stars=4'],
  ['/san-pham?lang=en&q=ch%C3%A8', '/san-pham?q=ch%C3%A8'],
  ['/?lang=en', '/'],
])('%s leads back to %s', (given, expected) => {
  expect(returnPath(given)).toBe(expected)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/a\\b',
  'javascript:alert(1)',
  '/.//evil.example',
  '/\n/evil.example',
  '',
  null,
  undefined,
  42,
])('%j leads nowhere but home', (given) => {
  expect(returnPath(given)).toBe('/')
})
