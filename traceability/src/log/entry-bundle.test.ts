import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundleOf, entriesOf } from './entry-bundle.ts'

describe('entry bundles (C2SP tlog-tiles)', () => {
  it('put the length before each entry, as a big-endian uint16', () => {
    expect([...bundleOf([Uint8Array.of(7), new Uint8Array(0), new Uint8Array(258).fill(1)])].slice(0, 7)).toEqual([
      0, 1, 7, 0, 0, 1, 2,
    ])
  })

  it('come back as they were written, whole and cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), fc.nat(20), (entries, most) => {
        const plain = (list: Uint8Array[]) => list.map((entry) => [...entry])
        expect(plain(entriesOf(bundleOf(entries)))).toEqual(plain(entries))
        expect(plain(entriesOf(bundleOf(entries), most))).toEqual(plain(entries.slice(0, most)))
      }),
    )
  })

  it('are refused when they end in the middle of an entry, or when an entry is too long', () => {
    const bundle = bundleOf([Uint8Array.of(1, 2, 3)])
    for (const length of [1, 2, 3, 4]) expect(() => entriesOf(bundle.subarray(0, length))).toThrow(/middle of an entry/)
    expect(() => bundleOf([new Uint8Array(65_536)])).toThrow(RangeError)
  })
})
