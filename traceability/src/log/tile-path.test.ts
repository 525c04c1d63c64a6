import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTileNo, parseTileLevel, parseTilePath } from './tile-path.ts'

describe('tile paths (C2SP tlog-tiles)', () => {
  it('put indexes into groups of three digits, all but the last after an x', () => {
    expect([0, 7, 999, 1000, 1_234_067].map(formatTileNo)).toEqual(['000', '007', '999', 'x001/000', 'x001/x234/067'])
  })

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.option(fc.integer({ min: 1, max: 255 })), (tileNo, width) => {
        const path = `${formatTileNo(tileNo)}${width === null ? '' : `.p/${width}`}`
        expect(parseTilePath(path)).toEqual({ tileNo, width: width ?? 256 })
      }),
    )
  })

  it.each([
    ...[
      '',
      '1',
      '01',
      '0001',
      'x001',
      'x000/001',
      'x001/x234/x067',
      '001/234',
      'X001/000',
      '-01',
      '٠٠١',
      '001/',
      '/001',
    ],
    ...['001.p', '001.p/', '001.p/0', '001.p/01', '001.p/256', '001.p/1000', '001.p/-1', '001.P/1', '001.p/1/', '001 '],
    ...[`${'x999/'.repeat(6)}999`, '001\n'],
  ])('refuse %j', (path) => {
    expect(parseTilePath(path)).toBeNull()
  })

  it('have levels 0 to 63', () => {
    expect(['0', '9', '10', '63'].map(parseTileLevel)).toEqual([0, 9, 10, 63])
    expect(['', '-1', '00', '01', '64', '100', '1.0', 'a', '1 '].map(parseTileLevel)).toEqual(Array(9).fill(null))
  })
})
