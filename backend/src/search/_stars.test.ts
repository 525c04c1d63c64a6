import { type Recognition, recognitionStateOn } from '@sao-lang/traceability/verify'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badgeOn, badgeThrough, dayNumber, spanOf, spanText, starSpansFrom } from './stars'

let count = 0
function recognition(
  stars: 3 | 4 | 5,
  validFrom: string,
  validTo: string,
  more: Partial<Recognition> = {},
): Recognition {
  count += 1
  return {
    ref: `r${String(count).padStart(3, '0')}`,
    stars,
    points: null,
    rubricVersion: '148/2023',
    decisionNumber: `${count}/QĐ-UBND`,
    decisionDate: validFrom,
    authority: 'UBND tỉnh',
    validFrom,
    validTo,
    revokedOn: null,
    extendedTo: null,
    suspensions: [],
    sample: false,
    ...more,
  }
}

const dayAt = (offset: number): string => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10)

describe('starSpansFrom', () => {
  it('ends with the last day of validity, included', () => {
    expect(starSpansFrom([recognition(4, '2024-01-01', '2026-11-22')], '2026-11-22')).toEqual([
      { stars: 4, from: 0, until: 20261122 },
    ])
    expect(starSpansFrom([recognition(4, '2024-01-01', '2026-11-21')], '2026-11-22')).toEqual([])
  })

  it('ends the day before a revocation', () => {
    const revoked = recognition(5, '2024-01-01', '2027-12-31', { revokedOn: '2026-12-01' })
    expect(starSpansFrom([revoked], '2026-11-22')).toEqual([{ stars: 5, from: 0, until: 20261130 }])
  })

  it('knows the star that follows', () => {
    const spans = starSpansFrom(
      [recognition(3, '2024-01-01', '2026-11-22'), recognition(4, '2026-11-23', '2029-11-22')],
      '2026-11-22',
    )
    expect(spans).toEqual([
      { stars: 3, from: 0, until: 20261122 },
      { stars: 4, from: 20261123, until: 20291122 },
    ])
  })

  it('joins runs of the same star that follow each other', () => {
    const spans = starSpansFrom(
      [recognition(4, '2024-01-01', '2026-12-31'), recognition(4, '2026-12-01', '2029-11-30')],
      '2026-11-22',
    )
    expect(spans).toEqual([{ stars: 4, from: 0, until: 20291130 }])
  })

  it('says of every later day what the rule says of that day', () => {
    const day = fc.integer({ min: 0, max: 60 })
    const record = fc.record({
      stars: fc.constantFrom(3 as const, 4 as const, 5 as const),
      from: day,
      length: day,
      revoked: fc.option(day),
      decided: day,
      extension: fc.option(fc.integer({ min: 1, max: 30 })),
      suspended: fc.option(fc.record({ from: day, length: fc.option(day) })),
    })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), fc.integer({ min: 0, max: 40 }), (records, today) => {
        const all = records.map(({ stars, from, length, revoked, decided, extension, suspended }) =>
          recognition(stars, dayAt(from), dayAt(from + length), {
            revokedOn: revoked === null ? null : dayAt(revoked),
            decisionDate: dayAt(decided),
            extendedTo: extension === null ? null : dayAt(from + length + extension),
            suspensions:
              suspended === null
                ? []
                : [
                    {
                      from: dayAt(suspended.from),
                      to: suspended.length === null ? null : dayAt(suspended.from + suspended.length),
                    },
                  ],
          }),
        )
        const spans = starSpansFrom(all, dayAt(today)).map(spanText).map(spanOf)
        for (let offset = today; offset < 140; offset++) {
          const number = dayNumber(dayAt(offset))
          const covering = spans.filter(({ from, until }) => from <= number && number <= until)
          const { stars } = recognitionStateOn(all, dayAt(offset))
          expect(covering.map((span) => span.stars)).toEqual(stars === null ? [] : [stars])
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('badgeOn', () => {
  it('names the last day of a transitional extension, and marks it', () => {
    const extended = recognition(4, '2023-11-23', '2026-11-22', { extendedTo: '2027-05-21' })
    expect(badgeOn([extended], '2026-11-22')).toMatchObject({ validTo: '2026-11-22', transitional: false })
    expect(badgeOn([extended], '2026-11-23')).toMatchObject({ stars: 4, validTo: '2027-05-21', transitional: true })
  })

  it('shows no star while the recognition is suspended, and since when', () => {
    const suspended = recognition(4, '2024-01-01', '2027-12-31', { suspensions: [{ from: '2026-11-20', to: null }] })
    expect(badgeOn([suspended], '2026-11-23')).toMatchObject({
      stars: null,
      status: 'suspended',
      lapsedOn: '2026-11-20',
    })
  })

  it('names the decision behind a star in force', () => {
    const valid = recognition(4, '2024-01-01', '2026-11-22', { sample: true })
    expect(badgeOn([valid], '2026-11-22')).toEqual({
      stars: 4,
      status: 'valid',
      decisionNumber: valid.decisionNumber,
      decisionDate: '2024-01-01',
      authority: 'UBND tỉnh',
      validFrom: '2024-01-01',
      validTo: '2026-11-22',
      lapsedOn: null,
      transitional: false,
      sample: true,
    })
  })

  it('shows no star from the day after, and says since when', () => {
    expect(badgeOn([recognition(4, '2024-01-01', '2026-11-22')], '2026-11-23')).toMatchObject({
      stars: null,
      status: 'expired',
      lapsedOn: '2026-11-23',
    })
  })

  it('is empty without any recognition', () => {
    expect(badgeOn([], '2026-11-23')).toMatchObject({
      stars: null,
      status: 'none',
      decisionNumber: null,
      sample: false,
    })
  })
})

describe('badgeThrough', () => {
  const through = (...all: Recognition[]) => badgeThrough(all, '2026-12-01', '2026-12-05')

  it('shows a star that is valid on all of the days, the last one included', () => {
    expect(through(recognition(4, '2024-01-02', '2026-12-05'))).toMatchObject({ stars: 4, validTo: '2026-12-05' })
  })

  it('shows no star that lapses, is suspended or begins on one of them, and says when', () => {
    const suspended = recognition(4, '2024-01-01', '2027-12-31', {
      suspensions: [{ from: '2026-12-02', to: '2026-12-03' }],
    })
    expect(through(recognition(4, '2024-01-02', '2026-12-04'))).toMatchObject({
      ...{ stars: null, status: 'expired', lapsedOn: '2026-12-05' },
    })
    expect(through(suspended)).toMatchObject({ stars: null, status: 'suspended' })
    expect(through(recognition(4, '2026-12-02', '2029-12-01'))).toMatchObject({ stars: null, status: 'not_yet_valid' })
    expect(through()).toMatchObject({ stars: null, status: 'none' })
  })

  it('shows the lower star where it changes, and the later end where it is renewed', () => {
    const renewed = recognition(4, '2026-12-03', '2029-12-02')
    expect(through(recognition(3, '2024-01-01', '2026-12-02'), renewed)).toMatchObject({ stars: 3 })
    expect(through(recognition(4, '2024-01-01', '2026-12-02'), renewed)).toMatchObject({
      ...{ stars: 4, validTo: '2029-12-02' },
    })
  })
})
