import { describe, expect, it } from 'vitest'
import { checkSubscribable, readSubscription } from './subscription-input.ts'

const NOW = new Date('2026-11-22T00:00:00Z')
const DEST = 'https://partner.example.com/hook'
const read = (body: unknown) => readSubscription(body, NOW)

describe('the body of a subscription', () => {
  it('is a stream or a schedule', () => {
    expect(read({ dest: DEST, stream: true })).toEqual({
      dest: DEST,
      signatureToken: null,
      reportIfEmpty: false,
      initialRecordTime: null,
      schedule: null,
    })
    const whole = {
      dest: DEST,
      signatureToken: '13df38d8275b13f05704629e5f1cf3d45d6132d5',
      reportIfEmpty: true,
      initialRecordTime: '2026-11-01T07:00:00+07:00',
      schedule: { hour: '1', minute: '5' },
    }
    expect(read(whole)).toEqual({ ...whole, initialRecordTime: new Date('2026-11-01T00:00:00Z') })
  })

  it.each<[what: string, body: unknown, said: RegExp]>([
    ['no object', [], /^\/: /],
    ['no destination', { stream: true }, /^\/dest: /],
    ['neither', { dest: DEST }, /either/],
    ['both', { dest: DEST, stream: true, schedule: { hour: '1' } }, /either/],
    ['stream false', { dest: DEST, stream: false }, /^\/stream: /],
    ['an unknown member', { dest: DEST, stream: true, secret: 'x' }, /^\/secret: /],
    ['an unknown member of the schedule', { dest: DEST, schedule: { year: '1' } }, /^\/schedule\/year: /],
    ['an empty schedule', { dest: DEST, schedule: {} }, /^\/schedule: names no time/],
    ['a number in the schedule', { dest: DEST, schedule: { hour: 1 } }, /^\/schedule\/hour: /],
    ['a wrong hour', { dest: DEST, schedule: { hour: '24' } }, /^\/schedule\/hour: takes numbers from 0 to 23/],
    ['two seconds', { dest: DEST, schedule: { second: '0,30' } }, /^\/schedule\/second: takes one value/],
    ['a day that never is', { dest: DEST, schedule: { dayOfMonth: '31', month: '2,4' } }, /no such day/],
    ['a short secret', { dest: DEST, stream: true, signatureToken: 'short' }, /^\/signatureToken: /],
    [
      'a time without zone',
      { dest: DEST, stream: true, initialRecordTime: '2026-11-01T00:00:00' },
      /^\/initialRecordTime/,
    ],
    ['a text for yes', { dest: DEST, stream: true, reportIfEmpty: 'true' }, /^\/reportIfEmpty: /],
  ])('is refused with %s', (_what, body, said) => {
    expect(() => read(body)).toThrow(said)
  })
})

describe('a query', () => {
  it('that limits or reorders its events is not subscribed to', () => {
    expect(() => checkSubscribable({ eventCountLimit: 5 })).toThrow(/eventCountLimit/)
    expect(() => checkSubscribable({ maxEventCount: 5 })).toThrow(/maxEventCount/)
    expect(() => checkSubscribable({ orderBy: 'eventTime' })).toThrow(/order/)
    expect(() => checkSubscribable({ orderDirection: ['DESC'] })).toThrow(/order/)
    expect(() =>
      checkSubscribable({ orderBy: 'recordTime', orderDirection: 'ASC', EQ_bizStep: 'shipping' }),
    ).not.toThrow()
  })
})
