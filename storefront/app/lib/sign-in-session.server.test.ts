import { describe, expect, test } from 'vitest'
import { millisecondsLeft } from './sign-in-session.server.ts'

const NOW = Date.parse('2026-11-22T03:00:00Z')
const token = (claims: unknown) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`

describe('the time a token has left', () => {
  test('counts from its exp claim, in seconds', () => {
    expect(millisecondsLeft(token({ exp: NOW / 1000 + 60 }), NOW)).toBe(60_000)
  })

  test('is below zero once it has run out', () => {
    expect(millisecondsLeft(token({ exp: NOW / 1000 - 1 }), NOW)).toBe(-1000)
  })

  test.each([
    ['no claims', 'x'],
    ['no end', token({})],
    ['a text for an end', token({ exp: 'soon' })],
    ['nothing', ''],
  ])('is none with %s', (_what, broken) => {
    expect(millisecondsLeft(broken, NOW)).toBe(0)
  })
})
