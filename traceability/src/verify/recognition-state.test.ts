import { describe, expect, it } from 'vitest'
import { sampleRecognition } from '../testing/samples.ts'
import { recognitionStateOn, vietnamDay } from './recognition-state.ts'

describe('the star of a day', () => {
  const recognition = sampleRecognition({ validFrom: '2023-11-22', validTo: '2026-11-21', stars: 4 })

  it('is valid on the last day, included', () => {
    expect(recognitionStateOn([recognition], '2026-11-21')).toEqual({
      status: 'valid',
      stars: 4,
      recognition,
      lapsedOn: null,
    })
  })

  it('is gone on the day after the last one, and says since when', () => {
    expect(recognitionStateOn([recognition], '2026-11-22')).toEqual({
      status: 'expired',
      stars: null,
      recognition,
      lapsedOn: '2026-11-22',
    })
  })

  it('is valid from its first day and not before', () => {
    expect(recognitionStateOn([recognition], '2023-11-22').status).toBe('valid')
    expect(recognitionStateOn([recognition], '2023-11-21')).toEqual({
      status: 'not_yet_valid',
      stars: null,
      recognition,
      lapsedOn: null,
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
    })
  })
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
