import { describe, expect, it } from 'vitest'
import { inForceOn, recordOn } from './rule-record.ts'

const OLD = { validFrom: '2023-02-24', validTo: '2026-05-21' }
const NEW = { validFrom: '2026-05-22', validTo: null }

describe('a rule is in force from its first to its last day, both included', () => {
  it.each([
    ['2023-02-23', false],
    ['2023-02-24', true],
    ['2026-05-21', true],
    ['2026-05-22', false],
  ])('on %s: %s', (day, expected) => {
    expect(inForceOn(OLD, day)).toBe(expected)
  })

  it('on a day the one that began last counts, in whatever order they come', () => {
    const later = { validFrom: '2027-01-01', validTo: null }
    for (const records of [
      [OLD, NEW, later],
      [later, NEW, OLD],
    ]) {
      expect(recordOn(records, '2026-05-22')).toBe(NEW)
      expect(recordOn(records, '2026-12-31')).toBe(NEW)
      expect(recordOn(records, '2027-01-01')).toBe(later)
      expect(recordOn(records, '2020-01-01')).toBe(null)
    }
  })
})
