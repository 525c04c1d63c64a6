import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLONE_SETTINGS, cloneSettingsSchema } from './clone-settings.ts'
import { judgeUnit, type Sighting, type UnitLife } from './clone-signals.ts'
import { PROVINCES, surelyApartKm } from './provinces.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.UTC(2026, 9, 1)
const LIFE: UnitLife = {
  state: 'active',
  commissionedAt: null,
  soldAt: null,
  soldIn: null,
  secondSales: [],
  publicSince: null,
}
const CODES = [...PROVINCES.keys()]
const judge = (
  seen: Sighting[],
  life: Partial<UnitLife> = {},
  now = Math.max(START, ...seen.map(({ at }) => at)) + 1,
) => judgeUnit(seen, { ...LIFE, ...life }, CLONE_SETTINGS, now)
/** One scan every `every` milliseconds, going through the provinces given. */
const scans = (count: number, every: number, provinces: (string | null)[], from = START): Sighting[] =>
  Array.from({ length: count }, (_, i) => ({ at: from + i * every, province: provinces[i % provinces.length] ?? null }))
const signals = (judged: ReturnType<typeof judge>) => judged.signals.map(({ name }) => name)

const sighting = fc.record({
  at: fc.integer({ min: START, max: START + 60 * DAY }),
  province: fc.option(fc.constantFrom(...CODES, '00', '99'), { nil: null }),
})
const life = fc.record({
  state: fc.constantFrom<UnitLife['state']>('issued', 'active', 'sold', 'stolen', 'void', 'sample'),
  commissionedAt: fc.option(fc.integer({ min: START, max: START + 60 * DAY }), { nil: null }),
  soldAt: fc.option(fc.integer({ min: START, max: START + 60 * DAY }), { nil: null }),
  soldIn: fc.option(fc.constantFrom(...CODES), { nil: null }),
  secondSales: fc.array(fc.integer({ min: START, max: START + 60 * DAY }), { maxLength: 3 }),
  publicSince: fc.constant(null),
})
const END = START + 61 * DAY

describe('the score', () => {
  it('property: is never negative, is the sum of its signals, and falls as time passes', () => {
    fc.assert(
      fc.property(
        fc.array(sighting, { maxLength: 60 }),
        life,
        fc.array(fc.nat({ max: 200 * DAY })),
        (seen, of, waits) => {
          let before = judgeUnit(seen, of, CLONE_SETTINGS, END)
          expect(before.score).toBeGreaterThanOrEqual(0)
          expect(before.score).toBeCloseTo(before.signals.reduce((sum, { points }) => sum + points, 0))
          for (const wait of waits.sort((a, b) => a - b)) {
            const later = judgeUnit(seen, of, CLONE_SETTINGS, END + wait)
            expect(later.score).toBeGreaterThanOrEqual(0)
            expect(later.score).toBeLessThanOrEqual(before.score + 1e-9)
            before = later
          }
        },
      ),
    )
  })

  it('property: the order in which scans arrive changes nothing at all', () => {
    const shuffled = fc
      .array(sighting, { maxLength: 60 })
      .chain((seen) => fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length })))
    fc.assert(
      fc.property(shuffled, life, ([seen, mixed], of) => {
        const [one, other] = [seen, mixed].map((each) => judgeUnit(each, of, CLONE_SETTINGS, END))
        expect(other?.score).toBeCloseTo(one?.score ?? -1, 9)
        expect({ ...other, score: 0, signals: [] }).toEqual({ ...one, score: 0, signals: [] })
      }),
    )
  })

  it('property: one scan more moves it by a bounded amount: no single scan makes a unit suspect', () => {
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 40 }), sighting, (seen, more) => {
        const before = judgeUnit(seen, LIFE, CLONE_SETTINGS, END).score
        const after = judgeUnit([...seen, more], LIFE, CLONE_SETTINGS, END).score
        expect(Math.abs(after - before)).toBeLessThan(CLONE_SETTINGS.suspect)
      }),
    )
  })

  it('is gone when every scan is older than the horizon', () => {
    const seen = scans(30, 12 * HOUR, CODES)
    expect(judge(seen).level).toBe('suspect')
    expect(judge(seen, {}, START + 15 * DAY + CLONE_SETTINGS.horizonDays * DAY)).toMatchObject({
      score: 0,
      level: 'none',
    })
  })
})

describe('an ordinary pack', () => {
  it.each<[string, Sighting[]]>([
    ['nobody scanned', []],
    ['scanned on the shelf and at home', scans(2, 3 * DAY, ['82', '79'])],
    ['a family of six at one table', scans(6, 5 * 60_000, ['82'])],
    ['a gift to the other end of the country', scans(4, 2 * DAY, ['82', '82', '01', '01'])],
    ['looked at again four weeks in a row', scans(4, 7 * DAY, ['82'])],
    ['a class of thirty in one hour', scans(30, 100_000, ['82'])],
  ])('%s raises nothing', (_, seen) => {
    expect(judge(seen)).toMatchObject({ level: 'none', kind: null })
  })
})

describe('a copied code', () => {
  it('is suspect by distinct devices alone when no province is known', () => {
    const judged = judge(scans(9, 12 * HOUR, [null]))
    expect(judged).toMatchObject({ level: 'suspect', kind: 'copied' })
    expect(signals(judged)).toEqual(['visits'])
  })

  it('is suspect sooner by distinct areas', () => {
    const spread = judge(scans(6, 12 * HOUR, ['82', '01', '48', '40', '56', '15']))
    expect(spread).toMatchObject({ level: 'suspect', kind: 'copied' })
    expect(signals(spread)).toContain('areas')
    expect(judge(scans(6, 12 * HOUR, ['82'])).level).not.toBe('suspect')
  })

  it('shows by speed: Cà Mau and Hà Nội within the hour, again and again', () => {
    const fast = judge(scans(8, HOUR, ['96', '01']))
    expect(signals(fast)).toContain('impossible_speed')
    expect(signals(judge(scans(8, 5 * HOUR, ['96', '01'])))).not.toContain('impossible_speed')
    expect(signals(judge(scans(8, HOUR / 60, ['82', '86'])))).not.toContain('impossible_speed')
  })

  it('is watched before it is suspect', () => {
    const levels = Array.from({ length: 12 }, (_, i) => judge(scans(i, 12 * HOUR, [null])).level)
    expect(levels).toEqual([...levels].sort((a, b) => 'nws'.indexOf(a.charAt(0)) - 'nws'.indexOf(b.charAt(0))))
    expect(new Set(levels)).toEqual(new Set(['none', 'watch', 'suspect']))
  })

  it('is not called so within one day, whatever a crowd does', () => {
    expect(judge(scans(39, 20 * 60_000, CODES, Date.UTC(2026, 9, 1, 0))).level).toBe('watch')
  })

  it('takes invented provinces for unknown ones', () => {
    const invented = judge(scans(6, 12 * HOUR, ['00', '02', '03', '97', '98', '99']))
    expect(invented.areas).toHaveLength(1)
    expect(signals(invented)).not.toContain('areas')
  })
})

describe('the life of the unit', () => {
  it('counts scans before commissioning, except just before', () => {
    const seen = scans(3, 12 * HOUR, ['82'])
    expect(signals(judge(seen, { state: 'issued' }))).toContain('before_commissioning')
    expect(judge(seen, { state: 'issued' }).kind).toBe('out_of_use')
    expect(signals(judge(seen, { commissionedAt: START + 10 * DAY }))).toContain('before_commissioning')
    expect(signals(judge(seen, { commissionedAt: START + 2 * DAY }))).not.toContain('before_commissioning')
    expect(signals(judge(seen, { commissionedAt: START - DAY }))).not.toContain('before_commissioning')
  })

  it('counts scans after the sale beyond those of a household, and away from where it was sold', () => {
    const seen = scans(5, 12 * HOUR, ['01'])
    expect(signals(judge(seen, { state: 'sold', soldAt: START - DAY, soldIn: '01' }))).toEqual(
      expect.arrayContaining(['after_sale']),
    )
    expect(signals(judge(seen, { state: 'sold', soldAt: START - DAY, soldIn: '82' }))).toContain('outside_destination')
    expect(signals(judge(seen, { state: 'sold', soldAt: START + 10 * DAY }))).not.toContain('after_sale')
    expect(signals(judge(seen.slice(0, 2), { state: 'sold', soldAt: START - DAY }))).toEqual([])
  })

  it.each(['stolen', 'destroyed', 'void'] as const)('watches every scan of a unit that is %s', (state) => {
    expect(judge(scans(1, HOUR, ['82']), { state })).toMatchObject({ level: 'watch', kind: 'out_of_use' })
  })

  it('watches a second sale though nobody scanned', () => {
    expect(judge([], { state: 'sold', soldAt: START, secondSales: [START] }, START + 1)).toMatchObject({
      level: 'watch',
    })
  })
})

describe('a code shown in public', () => {
  it('is a kind of its own and never suspect: many devices, a very short time, many areas', () => {
    const show = scans(256, 1, CODES)
    expect(judge(show)).toMatchObject({ level: 'watch', kind: 'shown_in_public', publicSince: START })
  })

  it('stays public when the crowd has left the sightings looked at', () => {
    const later = scans(60, 6 * HOUR, CODES, START + DAY)
    expect(judge(later).kind).toBe('copied')
    expect(judge(later, { publicSince: START })).toMatchObject({ level: 'watch', kind: 'shown_in_public' })
  })

  it('needs a crowd: one device fewer is none', () => {
    const { publicDevices } = CLONE_SETTINGS
    expect(judge(scans(publicDevices, 1_000, CODES)).kind).toBe('shown_in_public')
    expect(judge(scans(publicDevices - 1, 1_000, CODES)).kind).not.toBe('shown_in_public')
  })
})

describe('thresholds', () => {
  it('may be overridden one by one, and refuse what they do not know', () => {
    expect(cloneSettingsSchema.parse({ suspect: 5 })).toEqual({ ...CLONE_SETTINGS, suspect: 5 })
    expect(cloneSettingsSchema.safeParse({ suspekt: 5 }).success).toBe(false)
    expect(cloneSettingsSchema.safeParse({ halfLifeDays: 0 }).success).toBe(false)
  })
})

describe('distances', () => {
  it('are sure ones: 34 provinces, neighbours 0, ends of the country more than 1,000 km', () => {
    expect(PROVINCES.size).toBe(34)
    expect(surelyApartKm('82', '86')).toBe(0)
    expect(surelyApartKm('82', '82')).toBe(0)
    expect(surelyApartKm('82', 'xx')).toBe(0)
    expect(surelyApartKm('01', '96')).toBeGreaterThan(1_000)
    expect(surelyApartKm('01', '96')).toBeLessThan(1_500)
    expect(surelyApartKm('01', '79')).toBe(surelyApartKm('79', '01'))
  })
})
