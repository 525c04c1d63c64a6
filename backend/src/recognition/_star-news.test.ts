import { type Recognition, recognitionStateOn } from '@sao-lang/traceability/verify'
import { describe, expect, it } from 'vitest'
import { starNews } from './star-news'

const recognition: Recognition = {
  ...{
    ref: 'r1',
    stars: 4,
    points: 82,
    rubricVersion: '148/2023',
    decisionNumber: '1/QĐ-UBND',
    authority: 'UBND tỉnh',
  },
  ...{ decisionDate: '2024-01-10', validFrom: '2024-01-10', validTo: '2027-01-09', revokedOn: null },
  ...{ extendedTo: null, suspensions: [], sample: false },
}
const news = (changes: Partial<Recognition>, before: string | null, day = '2026-11-24') =>
  starNews(recognitionStateOn([{ ...recognition, ...changes }], day), before, day)

describe('what a producer is told of a star', () => {
  it.each([
    [
      'a new decision',
      { decisionDate: '2026-11-20', validFrom: '2026-11-20' },
      null,
      'star_given',
      { stars: 4, to: '2027-01-09' },
    ],
    ['a revocation', { revokedOn: '2026-11-24' }, 'valid', 'star_revoked', { from: '2026-11-24' }],
    [
      'a suspension',
      { suspensions: [{ from: '2026-11-24', to: null }] },
      'valid',
      'star_suspended',
      { from: '2026-11-24' },
    ],
    [
      'its end',
      { suspensions: [{ from: '2026-11-01', to: '2026-11-23' }] },
      'suspended',
      'star_restored',
      { stars: 4, from: '2026-11-24' },
    ],
    [
      'an extension',
      { validTo: '2026-11-23', extendedTo: '2027-05-22' },
      'valid',
      'star_extended',
      { to: '2027-05-22' },
    ],
    ['an expiry', { validTo: '2026-11-23' }, 'valid', 'star_expired', { from: '2026-11-24' }],
  ] as const)('%s', (_, changes, before, kind, params) => {
    const suspensions = 'suspensions' in changes ? [...changes.suspensions] : []
    expect(news({ ...changes, suspensions }, before)).toMatchObject({ kind, params })
  })

  it('is nothing when there is no decision, or the star lies ahead', () => {
    expect(starNews(recognitionStateOn([], '2026-11-24'), 'valid', '2026-11-24')).toBeNull()
    expect(news({ validFrom: '2026-12-01' }, 'none')).toBeNull()
  })

  it('is nothing of an old decision that was just taken over, until something becomes of it', () => {
    expect(news({}, null)).toBeNull()
    expect(news({ validTo: '2025-01-01' }, null)).toBeNull()
    expect(news({ validTo: '2026-11-23' }, 'valid')?.kind).toBe('star_expired')
  })

  it('has one name however often it is looked at, and another when it happens again', () => {
    const suspended = (from: string) => news({ suspensions: [{ from, to: null }] }, 'valid')?.key
    expect(suspended('2026-11-20')).toBe(suspended('2026-11-20'))
    expect(suspended('2026-11-20')).not.toBe(suspended('2026-11-21'))
  })
})
