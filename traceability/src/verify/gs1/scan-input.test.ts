import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fastestOf } from '../../testing/fastest-of.ts'
import { CROCKFORD_ALPHABET } from '../crockford.ts'
import { buildDigitalLink } from './digital-link.ts'
import { readScanInput } from './scan-input.ts'

const CODE = '01ABCDEFGHJKMN0P'
const GTIN = '02503219876544'
const GS = '\u001D'
const unit = (gtin: string | null = null) => ({ kind: 'unit', code: CODE, gtin })

const anyCode = fc
  .array(fc.constantFrom(...CROCKFORD_ALPHABET), { minLength: 16, maxLength: 16 })
  .map((letters) => letters.join(''))

describe('what was typed, pasted or scanned', () => {
  it.each([
    ['as printed', CODE],
    ['in lower case and groups', '01ab-cdef ghjk.mn0p'],
    ['with look-alike letters', 'OIABCDEFGHJKMNoP'],
    ['in full-width characters', '０１ＡＢＣＤＥＦＧＨＪＫＭＮ０Ｐ'],
    ['as the address of its page, any host', `https://any.example/q/${CODE}`],
    ['as the upper-case address of the label', `HTTPS://OCOP.VN/Q/${CODE}`],
    ['as an address with a query, a fragment and a slash', `https://ocop.vn/q/${CODE}/?utm=zalo#top`],
    ['as an address in a sentence', `Mã tem: https://ocop.vn/q/${CODE}, cảm ơn!`],
    ['as an address in brackets on a second line', `xem tem\n(https://ocop.vn/q/${CODE})`],
    ['in groups in a sentence', 'Mã của tôi là 01AB-CDEF-GHJK-MN0P, nhờ kiểm tra giúp'],
    ['in one piece in a sentence', `tem số ${CODE} nhé`],
    ['twice the same in a sentence', `${CODE} (viết lại: 01AB CDEF GHJK MN0P) tem`],
    ['percent-encoded', encodeURIComponent(`https://ocop.vn/q/${CODE}?a=1`)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(`https://ocop.vn/q/${CODE}`))],
    ['percent-encoded in a path', `https://ocop.vn/q/01AB%2DCDEF%20GHJK%2DMN0P`],
    ['behind /21/ without a GTIN', `https://ocop.vn/x/21/${CODE}`],
  ])('is a unit: its code %s', (_, text) => {
    expect(readScanInput(text)).toEqual(unit())
  })

  it.each([
    ['on any host', `https://any.example/01/${GTIN}/21/${CODE}`],
    ['in the upper case of the label', `HTTPS://OCOP.VN/01/${GTIN}/21/${CODE}`],
    ['with the mixed case of a phone', `Https://Ocop.vn/01/${GTIN}/21/${CODE.toLowerCase()}`],
    ['without scheme', `ocop.vn/01/${GTIN}/21/${CODE}`],
    ['with a stem, a variant and a lot', `https://ocop.vn/vi/01/${GTIN}/22/A/10/L1/21/${CODE}`],
    ['with a short GTIN', `https://ocop.vn/01/${GTIN.slice(1)}/21/${CODE}`],
    ['with a slash at the end', `https://ocop.vn/01/${GTIN}/21/${CODE}/`],
    ['with attributes and foreign parameters', `https://ocop.vn/01/${GTIN}/21/${CODE}?17=271231&fbclid=x#a`],
    ['with separators in the code', `https://ocop.vn/01/${GTIN}/21/01ab%20cdef%20ghjk%20mn0p`],
    ['percent-encoded whole', encodeURIComponent(`https://ocop.vn/01/${GTIN}/21/${CODE}`)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(`https://ocop.vn/01/${GTIN}/21/${CODE}`))],
    ['in a sentence', `Xem https://ocop.vn/01/${GTIN}/21/${CODE}.`],
    [
      'in full-width characters',
      `https://ocop.vn/01/${GTIN.replace(/\d/g, (d) => '０１２３４５６７８９'.charAt(+d))}/21/${CODE}`,
    ],
    ['as elements in brackets', `(01)${GTIN}(21)${CODE}`],
    ['as elements in brackets with spaces', `(01) ${GTIN} (21) ${CODE}`.replaceAll(') ', ')')],
    ['as a scanner sends GS1 DataMatrix', `]d201${GTIN}21${CODE}`],
    ['as a scanner sends GS1-128 with FNC1', `]C101${GTIN}10L1${GS}21${CODE}`],
    ['with FNC1 in front', `${GS}01${GTIN}21${CODE}${GS}17271231`],
    ['with the printable sign for FNC1', `\u241D01${GTIN}10L1\u241D21${CODE}`],
    ['as a scanner that drops FNC1 sends it', `01${GTIN}21${CODE}`],
  ])('is a unit with its GTIN: %s', (_, text) => {
    expect(readScanInput(text)).toEqual(unit(GTIN))
  })

  it('keeps the code when the GTIN before it has a wrong digit', () => {
    expect(readScanInput(`https://ocop.vn/01/02503219876540/21/${CODE}`)).toEqual(unit())
  })

  it.each([
    ['14 digits', GTIN],
    ['13 digits in groups', '2 503219 876544'],
    ['8 digits', '96385074'],
    ['full-width digits', '９６３８５０７４'],
    ['a link', `https://ocop.vn/01/${GTIN}`],
    ['a link with a short GTIN and foreign parameters', `https://ocop.vn/01/${GTIN.slice(1)}?utm_source=zalo`],
    ['an element in brackets', `(01)${GTIN}`],
    ['an element as scanned', `]e001${GTIN}`],
  ])('is a GTIN: %s', (_, text) => {
    const gtin = /9638|９６/.test(text) ? '00000096385074' : GTIN
    expect(readScanInput(text)).toEqual({ kind: 'gtin', gtin })
  })

  it.each([
    ['a lot', `https://ocop.vn/01/${GTIN}/10/LOT%2F1`, [{ ai: '10', value: 'LOT/1' }], []],
    ['a lot in a sentence', `lô https://ocop.vn/01/${GTIN}/10/LO1, ngon`, [{ ai: '10', value: 'LO1' }], []],
    ['a lot as elements', `(10)L1(01)${GTIN}(17)271231`, [{ ai: '10', value: 'L1' }], [{ ai: '17', value: '271231' }]],
    ['a serial of somebody else', `https://x.vn/01/${GTIN}/21/A-1`, [{ ai: '21', value: 'A-1' }], []],
    ['a date', `https://x.vn/01/${GTIN}?17=271231`, [], [{ ai: '17', value: '271231' }]],
  ])('is a Digital Link: %s', (_, text, qualifiers, attributes) => {
    const link = { primaryKey: { ai: '01', value: GTIN }, qualifiers, attributes }
    expect(readScanInput(text)).toEqual({ kind: 'digital_link', link })
  })

  it('is a Digital Link of another key', () => {
    const link = { primaryKey: { ai: '414', value: '9520123456788' }, qualifiers: [], attributes: [] }
    expect(readScanInput('https://x.vn/414/9520123456788')).toEqual({ kind: 'digital_link', link })
    expect(readScanInput('x.vn/414/9520123456788/')).toEqual({ kind: 'digital_link', link })
  })

  it.each([
    ['nothing', ''],
    ['a sentence', 'Xin chào, mật ong này có thật không?'],
    ['two codes', `${CODE} và 02ABCDEFGHJKMN0P`],
    ['a GTIN with a wrong digit', '02503219876540'],
    ['fifteen characters', CODE.slice(1)],
    ['a link with a wrong check digit', 'https://ocop.vn/01/02503219876540'],
    ['a link with a lot twice', `https://ocop.vn/01/${GTIN}/10/A?10=A`],
    ['elements without a key', '(10)L1'],
    ['four words of four letters in a sentence', 'Hello, does this code work?'],
    ['a phone number', '+84 912 345 678'],
    ['a broken percent sign', '%E0%A4%A'],
    ['a script', '<script>alert(1)</script>'],
    ['SQL', "' OR 1=1--"],
    ['five thousand characters', 'A'.repeat(5_000)],
  ])('is unknown: %s', (_, text) => {
    expect(readScanInput(text)).toEqual({ kind: 'unknown' })
  })

  it('reads every code out of every form it is printed in', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const primaryKey = { ai: '01', value: GTIN }
        const link = { primaryKey, qualifiers: [{ ai: '21', value: code }], attributes: [] }
        const printed = buildDigitalLink(link, 'https://ocop.vn')
        expect(readScanInput(printed.toUpperCase())).toEqual({ kind: 'unit', code, gtin: GTIN })
        expect(readScanInput(`https://ocop.vn/q/${code}`)).toEqual({ kind: 'unit', code, gtin: null })
      }),
    )
  })

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      'https://',
      '/01/',
      GTIN,
      '/21/',
      CODE,
      '(01)',
      '(21)',
      GS,
      ']d2',
      '%25',
      '%',
      '?',
      ' ',
    )
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 12 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readScanInput(text)
        if (read.kind === 'unit') expect(read.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
        if (read.kind === 'gtin') expect(read.gtin).toMatch(/^[0-9]{14}$/)
      }),
      { numRuns: 5_000 },
    )
  })

  it('answers a hostile text of the longest length in a moment', async () => {
    const hostile = ['a/'.repeat(1_024), 'a'.repeat(2_048), '/01/1'.repeat(409), '(01)'.repeat(512), '%25'.repeat(682)]
    expect(await fastestOf(() => hostile.map(readScanInput))).toBeLessThan(1_000)
  })
})
