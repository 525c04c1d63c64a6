import { expect, it, vi } from 'vitest'
import { endOfWorkMark, isAtWork, workMark } from './work-mark.server.ts'

vi.mock('#app/lib/env.server.ts', () => ({
  env: () => ({ SESSION_SECRET: 's'.repeat(32), STOREFRONT_URL: 'https://saolang.test' }),
}))

const withCookie = (line: string) =>
  new Request('https://saolang.test/q/x', { headers: { cookie: line.split(';')[0] ?? '' } })

it('knows whoever signed in to a workspace, and nobody else', async () => {
  const line = await workMark()
  expect(line).toMatch(/HttpOnly.*Secure.*SameSite=Lax|Max-Age=43200/)
  expect(await isAtWork(withCookie(line))).toBe(true)
  expect(await isAtWork(new Request('https://saolang.test/q/x'))).toBe(false)
  expect(await isAtWork(withCookie('sl-work=1'))).toBe(false)
  expect(await isAtWork(withCookie(`${line.split('.')[0]}.AAAA`))).toBe(false)
  expect(await isAtWork(withCookie(await endOfWorkMark()))).toBe(false)
})
