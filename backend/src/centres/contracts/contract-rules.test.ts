import { deliveryDayProblem, progressOf, standingOn } from './contract-rules'

const days = { fromDay: '2026-01-15', toDay: '2026-12-31' }
const active = { ...days, state: 'active' as const }

it('ends soon from the thirtieth day before its last, and is over on the day after', () => {
  expect(standingOn(active, '2026-11-30')).toBe('active')
  expect(standingOn(active, '2026-12-01')).toBe('soon')
  expect(standingOn(active, '2026-12-31')).toBe('soon')
  expect(standingOn(active, '2027-01-01')).toBe('over')
})

it('is to come before its first day; what is no longer active stands as it was left', () => {
  expect(standingOn(active, '2026-01-14')).toBe('coming')
  expect(standingOn({ ...days, state: 'draft' }, '2027-01-01')).toBe('draft')
  expect(standingOn({ ...days, state: 'terminated' }, '2026-12-20')).toBe('terminated')
})

it('counts what is left of a total over all deliveries, and says when more was delivered', () => {
  const line = { quantity: 100, per: 'total' as const }
  const deliveries = [
    { day: '2026-02-01', quantity: 60 },
    { day: '2026-05-01', quantity: 30 },
  ]
  expect(progressOf(line, deliveries, days, '2026-06-01')).toEqual({ delivered: 90, month: null, left: 10 })
  expect(progressOf(line, [...deliveries, { day: '2026-06-01', quantity: 15 }], days, '2026-06-01').left).toBe(-5)
})

it('counts what is left of a month anew in each month', () => {
  const line = { quantity: 40, per: 'month' as const }
  const deliveries = [
    { day: '2026-01-20', quantity: 40 },
    { day: '2026-02-28', quantity: 25 },
  ]
  expect(progressOf(line, deliveries, days, '2026-02-28')).toEqual({ delivered: 65, month: '2026-02', left: 15 })
  expect(progressOf(line, deliveries, days, '2026-03-01')).toEqual({ delivered: 65, month: '2026-03', left: 40 })
  expect(progressOf(line, deliveries, days, '2025-12-01').month).toBe('2026-01')
  expect(progressOf(line, deliveries, days, '2027-05-01').month).toBe('2026-12')
})

it('takes deliveries of past days of the contract alone, up to the day it was ended', () => {
  const contract = { ...days, endedOn: null }
  expect(deliveryDayProblem('2026-06-01', contract, '2026-06-01')).toBeNull()
  expect(deliveryDayProblem('2026-06-02', contract, '2026-06-01')).toBe('supply_day_ahead')
  expect(deliveryDayProblem('2026-01-14', contract, '2026-06-01')).toBe('supply_day_outside')
  expect(deliveryDayProblem('2026-05-02', { ...contract, endedOn: '2026-05-01' }, '2026-06-01')).toBe(
    'supply_day_outside',
  )
})
