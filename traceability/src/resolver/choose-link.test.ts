import { describe, expect, it } from 'vitest'
import { languageQuality, readPreferences } from './choose-link.ts'

describe('lists with weights (RFC 9110, 12.4.2)', () => {
  it.each([
    [null, []],
    ['', []],
    ['vi', [{ value: 'vi', weight: 1 }]],
    [
      'vi-VN, vi;q=0.9, *;q=0.1',
      [
        { value: 'vi-vn', weight: 1 },
        { value: 'vi', weight: 0.9 },
        { value: '*', weight: 0.1 },
      ],
    ],
    ['text/html;level=1;q=0.5', [{ value: 'text/html', weight: 0.5 }]],
    ['en;q=0', [{ value: 'en', weight: 0 }]],
    [
      'en;q=nonsense, vi;q=7',
      [
        { value: 'en', weight: 1 },
        { value: 'vi', weight: 1 },
      ],
    ],
    [',, ;q=1, "x", ô', []],
  ])('%j', (header, preferences) => {
    expect(readPreferences(header)).toEqual(preferences)
  })
})

describe('the language of a link (RFC 4647)', () => {
  const quality = (hreflang: string[] | undefined, header: string) => languageQuality(hreflang, readPreferences(header))

  it('exact is better than another region, that better than any', () => {
    expect(quality(['en-GB'], 'en-GB')).toBe(1)
    expect(quality(['en-GB'], 'en')).toBeGreaterThan(quality(['en-GB'], 'en-US'))
    expect(quality(['en'], 'en-US')).toBeGreaterThan(quality(['en-GB'], 'en-US'))
    expect(quality(['en-GB'], 'en-US')).toBeGreaterThan(quality(['en-GB'], '*'))
    expect(quality(['en'], 'vi')).toBe(0)
  })

  it('the weight decides before the likeness, and the best of several languages counts', () => {
    expect(quality(['vi', 'en'], 'en;q=0.4, vi;q=0.8')).toBe(0.8)
    expect(quality(['en'], 'en;q=0')).toBe(0)
    expect(quality(undefined, 'vi')).toBe(0)
    expect(quality(['eng'], 'en')).toBe(0)
  })
})
