import { expect, test } from 'vitest'
import { isPeriod } from './period.ts'

test.each([
  ['2026-01-01', '2026-01-01', true],
  ['2026-01-01', '2027-01-01', true],
  ['2026-01-01', '2027-01-02', false],
  ['2026-02-01', '2026-01-31', false],
  ['2026-02-30', '2026-03-01', false],
  ['', '2026-03-01', false],
])('from %s to %s is a period of the book: %s', (from, to, taken) => {
  expect(isPeriod(from, to)).toBe(taken)
})
