import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextRun, SCHEDULE_FIELDS, type Schedule, type ScheduleField, scheduleValues } from './schedule.ts'

const next = (schedule: Schedule, after: string) => nextRun(schedule, new Date(after))?.toISOString() ?? null

describe('a schedule', () => {
  it.each<[text: Schedule, after: string, expected: string | null]>([
    [{ hour: '1', minute: '5' }, '2026-11-22T00:00:00Z', '2026-11-22T01:05:00.000Z'],
    [{ hour: '1', minute: '5' }, '2026-11-22T01:05:00Z', '2026-11-23T01:05:00.000Z'],
    [{ hour: '1', minute: '5' }, '2026-11-22T01:04:59.999Z', '2026-11-22T01:05:00.000Z'],
    [{ minute: '0,15,[30-31]' }, '2026-11-22T05:15:00Z', '2026-11-22T05:30:00.000Z'],
    [{ minute: '0,15,[30-31]' }, '2026-11-22T05:31:00Z', '2026-11-22T06:00:00.000Z'],
    [{ second: '20' }, '2026-11-22T23:59:20Z', '2026-11-23T00:00:20.000Z'],
    [{ dayOfWeek: '1', hour: '0', minute: '0' }, '2026-11-22T00:00:00Z', '2026-11-23T00:00:00.000Z'],
    [{ dayOfWeek: '7', hour: '0', minute: '0' }, '2026-11-23T00:00:00Z', '2026-11-29T00:00:00.000Z'],
    [{ dayOfMonth: '31', hour: '0', minute: '0' }, '2026-11-01T00:00:00Z', '2026-12-31T00:00:00.000Z'],
    [{ dayOfMonth: '29', month: '2', hour: '3', minute: '0' }, '2026-03-01T00:00:00Z', '2028-02-29T03:00:00.000Z'],
    [{ dayOfMonth: '1', dayOfWeek: '1', hour: '0', minute: '0' }, '2026-11-22T00:00:00Z', '2027-02-01T00:00:00.000Z'],
    [{ dayOfMonth: '30', month: '2' }, '2026-01-01T00:00:00Z', null],
    // A weekday of a leap day comes back every 28 years, but for centuries.
    [
      { dayOfMonth: '29', month: '2', dayOfWeek: '7', hour: '0', minute: '0' },
      '2088-02-29T00:00:00Z',
      '2128-02-29T00:00:00.000Z',
    ],
  ])('%j has its next run after %s at %s', (schedule, after, expected) => {
    expect(next(schedule, after)).toBe(expected)
  })

  it.each<[ScheduleField, string]>([
    ['second', '60'],
    ['minute', '-1'],
    ['hour', '24'],
    ['dayOfMonth', '0'],
    ['dayOfMonth', '32'],
    ['month', '13'],
    ['dayOfWeek', '0'],
    ['dayOfWeek', '8'],
    ['minute', ''],
    ['minute', '*'],
    ['minute', '0/30'],
    ['minute', '1,,2'],
    ['minute', '[5-1]'],
    ['minute', '1-5'],
    ['minute', ' 1'],
    ['minute', '001'],
  ])('%s "%s" is no value', (field, text) => {
    expect(scheduleValues(field, text)).toBeNull()
  })

  it('runs at moments that fit every member, each later than the one before, and leaves none out', () => {
    const member = (field: ScheduleField) => {
      const [least, most] = SCHEDULE_FIELDS[field]
      return fc.option(fc.integer({ min: least, max: most }).map(String), { nil: undefined })
    }
    const schedules = fc.record({
      second: member('second'),
      minute: member('minute'),
      hour: member('hour'),
      dayOfWeek: member('dayOfWeek'),
    })
    const fits = (schedule: Partial<Record<ScheduleField, string | undefined>>, at: Date) =>
      at.getUTCSeconds() === Number(schedule.second ?? 0) &&
      at.getUTCMinutes() === Number(schedule.minute ?? at.getUTCMinutes()) &&
      at.getUTCHours() === Number(schedule.hour ?? at.getUTCHours()) &&
      (at.getUTCDay() || 7) === Number(schedule.dayOfWeek ?? (at.getUTCDay() || 7))
    fc.assert(
      fc.property(schedules, fc.integer({ min: 0, max: 4e9 }), (given, second) => {
        const schedule = JSON.parse(JSON.stringify(given)) as Schedule
        const after = new Date(second * 1_000)
        const found = nextRun(schedule, after)
        if (found === null) throw new Error('there is such a moment every week')
        expect(found > after).toBe(true)
        expect(fits(given, found)).toBe(true)
        for (
          let at = after.getTime() + 1_000, looked = 0;
          at < found.getTime() && looked < 100;
          at += 1_000, looked++
        ) {
          expect(fits(given, new Date(at))).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })
})
