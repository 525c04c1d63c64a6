import { describe, expect, it } from 'vitest'
import { mapSet, type Sectors, sectorOfSet } from './sectors.ts'

const taxonomy = (version: string, next: Sectors['next']): Sectors => ({
  version,
  sectors: [
    { code: 'I', vi: 'Nhóm', en: 'Group', catalogue: 'food', sets: [1, 2, 3].map((no) => ({ no, vi: '', en: '' })) },
  ],
  next,
})
const TAXONOMIES = [
  taxonomy('a', {
    version: 'b',
    sets: [
      { from: 1, to: [1] },
      { from: 2, to: [3, 2] },
      { from: 3, to: [] },
    ],
  }),
  taxonomy('b', {
    version: 'c',
    sets: [
      { from: 1, to: [2] },
      { from: 2, to: [1] },
      { from: 3, to: [1] },
    ],
  }),
  taxonomy('c', null),
]

describe('product groups change from version to version', () => {
  it('a set is followed over the versions between', () => {
    expect(mapSet(TAXONOMIES, 'a', 1, 'c')).toEqual([2])
    expect(mapSet(TAXONOMIES, 'a', 1, 'a')).toEqual([1])
  })

  it('one that was split has several targets, of which a person chooses; one that met again has one', () => {
    expect(mapSet(TAXONOMIES, 'a', 2, 'b')).toEqual([2, 3])
    expect(mapSet(TAXONOMIES, 'a', 2, 'c')).toEqual([1])
  })

  it('one that was given up, and a way nobody knows, have none', () => {
    expect(mapSet(TAXONOMIES, 'a', 3, 'c')).toEqual([])
    expect(mapSet(TAXONOMIES, 'c', 1, 'a')).toEqual([])
    expect(mapSet(TAXONOMIES, 'x', 1, 'c')).toEqual([])
    expect(
      mapSet([taxonomy('a', { version: 'b', sets: [] }), taxonomy('b', { version: 'a', sets: [] })], 'a', 1, 'c'),
    ).toEqual([])
  })

  it('a set has one sector', () => {
    expect(sectorOfSet(taxonomy('c', null), 2)?.code).toBe('I')
    expect(sectorOfSet(taxonomy('c', null), 9)).toBe(null)
  })
})
