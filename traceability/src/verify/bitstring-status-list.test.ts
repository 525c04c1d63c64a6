import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  BitstringStatusListError,
  decodeStatusList,
  encodeStatusList,
  MIN_STATUS_ENTRIES,
  statusAt,
  statusBitstring,
} from './bitstring-status-list.ts'

/** `encodedList` of the examples of W3C Bitstring Status List v1.0, section 2.2: 131,072 entries, none set. */
const W3C_EMPTY_LIST = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'

const gzipList = (bits: Uint8Array) => `u${gzipSync(bits).toString('base64url')}`
const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work()
  } catch (error) {
    if (error instanceof BitstringStatusListError) return error.code
    throw error
  }
  return 'none'
}
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
const anyIndexes = fc.uniqueArray(fc.nat(MIN_STATUS_ENTRIES - 1), { maxLength: 50 })

describe('W3C Bitstring Status List 1.0', () => {
  it('expands the list of the standard’s examples to 131,072 entries that are all 0', async () => {
    const bits = await decodeStatusList(W3C_EMPTY_LIST)
    expect(bits.length).toBe(16 * 1024)
    expect(bits.every((byte) => byte === 0)).toBe(true)
    // Indexes of the standard's example credentials.
    for (const index of [94567, 23452, 12345]) expect(statusAt(bits, index)).toBe(0)
  })

  it('index 0 is the left-most bit of the first byte, the last index the right-most bit of the last', () => {
    const bits = statusBitstring(MIN_STATUS_ENTRIES, [0, 9, MIN_STATUS_ENTRIES - 1])
    expect(bits[0]).toBe(0b1000_0000)
    expect(bits[1]).toBe(0b0100_0000)
    expect(bits.at(-1)).toBe(0b0000_0001)
  })

  it('an index is set exactly when it was named, for every set of indexes', () => {
    fc.assert(
      fc.property(anyIndexes, fc.nat(MIN_STATUS_ENTRIES - 1), (set, other) => {
        const bits = statusBitstring(MIN_STATUS_ENTRIES, set)
        for (const index of set) expect(statusAt(bits, index)).toBe(1)
        expect(statusAt(bits, other)).toBe(set.includes(other) ? 1 : 0)
        // Read as one long binary number: character i is entry i.
        const binary = Array.from(bits, (byte) => byte.toString(2).padStart(8, '0')).join('')
        const ones = [...binary.matchAll(/1/g)].map((match) => match.index)
        expect(ones).toEqual([...set].sort((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  })

  it('gives back what it encoded, and node:zlib reads it too', async () => {
    await fc.assert(
      fc.asyncProperty(anyIndexes, async (set) => {
        const bits = statusBitstring(MIN_STATUS_ENTRIES, set)
        const encoded = await encodeStatusList(bits)
        expect(same(await decodeStatusList(encoded), bits)).toBe(true)
        expect(same(gunzipSync(Buffer.from(encoded.slice(1), 'base64url')), bits)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('reads lists made by node:zlib at every level of compression', async () => {
    const bits = statusBitstring(1_048_576, [3, 77_777, 1_048_575])
    for (const level of [0, 1, 6, 9]) {
      const encoded = `u${gzipSync(bits, { level }).toString('base64url')}`
      expect(same(await decodeStatusList(encoded), bits)).toBe(true)
    }
  })

  it('STATUS_LIST_LENGTH_ERROR: fewer than 131,072 entries', async () => {
    expect(await codeOf(() => decodeStatusList(gzipList(new Uint8Array(16 * 1024 - 1))))).toBe(
      'STATUS_LIST_LENGTH_ERROR',
    )
    expect(await codeOf(() => statusBitstring(MIN_STATUS_ENTRIES - 8, []))).toBe('STATUS_LIST_LENGTH_ERROR')
    expect(await codeOf(() => statusBitstring(MIN_STATUS_ENTRIES + 1, []))).toBe('STATUS_LIST_LENGTH_ERROR')
  })

  it.each([-1, MIN_STATUS_ENTRIES, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'RANGE_ERROR: index %s',
    async (index) => {
      const bits = statusBitstring(MIN_STATUS_ENTRIES, [])
      expect(await codeOf(() => statusAt(bits, index))).toBe('RANGE_ERROR')
      expect(await codeOf(() => statusBitstring(MIN_STATUS_ENTRIES, [index]))).toBe('RANGE_ERROR')
    },
  )

  it.each([
    ['nothing', ''],
    ['no multibase letter', W3C_EMPTY_LIST.slice(1)],
    ['another multibase', `z${W3C_EMPTY_LIST.slice(1)}`],
    ['padding', `${W3C_EMPTY_LIST}==`],
    ['no GZIP', `u${Buffer.from('not gzip at all').toString('base64url')}`],
    ['half a list', W3C_EMPTY_LIST.slice(0, 41)],
  ])('MALFORMED_VALUE_ERROR: %s', async (_, encoded) => {
    expect(await codeOf(() => decodeStatusList(encoded))).toBe('MALFORMED_VALUE_ERROR')
  })

  it('MALFORMED_VALUE_ERROR: a changed checksum', async () => {
    const packed = gzipSync(new Uint8Array(16 * 1024))
    packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 1
    expect(await codeOf(() => decodeStatusList(`u${packed.toString('base64url')}`))).toBe('MALFORMED_VALUE_ERROR')
  })

  it('MALFORMED_VALUE_ERROR: a small text that expands without end is given up at 4 MiB', async () => {
    const bomb = gzipList(new Uint8Array(64 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(100_000)
    expect(await codeOf(() => decodeStatusList(bomb))).toBe('MALFORMED_VALUE_ERROR')
  })

  it('STATUS_VERIFICATION_ERROR: a browser that cannot expand GZIP says so', async () => {
    vi.stubGlobal('DecompressionStream', undefined)
    try {
      expect(await codeOf(() => decodeStatusList(W3C_EMPTY_LIST))).toBe('STATUS_VERIFICATION_ERROR')
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it.each([
    [131_072, 0, 100],
    [131_072, 131, 800],
    [1_048_576, 10_486, 25_000],
  ])('a list of %i entries with %i set takes at most %i characters', async (size, count, most) => {
    const step = count === 0 ? size : size / count
    const bits = statusBitstring(
      size,
      Array.from({ length: count }, (_, i) => Math.floor(i * step + ((i * 7919) % step))),
    )
    expect((await encodeStatusList(bits)).length).toBeLessThan(most)
  })
})
