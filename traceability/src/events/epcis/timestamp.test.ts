import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentOf } from './timestamp.ts'

describe('momentOf', () => {
  it.each([
    ['2026-10-15T06:30:00+07:00', '2026-10-14T23:30:00.000Z'],
    ['2024-02-29T23:59:59.999-14:00', '2024-03-01T13:59:59.999Z'],
    ['2026-10-15T06:30:00.1Z', '2026-10-15T06:30:00.100Z'],
    ['2023-01-18T11:04:03.1415Z', '2023-01-18T11:04:03.142Z'],
    ['2023-01-18T11:04:03.1425Z', '2023-01-18T11:04:03.143Z'],
    ['2023-01-18T11:04:03.14149999Z', '2023-01-18T11:04:03.141Z'],
    ['2026-12-31T23:59:59.9996Z', '2027-01-01T00:00:00.000Z'],
  ])('reads %s, rounding half up to milliseconds', (text, moment) => {
    expect(momentOf(text)).toBe(Date.parse(moment))
  })

  it.each([
    '2026-10-15T06:30:00',
    '2026-10-15',
    '2026-10-15 06:30:00Z',
    '2026-10-15t06:30:00z',
    '2026-02-29T06:30:00Z',
    '2026-04-31T06:30:00Z',
    '2026-00-10T06:30:00Z',
    '2026-13-10T06:30:00Z',
    '2026-10-00T06:30:00Z',
    '2026-10-15T24:00:00Z',
    '2026-10-15T06:60:00Z',
    '2026-10-15T06:30:60Z',
    '2026-10-15T06:30:00+14:01',
    '2026-10-15T06:30:00+07:60',
    '2026-10-15T06:30:00+0700',
    '2026-10-15T06:30:00.Z',
    '2026-10-15T06:30Z',
    '0026-10-15T06:30:00Z',
    'yesterday',
    '',
  ])('refuses %j', (text) => {
    expect(momentOf(text)).toBeNull()
  })

  it('agrees with the platform on every moment it can write', () => {
    const moments = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, (date) => {
        expect(momentOf(date.toISOString())).toBe(date.getTime())
      }),
    )
  })
})
