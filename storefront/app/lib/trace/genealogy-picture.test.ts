import type { LotGenealogy, LotNode } from '@sao-lang/traceability/verify'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { genealogyPicture } from './genealogy-picture.ts'

const lot = (lotNo: string): LotNode => ({
  ...{ lotNo, lotCode: `L-${lotNo}`, kind: 'raw', name: `Lô ${lotNo}`, quantity: null, producer: null },
})
const step = (from: string[], to: string, day: number): LotGenealogy['steps'][number] => ({
  ...{ step: 'drying', occurredAt: new Date(Date.UTC(2026, 9, day)).toISOString(), from, to, yield: null },
})
const lotsOf = (names: string) => [...names].map(lot)
const shape = (genealogy: LotGenealogy) =>
  genealogyPicture(genealogy)?.rows.map((row) =>
    row.kind === 'step' ? `${row.lane} >` : `${row.lane} ${row.group.nodes.map(({ lotNo }) => lotNo).join('')}`,
  )

describe('the picture of a genealogy', () => {
  it('runs from the raw lot down to the pack, in one lane', () => {
    expect(shape({ lots: lotsOf('cba'), steps: [step(['b'], 'c', 9), step(['a'], 'b', 5)] })).toEqual([
      ...['0 a', '0 >', '0 b', '0 >', '0 c'],
    ])
  })

  it('lets lots flow side by side until they meet', () => {
    expect(shape({ lots: lotsOf('abcd'), steps: [step(['a', 'b'], 'c', 5), step(['c'], 'd', 6)] })).toEqual([
      ...['0 a', '1 b', '0 >', '0 c', '0 >', '0 d'],
    ])
  })

  it('keeps the lane of a lot that was split until its last part is used', () => {
    const steps = [step(['a'], 'b', 1), step(['a'], 'c', 2), step(['b', 'c'], 'd', 3)]
    expect(shape({ lots: lotsOf('abcd'), steps })).toEqual(['0 a', '1 >', '1 b', '0 >', '0 c', '0 >', '0 d'])
  })

  it('draws many raw lots of one step as one', () => {
    expect(shape({ lots: lotsOf('abcdez'), steps: [step([...'abcde'], 'z', 1)] })).toEqual(['0 abcde', '0 >', '0 z'])
  })

  it('gives up where nobody could follow', () => {
    const names = 'abcdefghijklmnopqrstuvwxyz'
    const steps = [...names.slice(0, 12)].map((name, at) => step([name], names.charAt(at + 12), at + 1))
    expect(
      genealogyPicture({ lots: lotsOf(names), steps: [...steps, step([...names.slice(12, 24)], 'z', 20)] }),
    ).toBeNull()
    expect(genealogyPicture({ lots: [], steps: [] })).toBeNull()
  })

  it('of any genealogy draws each lot once, every line downwards, and no two lots of one lane at one time', () => {
    const genealogies = fc
      .integer({ min: 2, max: 12 })
      .chain((count) =>
        fc.tuple(
          ...Array.from({ length: count - 1 }, (_, i) =>
            fc.uniqueArray(fc.integer({ min: 0, max: i }), { minLength: 1, maxLength: 3 }),
          ),
        ),
      )
    fc.assert(
      fc.property(genealogies, (inputs) => {
        const lots = Array.from({ length: inputs.length + 1 }, (_, i) => lot(String(i)))
        const steps = inputs.map((from, i) => step(from.map(String), String(i + 1), i + 1))
        const picture = genealogyPicture({ lots, steps })
        if (picture === null) return
        const nodes = picture.rows.flatMap((row) => (row.kind === 'lots' ? row.group.nodes : []))
        expect(nodes.map(({ lotNo }) => lotNo).sort()).toEqual(lots.map(({ lotNo }) => lotNo).sort())
        for (const { from, to } of picture.lines) {
          expect(from.row).toBeLessThan(to.row)
          expect(picture.rows[from.row]?.lane).toBe(from.lane)
          const between = picture.rows.slice(from.row + 1, to.row).filter(({ lane }) => lane === from.lane)
          expect(between).toEqual([])
        }
      }),
    )
  })
})
