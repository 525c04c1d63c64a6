import { addDays, lastDayOfTerm } from '@sao-lang/traceability/verify/rating'
import fc from 'fast-check'
import { ApiError } from '../http/api-error'
import { seedRulesOn } from '../rules/testing/seed-rules'
import { checkDraft, effectsOfSigning, isLate, type RecognitionFacts, type Signing } from './check-signing'
import { type DraftRows, readDraftRows } from './draft-rows'

const DATE = '2026-11-23'
const TEA: RecognitionFacts = {
  id: 'recog_1',
  product_name: 'Chè',
  producer_name: 'HTX',
  product_code: null,
  province_code: '08',
  stars: 4,
  points: 80,
  valid_from: '2024-01-10',
  valid_to: '2027-01-09',
  revoked_on: null,
  suspensions: [],
}

function signing(draft: DraftRows, changes: Partial<Signing> = {}): Signing {
  return {
    draft,
    level: 'province',
    provinceCode: '08',
    date: DATE,
    rules: seedRulesOn(changes.date ?? DATE),
    recognitions: new Map([[TEA.id, TEA]]),
    products: new Map(),
    today: DATE,
    lateReason: null,
    ...changes,
  }
}

const grant = (changes: Record<string, unknown> = {}): DraftRows =>
  readDraftRows('recognition', [
    {
      productId: null,
      productName: 'Măng',
      productCode: null,
      producerName: 'HTX',
      provinceCode: '08',
      setNo: 7,
      rubricVersion: '26/2026',
      stars: 4,
      points: 70,
      ratedStars: 4,
      dossierId: null,
      ...changes,
    },
  ])
const revocation = (conclusionOn: string): DraftRows =>
  readDraftRows('revocation', [
    { recognitionId: TEA.id, ground: 'criteria', conclusionOn, conclusion: 'Kết luận', from: DATE },
  ])
const extension = (extendedTo: string): DraftRows =>
  readDraftRows('extension', [{ recognitionId: TEA.id, extendedTo, reason: 'Đang đánh giá lại' }])

function refusalOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof ApiError) return error.code
    throw error
  }
}

it('QĐ 26/2026: a recognition counts from the date of the decision for 36 months, its last day included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 184 }), (back) => {
      const date = addDays(DATE, -back)
      const [row] = effectsOfSigning(signing(grant(), { date })).recognitions
      expect([row?.valid_from, row?.valid_to]).toEqual([date, lastDayOfTerm(date, 36)])
    }),
  )
})

it('art. 4: the province gives 3 and 4 stars, the minister 5, and nobody more than was found', () => {
  const five = grant({ stars: 5, points: 90, ratedStars: 5 })
  expect(refusalOf(() => checkDraft(signing(five)))).toBe('decision_not_authorised')
  expect(refusalOf(() => checkDraft(signing(five, { level: 'central', provinceCode: null })))).toBe(null)
  expect(refusalOf(() => checkDraft(signing(grant(), { level: 'central', provinceCode: null })))).toBe(
    'decision_not_authorised',
  )
  fc.assert(
    fc.property(
      fc.constantFrom(3, 4),
      fc.integer({ min: 0, max: 10_000 }),
      fc.option(fc.integer({ min: 1, max: 5 })),
      (stars, hundredths, ratedStars) => {
        const points = hundredths / 100
        const allowed = points >= (stars === 4 ? 70 : 50) && (ratedStars === null || stars <= ratedStars)
        const refused = refusalOf(() => checkDraft(signing(grant({ stars, points, ratedStars }))))
        expect(refused).toBe(allowed ? null : 'class_above_evaluation')
      },
    ),
  )
})

it('before 22/5/2026 there is no rule to sign a new decision by, which is said so', () => {
  expect(refusalOf(() => effectsOfSigning(signing(revocation(DATE), { date: '2026-05-21' })))).toBe('rule_missing')
})

it('art. 8: a revocation comes within 15 days of the conclusion, or says why not', () => {
  for (const [days, late] of [
    [15, false],
    [16, true],
  ] as const) {
    const draft = revocation(addDays(DATE, -days))
    expect(isLate(signing(draft))).toBe(late)
    expect(refusalOf(() => effectsOfSigning(signing(draft)))).toBe(late ? 'revocation_late' : null)
    expect(refusalOf(() => effectsOfSigning(signing(draft, { lateReason: 'Chờ kiểm nghiệm' })))).toBe(null)
  }
})

it('art. 12: an extension runs past the last day and at most 180 days', () => {
  expect(refusalOf(() => checkDraft(signing(extension('2027-01-09'))))).toBe('extension_too_short')
  expect(refusalOf(() => checkDraft(signing(extension(addDays('2027-01-09', 180)))))).toBe(null)
  expect(refusalOf(() => checkDraft(signing(extension(addDays('2027-01-09', 181)))))).toBe('extension_too_long')
})

it('a lifting ends the suspension that holds on its day, the day before being the last one without a star', () => {
  const lift = (liftedFrom: string, suspensions: RecognitionFacts['suspensions']) => {
    const draft = readDraftRows('lifting', [{ recognitionId: TEA.id, liftedFrom, reason: 'Đã khắc phục' }])
    return effectsOfSigning(signing(draft, { recognitions: new Map([[TEA.id, { ...TEA, suspensions }]]) }))
  }
  expect(refusalOf(() => lift(DATE, []))).toBe('suspension_not_open')
  const length = fc.integer({ min: 0, max: 90 })
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 60 }), fc.option(length), length, (start, days, gone) => {
      const from = addDays(DATE, start)
      const to = days === null ? null : addDays(from, days)
      const past = {
        id: 'recsus_0',
        from: addDays(from, -20),
        to: addDays(from, 90),
        lifted_by_decision_id: 'decision_1',
      }
      const liftedFrom = addDays(from, gone)
      const work = () => lift(liftedFrom, [past, { id: 'recsus_1', from, to, lifted_by_decision_id: null }])
      const refusal = to !== null && liftedFrom > to ? 'suspension_not_open' : gone === 0 ? 'lifting_too_early' : null
      expect(refusalOf(work)).toBe(refusal)
      if (refusal !== null) return
      const { liftings, changes } = work()
      expect(liftings).toEqual([{ id: 'recsus_1', to: addDays(liftedFrom, -1), planned_to: to }])
      expect(changes).toMatchObject([{ change: 'lifted', from: liftedFrom, to: null, reason: 'Đã khắc phục' }])
    }),
  )
})

it('says what it changed, with what was there before a correction', () => {
  const draft = readDraftRows('correction', [{ recognitionId: TEA.id, reason: 'Sai tên', productName: 'Chè Shan' }])
  const { corrections, changes } = effectsOfSigning(signing(draft))
  expect(corrections).toEqual([{ id: TEA.id, product_name: 'Chè Shan' }])
  expect(changes).toMatchObject([
    { change: 'corrected', before: { product_name: 'Chè' }, after: { product_name: 'Chè Shan' } },
  ])
})

it('a correction cannot name stars: they come from a recognition alone', () => {
  const row = { recognitionId: TEA.id, reason: 'Nâng hạng', stars: 5 }
  expect(refusalOf(() => readDraftRows('correction', [row]))).toBe('draft_kind_rows')
})
