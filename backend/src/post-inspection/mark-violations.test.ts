import { FINDINGS } from '../modules/inspection/findings'
import { MARK_VIOLATIONS } from '../modules/post-inspection/kinds'
import { VIOLATION_OF_FINDING, violationsOfArtwork, violationsOfFindings } from './mark-violations'

const bounds = { productName: 'Chè Shan tuyết', stars: 4, from: '2025-01-10', to: '2028-01-09' }
const artwork = { printedName: 'Chè Shan tuyết', printedStars: 4, since: '2025-02-01', until: null }

it('maps every finding of the inspectors’ app, and each to a kind of its own', () => {
  expect(Object.keys(VIOLATION_OF_FINDING)).toEqual([...FINDINGS])
  const kinds = Object.values(VIOLATION_OF_FINDING).filter((kind) => kind !== null)
  expect(new Set(kinds).size).toBe(kinds.length)
  // Advertising is not seen on a package: only a post-inspection finds it.
  expect(MARK_VIOLATIONS.filter((kind) => !kinds.some((found) => found === kind))).toEqual(['misleading_advertising'])
})

it('names each kind once, and nothing for findings about the goods', () => {
  expect(violationsOfFindings(['wrong_stars', 'star_lapsed', 'wrong_stars'])).toEqual(['wrong_stars', 'lapsed'])
  expect(violationsOfFindings(['none', 'recalled_goods', 'void_label', 'copied_label', 'other', 'toString'])).toEqual(
    [],
  )
})

it('has nothing against artwork of the recognised product with its stars while they are in force', () => {
  expect(violationsOfArtwork(artwork, bounds, '2026-11-23')).toEqual([])
  expect(violationsOfArtwork({ ...artwork, printedName: 'CHE SHAN TUYET hộp 100 g' }, bounds, '2028-01-09')).toEqual([])
})

it('names the wrong star and the other product', () => {
  expect(violationsOfArtwork({ ...artwork, printedStars: 5 }, bounds, '2026-11-23')).toEqual(['wrong_stars'])
  expect(violationsOfArtwork({ ...artwork, printedName: 'Chè xanh' }, bounds, '2026-11-23')).toEqual(['other_product'])
})

it.each([
  ['printed on the last day of the star', { until: null }, '2028-01-09', []],
  ['printed on the day after', { until: null }, '2028-01-10', ['lapsed']],
  ['ended on the last day, asked about later', { until: '2028-01-09' }, '2030-01-01', []],
  ['ended a day late', { until: '2028-01-10' }, '2030-01-01', ['lapsed']],
  ['used from the first day', { since: '2025-01-10' }, '2026-01-01', []],
  ['used the day before the star', { since: '2025-01-09' }, '2026-01-01', ['lapsed']],
] as const)('counts days with both ends: %s', (_, change, day, expected) => {
  expect(violationsOfArtwork({ ...artwork, ...change }, bounds, day)).toEqual(expected)
})
