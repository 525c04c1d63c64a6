import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from './days.ts'
import {
  carriesStar,
  certificateEnd,
  extensionLimit,
  filingWindow,
  oldRulesUntil,
  type PhaseFacts,
  phaseOn,
  RECOGNITION_PHASES,
  reEvaluationDeadline,
  revocationDeadline,
  type Windows,
} from './windows.ts'

const WINDOWS: Windows = {
  certificateMonths: 36,
  filing: { opens: 180, closes: 120 },
  dueNotice: 210,
  transitionalDays: 180,
  revocationDays: 15,
  communeWorkingDays: 15,
  reEvaluationDays: 45,
  pending: { firstOrUpgradeDays: 60, reEvaluationDays: 30 },
  reports: { monthlyBeforeDay: 10, yearlyBefore: '12-15' },
}
const RECOGNITION: PhaseFacts = { validFrom: '2023-11-21', validTo: '2026-11-21', revokedOn: null }
const on = (day: string, changes: Partial<PhaseFacts> = {}) => phaseOn({ ...RECOGNITION, ...changes }, day, WINDOWS)
const daysBefore = (days: number) => addDays(RECOGNITION.validTo, -days)

describe('a certificate holds 36 months, its last day included (QĐ 26/2026, art. 4)', () => {
  it.each([
    ['2023-11-21', '2026-11-21'],
    ['2024-02-29', '2027-02-28'],
    ['2025-08-31', '2028-08-31'],
    ['2021-02-28', '2024-02-28'],
  ])('from %s to %s', (from, to) => {
    expect(certificateEnd(from, WINDOWS)).toBe(to)
  })

  it('at midnight after the last day it has expired, not before', () => {
    expect(on('2026-11-21')).toBe('late')
    expect(on('2026-11-22')).toBe('expired')
    expect(on('2023-11-21')).toBe('valid')
    expect(on('2023-11-20')).toBe('not_yet_valid')
  })
})

describe('re-evaluation is filed from 180 to 120 days before the last day (QĐ 26/2026, art. 7)', () => {
  it.each([
    [211, 'valid'],
    [210, 'due'],
    [181, 'due'],
    [180, 'filing_window'],
    [120, 'filing_window'],
    [119, 'late'],
    [0, 'late'],
  ])('%d days before: %s', (days, phase) => {
    expect(on(daysBefore(days))).toBe(phase)
  })

  it('the window has its first and last day included', () => {
    expect(filingWindow('2026-11-21', WINDOWS)).toEqual({
      ...{ dueFrom: '2026-04-25', opensOn: '2026-05-25', closesOn: '2026-07-24' },
    })
  })

  it('without windows on record only validity is told', () => {
    expect(phaseOn(RECOGNITION, daysBefore(150), null)).toBe('valid')
    expect(phaseOn(RECOGNITION, '2026-11-22', null)).toBe('expired')
  })
})

describe('a certificate that could not meet the window counts on, 180 days at most (QĐ 26/2026, art. 12)', () => {
  const extendedTo = extensionLimit(RECOGNITION.validTo, WINDOWS)

  it('until the last day of the extension, included', () => {
    expect(extendedTo).toBe('2027-05-20')
    expect(on('2026-11-21', { extendedTo })).toBe('late')
    expect(on('2026-11-22', { extendedTo })).toBe('transitional')
    expect(on('2027-05-20', { extendedTo })).toBe('transitional')
    expect(on('2027-05-21', { extendedTo })).toBe('expired')
  })

  it('an extension does not shorten a certificate', () => {
    expect(on('2026-11-21', { extendedTo: '2026-10-01' })).toBe('late')
  })

  it('pending dossiers run on under the rules before: 60 days, re-evaluations 30', () => {
    expect(oldRulesUntil('first', '2026-05-22', WINDOWS)).toBe('2026-07-21')
    expect(oldRulesUntil('upgrade', '2026-05-22', WINDOWS)).toBe('2026-07-21')
    expect(oldRulesUntil('renewal', '2026-05-22', WINDOWS)).toBe('2026-06-21')
  })
})

describe('taking back and suspending (QĐ 26/2026, art. 8)', () => {
  it('a decision to take back is due within 15 days of the conclusion', () => {
    expect(revocationDeadline('2026-11-23', WINDOWS)).toBe('2026-12-08')
  })

  it('the star is gone from the day of revocation, also within an extension', () => {
    expect(on('2025-05-31', { revokedOn: '2025-06-01' })).toBe('valid')
    expect(on('2025-06-01', { revokedOn: '2025-06-01' })).toBe('revoked')
    expect(on('2028-01-01', { revokedOn: '2025-06-01' })).toBe('revoked')
    expect(on('2027-02-01', { revokedOn: '2027-01-01', extendedTo: '2027-05-20' })).toBe('revoked')
  })

  it('what had expired before was not revoked', () => {
    expect(on('2027-02-01', { revokedOn: '2027-01-01' })).toBe('expired')
  })

  it('a suspension has its first and last day included, and may have no end', () => {
    const suspensions = [{ from: '2025-01-01', to: '2025-01-31' }]
    expect(on('2024-12-31', { suspensions })).toBe('valid')
    expect(on('2025-01-01', { suspensions })).toBe('suspended')
    expect(on('2025-01-31', { suspensions })).toBe('suspended')
    expect(on('2025-02-01', { suspensions })).toBe('valid')
    expect(on('2026-11-21', { suspensions: [{ from: '2025-01-01', to: null }] })).toBe('suspended')
    expect(on('2026-11-22', { suspensions: [{ from: '2025-01-01', to: null }] })).toBe('expired')
  })

  it('a council has 45 days for a re-evaluation', () => {
    expect(reEvaluationDeadline('2026-08-01', WINDOWS)).toBe('2026-09-15')
  })
})

it('property: phases follow each other in one order, and the star is carried from the first to the last day', () => {
  const order = ['not_yet_valid', 'valid', 'due', 'filing_window', 'late', 'transitional', 'expired']
  const days = fc.integer({ min: -400, max: 400 }).map((offset) => addDays(RECOGNITION.validTo, offset))
  fc.assert(
    fc.property(days, days, fc.integer({ min: 0, max: 180 }), (a, b, extension) => {
      const extendedTo = addDays(RECOGNITION.validTo, extension)
      const [first, second] = a < b ? [a, b] : [b, a]
      const phases = [first, second].map((day) => on(day, { extendedTo }))
      expect(order.indexOf(phases[0] ?? '')).toBeLessThanOrEqual(order.indexOf(phases[1] ?? ''))
      expect(carriesStar(on(first, { extendedTo }))).toBe(first >= RECOGNITION.validFrom && first <= extendedTo)
      expect(RECOGNITION_PHASES).toContain(phases[0])
      expect(daysBetween(first, second)).toBeGreaterThanOrEqual(0)
    }),
  )
})
