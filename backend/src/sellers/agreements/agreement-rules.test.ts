import fc from 'fast-check'
import { type AgreementDays, dayBefore, daysProblem, mayEndOn, percentText, standingOn } from './agreement-rules'

const days = (state: AgreementDays['state'], firstDay: string, lastDay: string | null): AgreementDays => ({
  state,
  firstDay,
  lastDay,
})

it.each([
  [days('offered', '2026-12-01', null), 'proposed'],
  [days('offered', '2026-10-01', '2026-11-23'), 'lapsed'],
  [days('accepted', '2026-12-01', null), 'coming'],
  [days('accepted', '2026-11-24', '2026-11-24'), 'active'],
  [days('accepted', '2026-11-01', '2026-11-23'), 'ended'],
  [days('ended', '2026-11-01', '2026-11-30'), 'active'],
  [days('ended', '2026-11-01', '2026-11-23'), 'ended'],
  [days('ended', '2026-12-01', '2026-11-24'), 'ended'],
  [days('declined', '2026-11-01', null), 'declined'],
  [days('withdrawn', '2026-11-01', null), 'withdrawn'],
])('%o stands as %s on 24 November', (agreement, standing) => {
  expect(standingOn(agreement, '2026-11-24')).toBe(standing)
})

it('takes a proposal from today on, whose last day is not before its first', () => {
  const today = '2026-11-24'
  expect(daysProblem({ firstDay: '2026-11-23', lastDay: null }, today)).toBe('agreement_first_day')
  expect(daysProblem({ firstDay: '2026-12-02', lastDay: '2026-12-01' }, today)).toBe('agreement_last_day')
  expect(daysProblem({ firstDay: today, lastDay: today }, today)).toBeNull()
})

it('ends an agreement neither in the past nor later than agreed', () => {
  expect(mayEndOn(null, '2026-11-23', '2026-11-24')).toBe(false)
  expect(mayEndOn('2026-12-01', '2026-12-02', '2026-11-24')).toBe(false)
  expect(mayEndOn('2026-12-01', '2026-11-24', '2026-11-24')).toBe(true)
})

it('an agreement that is cut off the day before the next leaves no day to both', () => {
  const day = fc
    .date({ min: new Date('2026-01-02'), max: new Date('2035-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, day, (oldFirst, newFirst, asked) => {
      const old = standingOn(days('ended', oldFirst, dayBefore(newFirst)), asked)
      const next = standingOn(days('accepted', newFirst, null), asked)
      return !(old === 'active' && next === 'active')
    }),
  )
})

it('writes a share as Vietnamese do', () => {
  expect([percentText(1000), percentText(1250), percentText(0)]).toEqual(['10', '12,5', '0'])
})
