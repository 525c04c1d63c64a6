import { describe, expect, it } from 'vitest'
import { samplePassport, sampleRecognition } from '../testing/samples.ts'
import type { LotView } from '../verify/verdict.ts'
import { issuedVerdict, notIssuedVerdict, type UnitFacts } from './verdict.ts'

const NOW = new Date('2026-11-22T03:00:00Z')

const lot: LotView = {
  ref: 'lot-1',
  lotCode: 'HS1',
  packedOn: '2026-10-15',
  bestBefore: '2027-10-15',
  quantity: null,
  status: 'packed',
  recall: null,
  sourceAreas: [],
  journey: [],
  sample: true,
}
const recalled: LotView = {
  ...lot,
  status: 'recalled',
  recall: { at: '2026-11-20T01:00:00.000Z', reason: 'Nấm mốc', advice: 'Ngừng sử dụng' },
}
const facts: UnitFacts = {
  code: '0ABCDEFGHJKMNPQR',
  unit: { index: 3, status: 'issued', voidReason: null, earlierChecks: 0, firstCheckedAt: null },
  batch: { batchNo: 1, size: 10, issuedAt: '2026-10-16T00:00:00.000Z' },
  lot,
  passport: samplePassport(),
}
const isVoid: UnitFacts['unit'] = { ...facts.unit, status: 'void', voidReason: 'Tem in hỏng' }
const lapsed = samplePassport({ recognitions: [sampleRecognition({ validTo: '2026-11-21' })] })

describe('the verdict on an issued unit', () => {
  it('is genuine, without reasons, when nothing speaks against it', () => {
    expect(issuedVerdict(facts, NOW)).toMatchObject({
      verdict: 'genuine',
      reasons: [],
      checkedAt: '2026-11-22T03:00:00.000Z',
      recognition: { today: { status: 'valid', stars: 4 }, onPackingDay: { status: 'valid', stars: 4 } },
    })
  })

  it('puts recalled before void before expired recognition, and names every reason', () => {
    const worst = { ...facts, unit: isVoid, passport: lapsed, lot: recalled }
    expect(issuedVerdict(worst, NOW)).toMatchObject({
      verdict: 'recalled',
      reasons: ['lot_recalled_at:2026-11-20T01:00:00.000Z', 'unit_void', 'recognition_expired_since:2026-11-22'],
    })
    expect(issuedVerdict({ ...worst, lot }, NOW).verdict).toBe('void')
    expect(issuedVerdict({ ...worst, lot, unit: facts.unit }, NOW).verdict).toBe('expired_recognition')
  })

  it('turns to expired at midnight +07 after the last day, and still tells the star of the packing day', () => {
    const expiring = { ...facts, passport: lapsed }
    expect(issuedVerdict(expiring, new Date('2026-11-21T16:59:59.999Z'))).toMatchObject({
      verdict: 'genuine',
      recognition: { today: { status: 'valid', stars: 4 } },
    })
    expect(issuedVerdict(expiring, new Date('2026-11-21T17:00:00.000Z'))).toMatchObject({
      verdict: 'expired_recognition',
      recognition: { today: { status: 'expired', stars: null, lapsedOn: '2026-11-22' }, onPackingDay: { stars: 4 } },
    })
  })

  it('is expired_recognition for a revoked decision, from the day of the revocation', () => {
    const passport = samplePassport({ recognitions: [sampleRecognition({ revokedOn: '2026-11-22' })] })
    expect(issuedVerdict({ ...facts, passport }, NOW)).toMatchObject({
      verdict: 'expired_recognition',
      reasons: ['recognition_revoked_since:2026-11-22'],
    })
  })

  it('is genuine with a word of caution where a star was never given or is yet to come', () => {
    const none = samplePassport({ recognitions: [] })
    expect(issuedVerdict({ ...facts, passport: none }, NOW)).toMatchObject({
      verdict: 'genuine',
      reasons: ['no_recognition'],
      recognition: { today: { status: 'none', stars: null } },
    })
    const coming = samplePassport({ recognitions: [sampleRecognition({ validFrom: '2026-12-01' })] })
    expect(issuedVerdict({ ...facts, passport: coming }, NOW)).toMatchObject({
      verdict: 'genuine',
      reasons: ['recognition_valid_from:2026-12-01'],
    })
  })

  it('says when the shop has pushed no passport, the product was withdrawn or the best-before day has passed', () => {
    expect(issuedVerdict({ ...facts, passport: null }, NOW)).toMatchObject({
      verdict: 'genuine',
      reasons: ['passport_missing'],
      passport: null,
      recognition: null,
    })
    const passport = samplePassport({ product: { ...samplePassport().product, withdrawn: true } })
    const old = { ...lot, bestBefore: '2026-11-21' }
    expect(issuedVerdict({ ...facts, passport, lot: old }, NOW).reasons).toEqual([
      'product_withdrawn',
      'best_before_passed:2026-11-21',
    ])
    expect(issuedVerdict({ ...facts, lot: { ...lot, bestBefore: '2026-11-22' } }, NOW).reasons).toEqual([])
  })

  it('knows no star of the packing day for labels without a lot', () => {
    expect(issuedVerdict({ ...facts, lot: null }, NOW)).toMatchObject({
      verdict: 'genuine',
      lot: null,
      recognition: { onPackingDay: null },
    })
  })
})

describe('the answer to a code not issued here', () => {
  it('has the same shape whatever was wrong', () => {
    const [typed, guessed] = [notIssuedVerdict('xyz', false, NOW), notIssuedVerdict('0ABCDEFGHJKMNPQR', true, NOW)]
    expect(Object.keys(typed)).toEqual(Object.keys(issuedVerdict(facts, NOW)))
    expect(typed).toMatchObject({ verdict: 'not_issued_here', reasons: ['malformed_code'], code: 'xyz', unit: null })
    expect(guessed).toMatchObject({ verdict: 'not_issued_here', reasons: ['unknown_code'], code: '0ABCDEFGHJKMNPQR' })
  })

  it('gives back at most 64 characters of what was typed, and cuts no character in two', () => {
    expect(notIssuedVerdict('A'.repeat(5000), false, NOW).code).toBe('A'.repeat(64))
    expect(notIssuedVerdict('🐝'.repeat(100), false, NOW).code).toBe('🐝'.repeat(64))
  })
})
