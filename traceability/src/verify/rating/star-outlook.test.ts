import { describe, expect, it } from 'vitest'
import { BEST, sampleRubric } from '../../testing/sample-rubric.ts'
import { setOf } from './rubric.ts'
import { reachedStar, starOutlook } from './star-outlook.ts'

const rubric = sampleRubric()
const set = setOf(rubric, 1)
const outlook = (picks: Record<string, string | null>) => starOutlook(set, picks, rubric.bands)

describe('what is missing for the next star', () => {
  it('points, and criteria below their minimum, for each of 3, 4 and 5 stars', () => {
    const picks = { ...BEST, 'q1-land': 'land-12', 'q1-label': 'label-0', 'q1-market': 'market-15' }
    const shown = outlook(picks).map(({ stars, pointsMissing, belowMinimum, reached }) => [
      ...[stars, pointsMissing, reached],
      belowMinimum.map((each) => [each.code, each.optionId, each.pickedPoints]),
    ])
    expect(shown).toEqual([
      [3, 0, true, []],
      [4, 8, false, [['1.2', 'label-10', 0]]],
      [
        5,
        28,
        false,
        [
          ['1.1', 'land-20', 12],
          ['1.2', 'label-10', 0],
        ],
      ],
    ])
    expect(reachedStar(outlook(picks))).toBe(3)
  })

  it('is everything for an empty sheet, and nothing for the best one', () => {
    expect(outlook({}).map((each) => each.pointsMissing)).toEqual([50, 70, 90])
    expect(outlook({})[0]?.belowMinimum.map((each) => each.pickedOptionId)).toEqual([null, null])
    expect(reachedStar(outlook({}))).toBe(null)
    expect(reachedStar(outlook(BEST))).toBe(5)
  })
})
