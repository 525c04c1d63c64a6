import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CROCKFORD_ALPHABET } from '../verify/crockford.ts'
import { ff1Radix32 } from './ff1-radix32.ts'
import { codeRing, decodeUnitCode, MAX_BATCH_NO, MAX_BATCH_SIZE, MAX_EPOCH, unitCode, unitCodes } from './unit-codes.ts'

const KEY = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'
const ring = codeRing({ 0: KEY })
const batchOf = (batchNo: number, size = MAX_BATCH_SIZE, epoch = 0) => ({ batchNo, epoch, size })

const anyUnit = fc.record({
  batchNo: fc.integer({ min: 1, max: MAX_BATCH_NO }),
  index: fc.integer({ min: 0, max: MAX_BATCH_SIZE - 1 }),
})

describe('unit codes', () => {
  it('are 16 Crockford characters and lead back to batch and index', () => {
    fc.assert(
      fc.property(anyUnit, ({ batchNo, index }) => {
        const code = unitCode(ring, batchOf(batchNo), index)
        expect(code).toMatch(/^0[0-9A-HJKMNP-TV-Z]{15}$/)
        expect(decodeUnitCode(ring, code)).toEqual({ code, epoch: 0, batchNo, index })
      }),
      { numRuns: 5_000 },
    )
  })

  it('keep their meaning for ever: a printed code of the first release still decodes', () => {
    expect(unitCode(ring, batchOf(1), 0)).toMatchInlineSnapshot(`"06KG5W8KKY3BTRE9"`)
    expect(unitCode(ring, batchOf(MAX_BATCH_NO), MAX_BATCH_SIZE - 1)).toMatchInlineSnapshot(`"0D7AAM9EK7HYCEAM"`)
  })

  it('show no order: neighbours differ in about half of their bits', () => {
    const different = Array.from({ length: 200 }, (_, i) => {
      const [a, b] = [unitCode(ring, batchOf(7), i), unitCode(ring, batchOf(7), i + 1)]
      return [...a].filter((c, at) => c !== b[at]).length
    })
    expect(different.reduce((a, b) => a + b) / 200).toBeGreaterThan(13)
  })

  it('refuse every number whose 27 check bits are not all zero, so a guess is right 1 time in 134 million', () => {
    const cipher = ff1Radix32(Buffer.from(KEY, 'hex'), 0)
    const base32 = (value: number, length: number) =>
      Array.from({ length }, (_, i) => CROCKFORD_ALPHABET.charAt(Math.floor(value / 32 ** (length - 1 - i)) % 32))
    const anyLeft = fc.integer({ min: 0, max: 2 ** 35 - 1 })
    const anyRight = fc.integer({ min: 0, max: 2 ** 40 - 1 })
    fc.assert(
      fc.property(anyLeft, anyRight, (left, right) => {
        const secret = cipher.encrypt({ left, right })
        const code = ['0', ...base32(secret.left, 7), ...base32(secret.right, 8)].join('')
        expect(decodeUnitCode(ring, code) !== null).toBe(right % 2 ** 27 === 0)
      }),
      {
        numRuns: 3_000,
        examples: [
          [0, 0],
          [5, 2 ** 27],
          [5, 1],
          [5, 2 ** 26],
        ],
      },
    )
  })

  it('refuse forged codes: 20,000 random ones', () => {
    let passed = 0
    for (let i = 0; i < 20_000; i++) {
      let code = '0'
      for (let k = 0; k < 15; k++) code += CROCKFORD_ALPHABET.charAt(Math.floor(Math.random() * 32))
      if (decodeUnitCode(ring, code)) passed++
    }
    // An honest run sees one with a chance of 0.015 %.
    expect(passed).toBe(0)
  })

  it('refuse a code with one character changed, whichever and wherever', () => {
    fc.assert(
      fc.property(anyUnit, fc.nat(15), fc.integer({ min: 1, max: 31 }), ({ batchNo, index }, at, by) => {
        const code = unitCode(ring, batchOf(batchNo), index)
        const value = (CROCKFORD_ALPHABET.indexOf(code.charAt(at)) + by) % 32
        const changed = code.slice(0, at) + CROCKFORD_ALPHABET.charAt(value) + code.slice(at + 1)
        expect(decodeUnitCode(ring, changed)).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  it('refuse a code whose first character claims another epoch, even when that epoch has a key', () => {
    const two = codeRing({ 0: KEY, 1: 'ee'.repeat(32) })
    const code = unitCode(two, batchOf(9), 9)
    expect(decodeUnitCode(two, `1${code.slice(1)}`)).toBeNull()
    expect(decodeUnitCode(two, `Z${code.slice(1)}`)).toBeNull()
  })

  it('of an older epoch are read after the key has changed', () => {
    const two = codeRing({ 0: KEY, 1: 'ee'.repeat(32) })
    expect(two.newest).toBe(1)
    expect(decodeUnitCode(two, unitCode(ring, batchOf(9), 9))).toMatchObject({ epoch: 0, batchNo: 9, index: 9 })
    const fresh = unitCode(two, batchOf(9, 10, 1), 9)
    expect(fresh.startsWith('1')).toBe(true)
    expect(decodeUnitCode(two, fresh)).toMatchObject({ epoch: 1, batchNo: 9, index: 9 })
    expect(decodeUnitCode(ring, fresh)).toBeNull()
  })

  it('stream in the order of the index, each one once', () => {
    const batch = batchOf(3, 5_000)
    const codes = [...unitCodes(ring, batch)]
    expect(new Set(codes).size).toBe(5_000)
    expect(codes[4_999]).toBe(unitCode(ring, batch, 4_999))
    expect([...unitCodes(ring, batch, 10, 12)]).toEqual([unitCode(ring, batch, 10), unitCode(ring, batch, 11)])
  })

  it.each([-1, 10, 1.5, Number.NaN])('refuse index %d of a batch of ten', (index) => {
    expect(() => unitCode(ring, batchOf(3, 10), index)).toThrow('The index must be from 0 to 9')
  })

  it.each([0, MAX_BATCH_NO + 1, 1.5])('refuse batch number %d', (batchNo) => {
    expect(() => unitCode(ring, batchOf(batchNo), 0)).toThrow('The batch number must be from 1')
  })

  it('refuse an epoch without a key', () => {
    expect(() => unitCode(ring, batchOf(1, 1, 5), 0)).toThrow('There is no code key for epoch 5')
  })
})

describe('key epochs', () => {
  const keyOf = (epoch: number) => epoch.toString(16).padStart(2, '0').repeat(32)
  const ringOf = (epochs: number) =>
    codeRing(Object.fromEntries(Array.from({ length: epochs }, (_, e) => [e, keyOf(e)])))
  const full = ringOf(MAX_EPOCH + 1)
  const anyEpoch = fc.integer({ min: 0, max: MAX_EPOCH })

  it('stay readable after each of 31 rotations, and the newest one makes the codes of new batches', () => {
    const printed: { code: string; epoch: number }[] = []
    for (let epochs = 1; epochs <= MAX_EPOCH + 1; epochs++) {
      const ring = ringOf(epochs)
      expect(ring.newest).toBe(epochs - 1)
      printed.push({ code: unitCode(ring, batchOf(7, 10, ring.newest), 3), epoch: ring.newest })
      for (const { code, epoch } of printed)
        expect(decodeUnitCode(ring, code)).toEqual({ code, epoch, batchNo: 7, index: 3 })
    }
    expect(new Set(printed.map(({ code }) => code)).size).toBe(MAX_EPOCH + 1)
  })

  it('never decode in another epoch: a code is read with the key of its first character and refused by all others', () => {
    fc.assert(
      fc.property(anyUnit, anyEpoch, anyEpoch, ({ batchNo, index }, made, read) => {
        fc.pre(made !== read)
        const code = unitCode(full, batchOf(batchNo, MAX_BATCH_SIZE, made), index)
        expect(decodeUnitCode(full, code)).toMatchObject({ epoch: made, batchNo, index })
        expect(decodeUnitCode(full, CROCKFORD_ALPHABET.charAt(read) + code.slice(1))).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  it('are bound by tweak as well as key: the same key in another epoch makes other codes', () => {
    const [zero, one] = [codeRing({ 0: KEY }), codeRing({ 1: KEY })]
    const code = unitCode(zero, batchOf(9), 9)
    expect(unitCode(one, batchOf(9, 10, 1), 9).slice(1)).not.toBe(code.slice(1))
    expect(decodeUnitCode(one, `1${code.slice(1)}`)).toBeNull()
  })

  it('that were retired are refused without a key, and read again once it is back', () => {
    const code = unitCode(full, batchOf(9, 10, 2), 9)
    const without = codeRing({ 0: keyOf(0), 3: keyOf(3) })
    expect(decodeUnitCode(without, code)).toBeNull()
    expect(decodeUnitCode(codeRing({ 0: keyOf(0), 2: keyOf(2), 3: keyOf(3) }), code)).toMatchObject({ index: 9 })
  })
})

describe('codes as a population', () => {
  const CODES = 20_000

  it('are all different, within a batch, between batches and between epochs', () => {
    const two = codeRing({ 0: KEY, 1: 'ee'.repeat(32) })
    const batches = [batchOf(1, CODES), batchOf(2, CODES), batchOf(1, CODES, 1)]
    const codes = new Set(batches.flatMap((batch) => [...unitCodes(two, batch)]))
    expect(codes.size).toBe(3 * CODES)
  })

  it('use every character in every place equally often, though indexes are consecutive', () => {
    const counts = Array.from({ length: 15 }, () => new Map<string, number>())
    for (const code of unitCodes(ring, batchOf(5, CODES))) {
      for (const [at, count] of counts.entries()) {
        const character = code.charAt(at + 1)
        count.set(character, (count.get(character) ?? 0) + 1)
      }
    }
    const expected = CODES / 32
    for (const count of counts) {
      const chiSquared = [...CROCKFORD_ALPHABET].reduce(
        (sum, c) => sum + ((count.get(c) ?? 0) - expected) ** 2 / expected,
        0,
      )
      // 31 degrees of freedom: one place in a million million exceeds 120. The key is fixed, so the figure never changes.
      expect(chiSquared).toBeLessThan(120)
    }
  })

  it('are guessed with odds below 1 in 10⁸, counted over all codes there can ever be', () => {
    const writable = 32 ** 15
    const decodable = MAX_BATCH_NO * MAX_BATCH_SIZE
    expect(decodable / writable).toBeLessThan(1 / 10 ** 8)
    // Decodable is not issued: after a national year, 2,000,000,000 labels, one guess in 1.9 × 10¹³ names one of them.
    expect(2_000_000_000 / writable).toBeLessThan(1 / 10 ** 13)
  })
})

describe('the key ring', () => {
  it.each([
    [{ 0: 'abc' }, 'must be 64 hex characters'],
    [{ 0: KEY, 1: KEY.toUpperCase() }, 'is used by another epoch'],
    [{ 0: KEY, 32: 'ee'.repeat(32) }, 'from 0 to 31'],
    [{}, 'A code key for epoch 0 is needed'],
  ])('refuses %o', (keys, message) => {
    expect(() => codeRing(keys)).toThrow(message)
  })
})
