import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../testing/csv.ts'
import { csvText } from './csv.ts'

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[a-z",\r\n' =+@-]{0,12}$/),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)

describe('CSV (RFC 4180)', () => {
  it('comes back as it went in, but for an apostrophe before what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 6 }), (rows) => {
        const read = parseCsv(csvText(['a', 'b'], rows))
        const expected = rows.map((row) =>
          row.map((each) => {
            if (typeof each !== 'string') return each === null ? '' : String(each)
            return /^[=+\-@\t\r]/.test(each) ? `'${each}` : each
          }),
        )
        expect(read).toEqual([['a', 'b'], ...expected])
      }),
    )
  })

  it('begins with a byte order mark and ends every line with CRLF', () => {
    expect(csvText(['Lô', 'Lượng'], [['A', 1.5]])).toBe('\u{FEFF}Lô,Lượng\r\nA,1.5\r\n')
  })

  it('never gives a spreadsheet a formula that a producer typed', () => {
    const text = csvText(['ghi chú'], [['=HYPERLINK("https://evil.test")'], ['+84 912'], ['-5 độ'], ['@x']])
    for (const [first] of parseCsv(text).slice(1)) expect(first?.startsWith("'")).toBe(true)
    expect(csvText(['n'], [[-5]])).toContain('-5\r\n')
  })
})
