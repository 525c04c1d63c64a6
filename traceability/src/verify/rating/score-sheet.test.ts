import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEST, sampleRubric } from '../../testing/sample-rubric.ts'
import { criteriaOf, setOf } from './rubric.ts'
import { type Picks, ScoreError, sheetPoints } from './score-sheet.ts'

const rubric = sampleRubric()
const set = setOf(rubric, 1)
const tourism = setOf(rubric, 2)

function refusal(work: () => unknown): [string, Record<string, string>] | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof ScoreError) return [error.code, { ...error.params }]
    throw error
  }
}

describe('points of a score sheet', () => {
  it('are added up by section, part and in all', () => {
    const points = sheetPoints(set, { ...BEST, 'q1-label': 'label-10' })
    expect(points.total).toBe(90)
    expect(points.parts.map((part) => [part.code, part.points, part.max])).toEqual([
      ['A', 30, 40],
      ['B', 25, 25],
      ['C', 35, 35],
    ])
    expect(points.sections.map((section) => section.points)).toEqual([30, 25, 35])
    expect(points.unanswered).toEqual([])
  })

  it('count nothing for a criterion without an answer, and name it; “none reached” is an answer', () => {
    expect(sheetPoints(set, { 'q1-land': 'land-12', 'q1-quality': null })).toMatchObject({
      total: 12,
      unanswered: ['q1-label', 'q1-market'],
    })
  })

  it('a score outside its option is refused', () => {
    expect(refusal(() => sheetPoints(set, { 'q1-land': 'label-20' }))).toEqual([
      'option_of_another_criterion',
      { criterion: '1.1', option: 'label-20' },
    ])
    expect(refusal(() => sheetPoints(set, { 'q1-land': 'land-21' }))?.[0]).toBe('option_of_another_criterion')
    expect(refusal(() => sheetPoints(set, { 'q2-land': 'q2-land-0' }))?.[0]).toBe('criterion_unknown')
    expect(refusal(() => sheetPoints(set, JSON.parse('{"__proto__": "land-20"}')))?.[0]).toBe('criterion_unknown')
  })

  it('tourism is scored by one list of options, community or destination, not by both', () => {
    expect(sheetPoints(tourism, { 'q2-care': 'care-c-20', 'q2-safe': 'safe-c-15' })).toMatchObject({
      total: 35,
      variant: 'community',
    })
    expect(refusal(() => sheetPoints(tourism, { 'q2-care': 'care-c-20', 'q2-safe': 'safe-d-15' }))?.[0]).toBe(
      'variants_mixed',
    )
  })

  it('property: of any valid sheet lie between 0 and 100 and are the sum of its parts', () => {
    const picks = fc.record(
      Object.fromEntries(
        criteriaOf(set).map((criterion) => [
          criterion.id,
          fc.constantFrom(null, ...criterion.options.map((option) => option.id)),
        ]),
      ),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(picks, (given) => {
        const { total, parts, sections } = sheetPoints(set, given as Picks)
        expect(total).toBeGreaterThanOrEqual(0)
        expect(total).toBeLessThanOrEqual(100)
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(total)
        expect(sections.reduce((sum, section) => sum + section.points, 0)).toBe(total)
      }),
    )
  })
})
