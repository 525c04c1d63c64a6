import fc from 'fast-check'
import { capacityOn, freeGuests, rangesOf, takenOn } from './capacity'
import { dayPlus } from './stay-rules'

const HOUSE = { usual: 10, own: new Map([['2026-12-06', 0]]) }
const STAY = { fromDay: '2026-12-01', toDay: '2026-12-03', guests: 4 }

it('a day of its own goes before the usual number, and nobody is counted where the host does not', () => {
  expect(capacityOn(HOUSE, '2026-12-05')).toBe(10)
  expect(capacityOn(HOUSE, '2026-12-06')).toBe(0)
  expect(freeGuests({ usual: null, own: new Map() }, [STAY], STAY)).toBeNull()
})

it('guests take a place on their nights, and on the day of leaving no more', () => {
  expect(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'].map((day) => takenOn([STAY], day))).toEqual([
    0, 4, 4, 0,
  ])
  expect(takenOn([{ ...STAY, toDay: '2026-12-01' }], '2026-12-01')).toBe(4)
})

it('the fullest day decides', () => {
  expect(freeGuests(HOUSE, [STAY], { fromDay: '2026-12-02', toDay: '2026-12-05' })).toBe(6)
  expect(freeGuests(HOUSE, [STAY], { fromDay: '2026-12-03', toDay: '2026-12-06' })).toBe(10)
  expect(freeGuests(HOUSE, [STAY], { fromDay: '2026-12-03', toDay: '2026-12-07' })).toBe(0)
  expect(freeGuests({ usual: 2, own: new Map() }, [STAY], STAY)).toBe(0)
})

it('taking only what is free never fills a day above what the host takes', () => {
  const asked = fc.record({ from: fc.nat(10), nights: fc.nat(5), guests: fc.integer({ min: 1, max: 6 }) })
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 30 }), (all) => {
      const house = { usual: 7, own: new Map([['2026-12-04', 3]]) }
      const taken: { fromDay: string; toDay: string; guests: number }[] = []
      for (const { from, nights, guests } of all) {
        const fromDay = dayPlus('2026-12-01', from)
        const days = { fromDay, toDay: dayPlus(fromDay, nights) }
        if (guests <= (freeGuests(house, taken, days) ?? guests)) taken.push({ ...days, guests })
      }
      for (let no = 0; no < 20; no += 1) {
        const day = dayPlus('2026-12-01', no)
        expect(takenOn(taken, day)).toBeLessThanOrEqual(capacityOn(house, day) ?? 0)
      }
    }),
  )
})

it('days in a row are one range', () => {
  expect(rangesOf([])).toEqual([])
  expect(rangesOf(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-05'])).toEqual([
    { fromDay: '2026-12-30', toDay: '2027-01-01' },
    { fromDay: '2027-01-05', toDay: '2027-01-05' },
  ])
})
