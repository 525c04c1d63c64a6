import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRecognition } from '../testing/samples.ts'
import { recognitionStateOn } from '../verify/recognition-state.ts'
import { labelPermission } from './label-permission.ts'

const recognition = sampleRecognition({ validFrom: '2023-11-22', validTo: '2026-11-21' })

describe('new labels (QĐ 1162/QĐ-VPĐP-OCOP: without a valid recognition nothing is printed)', () => {
  it('may be ordered up to the last day of the recognition, included', () => {
    expect(labelPermission([recognition], '2026-11-21')).toEqual({
      allowed: true,
      stars: 4,
      until: '2026-11-21',
      transitional: false,
    })
    expect(labelPermission([recognition], '2026-11-22')).toEqual({
      allowed: false,
      reason: 'expired',
      since: '2026-11-22',
    })
  })

  it('may be ordered during a transitional extension, to its last day', () => {
    const extended = { ...recognition, extendedTo: '2027-05-20' }
    expect(labelPermission([extended], '2027-05-20')).toMatchObject({
      allowed: true,
      until: '2027-05-20',
      transitional: true,
    })
    expect(labelPermission([extended], '2027-05-21')).toMatchObject({ allowed: false, reason: 'expired' })
  })

  it.each([
    ['suspended', { suspensions: [{ from: '2026-03-01', to: null }] }, '2026-03-01'],
    ['revoked', { revokedOn: '2026-02-01' }, '2026-02-01'],
    ['not_yet_valid', { validFrom: '2026-06-01' }, '2026-06-01'],
  ] as const)('are refused while the recognition is %s, with the day', (reason, changes, since) => {
    const held = sampleRecognition({
      ...recognition,
      ...changes,
      suspensions: [...('suspensions' in changes ? changes.suspensions : [])],
    })
    expect(labelPermission([held], '2026-03-05')).toEqual({ allowed: false, reason, since })
  })

  it('are refused for a product that was never recognised', () => {
    expect(labelPermission([], '2026-03-05')).toEqual({ allowed: false, reason: 'none', since: null })
  })

  it('are allowed on exactly the days on which the product shows a star', () => {
    const day = (n: number) => new Date(Date.UTC(2023, 10, 1 + n)).toISOString().slice(0, 10)
    fc.assert(
      fc.property(fc.nat(1_300), fc.option(fc.nat(1_300)), fc.option(fc.nat(1_300)), (on, revoked, suspended) => {
        const held = {
          ...recognition,
          revokedOn: revoked === null ? null : day(revoked),
          suspensions: suspended === null ? [] : [{ from: day(suspended), to: day(suspended + 90) }],
        }
        const { stars } = recognitionStateOn([held], day(on))
        expect(labelPermission([held], day(on)).allowed).toBe(stars !== null)
      }),
    )
  })
})
