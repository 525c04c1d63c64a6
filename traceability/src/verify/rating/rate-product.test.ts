import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEST, SAMPLE_SCORING, sampleRubric, sheetsOf } from '../../testing/sample-rubric.ts'
import { meets, minimumsFor } from './minimums.ts'
import { bandOf, meanOfPoints } from './points.ts'
import { type MemberSheet, rateProduct } from './rate-product.ts'
import { type CertifiedStar, criteriaOf, type Rubric, setOf } from './rubric.ts'
import { type Picks, ScoreError } from './score-sheet.ts'

const rubric = sampleRubric()
const set = setOf(rubric, 1)
const rate = (sheets: readonly MemberSheet[], changes: { councilSize?: number; setNo?: number } = {}) =>
  rateProduct({ rubric, setNo: 1, sheets, scoring: SAMPLE_SCORING, ...changes })
const picked = (changes: Picks): Picks => ({ ...BEST, ...changes })
const three = (picks: Picks) => sheetsOf(picks, picks, picks)

/** Points alone, without options: a version known by its parts, for edges no set of options hits. */
const partsOnly: Rubric = { ...rubric, detail: 'parts-only', sets: rubric.sets.map((each) => ({ ...each, parts: [] })) }
const ratePoints = (...points: number[]) =>
  rateProduct({
    rubric: partsOnly,
    setNo: 1,
    scoring: SAMPLE_SCORING,
    sheets: points.map((each, index) => ({ member: `M${index + 1}`, conflict: null, points: each })),
  })

describe('bands: under 30 is 1 star, 30 two, 50 three, 70 four, 90 five (QĐ 26/2026, art. 4)', () => {
  it.each([
    [0, 1],
    [29.99, 1],
    [30, 2],
    [49.99, 2],
    [50, 3],
    [69.99, 3],
    [70, 4],
    [89.99, 4],
    [90, 5],
    [100, 5],
  ] as const)('%d points are %d stars', (points, stars) => {
    expect(bandOf(points, rubric.bands).stars).toBe(stars)
    expect(ratePoints(points, points, points)).toMatchObject({ mean: points, band: stars, stars })
  })

  it('points outside 0 to 100 are none', () => {
    for (const points of [-0.01, 100.01, Number.NaN]) expect(() => bandOf(points, rubric.bands)).toThrow(RangeError)
    expect(() => ratePoints(101, 100, 100)).toThrow(ScoreError)
  })
})

describe('the mean of the members’ points (QĐ 26/2026, art. 7)', () => {
  it('is cut to two decimals, so that no rounding lifts a product over an edge', () => {
    expect(meanOfPoints([90, 90, 89.99])).toBe(89.99)
    expect(ratePoints(90, 90, 89.99)).toMatchObject({ mean: 89.99, stars: 4 })
    expect(meanOfPoints([70, 70, 70.01])).toBe(70)
  })

  it('is exact where binary fractions are not', () => {
    expect(meanOfPoints([0.1, 0.2])).toBe(0.15)
    expect(meanOfPoints([64.35, 64.35, 64.35])).toBe(64.35)
  })

  it('property: lies in the same band as the exact mean', () => {
    const hundredths = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(fc.array(hundredths, { minLength: 1, maxLength: 15 }), (given) => {
        const mean = meanOfPoints(given.map((each) => each / 100)) ?? 0
        const sum = given.reduce((total, each) => total + each, 0)
        const exact = rubric.bands.find(
          (band) =>
            sum >= band.min * 100 * given.length && (band.below === null || sum < band.below * 100 * given.length),
        )
        expect(bandOf(mean, rubric.bands).stars).toBe(exact?.stars)
      }),
    )
  })
})

describe('a missing minimum option lowers the class (note under each set of criteria)', () => {
  it('95 points without a 5-star minimum are 4 stars', () => {
    const rating = rate(three(picked({ 'q1-land': 'land-12', 'q1-quality': 'quality-35' })))
    expect(rating).toMatchObject({ mean: 92, band: 5, stars: 4, certified: true })
    expect(rating.missingMinimums).toEqual([
      {
        ...{ stars: 5, criterionId: 'q1-land', criterionCode: '1.1', title: 'Vùng trồng' },
        ...{ optionId: 'land-20', label: 'Phương án 20', points: 20, reachedBy: 0, of: 3 },
      },
    ])
  })

  it('each class is judged by its own minimums and those of the classes below', () => {
    const rating = rate(three(picked({ 'q1-label': 'label-0' })))
    expect(rating).toMatchObject({ mean: 80, band: 4, stars: 3 })
    expect(rating.missingMinimums.map(({ stars, criterionCode }) => [stars, criterionCode])).toEqual([[4, '1.2']])
  })

  it('below 3 stars there are no minimums: 80 points without a 3-star minimum are 2 stars, without a badge', () => {
    const rating = rate(three(picked({ 'q1-land': 'land-0' })))
    expect(rating).toMatchObject({ mean: 80, band: 4, stars: 2, certified: false })
    expect(rating.missingMinimums.map(({ stars }) => stars)).toEqual([4, 3])
    expect(rating.reasons.map(({ code }) => code)).toContain('no_badge')
  })

  it('a minimum is met when more than half of the counted members found it', () => {
    const without = picked({ 'q1-land': 'land-12' })
    expect(rate(sheetsOf(BEST, BEST, without)).stars).toBe(5)
    expect(rate(sheetsOf(BEST, without, without)).stars).toBe(4)
    expect(rate(sheetsOf(BEST, BEST, without, without)).stars).toBe(4)
  })

  it('a better option than the least one is as good', () => {
    expect(rate(three(picked({ 'q1-label': 'label-20' }))).stars).toBe(5)
  })

  it('in tourism the minimums are those of the list in use', () => {
    const picks = (kind: 'c' | 'd', care: number): Picks => ({
      'q2-land': 'q2-land-40',
      'q2-market': 'q2-market-25',
      'q2-care': `care-${kind}-${care}`,
      'q2-safe': `safe-${kind}-15`,
    })
    expect(rate(three(picks('c', 20)), { setNo: 2 }).stars).toBe(5)
    expect(rate(three(picks('d', 10)), { setNo: 2 })).toMatchObject({ mean: 90, band: 5, stars: 4 })
    expect(rate(three(picks('c', 5)), { setNo: 2 })).toMatchObject({ mean: 85, band: 4, stars: 3 })
  })
})

describe('1 and 2 stars are a result without certificate (QĐ 26/2026, art. 4)', () => {
  it.each([
    [29, 1],
    [49, 2],
  ] as const)('%d points', (points, stars) => {
    const rating = ratePoints(points, points, points)
    expect(rating).toMatchObject({ stars, certified: false })
    expect(rating.reasons.at(-1)).toEqual({ code: 'no_badge', stars })
  })
})

describe('sheets more than 10 points apart are scored again (rule of the Đồng Tháp council)', () => {
  it('exactly 10 points stand', () => {
    expect(ratePoints(80, 75, 70)).toMatchObject({ spread: 10, rescore: false, stars: 4 })
  })

  it('10.01 points do not: there is no result until they are closer', () => {
    const rating = ratePoints(80.01, 75, 70)
    expect(rating).toMatchObject({ spread: 10.01, rescore: true, stars: null, certified: false, band: 4 })
    expect(rating.reasons).toContainEqual({ code: 'rescore', spread: 10.01, limit: 10, highest: 80.01, lowest: 70 })
  })

  it('a sheet that does not count does not part the others', () => {
    const [first, ...others] = sheetsOf(BEST, BEST, BEST, picked({ 'q1-quality': 'quality-0' })).reverse()
    if (!first) throw new Error('There is no sheet.')
    expect(rate([{ ...first, conflict: 'family' }, ...others])).toMatchObject({ spread: 0, rescore: false, stars: 5 })
  })
})

describe('who has an interest in a product does not score it', () => {
  const sheets = sheetsOf(BEST, BEST, BEST, picked({ 'q1-land': 'land-12' }))
  const excluded = sheets.map((sheet) => (sheet.member === 'M4' ? { ...sheet, conflict: 'family' } : sheet))

  it('the sheet is kept and does not count', () => {
    const rating = rate(excluded)
    expect(rating).toMatchObject({ mean: 100, stars: 5, excluded: [{ member: 'M4', ground: 'family' }] })
    expect(rating.inputs.sheets[3]).toMatchObject({ member: 'M4', counted: false, conflict: 'family', points: 92 })
  })

  it('such a sheet need not be filled in', () => {
    expect(rate([...sheetsOf(BEST, BEST, BEST), { member: 'M9', conflict: 'family', picks: {} }]).stars).toBe(5)
  })

  it('with too few left there is no result', () => {
    expect(rate(excluded.slice(1), { councilSize: 3 })).toMatchObject({ quorate: false, stars: null })
  })
})

describe('a result needs two thirds of the council, three at least (our assumption)', () => {
  it.each([
    [3, 3, true],
    [2, 3, false],
    [6, 9, true],
    [5, 9, false],
    [7, 10, true],
  ])('%d sheets of a council of %d: %s', (sheets, councilSize, quorate) => {
    const rating = rate(sheetsOf(...Array.from({ length: sheets }, () => BEST)), { councilSize })
    expect(rating).toMatchObject({ quorate, stars: quorate ? 5 : null })
  })

  it('no sheet at all is no result', () => {
    expect(rate([])).toMatchObject({ mean: null, band: null, stars: null, certified: false, spread: 0 })
  })
})

describe('a result keeps every input', () => {
  it('from which it can be computed again', () => {
    const rating = rate(sheetsOf(BEST, picked({ 'q1-label': 'label-10' }), BEST))
    const { inputs } = JSON.parse(JSON.stringify(rating)) as typeof rating
    const again = rateProduct({
      ...{ rubric, setNo: inputs.setNo, scoring: inputs.scoring, councilSize: inputs.councilSize },
      sheets: inputs.sheets.map(({ member, conflict, picks }) => ({ member, conflict, picks: picks ?? {} })),
    })
    expect(again).toEqual(rating)
  })

  it('a sheet that is not complete, comes twice or has points where options are known is refused', () => {
    const code = (sheets: MemberSheet[]) => {
      try {
        rate(sheets)
      } catch (error) {
        return error instanceof ScoreError ? error.code : String(error)
      }
      return null
    }
    const { 'q1-land': _, ...incomplete } = BEST
    expect(code(sheetsOf(BEST, BEST, incomplete))).toBe('sheet_incomplete')
    expect(code([...sheetsOf(BEST, BEST), ...sheetsOf(BEST)])).toBe('member_twice')
    expect(code([{ member: 'M1', conflict: null, points: 91 }])).toBe('options_needed')
    expect(() => rate(sheetsOf(BEST), { setNo: 99 })).toThrow(RangeError)
  })

  it('a version without options never judges minimums, and says so', () => {
    const rating = ratePoints(92, 92, 92)
    expect(rating).toMatchObject({ stars: 5, missingMinimums: [] })
    expect(rating.reasons.map(({ code }) => code)).toEqual(['band', 'minimums_unknown'])
    const sheets = sheetsOf(BEST, BEST, BEST)
    expect(() => rateProduct({ rubric: partsOnly, setNo: 1, sheets, scoring: SAMPLE_SCORING })).toThrow(ScoreError)
  })
})

describe('properties of the star', () => {
  const anyPicks = fc
    .tuple(...criteriaOf(set).map((criterion) => fc.constantFrom(...criterion.options.map((option) => option.id))))
    .map((ids) => Object.fromEntries(criteriaOf(set).map((criterion, index) => [criterion.id, ids[index] ?? null])))
  const council = fc.array(anyPicks, { minLength: 3, maxLength: 7 })

  it('stars are never more than the band of the mean', () => {
    fc.assert(
      fc.property(council, (picks) => {
        const { stars, band, certified } = rate(sheetsOf(...picks))
        if (stars === null) return
        expect(stars).toBeLessThanOrEqual(band ?? 0)
        expect(certified).toBe(stars >= 3)
      }),
    )
  })

  it('a certified star has every minimum met by most members', () => {
    fc.assert(
      fc.property(council, (picks) => {
        const { stars, certified } = rate(sheetsOf(...picks))
        if (!certified) return
        for (const minimum of minimumsFor(set, stars as CertifiedStar, null))
          expect(picks.filter((each) => meets(minimum, each)).length * 2).toBeGreaterThan(picks.length)
      }),
    )
  })

  it('reaching one more minimum never lowers the stars', () => {
    fc.assert(
      fc.property(anyPicks, fc.constantFrom(...criteriaOf(set)), (picks, criterion) => {
        const options = criterion.options
        const at = options.findIndex((option) => option.id === picks[criterion.id])
        const better = options[at + 1]
        fc.pre(better !== undefined)
        const before = rate(three(picks)).stars ?? 0
        const after = rate(three({ ...picks, [criterion.id]: better?.id ?? null })).stars ?? 0
        expect(after).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('the order of the sheets does not matter', () => {
    fc.assert(
      fc.property(council, (picks) => {
        const sheets = sheetsOf(...picks)
        const { mean, stars, spread } = rate(sheets)
        expect(rate([...sheets].reverse())).toMatchObject({ mean, stars, spread })
      }),
    )
  })
})
