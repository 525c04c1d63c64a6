import { expect, it } from 'vitest'
import { uuidV7 } from './uuid-v7.ts'

it('a UUID version 7 carries version, variant and its millisecond, and sorts by time (RFC 9562, 5.7)', () => {
  const [early, late] = [uuidV7(1_700_000_000_000), uuidV7(1_700_000_000_001)]
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000)
  expect(early < late).toBe(true)
  expect(new Set(Array.from({ length: 1000 }, () => uuidV7())).size).toBe(1000)
})
