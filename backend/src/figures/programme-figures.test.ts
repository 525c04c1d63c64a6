import fc from 'fast-check'
import type { ApplicationFact, PlanFact, RecognitionFact } from './facts'
import { programmeFigures } from './programme-figures'

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const NONE = { recognitions: [], plans: [], applications: [] }

function fact(
  change: Partial<RecognitionFact['recognition']> & Partial<Omit<RecognitionFact, 'recognition'>>,
): RecognitionFact {
  const { product = 'p1', productName = 'Chè', holder = 'h1', holderForm = 'cooperative', ...rest } = change
  const { provinceCode = '08', sector = 'drink', ...recognition } = rest
  return {
    ...{ product, productName, holder, holderForm, provinceCode, sector },
    recognition: {
      ref: `r-${product}-${recognition.decisionDate ?? ''}`,
      stars: 3,
      points: null,
      rubricVersion: '26/2026',
      decisionNumber: '1',
      decisionDate: '2026-03-01',
      authority: 'UBND',
      validFrom: recognition.decisionDate ?? '2026-03-01',
      validTo: '2029-02-28',
      revokedOn: null,
      extendedTo: null,
      suspensions: [],
      sample: true,
      ...recognition,
    },
  }
}

describe('products with a star', () => {
  it('are counted by class on the last day, both days of a validity included', () => {
    const recognitions = [
      fact({ product: 'a', stars: 4, validTo: '2026-12-31' }),
      fact({ product: 'b', stars: 5, validTo: '2026-12-30' }),
      fact({ product: 'c', stars: 3, decisionDate: '2026-12-31', validFrom: '2026-12-31' }),
      fact({ product: 'd', stars: 3, decisionDate: '2027-01-01', validFrom: '2026-12-31' }),
    ]
    const { inForce, byProvince } = programmeFigures({ ...NONE, recognitions }, YEAR)
    expect(inForce).toEqual({ five: 0, four: 1, three: 1, all: 2 })
    expect(byProvince).toEqual([{ provinceCode: '08', stars: inForce, holders: 1 }])
  })

  it('are one however many recognitions a product has; its newest class counts', () => {
    const recognitions = [
      fact({ stars: 3, decisionDate: '2024-01-10', validTo: '2027-01-09' }),
      fact({ stars: 4, decisionDate: '2026-02-01' }),
    ]
    const figures = programmeFigures({ ...NONE, recognitions }, YEAR)
    expect(figures.inForce).toMatchObject({ four: 1, all: 1 })
    expect(figures.movement).toEqual({ start: 1, gained: 0, lost: 0, raised: 1, lowered: 0 })
    expect(figures.awarded).toMatchObject({ first: { all: 0 }, upgrade: { four: 1, all: 1 }, again: { all: 0 } })
  })

  it('leave out who is suspended, and name who stands on an extension', () => {
    const recognitions = [
      fact({ product: 'a', suspensions: [{ from: '2026-12-01', to: null }] }),
      fact({ product: 'b', decisionDate: '2023-11-01', validTo: '2026-10-31', extendedTo: '2027-03-01' }),
    ]
    const figures = programmeFigures({ ...NONE, recognitions }, YEAR)
    expect([figures.inForce.all, figures.suspended, figures.transitional]).toEqual([1, 1, 1])
  })
})

it('counts a holder once, under its legal form, and says how many are of none', () => {
  const recognitions = [
    fact({ product: 'a', holder: 'h1' }),
    fact({ product: 'b', holder: 'h1' }),
    fact({ product: 'c', holder: 'h2', holderForm: null }),
    fact({ product: 'd', holder: 'h3', holderForm: 'household', validTo: '2026-05-01' }),
  ]
  expect(programmeFigures({ ...NONE, recognitions }, YEAR).holders).toEqual({
    all: 2,
    byForm: [
      { form: 'cooperative', count: 1 },
      { form: null, count: 1 },
    ],
  })
})

it('sets a plan of the year beside what was reached in it, and leaves what a document says as it says it', () => {
  const plan = (change: Partial<PlanFact>): PlanFact => ({
    ...{ id: 'x', year: 2026, provinceCode: '08', place: '', measure: 'recognised' },
    ...{ target: 8, source: 'KH 1', statedResult: null, sample: true, ...change },
  })
  const recognitions = [
    fact({ product: 'a', stars: 5 }),
    fact({ product: 'b', decisionDate: '2024-01-01' }),
    fact({ product: 'b', stars: 4, decisionDate: '2026-05-01' }),
    fact({ product: 'c', provinceCode: '82' }),
  ]
  const plans = [
    plan({}),
    plan({ measure: 'new', target: 2 }),
    plan({ measure: 'upgraded', target: 0 }),
    plan({ measure: 'five_stars', provinceCode: null, target: 3 }),
    plan({ place: 'Huyện Lâm Bình', target: 12, statedResult: 10 }),
    plan({ year: 2025 }),
  ]
  const lines = programmeFigures({ recognitions, plans, applications: [] }, YEAR).plan
  expect(lines.map(({ result, percent }) => [result, percent])).toEqual([
    [2, 25],
    [1, 50],
    [1, null],
    [1, 33.3],
    [null, 83.3],
  ])
})

it('follows a half-year’s applications from registered to awarded, as known on the last day', () => {
  const application = (id: string, change: Partial<ApplicationFact>): ApplicationFact => ({
    ...{ id, holder: 'h1', provinceCode: '08', kind: 'first', submittedOn: '2026-04-01', passedOnOn: '2026-04-20' },
    ...{ result: { on: '2026-06-20', stars: 4 }, ...change },
  })
  const applications = [
    application('1', {}),
    application('2', { holder: 'h2', result: { on: '2026-06-20', stars: 2 } }),
    application('3', { passedOnOn: null, result: null }),
    application('4', { submittedOn: '2026-10-30', result: { on: '2027-01-05', stars: 5 } }),
    application('5', { submittedOn: '2025-12-31' }),
  ]
  expect(programmeFigures({ ...NONE, applications }, YEAR).rounds).toEqual([
    {
      ...{ half: '2026-1', registered: 3, holders: 2, passedOn: 2, judged: 2, awarded: 1 },
      byStars: { five: 0, four: 1, three: 0, all: 1 },
    },
    {
      ...{ half: '2026-2', registered: 1, holders: 1, passedOn: 1, judged: 0, awarded: 0 },
      byStars: { five: 0, four: 0, three: 0, all: 0 },
    },
  ])
})

const day = fc
  .integer({ min: 0, max: 2500 })
  .map((n) => new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
const anyFact = fc
  .record({
    product: fc.constantFrom('a', 'b', 'c', 'd'),
    holder: fc.constantFrom('h1', 'h2', 'h3'),
    stars: fc.constantFrom<3 | 4 | 5>(3, 4, 5),
    provinceCode: fc.constantFrom('08', '82', null),
    sector: fc.constantFrom('food', 'drink', null),
    decisionDate: day,
    validTo: day,
    revokedOn: fc.option(day),
    suspension: fc.option(fc.tuple(day, fc.option(day))),
  })
  .map(({ suspension, ...rest }) =>
    fact({ ...rest, suspensions: suspension === null ? [] : [{ from: suspension[0], to: suspension[1] }] }),
  )
const anyStretch = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }))

it('adds up whatever happened: start, gained and lost give what is in force; every table sums to it', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 12 }), anyStretch, (recognitions, stretch) => {
      const { movement, inForce, bySector, byProvince, holders, awarded } = programmeFigures(
        { ...NONE, recognitions },
        stretch,
      )
      expect(movement.start + movement.gained - movement.lost).toBe(inForce.all)
      for (const table of [bySector, byProvince]) {
        expect(table.reduce((sum, { stars }) => sum + stars.all, 0)).toBe(inForce.all)
      }
      expect(inForce.five + inForce.four + inForce.three).toBe(inForce.all)
      expect(holders.byForm.reduce((sum, { count }) => sum + count, 0)).toBe(holders.all)
      expect(awarded.first.all + awarded.upgrade.all + awarded.again.all).toBe(awarded.all.all)
    }),
  )
})

it('gives the same figures of a past day whatever is decided later', () => {
  fc.assert(
    fc.property(
      fc.array(anyFact, { maxLength: 8 }),
      fc.array(anyFact, { maxLength: 4 }),
      anyStretch,
      (known, more, stretch) => {
        const later = more.filter(({ recognition }) => recognition.decisionDate > stretch.to)
        const untouched = known.map((each) => ({
          ...each,
          recognition: { ...each.recognition, revokedOn: laterOnly(each.recognition.revokedOn, stretch.to) },
        }))
        const before = programmeFigures({ ...NONE, recognitions: untouched.map(withoutRevocation) }, stretch)
        expect(programmeFigures({ ...NONE, recognitions: [...untouched, ...later] }, stretch)).toEqual(before)
      },
    ),
  )
})

function laterOnly(revokedOn: string | null, to: string): string | null {
  return revokedOn !== null && revokedOn > to ? revokedOn : null
}
function withoutRevocation(each: RecognitionFact): RecognitionFact {
  return { ...each, recognition: { ...each.recognition, revokedOn: null } }
}
