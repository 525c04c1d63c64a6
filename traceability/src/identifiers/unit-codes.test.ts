import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CROCKFORD_ALPHABET } from '../verify/unit-code-text.ts'
import { ff1Radix32 } from './ff1-radix32.ts'
import { codeRing, decodeUnitCode, MAX_BATCH_NO, MAX_BATCH_SIZE, unitCode, unitCodes } from './unit-codes.ts'

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
