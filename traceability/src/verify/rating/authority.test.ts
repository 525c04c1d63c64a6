import { describe, expect, it } from 'vitest'
import { sampleRubric } from '../../testing/sample-rubric.ts'
import { type Authority, type AuthorityStage, councilOutcome, deciderOf, routeOf } from './authority.ts'

const { bands } = sampleRubric()
const stage = (changes: Partial<AuthorityStage>): AuthorityStage => ({
  ...{ level: 'province', decides: [], forwardsFrom: null, mayGrantAfterFallBack: [], signer: { vi: '', en: '' } },
  ...changes,
})
const receiverDuty = { vi: '', en: '' }
/** Districts score, the province decides, from 90 points the centre. */
const TWO_ROUNDS: Authority = {
  receives: 'district',
  receiverDuty,
  stages: [
    stage({ level: 'district', forwardsFrom: 50 }),
    stage({ level: 'province', decides: [3, 4], forwardsFrom: 90, mayGrantAfterFallBack: [3, 4] }),
    stage({ level: 'central', decides: [5] }),
  ],
}
const DISTRICT_DECIDES: Authority = {
  receives: 'district',
  receiverDuty,
  stages: [
    stage({ level: 'district', decides: [3], forwardsFrom: 70 }),
    stage({ level: 'province', decides: [4], forwardsFrom: 90, mayGrantAfterFallBack: [4] }),
    stage({ level: 'central', decides: [5] }),
  ],
}
const TWO_TIERS: Authority = { receives: 'commune', receiverDuty, stages: TWO_ROUNDS.stages.slice(1) }

describe('the way of a product by its points', () => {
  it('QĐ 781: the district hands 50 points and more to the province, the province 90 and more to the centre', () => {
    expect(routeOf(TWO_ROUNDS, 49.99, bands)).toMatchObject({ councils: ['district'], stars: 2, decidedBy: null })
    expect(routeOf(TWO_ROUNDS, 50, bands)).toMatchObject({ councils: ['district', 'province'], decidedBy: 'province' })
    expect(routeOf(TWO_ROUNDS, 89.99, bands)).toMatchObject({ councils: ['district', 'province'], stars: 4 })
    expect(routeOf(TWO_ROUNDS, 90, bands)).toEqual({
      ...{ receives: 'district', councils: ['district', 'province', 'central'], stars: 5, decidedBy: 'central' },
    })
  })

  it('QĐ 148: 3 stars stay with the district, 70 points and more go on', () => {
    expect(routeOf(DISTRICT_DECIDES, 69.99, bands)).toMatchObject({ councils: ['district'], decidedBy: 'district' })
    expect(routeOf(DISTRICT_DECIDES, 70, bands)).toMatchObject({ decidedBy: 'province' })
  })

  it('QĐ 26/2026, art. 4: the province decides 3 and 4 stars, the minister 5', () => {
    expect(routeOf(TWO_TIERS, 55, bands)).toMatchObject({ receives: 'commune', councils: ['province'] })
    expect(routeOf(TWO_TIERS, 90, bands)).toMatchObject({ councils: ['province', 'central'], decidedBy: 'central' })
    expect([3, 4, 5].map((each) => deciderOf(TWO_TIERS, each as 3 | 4 | 5))).toEqual([
      'province',
      'province',
      'central',
    ])
  })
})

describe('what follows from a council’s result', () => {
  it('QĐ 26/2026, art. 7: 90 points and 5 stars go to the ministry', () => {
    expect(councilOutcome(TWO_TIERS, 'province', 90, 5)).toEqual({ kind: 'forwarded', from: 'province', to: 'central' })
    expect(councilOutcome(TWO_TIERS, 'central', 93, 5)).toEqual({ kind: 'decided', by: 'central', stars: 5 })
  })

  it('91 points without a 5-star minimum are 4 stars, which the province decides', () => {
    expect(councilOutcome(TWO_TIERS, 'province', 91, 4)).toEqual({ kind: 'decided', by: 'province', stars: 4 })
  })

  it('QĐ 26/2026, art. 7: below 90 at the ministry falls back to the province, with 3 or 4 stars', () => {
    expect(councilOutcome(TWO_TIERS, 'central', 89.99, 4)).toEqual({
      ...{ kind: 'fallen_back', from: 'central', to: 'province', stars: 4 },
    })
    expect(councilOutcome(TWO_TIERS, 'central', 66, 3)).toMatchObject({ kind: 'fallen_back', stars: 3 })
    expect(councilOutcome(TWO_TIERS, 'central', 45, 2)).toEqual({ kind: 'no_certificate', stars: 2 })
  })

  it('1 and 2 stars end where they were found', () => {
    for (const level of ['district', 'province', 'central'] as const)
      expect(councilOutcome(TWO_ROUNDS, level, 40, 2)).toEqual({ kind: 'no_certificate', stars: 2 })
  })

  it('QĐ 781: a district decides nothing; 50 points go on, fewer do not', () => {
    expect(councilOutcome(TWO_ROUNDS, 'district', 50, 3)).toMatchObject({ kind: 'forwarded', to: 'province' })
    expect(councilOutcome(TWO_ROUNDS, 'province', 50, 3)).toEqual({ kind: 'decided', by: 'province', stars: 3 })
  })

  it('a level without a council in the period has no result', () => {
    expect(() => councilOutcome(TWO_TIERS, 'district', 60, 3)).toThrow(RangeError)
  })
})
