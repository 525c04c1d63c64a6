import { describe, expect, it } from 'vitest'
import { CROCKFORD_ALPHABET } from '../verify/crockford.ts'
import { readScratchCode, SCRATCH_CODE_LENGTH, scratchCode, scratchRing } from './scratch-codes.ts'

const ring = scratchRing({ 0: '3a'.repeat(32), 1: '3b'.repeat(32) })
const batch = { batchNo: 7, epoch: 0 }

describe('hidden codes', () => {
  it('are ten Crockford characters, the same for ever, and others for every label, batch and key', () => {
    const code = scratchCode(ring, batch, 3)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(scratchCode(scratchRing({ 0: '3a'.repeat(32) }), batch, 3)).toBe(code)
    const others = [
      scratchCode(ring, batch, 4),
      scratchCode(ring, { ...batch, batchNo: 8 }, 3),
      scratchCode(ring, { ...batch, epoch: 1 }, 3),
    ]
    expect(new Set([code, ...others]).size).toBe(4)
    expect(SCRATCH_CODE_LENGTH).toBeGreaterThanOrEqual(8)
  })

  it('use every character about as often: 200,000 characters, chi-square below its 1 in 10,000 value', () => {
    const counts = new Map([...CROCKFORD_ALPHABET].map((character) => [character, 0]))
    for (let i = 0; i < 20_000; i++) {
      for (const character of scratchCode(ring, batch, i)) counts.set(character, (counts.get(character) ?? 0) + 1)
    }
    const expected = 200_000 / 32
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(counts.size).toBe(32)
    expect(chiSquare).toBeLessThan(67.6)
  })

  it('are read as people type them', () => {
    expect(readScratchCode(' 0abcd-efghj ')).toBe('0ABCDEFGHJ')
    expect(readScratchCode('oabcd efgil')).toBe('0ABCDEFG11')
    for (const wrong of ['', '0ABCDEFGH', '0ABCDEFGHJK', '0ABCDEFGHU', 'x'.repeat(1000)]) {
      expect(readScratchCode(wrong)).toBeNull()
    }
  })

  it('need a key of 64 hex characters for the epoch of their batch', () => {
    expect(() => scratchRing({ 2: 'short' })).toThrow('scratch key of epoch 2')
    expect(() => scratchCode(ring, { ...batch, epoch: 9 }, 0)).toThrow('no scratch key for epoch 9')
  })
})
