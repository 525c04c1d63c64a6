import { readableDay, readableMoment } from './vietnam-moment'

it('a day is written dd/mm/yyyy', () => {
  expect(readableDay('2026-11-03')).toBe('03/11/2026')
})

it('a moment is written at +07, on the day it is there', () => {
  expect(readableMoment('2026-11-23T07:05:00.000Z')).toBe('14:05 ngày 23/11/2026')
  expect(readableMoment('2026-12-31T17:00:00Z')).toBe('00:00 ngày 01/01/2027')
})
