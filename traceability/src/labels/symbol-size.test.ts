import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../storage/input-error.ts'
import { printedSymbol } from './symbol-size.ts'

describe('the printed size of a symbol', () => {
  it('is that of GS1: 15 mm is enough for version 3, and not for version 4', () => {
    expect(printedSymbol({ version: 3, size: 29 }, 15).moduleMm).toBeCloseTo(0.4054, 4)
    expect(() => printedSymbol({ version: 4, size: 33 }, 15)).toThrow(
      'symbolMm: 15 mm makes modules of 0.366 mm, and GS1 asks for 0.396 mm. This label needs 16.3 mm (a QR symbol of version 4: 33 modules and a quiet zone of 4 on each side)',
    )
  })

  it('is whole dots of the printer', () => {
    expect(printedSymbol({ version: 2, size: 25 }, 16.6, 203).moduleMm).toBeCloseTo(4 * (25.4 / 203), 6)
    expect(() => printedSymbol({ version: 2, size: 25 }, 15, 203)).toThrow(
      'symbolMm: 15 mm makes modules of 0.375 mm at 203 dots an inch, and GS1 asks for 0.396 mm. This label needs 16.6 mm',
    )
  })

  it('may not be larger than scanners at a counter take', () => {
    expect(() => printedSymbol({ version: 2, size: 25 }, 40)).toThrow('Make it 32.6 mm at most')
  })

  it('of the width that a refusal asks for is taken, for every version and printer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.double({ min: 5, max: 15, noNaN: true }),
        fc.option(fc.integer({ min: 150, max: 2_400 })),
        (version, wanted, dpi) => {
          const symbol = { version, size: 17 + 4 * version }
          try {
            expect(printedSymbol(symbol, wanted, dpi).moduleMm).toBeGreaterThanOrEqual(0.396 - 1e-9)
          } catch (error) {
            if (!(error instanceof InputError)) throw error
            const needed = Number(/needs ([0-9.]+) mm/.exec(error.message)?.[1])
            const taken = printedSymbol(symbol, needed, dpi)
            expect(taken.moduleMm).toBeGreaterThanOrEqual(0.396 - 1e-9)
            expect(taken.widthMm).toBeLessThanOrEqual(needed + 1e-6)
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
