import { periodsOn, reportPeriod } from './report-period'

const DUE = { monthlyBeforeDay: 10, yearlyBefore: '12-15' }

it('a monthly report is due before the 10th of the next month', () => {
  expect(reportPeriod('2026-11', DUE)).toEqual({
    kind: 'monthly',
    key: '2026-11',
    stretch: { from: '2026-11-01', to: '2026-11-30' },
    dueOn: '2026-12-09',
  })
  expect(reportPeriod('2026-12', DUE)?.dueOn).toBe('2027-01-09')
  expect(reportPeriod('2028-02', DUE)?.stretch.to).toBe('2028-02-29')
})

it('a yearly report is due before 15 December of its year', () => {
  expect(reportPeriod('2026', DUE)).toMatchObject({
    kind: 'yearly',
    stretch: { from: '2026-01-01', to: '2026-12-31' },
    dueOn: '2026-12-14',
  })
})

it.each(['', '2017', '2026-13', '2026-00', '2026-1', '26-11', '2026-11-01', '2100'])('“%s” is no period', (key) => {
  expect(reportPeriod(key, DUE)).toBeNull()
})

it('offers this year, the last one and twelve months', () => {
  const keys = periodsOn('2026-01-31', DUE).map(({ key }) => key)
  expect(keys.slice(0, 4)).toEqual(['2026', '2025', '2026-01', '2025-12'])
  expect(keys).toHaveLength(14)
})
