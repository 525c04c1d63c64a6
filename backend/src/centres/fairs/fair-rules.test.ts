import { daysFit, daysLeft, isLeft, mayBecome } from './fair-rules'

it('takes days in order, of three months at most', () => {
  expect(daysFit('2026-12-01', '2026-12-01')).toBe(true)
  expect(daysFit('2026-12-02', '2026-12-01')).toBe(false)
  expect(daysFit('2026-12-01', '2027-12-01')).toBe(false)
})

it('asks for an agreement on the days that are left', () => {
  expect(daysLeft('2026-11-20', '2026-12-01', '2026-12-05')).toEqual({ from: '2026-12-01', to: '2026-12-05' })
  expect(daysLeft('2026-12-03', '2026-12-01', '2026-12-05')).toEqual({ from: '2026-12-03', to: '2026-12-05' })
  expect(daysLeft('2026-12-09', '2026-12-01', '2026-12-05')).toEqual({ from: '2026-12-05', to: '2026-12-05' })
})

it('goes from planned to open to closed, may be cancelled before it is closed, and never comes back', () => {
  expect(mayBecome('planned', 'open')).toBe(true)
  expect(mayBecome('open', 'closed')).toBe(true)
  expect(mayBecome('planned', 'closed')).toBe(false)
  expect(mayBecome('open', 'cancelled')).toBe(true)
  expect(mayBecome('closed', 'open')).toBe(false)
  expect(mayBecome('cancelled', 'planned')).toBe(false)
})

it('holds a fair open for goods, uncounted sales and sales that wait', () => {
  expect(isLeft({ pieces: 0, openSales: 0, waiting: 0 })).toBe(false)
  expect(isLeft({ pieces: 1, openSales: 0, waiting: 0 })).toBe(true)
  expect(isLeft({ pieces: 0, openSales: 1, waiting: 0 })).toBe(true)
  expect(isLeft({ pieces: 0, openSales: 0, waiting: 1 })).toBe(true)
})
