import {
  type CertifiedStar,
  criteriaOf,
  type Picks,
  RubricError,
  type RubricSet,
  rateProduct,
  reachedStar,
  readRubric,
  requiredPapers,
  sheetPoints,
  starOutlook,
} from '@sao-lang/traceability/verify/rating'
import fc from 'fast-check'
import { seedRuleRecords, seedRulesOn } from './testing/seed-rules'

const rules = seedRulesOn('2026-11-23')
const { rubric } = rules
const sets = rubric.sets.map((set): [string, RubricSet] => [`${set.no} ${set.name}`, set])
const setNo = (no: number): RubricSet => {
  const set = rubric.sets.find((each) => each.no === no)
  if (!set) throw new Error(`There is no set ${no}.`)
  return set
}
/** The best option of every criterion; of a criterion with several lists, of the last one. */
const best = (set: RubricSet): Picks =>
  Object.fromEntries(criteriaOf(set).map((criterion) => [criterion.id, criterion.options.at(-1)?.id ?? null]))
/** The least option for a star by the code of its criterion. */
const marks = (set: RubricSet, star: CertifiedStar) =>
  Object.fromEntries(
    criteriaOf(set).flatMap((criterion) =>
      criterion.options.filter((option) => option.minForStar === star).map((option) => [criterion.code, option.points]),
    ),
  )

describe('QĐ 26/2026, annex: 26 sets of criteria', () => {
  it('26 sets in six groups; parts A 40, B 25, C 35', () => {
    expect(rubric.sets.map((set) => set.no)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1))
    expect(rubric.partsMax).toEqual({ A: 40, B: 25, C: 35 })
    expect(rules.sectors.sectors.flatMap((sector) => sector.sets.map((set) => set.no))).toHaveLength(26)
    for (const set of rubric.sets) {
      const sector = rules.sectors.sectors.find((each) => each.code === set.sector)
      expect(sector?.sets.map((each) => each.no)).toContain(set.no)
    }
  })

  it.each(sets)('set %s: the best of everything is 100 points and 5 stars', (_, set) => {
    expect(sheetPoints(set, best(set))).toMatchObject({ total: 100, unanswered: [] })
    expect(reachedStar(starOutlook(set, best(set), rubric.bands))).toBe(5)
  })

  it('label: a full label for 3 stars, story and electronic trace code for 4 (2.3)', () => {
    expect([marks(setNo(1), 3)['2.3'], marks(setNo(1), 4)['2.3']]).toEqual([1, 3])
    expect(marks(setNo(5), 4)['2.3']).toBe(3)
  })

  it('story: told inside the electronic trace content for 4 stars (5.1), in every set but tourism', () => {
    for (const set of rubric.sets.slice(0, 25)) expect(marks(set, 4)['5.1']).toBe(5)
    expect(marks(setNo(26), 4)).toEqual({ '3.4': 3, '3.5': 2 })
    expect(marks(setNo(26), 3)).toEqual({ '3.5': 1 })
  })

  it('sales area: 2, 3 and 5 points for 3, 4 and 5 stars (4.1), not marked in sets 24 and 25', () => {
    expect([3, 4, 5].map((star) => marks(setNo(13), star as CertifiedStar)['4.1'])).toEqual([2, 3, 5])
    expect(marks(setNo(24), 3)['4.1']).toBeUndefined()
    expect(marks(setNo(25), 5)['4.1']).toBeUndefined()
  })

  it('raw sets come wholly from inside the province; local share is measured in the commune', () => {
    for (const no of [1, 2, 3, 4, 23, 24, 25]) {
      const origin = criteriaOf(setNo(no)).find((criterion) => criterion.code === '1.1')
      expect(origin).toMatchObject({ scope: 'commune', require: { sharePct: 100, scope: 'province' } })
    }
    expect(criteriaOf(setNo(5)).find((criterion) => criterion.code === '1.1')).toMatchObject({
      ...{ scope: 'province', require: null },
    })
  })

  it('tourism has no samples, all others five', () => {
    expect(rubric.sets.filter((set) => set.samples !== 5).map((set) => [set.no, set.samples])).toEqual([[26, 0]])
  })

  it('carries its mends and open questions along', () => {
    expect(rubric.mends).toHaveLength(39)
    expect(rubric.openQuestions.map((question) => question.sets)).toContain('24-25')
  })

  it('91 points without “rất độc đáo” in set 5 are 4 stars, and the result says what 5 stars need', () => {
    const set = setNo(5)
    const unique = criteriaOf(set).find((criterion) => criterion.code === '7')
    const picks = { ...best(set), [unique?.id ?? '']: unique?.options.at(-2)?.id ?? null }
    const sheets = ['A', 'B', 'C'].map((member) => ({ member, conflict: null, picks }))
    const rating = rateProduct({ rubric, setNo: 5, sheets, scoring: rules.scoring })
    expect(rating).toMatchObject({ mean: 98, band: 5, stars: 4, certified: true })
    expect(rating.missingMinimums.map(({ criterionCode, stars }) => [criterionCode, stars])).toEqual([['7', 5]])
  })

  it('property: any sheet of any set has 0 to 100 points, and stars within its band', () => {
    const sheet = fc.constantFrom(...rubric.sets).chain((set) =>
      fc.tuple(...criteriaOf(set).map((criterion) => fc.nat(Math.max(0, criterion.options.length - 1)))).map((at) => ({
        set,
        picks: Object.fromEntries(
          criteriaOf(set).map((criterion, index) => {
            const list = criterion.options.filter((option) => option.variant !== 'destination')
            return [criterion.id, list[(at[index] ?? 0) % list.length]?.id ?? null]
          }),
        ),
      })),
    )
    fc.assert(
      fc.property(sheet, ({ set, picks }) => {
        const { total } = sheetPoints(set, picks)
        expect(total >= 0 && total <= 100).toBe(true)
        const sheets = ['A', 'B', 'C'].map((member) => ({ member, conflict: null, picks }))
        const { stars, band } = rateProduct({ rubric, setNo: set.no, sheets, scoring: rules.scoring })
        expect(stars ?? 9).toBeLessThanOrEqual(band ?? 0)
      }),
      { numRuns: 60 },
    )
  })

  it('property: with one maximum or one best option changed anywhere, the version is refused', () => {
    const raw = seedRuleRecords().find((record) => record.kind === 'rubric' && record.key === '26/2026')
    const json = JSON.stringify(raw?.data)
    const places = [...json.matchAll(/"max":\d+/g)].map((match) => [match.index, match[0].length] as const)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 0, max: 60 }), ([from, length], to) => {
        const changed = `"max":${to}`
        fc.pre(json.slice(from, from + length) !== changed)
        const data: unknown = JSON.parse(json.slice(0, from) + changed + json.slice(from + length))
        expect(() => readRubric(data)).toThrow(RubricError)
      }),
      { numRuns: 40 },
    )
  })
})

describe('QĐ 781 and 148: versions known in part', () => {
  it('QĐ 781 has criteria without options, and says which sets have gaps', () => {
    const old = rules.rubricOf('781/2020')
    expect(old.partsMax).toEqual({ A: 35, B: 25, C: 40 })
    expect(old.sets.filter((set) => !set.reliable).map((set) => set.no)).toEqual([3, 10, 16, 19])
  })

  it.each(['781/2020', '148/2023'])('QĐ %s never judges minimum options, and says so', (version) => {
    const sheets = ['A', 'B', 'C'].map((member) => ({ member, conflict: null, points: 92 }))
    const rating = rateProduct({ rubric: rules.rubricOf(version), setNo: 11, sheets, scoring: rules.scoring })
    expect(rating).toMatchObject({ stars: 5, missingMinimums: [] })
    expect(rating.reasons).toContainEqual({ code: 'minimums_unknown', version })
  })

  it('every set of every version leads to today’s version', () => {
    for (const taxonomy of rules.taxonomies) expect(taxonomy.sectors.flatMap((sector) => sector.sets)).toHaveLength(26)
  })
})

describe('QĐ 26/2026, art. 6: papers of a dossier', () => {
  const papers = (no: number) => requiredPapers(rules.dossierPapers, 'first', no).map(({ paper }) => paper)

  it('every required or supporting paper is a kind of the evidence store', () => {
    const kinds = new Set(rules.paperKinds.kinds.map((kind) => kind.code))
    const named = [
      ...rules.dossierPapers.required.map((each) => each.paper),
      ...rules.dossierPapers.evidence.flatMap((each) => each.papers),
    ]
    expect(named.filter((code) => !kinds.has(code))).toEqual([])
  })

  it('every criterion named for a paper exists', () => {
    const titles = new Set(rubric.sets.flatMap((set) => criteriaOf(set).map((criterion) => criterion.title)))
    const named = rules.dossierPapers.evidence.flatMap((each) => each.titles)
    expect(named.filter((title) => !titles.has(title))).toEqual([])
  })

  it('what throws a dossier out is a required paper of the same sets', () => {
    for (const { disqualifier, sets: of } of rules.dossierPapers.required) {
      if (disqualifier === null || of === null) continue
      const having = rubric.sets.filter((set) => set.disqualify.includes(disqualifier)).map((set) => set.no)
      expect(of).toEqual(having)
    }
  })

  it('food needs its food safety paper, spirits of other kinds a licence, tourism neither', () => {
    expect(papers(1)).toEqual(['business_registration', 'food_safety', 'test_report'])
    expect(papers(15)).toContain('production_condition')
    expect(papers(18)).toEqual(['business_registration', 'production_condition', 'quality_declaration'])
    expect(papers(26)).toEqual(['business_registration'])
  })
})

describe('QĐ 26/2026, art. 5, 7, 8, 12: days', () => {
  it('rounds, windows and grounds are those of the decision', () => {
    expect(rules.windows).toMatchObject({
      ...{ certificateMonths: 36, filing: { opens: 180, closes: 120 }, transitionalDays: 180 },
      ...{ revocationDays: 15, communeWorkingDays: 15, reEvaluationDays: 45 },
      pending: { firstOrUpgradeDays: 60, reEvaluationDays: 30 },
    })
    expect(rules.rounds.rounds).toHaveLength(4)
    expect(rules.revocation.grounds).toHaveLength(6)
    expect(rules.scoring.spread.limit).toBe(10)
  })
})

describe('public holidays (Labour Code 2019, art. 112)', () => {
  it.each([2025, 2026, 2027])('%d has at least 11 of them', (year) => {
    const calendar = rules.holidays.find((each) => each.year === year)
    expect(calendar?.days.length).toBeGreaterThanOrEqual(11)
  })

  it('Hùng Kings’ Day on a Sunday is made up for on Monday', () => {
    expect(rules.isWorkingDay('2026-04-27')).toBe(false)
    expect(rules.isWorkingDay('2026-04-28')).toBe(true)
  })

  it('15 working days from 23/11/2026 end on 14/12/2026 (art. 7: the commune)', () => {
    expect(rules.workingDayAfter('2026-11-23', rules.windows.communeWorkingDays)).toBe('2026-12-14')
  })
})
