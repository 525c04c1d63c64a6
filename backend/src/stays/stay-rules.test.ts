import fc from 'fast-check'
import { STAY_STATES, type StayState } from '../modules/stay/states'
import {
  afterDeed,
  dayPlus,
  daysProblem,
  nightsOf,
  occupiedDays,
  openDeeds,
  type Standing,
  type StayDeed,
  standingOn,
} from './stay-rules'

const TODAY = '2026-11-24'
const stay = (state: StayState, change: Partial<Standing> = {}): Standing => ({
  ...{ state, fromDay: '2026-12-05', toDay: '2026-12-07' },
  offerUntil: state === 'asked' ? null : '2026-11-30',
  ...change,
})
const done = (from: Standing, deed: StayDeed, today = TODAY) => {
  const after = afterDeed(from, deed, today)
  return 'state' in after ? after.state : after.code
}
const problem = (fromDay: string, toDay: string) => daysProblem({ fromDay, toDay }, TODAY)?.code ?? null

it('takes days from today on, a year ahead, at most 30 nights', () => {
  expect(problem(TODAY, TODAY)).toBeNull()
  expect(problem('2026-11-23', TODAY)).toBe('stay_from_past')
  expect(problem('2027-11-24', '2027-11-25')).toBeNull()
  expect(problem('2027-11-25', '2027-11-26')).toBe('stay_too_far')
  expect(problem('2026-12-05', '2026-12-04')).toBe('stay_to_before')
  expect(problem('2026-12-05', '2027-01-04')).toBeNull()
  expect(problem('2026-12-05', '2027-01-05')).toBe('stay_too_long')
})

it('counts nights over the end of a month and a leap day', () => {
  expect(nightsOf({ fromDay: '2028-02-28', toDay: '2028-03-01' })).toBe(2)
  expect(dayPlus('2026-12-31', 1)).toBe('2027-01-01')
})

it('gives a night its evening’s day, and a tour its one day', () => {
  expect(occupiedDays({ fromDay: '2026-12-05', toDay: '2026-12-07' })).toEqual(['2026-12-05', '2026-12-06'])
  expect(occupiedDays({ fromDay: '2026-12-05', toDay: '2026-12-05' })).toEqual(['2026-12-05'])
})

it('a question expires when its first day is past, an offer after its last day to accept', () => {
  expect(standingOn(stay('asked'), '2026-12-05')).toBe('asked')
  expect(standingOn(stay('asked'), '2026-12-06')).toBe('expired')
  expect(standingOn(stay('offered'), '2026-11-30')).toBe('offered')
  expect(standingOn(stay('offered'), '2026-12-01')).toBe('expired')
  expect(standingOn(stay('accepted'), '2027-12-01')).toBe('accepted')
})

it('goes from a question over an offer to a stay', () => {
  expect(done(stay('asked'), 'offer')).toBe('offered')
  expect(done(stay('offered'), 'offer')).toBe('offered')
  expect(done(stay('offered'), 'accept')).toBe('accepted')
  expect(done(stay('asked'), 'accept')).toBe('stay_state')
  expect(done(stay('offered'), 'accept', '2026-12-01')).toBe('stay_state')
  expect(done(stay('accepted'), 'offer')).toBe('stay_state')
})

it('is told done when it is over, and missed once it has begun', () => {
  expect(done(stay('accepted'), 'done', '2026-12-06')).toBe('stay_not_over')
  expect(done(stay('accepted'), 'done', '2026-12-07')).toBe('done')
  expect(done(stay('accepted'), 'no_show', '2026-12-04')).toBe('stay_not_over')
  expect(done(stay('accepted'), 'no_show', '2026-12-05')).toBe('no_show')
})

it('is taken back by the buyer until the day it begins, and by the host until it is over', () => {
  expect(done(stay('accepted'), 'withdraw', '2026-12-05')).toBe('withdrawn')
  expect(done(stay('accepted'), 'withdraw', '2026-12-06')).toBe('stay_state')
  expect(done(stay('accepted'), 'decline', '2026-12-07')).toBe('declined')
  expect(done(stay('accepted'), 'decline', '2026-12-08')).toBe('stay_state')
})

it('whatever happens in whatever order, an end stays the end and nothing is a stay that was not accepted', () => {
  const ends: StayState[] = ['declined', 'withdrawn', 'expired', 'done', 'no_show']
  const step = fc.record({
    deed: fc.constantFrom<StayDeed>('offer', 'decline', 'accept', 'withdraw', 'done', 'no_show'),
    later: fc.integer({ min: 0, max: 6 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let now = stay('asked')
      let today = TODAY
      const seen: StayState[] = []
      for (const { deed, later } of steps) {
        today = dayPlus(today, later)
        const before = standingOn(now, today)
        const after = afterDeed(now, deed, today)
        expect(openDeeds(now, today).includes(deed)).toBe('state' in after)
        if (ends.includes(before)) expect(after).toEqual({ code: 'stay_state' })
        if (!('state' in after)) continue
        expect(STAY_STATES).toContain(after.state)
        seen.push(after.state)
        now = stay(after.state, { offerUntil: '2026-12-05' })
      }
      if (seen.includes('done') || seen.includes('no_show')) expect(seen).toContain('accepted')
    }),
  )
})
