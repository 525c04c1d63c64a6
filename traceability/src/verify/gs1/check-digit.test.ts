import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkDigit,
  gln,
  gtin14,
  hasValidCheckDigit,
  isIssuedInVietnam,
  isRestrictedCirculation,
} from './check-digit.ts'

describe('the GS1 check digit (weights 3 and 1 from the right, modulo 10)', () => {
  it.each([
    ['GTIN-8', '9638507', '4'],
    ['GTIN-12', '61414100001', '2'],
    ['GTIN-13', '629104150021', '3'],
    ['GTIN-14', '0950600013435', '2'],
    ['GLN', '952012345678', '8'],
    ['SSCC', '37610425002123456', '9'],
    ['GSRN', '79526064668851463', '4'],
  ])('of a %s', (_, body, digit) => {
    expect(checkDigit(body)).toBe(digit)
    expect(hasValidCheckDigit(body + digit)).toBe(true)
  })

  it('is one of ten, and no other digit passes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{7,17}$/), (body) => {
        const right = [...'0123456789'].filter((digit) => hasValidCheckDigit(body + digit))
        expect(right).toEqual([checkDigit(body)])
      }),
    )
  })

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{13}$/), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const wrong = body.slice(0, at) + ((Number(body.charAt(at)) + by) % 10) + body.slice(at + 1)
        expect(hasValidCheckDigit(wrong + checkDigit(body))).toBe(false)
      }),
    )
  })

  it.each(['', '12a4', '１２３', '1 2', '-1'])('is not counted over %j', (text) => {
    expect(() => checkDigit(text)).toThrow(RangeError)
    expect(hasValidCheckDigit(text)).toBe(false)
  })

  it('needs at least one digit before it', () => {
    expect(hasValidCheckDigit('0')).toBe(false)
  })
})

describe('a GTIN as 14 digits', () => {
  it.each([
    ['96385074', '00000096385074'],
    ['614141000012', '00614141000012'],
    ['6291041500213', '06291041500213'],
    ['09506000134352', '09506000134352'],
    ['629-1041 500213', '06291041500213'],
  ])('reads %s', (text, digits) => {
    expect(gtin14(text)).toBe(digits)
  })

  it.each([
    '',
    '6291041500214',
    '629104150021',
    '62910415002133',
    '629104150021x',
    '123456789',
    '６２９１０４１５００２１３',
  ])('refuses %j', (text) => {
    expect(gtin14(text)).toBeNull()
  })

  it('keeps a GLN at 13 digits', () => {
    expect(gln('952 0123456788')).toBe('9520123456788')
    expect(gln('9520123456789')).toBeNull()
    expect(gln('09506000134352')).toBeNull()
  })
})

describe('restricted circulation (GS1 prefixes 02, 04, 20 to 29)', () => {
  const gtin13 = (prefix: string) => {
    const body = prefix.padEnd(12, '7')
    return body + checkDigit(body)
  }

  it.each(['020', '029', '040', '049', '200', '250', '299'])('holds for prefix %s', (prefix) => {
    expect(isRestrictedCirculation(gtin13(prefix))).toBe(true)
  })

  it.each(['019', '030', '039', '050', '199', '300', '893', '978'])('does not hold for prefix %s', (prefix) => {
    expect(isRestrictedCirculation(gtin13(prefix))).toBe(false)
  })

  it('looks inside a GTIN-14 and at the first digit of a GTIN-8', () => {
    const boxed = `1${gtin13('250').slice(0, 12)}`
    expect(isRestrictedCirculation(boxed + checkDigit(boxed))).toBe(true)
    expect(isRestrictedCirculation(`2012345${checkDigit('2012345')}`)).toBe(true)
    expect(isRestrictedCirculation('96385074')).toBe(false)
  })

  it('knows the prefix of GS1 Vietnam', () => {
    expect(isIssuedInVietnam(gtin13('893'))).toBe(true)
    expect(isIssuedInVietnam(`8931234${checkDigit('8931234')}`)).toBe(true)
    expect(isIssuedInVietnam(gtin13('894'))).toBe(false)
  })

  it('refuses to judge what is no GTIN', () => {
    expect(() => isRestrictedCirculation('8930000000000')).toThrow(RangeError)
    expect(() => isIssuedInVietnam('hello')).toThrow(RangeError)
  })
})
