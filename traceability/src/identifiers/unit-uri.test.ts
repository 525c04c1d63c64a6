import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CROCKFORD_ALPHABET } from '../verify/crockford.ts'
import { checkDigit } from '../verify/gs1/check-digit.ts'
import { readScanInput } from '../verify/gs1/scan-input.ts'
import { plainUnitUri, unitUri } from './unit-uri.ts'

const CODE = '0ABCDEFGHJKMNPQR'
const GTIN = '02503219876544'

const anyCode = fc
  .array(fc.constantFrom(...CROCKFORD_ALPHABET), { minLength: 16, maxLength: 16 })
  .map((letters) => letters.join(''))
const anyGtin = fc.stringMatching(/^[0-9]{13}$/).map((body) => body + checkDigit(body))
const anyOrigin = fc.constantFrom('https://ocop.vn', 'http://localhost:3000', 'https://sao_lang.vn'.replace('_', '-'))

describe('the URI of a unit', () => {
  it('is /q/{code} without a GTIN and the Digital Link /01/{gtin}/21/{code} with one', () => {
    expect(plainUnitUri({ origin: 'https://ocop.vn', gtin: null, code: CODE })).toBe(`https://ocop.vn/q/${CODE}`)
    expect(plainUnitUri({ origin: 'https://ocop.vn', gtin: GTIN, code: CODE })).toBe(
      `https://ocop.vn/01/${GTIN}/21/${CODE}`,
    )
  })

  it('is in upper case on a label when that keeps the alphanumeric mode', () => {
    expect(unitUri({ origin: 'https://ocop.vn', gtin: null, code: CODE })).toBe(`HTTPS://OCOP.VN/Q/${CODE}`)
    expect(unitUri({ origin: 'https://ocop.vn', gtin: GTIN, code: CODE })).toBe(`HTTPS://OCOP.VN/01/${GTIN}/21/${CODE}`)
    expect(unitUri({ origin: 'https://sao_lang.vn', gtin: null, code: CODE })).toBe(`https://sao_lang.vn/q/${CODE}`)
  })

  it('with and without a GTIN reads back to the same unit', () => {
    fc.assert(
      fc.property(anyOrigin, anyGtin, anyCode, (origin, gtin, code) => {
        for (const write of [unitUri, plainUnitUri]) {
          expect(readScanInput(write({ origin, gtin, code }))).toEqual({ kind: 'unit', code, gtin })
          expect(readScanInput(write({ origin, gtin: null, code }))).toEqual({ kind: 'unit', code, gtin: null })
        }
      }),
    )
  })

  it('is refused for a GTIN with a wrong check digit', () => {
    expect(() => unitUri({ origin: 'https://ocop.vn', gtin: '02503219876540', code: CODE })).toThrow(
      'The value of AI (01) has a wrong check digit',
    )
  })
})
