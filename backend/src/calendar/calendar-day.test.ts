import { requireCalendarDay } from './calendar-day'

it('takes days that exist and no others', () => {
  for (const day of ['2024-02-29', '2026-12-31']) expect(() => requireCalendarDay(day, 'The day')).not.toThrow()
  for (const day of ['2026-02-29', '2026-13-01', '2026-1-1', '31/12/2026', '', '2026-01-01T00:00:00Z']) {
    expect(() => requireCalendarDay(day, 'The day')).toThrow(/^The day must be a calendar day/)
  }
})
