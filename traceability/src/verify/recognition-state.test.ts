import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleRecognition } from '../testing/samples.ts'
import {
  dayAfter,
  type Recognition,
  recognitionStateOn,
  turningDays,
  vietnamDay,
  withLaterMembers,
} from './recognition-state.ts'

describe('the star of a day', () => {
  const recognition = sampleRecognition({ validFrom: '2023-11-22', validTo: '2026-11-21', stars: 4 })

  it('is valid on the last day, included', () => {
    expect(recognitionStateOn([recognition], '2026-11-21')).toEqual({
      status: 'valid',
      stars: 4,
      recognition,
      lapsedOn: null,
      transitional: false,
    })
  })

  it('is gone on the day after the last one, and says since when', () => {
    expect(recognitionStateOn([recognition], '2026-11-22')).toEqual({
      status: 'expired',
      stars: null,
      recognition,
      lapsedOn: '2026-11-22',
      transitional: false,
    })
  })

  it('is valid from its first day and not before', () => {
    expect(recognitionStateOn([recognition], '2023-11-22').status).toBe('valid')
    expect(recognitionStateOn([recognition], '2023-11-21')).toEqual({
      status: 'not_yet_valid',
      stars: null,
      recognition,
      lapsedOn: null,
      transitional: false,
    })
  })

  it('ends the day before a revocation takes effect', () => {
    const revoked = { ...recognition, revokedOn: '2025-06-01' }
    expect(recognitionStateOn([revoked], '2025-05-31').status).toBe('valid')
    expect(recognitionStateOn([revoked], '2025-06-01')).toMatchObject({
      status: 'revoked',
      stars: null,
      lapsedOn: '2025-06-01',
    })
  })

  it('has expired, not been revoked, when the revocation came after the last day', () => {
    const late = { ...recognition, revokedOn: '2027-01-01' }
    expect(recognitionStateOn([late], '2027-02-01')).toMatchObject({ status: 'expired', lapsedOn: '2026-11-22' })
  })

  it('comes from the latest decision when several are valid, in whatever order they are given', () => {
    const raised = sampleRecognition({
      ref: 'cn-2',
      stars: 5,
      decisionDate: '2026-01-10',
      validFrom: '2026-01-10',
      validTo: '2029-01-09',
    })
    for (const given of [
      [recognition, raised],
      [raised, recognition],
    ]) {
      expect(recognitionStateOn(given, '2026-02-01')).toMatchObject({ status: 'valid', stars: 5, recognition: raised })
      expect(recognitionStateOn(given, '2026-01-09')).toMatchObject({ status: 'valid', stars: 4 })
    }
  })

  it('falls back to the older decision while that is valid, when the newer one is revoked', () => {
    const taken = sampleRecognition({
      ref: 'cn-2',
      stars: 5,
      decisionDate: '2026-01-10',
      validFrom: '2026-01-10',
      validTo: '2029-01-09',
      revokedOn: '2026-03-01',
    })
    expect(recognitionStateOn([recognition, taken], '2026-03-01')).toMatchObject({ status: 'valid', stars: 4 })
  })

  it('speaks of the one that lapsed last when none is valid', () => {
    const older = sampleRecognition({ ref: 'cn-0', validFrom: '2020-01-01', validTo: '2022-12-31' })
    expect(recognitionStateOn([older, recognition], '2026-12-01')).toMatchObject({
      status: 'expired',
      recognition: { ref: 'cn-1' },
    })
  })

  it('is none for a product without a decision', () => {
    expect(recognitionStateOn([], '2026-01-01')).toEqual({
      status: 'none',
      stars: null,
      recognition: null,
      lapsedOn: null,
      transitional: false,
    })
  })
})

describe('a transitional extension (QĐ 26/2026 art. 12)', () => {
  const extended = sampleRecognition({ validFrom: '2023-05-20', validTo: '2026-05-19', extendedTo: '2026-11-15' })

  it('keeps the star from the day after the certificate ends to its own last day, and says so', () => {
    expect(recognitionStateOn([extended], '2026-05-19')).toMatchObject({ status: 'valid', transitional: false })
    for (const day of ['2026-05-20', '2026-11-15']) {
      expect(recognitionStateOn([extended], day)).toMatchObject({ status: 'valid', stars: 4, transitional: true })
    }
    expect(recognitionStateOn([extended], '2026-11-16')).toMatchObject({
      status: 'expired',
      stars: null,
      lapsedOn: '2026-11-16',
      transitional: false,
    })
  })

  it('gives way to the result it waited for', () => {
    const result = sampleRecognition({
      ref: 'cn-2',
      stars: 3,
      decisionDate: '2026-08-01',
      validFrom: '2026-08-01',
      validTo: '2029-07-31',
    })
    expect(recognitionStateOn([extended, result], '2026-07-31')).toMatchObject({ stars: 4, transitional: true })
    expect(recognitionStateOn([extended, result], '2026-08-01')).toMatchObject({ stars: 3, transitional: false })
  })

  it('can be taken back: a revocation after the certificate ended counts', () => {
    const revoked = { ...extended, revokedOn: '2026-09-01' }
    expect(recognitionStateOn([revoked], '2026-08-31')).toMatchObject({ status: 'valid', transitional: true })
    expect(recognitionStateOn([revoked], '2026-09-01')).toMatchObject({ status: 'revoked', lapsedOn: '2026-09-01' })
  })
})

describe('a suspension', () => {
  const suspendedFor = (...suspensions: Recognition['suspensions']) => sampleRecognition({ suspensions })

  it('takes the star from its first day to its last, both included, and gives it back the day after', () => {
    const recognition = suspendedFor({ from: '2026-03-10', to: '2026-03-20' })
    expect(recognitionStateOn([recognition], '2026-03-09')).toMatchObject({ status: 'valid', stars: 4 })
    for (const day of ['2026-03-10', '2026-03-20']) {
      expect(recognitionStateOn([recognition], day)).toMatchObject({
        status: 'suspended',
        stars: null,
        lapsedOn: '2026-03-10',
      })
    }
    expect(recognitionStateOn([recognition], '2026-03-21')).toMatchObject({ status: 'valid', stars: 4 })
  })

  it('without an end lasts until the recognition itself ends', () => {
    const recognition = suspendedFor({ from: '2026-03-10', to: null })
    expect(recognitionStateOn([recognition], '2028-02-29').status).toBe('suspended')
    expect(recognitionStateOn([recognition], '2028-03-01')).toMatchObject({
      status: 'expired',
      lapsedOn: '2028-03-01',
    })
  })

  it('counts from the first of several that follow each other without a break', () => {
    const recognition = suspendedFor({ from: '2026-03-21', to: null }, { from: '2026-03-10', to: '2026-03-20' })
    expect(recognitionStateOn([recognition], '2026-04-01').lapsedOn).toBe('2026-03-10')
  })

  it('of the latest decision is not got around by an older one that still holds', () => {
    const raised = sampleRecognition({
      ...{ ref: 'cn-2', stars: 5, decisionDate: '2026-01-10', validFrom: '2026-01-10', validTo: '2029-01-09' },
      suspensions: [{ from: '2026-03-10', to: null }],
    })
    expect(recognitionStateOn([sampleRecognition(), raised], '2026-03-10')).toMatchObject({
      status: 'suspended',
      recognition: { ref: 'cn-2' },
    })
  })

  it('of an older decision does not touch the star of a later one', () => {
    const renewed = sampleRecognition({ ref: 'cn-2', decisionDate: '2026-01-10', validFrom: '2026-01-10' })
    const older = suspendedFor({ from: '2025-12-01', to: null })
    expect(recognitionStateOn([older, renewed], '2026-01-10')).toMatchObject({ status: 'valid', stars: 4 })
  })
})

describe('for whatever is on record', () => {
  const FIRST = Date.parse('2026-01-01T00:00:00Z')
  const day = (n: number) => new Date(FIRST + n * 86_400_000).toISOString().slice(0, 10)
  const days = fc.integer({ min: 0, max: 60 })
  const recognitions: fc.Arbitrary<Recognition[]> = fc
    .array(
      fc.record({
        stars: fc.constantFrom(3 as const, 4 as const, 5 as const),
        decided: days,
        from: days,
        length: fc.nat(30),
        extension: fc.option(fc.integer({ min: 1, max: 15 })),
        revoked: fc.option(days),
        suspensions: fc.array(fc.record({ from: days, length: fc.option(fc.nat(20)) }), { maxLength: 3 }),
      }),
      { maxLength: 4 },
    )
    .map((all) =>
      all.map((each, i) =>
        sampleRecognition({
          ref: `cn-${i}`,
          stars: each.stars,
          decisionDate: day(each.decided),
          validFrom: day(each.from),
          validTo: day(each.from + each.length),
          extendedTo: each.extension === null ? null : day(each.from + each.length + each.extension),
          revokedOn: each.revoked === null ? null : day(each.revoked),
          suspensions: each.suspensions.map(({ from, length }) => ({
            from: day(from),
            to: length === null ? null : day(from + length),
          })),
        }),
      ),
    )
  const ofDay = fc.integer({ min: -2, max: 110 }).map(day)

  /** The rule again, in the plainest words: on which days one recognition gives its star. */
  const gives = (r: Recognition, on: string): boolean =>
    r.validFrom <= on &&
    on <= (r.extendedTo ?? r.validTo) &&
    (r.revokedOn === null || on < r.revokedOn || (r.extendedTo ?? r.validTo) < r.revokedOn) &&
    !r.suspensions.some(({ from, to }) => from <= on && (to === null || on <= to))

  it('there is never a star on a day that no recognition gives one, and it is that recognition’s', () => {
    fc.assert(
      fc.property(recognitions, ofDay, (all, on) => {
        const { stars, status, recognition } = recognitionStateOn(all, on)
        if (stars === null) return status !== 'valid'
        return status === 'valid' && recognition !== null && recognition.stars === stars && gives(recognition, on)
      }),
      { numRuns: 2_000 },
    )
  })

  it('without suspensions there is a star on every day that any recognition gives one', () => {
    fc.assert(
      fc.property(recognitions, ofDay, (all, on) => {
        const free = all.map((each) => ({ ...each, suspensions: [] }))
        return (recognitionStateOn(free, on).stars !== null) === free.some((each) => gives(each, on))
      }),
      { numRuns: 2_000 },
    )
  })

  it('a recognition suspended on a day never gives its star that day', () => {
    fc.assert(
      fc.property(recognitions, ofDay, (all, on) => {
        const suspended = all.map((each) => ({ ...each, suspensions: [...each.suspensions, { from: on, to: on }] }))
        const { stars, status, lapsedOn } = recognitionStateOn(suspended, on)
        return stars === null && (status !== 'suspended' || (lapsedOn !== null && lapsedOn <= on))
      }),
      { numRuns: 1_000 },
    )
  })

  it('the order in which recognitions and suspensions are given makes no difference', () => {
    fc.assert(
      fc.property(recognitions, ofDay, (all, on) => {
        const turned = [...all].reverse().map((each) => ({ ...each, suspensions: [...each.suspensions].reverse() }))
        const [one, other] = [recognitionStateOn(all, on), recognitionStateOn(turned, on)]
        expect({ ...other, recognition: other.recognition?.ref }).toEqual({ ...one, recognition: one.recognition?.ref })
      }),
    )
  })

  it('a state changes at midnight of a turning day and at no other', () => {
    fc.assert(
      fc.property(recognitions, ofDay, (all, on) => {
        const next = dayAfter(on)
        if (turningDays(all).includes(next)) return
        const [today, tomorrow] = [recognitionStateOn(all, on), recognitionStateOn(all, next)]
        expect(tomorrow).toEqual(today)
      }),
      { numRuns: 1_000 },
    )
  })
})

it('a recognition stored before there were extensions and suspensions has neither', () => {
  const { extendedTo, suspensions, ...old } = sampleRecognition()
  expect(withLaterMembers(old)).toEqual({ ...old, extendedTo: null, suspensions: [] })
  const known = sampleRecognition({ extendedTo: '2028-06-30', suspensions: [{ from: '2026-01-01', to: null }] })
  expect(withLaterMembers(known)).toEqual(known)
})

describe('the calendar day in Vietnam', () => {
  it('changes at midnight +07, which is 17:00 UTC', () => {
    expect(vietnamDay(new Date('2026-11-21T16:59:59.999Z'))).toBe('2026-11-21')
    expect(vietnamDay(new Date('2026-11-21T17:00:00.000Z'))).toBe('2026-11-22')
  })

  it('crosses leap days and years', () => {
    expect(vietnamDay(new Date('2028-02-28T17:00:00Z'))).toBe('2028-02-29')
    expect(vietnamDay(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01')
  })
})
