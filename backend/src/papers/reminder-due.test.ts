import { addDays, daysBetween } from '@sao-lang/traceability/verify/rating'
import fc from 'fast-check'
import { reminderDue } from './reminder-due'

const DAYS = [60, 30, 7]

it.each([
  [61, null],
  [60, 60],
  [31, 60],
  [30, 30],
  [8, 30],
  [7, 7],
  [1, 7],
  [0, 0],
  [-1, null],
])('with %i days left the reminder of %s days is due', (daysLeft, due) => {
  expect(reminderDue(daysLeft, DAYS)).toBe(due)
})

it('a job that runs every day makes each reminder once, on its day; one that slept makes the nearest', () => {
  const end = '2027-03-01'
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(90), { maxLength: 40 }), (slept) => {
      const told = new Set<number>()
      for (let before = 90; before >= -5; before--) {
        if (slept.includes(before)) continue
        const due = reminderDue(daysBetween(addDays(end, -before), end), DAYS)
        if (due !== null) told.add(due)
      }
      for (const days of [...DAYS, 0]) {
        const stage = [...DAYS, 0].filter((each) => each < days)
        const until = Math.max(-1, ...stage)
        const awake = Array.from({ length: days - until }, (_, at) => days - at).some((day) => !slept.includes(day))
        expect([days, told.has(days)]).toEqual([days, awake])
      }
    }),
  )
})
