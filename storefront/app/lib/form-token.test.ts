import { expect, it, test, vi } from 'vitest'
import { newFormToken, readFormToken } from './form-token.server.ts'

vi.mock('#app/lib/env.server.ts', () => ({ env: () => ({ SESSION_SECRET: 's'.repeat(32) }) }))

const SHOWN = new Date('2026-11-23T02:00:00Z')
const after = (seconds: number) => new Date(SHOWN.getTime() + seconds * 1000)

it('takes a form that a person had time to fill in, and names it by one key', () => {
  const token = newFormToken(SHOWN)
  const [first, again] = [readFormToken(token, after(3)), readFormToken(token, after(86_400))]
  expect(first).toEqual({ ok: true, key: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(again).toEqual(first)
  expect(readFormToken(newFormToken(SHOWN), after(3))).not.toEqual(first)
})

it('refuses what came back at once, and what is older than a day', () => {
  const token = newFormToken(SHOWN)
  expect(readFormToken(token, after(2.9))).toEqual({ ok: false, reason: 'too_fast' })
  expect(readFormToken(token, after(86_401))).toEqual({ ok: false, reason: 'stale' })
})

test.each([
  ['nothing', () => ''],
  ['another time', (token: string) => token.replace(/^[^.]+/, '0')],
  ['another key', (token: string) => token.replace(/\.[0-9a-f]/, (each) => (each === '.0' ? '.1' : '.0'))],
  ['another signature', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
  ['no signature', (token: string) => token.replace(/\.[^.]+$/, '')],
])('refuses a token with %s', (_what, change) => {
  expect(readFormToken(change(newFormToken(SHOWN)), after(60))).toEqual({ ok: false, reason: 'stale' })
})
