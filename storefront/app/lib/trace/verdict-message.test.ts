import { type Recognition, type RecognitionState, VERDICTS } from '@sao-lang/traceability/verify'
import { describe, expect, it } from 'vitest'
import { scan } from '#app/i18n/scan.ts'
import { earlierChecksMessage, packingDayRemark, verdictMessage } from './verdict-message.ts'

const recognition: Recognition = {
  ref: 'rec-1',
  stars: 4,
  points: 82,
  rubricVersion: '781/2020',
  decisionNumber: '0000/QĐ-UBND',
  decisionDate: '2023-11-21',
  authority: 'UBND tỉnh Đồng Tháp',
  validFrom: '2023-11-21',
  validTo: '2026-11-20',
  revokedOn: null,
  extendedTo: null,
  suspensions: [],
  sample: true,
}
const state = (status: RecognitionState['status']): RecognitionState => ({
  status,
  stars: status === 'valid' ? 4 : null,
  recognition: status === 'none' ? null : recognition,
  lapsedOn: status === 'suspended' || status === 'expired' || status === 'revoked' ? '2026-11-21' : null,
  transitional: false,
})

describe('each verdict has its own words', () => {
  it.each([
    ['genuine', 'valid', { tone: 'good', title: 'genuineTitle', advice: null, showsStars: true }],
    ['not_issued_here', 'none', { tone: 'note', title: 'notIssuedTitle', advice: null, showsStars: false }],
    ['void', 'valid', { tone: 'warn', title: 'voidTitle', advice: 'voidAdvice', showsStars: false }],
    [
      'expired_recognition',
      'expired',
      { tone: 'note', title: 'expiredTitle', advice: 'expiredAdvice', showsStars: true },
    ],
    [
      'expired_recognition',
      'revoked',
      { tone: 'note', title: 'revokedTitle', advice: 'expiredAdvice', showsStars: true },
    ],
    [
      'expired_recognition',
      'suspended',
      { tone: 'note', title: 'suspendedTitle', advice: 'suspendedAdvice', showsStars: true },
    ],
    ['suspect', 'valid', { tone: 'warn', title: 'suspectTitle', advice: 'suspectAdvice', showsStars: true }],
    ['recalled', 'valid', { tone: 'warn', title: 'recalledTitle', advice: 'recalledAdvice', showsStars: true }],
  ] as const)('%s, recognition %s', (verdict, today, message) => {
    expect(verdictMessage({ verdict, recognition: { today: state(today), onPackingDay: null } })).toEqual(message)
  })

  it('only a genuine code looks good', () => {
    const good = VERDICTS.filter((verdict) => verdictMessage({ verdict, recognition: null }).tone === 'good')
    expect(good).toEqual(['genuine'])
  })

  it('no text of the page calls a package counterfeit', () => {
    const words = Object.values(scan).flatMap(({ vi, en }) => [JSON.stringify(vi), JSON.stringify(en)])
    expect(words.filter((text) => /(^|[^\p{L}])giả([^\p{L}]|$)|\b(fake|counterfeit)/iu.test(text))).toEqual([])
  })
})

describe('the star on the packing day', () => {
  it('is said when it was valid then', () => {
    expect(packingDayRemark(state('valid'), state('valid'))).toBe('packingValid')
  })
  it.each(['suspended', 'expired', 'revoked'] as const)('makes the package lawful when it is %s by now', (today) => {
    expect(packingDayRemark(state(today), state('valid'))).toBe('packingLawful')
  })
  it('is said to be missing when it was not valid then', () => {
    expect(packingDayRemark(state('valid'), state('not_yet_valid'))).toBe('packingNone')
    expect(packingDayRemark(state('expired'), state('expired'))).toBe('packingNone')
    expect(packingDayRemark(state('valid'), state('suspended'))).toBe('packingNone')
  })
  it('is not mentioned for an unknown packing day or a product without any recognition', () => {
    expect(packingDayRemark(state('valid'), null)).toBeNull()
    expect(packingDayRemark(state('none'), state('none'))).toBeNull()
  })
})

describe('earlier checks', () => {
  it.each([
    [0, 'checksFirst'],
    [1, 'checksSome'],
    [9, 'checksSome'],
    [10, 'checksMany'],
    [10_000, 'checksMany'],
  ] as const)('%i other devices: %s', (count, key) => expect(earlierChecksMessage(count)).toBe(key))
})
