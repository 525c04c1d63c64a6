import { addDays } from '@sao-lang/traceability/verify/rating'
import fc from 'fast-check'
import { standingOn } from './paper-standing'

const SOON = 60

const active = (expiresOn: string | null) => ({ state: 'active' as const, expiresOn })

describe('the standing of a paper', () => {
  it.each([
    ['2027-01-23', 'valid', 61],
    ['2027-01-22', 'expiring', 60],
    ['2026-11-24', 'expiring', 1],
    ['2026-11-23', 'expiring', 0],
    ['2026-11-22', 'expired', -1],
    [null, 'valid', null],
  ] as const)('that expires on %s is, on 2026-11-23, %s', (expiresOn, standing, daysLeft) => {
    expect(standingOn(active(expiresOn), '2026-11-23', SOON)).toEqual({ standing, daysLeft })
  })

  it('its last good day is the day it expires on; the midnight after ends it', () => {
    expect(standingOn(active('2026-12-31'), '2026-12-31', SOON).standing).toBe('expiring')
    expect(standingOn(active('2026-12-31'), '2027-01-01', SOON).standing).toBe('expired')
    expect(standingOn(active('2028-02-29'), '2028-03-01', SOON)).toEqual({ standing: 'expired', daysLeft: -1 })
  })

  it('a replaced or withdrawn paper says so whatever its days are', () => {
    for (const state of ['replaced', 'withdrawn'] as const) {
      for (const expiresOn of [null, '2020-01-01', '2030-01-01']) {
        expect(standingOn({ state, expiresOn }, '2026-11-23', SOON).standing).toBe(state)
      }
    }
  })

  it('never comes back to life as days go by', () => {
    const order = ['valid', 'expiring', 'expired']
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.nat(800), (first, later) => {
        const rank = (days: number) =>
          order.indexOf(standingOn(active('2026-11-23'), addDays('2026-11-23', days), SOON).standing)
        expect(rank(first + later)).toBeGreaterThanOrEqual(rank(first))
      }),
    )
  })
})
