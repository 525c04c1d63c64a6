import { describe, expect, it } from 'vitest'
import { samplePassport, sampleRecognition } from '../testing/samples.ts'
import { type LotView, UNIT_STATES, type UnitState } from '../verify/verdict.ts'
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
  unit: { index: 3, status: 'active', voidReason: null, earlierChecks: 0, firstCheckedAt: null },
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

  it('of a package whose recognition is suspended says since when, and what held on the packing day', () => {
    const recognitions = [sampleRecognition({ suspensions: [{ from: '2026-11-20', to: null }] })]
    expect(issuedVerdict({ ...facts, passport: samplePassport({ recognitions }) }, NOW)).toMatchObject({
      verdict: 'expired_recognition',
      reasons: ['recognition_suspended_since:2026-11-20'],
      recognition: { today: { status: 'suspended', stars: null }, onPackingDay: { status: 'valid', stars: 4 } },
    })
  })

  it('of a package in a transitional extension is genuine, and names its last day', () => {
    const recognitions = [sampleRecognition({ validTo: '2026-11-21', extendedTo: '2027-05-20' })]
    expect(issuedVerdict({ ...facts, passport: samplePassport({ recognitions }) }, NOW)).toMatchObject({
      verdict: 'genuine',
      reasons: ['recognition_extended_to:2027-05-20'],
      recognition: { today: { status: 'valid', stars: 4, transitional: true } },
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

describe('the state of the unit in the verdict', () => {
  const since = '2026-11-20T01:00:00.000Z'
  const inState = (status: UnitState, statusReason: string | null = null) =>
    issuedVerdict({ ...facts, statusReason, unit: { ...facts.unit, status, statusSince: since } }, NOW)

  it.each([
    ['issued', 'suspect', ['not_yet_commissioned']],
    ['active', 'genuine', []],
    ['sold', 'genuine', [`already_sold:${since}`]],
    ['sample', 'genuine', [`unit_sample:${since}`]],
    ['exported', 'genuine', [`unit_exported:${since}`]],
    ['locked', 'suspect', [`unit_locked:${since}`]],
    ['stolen', 'suspect', [`unit_stolen:${since}`]],
    ['destroyed', 'void', [`unit_destroyed:${since}`]],
    ['void', 'void', ['unit_void']],
  ] as const)('%s answers %s', (state, verdict, reasons) => {
    expect(inState(state)).toMatchObject({ verdict, reasons })
  })

  it('says that a unit came back, and that a label was replaced', () => {
    expect(inState('active', 'return')).toMatchObject({ verdict: 'genuine', reasons: [`returned:${since}`] })
    expect(inState('void', 'reprint').reasons).toEqual(['unit_void', `replaced_by_reprint:${since}`])
  })

  it('is suspect when checks were made that one package cannot make, and only then', () => {
    const alert = { kind: 'copied' as const, since, areas: [] }
    const suspect = { ...facts, unit: { ...facts.unit, alert } }
    expect(issuedVerdict(suspect, NOW)).toMatchObject({
      verdict: 'suspect',
      reasons: [`checked_elsewhere_since:${since}`],
    })
    const shown = { ...facts, unit: { ...facts.unit, alert: { ...alert, kind: 'shown_in_public' as const } } }
    expect(issuedVerdict(shown, NOW)).toMatchObject({ verdict: 'genuine', reasons: [`shown_in_public_since:${since}`] })
  })

  it('stands below recalled and void, and above expired recognition', () => {
    const stolen = { ...facts, passport: lapsed, unit: { ...facts.unit, status: 'stolen' as const } }
    expect(issuedVerdict(stolen, NOW).verdict).toBe('suspect')
    expect(issuedVerdict({ ...stolen, lot: recalled }, NOW).verdict).toBe('recalled')
    expect(issuedVerdict({ ...stolen, unit: isVoid }, NOW).verdict).toBe('void')
  })

  it('never calls a package fake', () => {
    const words = UNIT_STATES.flatMap((state) => [inState(state).verdict, ...inState(state).reasons])
    expect(words.filter((word) => /fake|counterfeit|gi[aả]/i.test(word))).toEqual([])
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
