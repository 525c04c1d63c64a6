import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CROCKFORD_ALPHABET } from './crockford.ts'
import { formatUnitCode, readUnitCode } from './unit-code-text.ts'

const CODE = '01ABCDEFGHJKMN0P'
const anyCode = fc
  .array(fc.constantFrom(...CROCKFORD_ALPHABET), { minLength: 16, maxLength: 16 })
  .map((c) => c.join(''))

describe('reading a typed code', () => {
  it.each([
    ['as printed', CODE],
    ['in lower case', CODE.toLowerCase()],
    ['in groups with dashes', '01AB-CDEF-GHJK-MN0P'],
    ['in groups with spaces and a line break', ' 01AB CDEF\nGHJK MN0P '],
    ['with a long dash and a no-break space', '01AB–CDEF\u00A0GHJK—MN0P'],
    ['with invisible characters of a messenger', `\u200B${CODE}\uFEFF`],
    ['with the letter O for zero', 'O1ABCDEFGHJKMNoP'],
    ['with I and l for one', 'OIABCDEFGHJKMN0P'],
    ['with a small L for one', '0lABCDEFGHJKMN0P'],
    ['in full-width letters', '０１ＡＢＣＤＥＦＧＨＪＫＭＮ０Ｐ'],
    ['as the scan page URL', `https://shop.test/q/${CODE}`],
    ['as the upper-case URL of the QR', `HTTPS://SHOP.TEST/Q/${CODE}`],
    ['as a URL with a tracking query and a fragment', `https://shop.test/q/${CODE}?fbclid=abc&q=1#top`],
    ['as a URL with a trailing slash', `https://shop.test/q/${CODE}/`],
    ['percent-encoded', encodeURIComponent('01AB CDEF GHJK MN0P')],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(`https://shop.test/q/${CODE}`))],
  ])('reads a code %s', (_, text) => {
    expect(readUnitCode(text)).toBe(CODE)
  })

  it.each([
    ['nothing', ''],
    ['fifteen characters', CODE.slice(1)],
    ['seventeen characters', `${CODE}0`],
    ['the letter U, which is not in the alphabet', 'U1ABCDEFGHJKMN0P'],
    ['a NUL', '%00'],
    ['a path', '..%2f..%2fetc%2fpasswd'],
    ['a script', '<script>alert(1)</script>'],
    ['an emoji', '🐝'],
    ['SQL', "' OR 1=1--"],
    ['a broken percent sign', '%E0%A4%A'],
    ['five thousand characters', 'A'.repeat(5000)],
    ['sixteen Vietnamese letters', 'Đ'.repeat(16)],
  ])('refuses %s', (_, text) => {
    expect(readUnitCode(text)).toBeNull()
  })

  it('gives back what it formatted, for every code', () => {
    fc.assert(fc.property(anyCode, (code) => readUnitCode(formatUnitCode(code)) === code))
  })

  it('reads every look-alike in every place', () => {
    fc.assert(
      fc.property(anyCode, fc.infiniteStream(fc.nat(3)), (code, choice) => {
        const typed = [...code].map((c) => {
          const pick = choice.next().value ?? 0
          if (c === '0') return ['0', 'O', 'o', '0'][pick]
          if (c === '1') return ['I', 'i', 'L', 'l'][pick]
          return pick % 2 ? c.toLowerCase() : c
        })
        return readUnitCode(typed.join('')) === code
      }),
    )
  })

  it('never throws and gives a canonical code or null, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const code = readUnitCode(text)
        return code === null || /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code)
      }),
      { numRuns: 2_000 },
    )
  })
})
