import { describe, expect, test } from 'vitest'
import { joinedStretches, withoutSheet } from './printed-stretches.ts'

const stretch = (from: number, to: number) => ({ from, to })

describe('what has a print sheet', () => {
  test('is joined where sheets touch or overlap', () => {
    expect(joinedStretches([stretch(50, 80), stretch(0, 20), stretch(20, 30), stretch(60, 70)])).toEqual([
      stretch(0, 30),
      stretch(50, 80),
    ])
  })

  test.each([
    ['nothing yet', [], [stretch(0, 100)]],
    ['a beginning', [stretch(0, 40)], [stretch(40, 100)]],
    ['a middle', [stretch(40, 60)], [stretch(0, 40), stretch(60, 100)]],
    ['everything, twice', [stretch(0, 100), stretch(0, 100)], []],
  ])('leaves the rest: %s', (_what, sheets, rest) => {
    expect(withoutSheet(100, sheets)).toEqual(rest)
  })

  test('does not change what it was given', () => {
    const given = [stretch(0, 10), stretch(5, 20)]
    joinedStretches(given)
    expect(given).toEqual([stretch(0, 10), stretch(5, 20)])
  })
})
