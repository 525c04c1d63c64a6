import { describe, expect, it } from 'vitest'
import { PHONE } from '../testing/running-service.ts'
import { deviceHasher, deviceWindow } from './asking-device.ts'

const hasher = deviceHasher('c4'.repeat(32))
const MORNING = new Date('2026-11-22T01:00:00Z')
const NEXT_DAY = new Date('2026-11-22T17:00:00Z')
const clues = { cookie: 'device-cookie', address: '203.0.113.9', agent: PHONE }

describe('the device hash', () => {
  it('is the same all day and another one the day after, from midnight +07', () => {
    const evening = new Date('2026-11-22T16:59:59Z')
    expect(hasher.deviceOf(clues, evening).hash).toEqual(hasher.deviceOf(clues, MORNING).hash)
    expect(hasher.deviceOf(clues, NEXT_DAY).hash).not.toEqual(hasher.deviceOf(clues, MORNING).hash)
  })

  it('cannot be made without the pepper', () => {
    const other = deviceHasher('c5'.repeat(32))
    expect(other.deviceOf(clues, MORNING).hash).not.toEqual(hasher.deviceOf(clues, MORNING).hash)
  })

  it('is 16 bytes, by cookie first, and by address and agent for a first visit without one', () => {
    const known = hasher.deviceOf(clues, MORNING)
    const first = hasher.deviceOf({ ...clues, cookie: null }, MORNING)
    expect(known.hash).toHaveLength(16)
    expect(first.hash).toEqual(known.firstVisitHash())
    expect(first.hash).not.toEqual(known.hash)
    expect(first.firstVisitHash()).toBeNull()
    expect(hasher.deviceOf({ ...clues, address: '203.0.113.10' }, MORNING).hash).toEqual(known.hash)
  })

  it('is absent when nothing is known of the device', () => {
    const unknown = hasher.deviceOf({ cookie: null, address: null, agent: null }, MORNING)
    expect([unknown.hash, unknown.firstVisitHash(), unknown.person]).toEqual([null, null, false])
  })
})

describe('who counts as a person', () => {
  const person = (agent: string | null, cookie: string | null = null) =>
    hasher.deviceOf({ cookie, address: '203.0.113.9', agent }, MORNING).person

  it.each([
    ['a telephone', PHONE],
    ['the browser inside Zalo', `${PHONE} Zalo android/12100`],
    [
      'Safari on an iPhone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    ],
  ])('%s does', (_, agent) => {
    expect(person(agent)).toBe(true)
  })

  it.each([
    ['a link preview', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
    ['a messenger preview', 'TelegramBot (like TwitterBot)'],
    ['WhatsApp fetching a preview', 'WhatsApp/2.23.20.0 A'],
    ['a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['a program', 'python-requests/2.32'],
    ['a command line', 'curl/8.5.0'],
    ['something without a name', null],
  ])('%s does not', (_, agent) => {
    expect(person(agent)).toBe(false)
  })

  it('a bot stays a bot when it sends a cookie', () => {
    expect(person('TelegramBot (like TwitterBot)', 'device-cookie')).toBe(false)
  })
})

describe('the window of a device', () => {
  it('is the calendar day at +07', () => {
    expect(deviceWindow(new Date('2026-11-22T16:59:59Z'))).toEqual({
      from: new Date('2026-11-21T17:00:00Z'),
      to: new Date('2026-11-22T17:00:00Z'),
    })
  })
})
