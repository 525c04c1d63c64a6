import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatProductCode,
  type ProductCode,
  ProductCodeError,
  type ProductCodeFormat,
  parseProductCode,
  registrationNumber,
} from './product-code.ts'

const field = (name: ProductCodeFormat['fields'][number]['name'], minDigits: number, maxDigits = minDigits) => ({
  ...{ name, minDigits, maxDigits },
})
const NEW: ProductCodeFormat = {
  ...{ format: 'new', separator: '-', unitCodes: { vi: 'mới', en: 'new' }, years: { from: 2026, to: null } },
  fields: [field('province', 2), field('commune', 5), field('serial', 1, 5), field('year', 4)],
  registration: '{serial}/PĐK-{province}-{commune}-{year}',
}
const OLD: ProductCodeFormat = {
  ...{ format: 'old', separator: '-', unitCodes: { vi: 'cũ', en: 'old' }, years: { from: 2019, to: 2026 } },
  fields: [field('province', 2), field('district', 3), field('commune', 5), field('serial', 1, 5), field('year', 4)],
  registration: null,
}
const FORMATS = [NEW, OLD]

function refusal(text: string): [string, string | null] | null {
  try {
    parseProductCode(text, FORMATS)
    return null
  } catch (error) {
    if (error instanceof ProductCodeError) return [error.code, error.field]
    throw error
  }
}

describe('product codes of both forms stand on labels side by side', () => {
  it('the old one names the district', () => {
    expect(parseProductCode('83-829-28780-3-2022', FORMATS)).toEqual({
      ...{ format: 'old', province: '83', district: '829', commune: '28780', serial: 3, year: 2022 },
    })
  })

  it('(T)-(X)-(STT)-(20YY): the new one does not (QĐ 26/2026, form 01)', () => {
    expect(parseProductCode('08-00691-0012-2026', FORMATS)).toEqual({
      ...{ format: 'new', province: '08', district: null, commune: '00691', serial: 12, year: 2026 },
    })
  })

  it('as papers print them: spaces and long dashes', () => {
    expect(parseProductCode(' 08 – 00691 – 12 – 2026 ', FORMATS).serial).toBe(12)
  })

  it.each([
    ['', 'empty', null],
    ['08-00691-mười-2026', 'characters', null],
    ['08-00691-2026', 'parts', null],
    ['8-00691-12-2026', 'digits', 'province'],
    ['08-691-12-2026', 'digits', 'commune'],
    ['08-00691-123456-2026', 'digits', 'serial'],
    ['08-00691-12-26', 'digits', 'year'],
    ['08-00691-12-2025', 'year', 'year'],
    ['83-829-28780-3-2027', 'year', 'year'],
    ['83-829-28780-3-2018', 'year', 'year'],
  ])('“%s” is refused: %s', (text, code, name) => {
    expect(refusal(text)).toEqual([code, name])
  })

  it('property: what is written is read back', () => {
    const digits = (n: number) => fc.nat(10 ** n - 1).map((each) => String(each).padStart(n, '0'))
    const codes = fc.record({
      ...{ province: digits(2), district: digits(3), commune: digits(5) },
      ...{ serial: fc.nat(99_999), year: fc.integer({ min: 2019, max: 2026 }) },
    })
    fc.assert(
      fc.property(codes, (given) => {
        const old: ProductCode = { format: 'old', ...given }
        expect(parseProductCode(formatProductCode(old, OLD), FORMATS)).toEqual(old)
        const now: ProductCode = { ...given, format: 'new', district: null, year: 2026 }
        expect(parseProductCode(formatProductCode(now, NEW), FORMATS)).toEqual(now)
      }),
    )
  })

  it('one that does not fit is not written', () => {
    const code = { province: '08', district: null, commune: '691', serial: 1, year: 2026 }
    expect(() => formatProductCode(code, NEW)).toThrow(ProductCodeError)
    expect(() => formatProductCode({ ...code, commune: '00691' }, OLD)).toThrow(ProductCodeError)
  })

  it('a registration slip has a number of its own (form 01)', () => {
    const given = { serial: 12, province: '08', commune: '00691', year: 2026 }
    expect(registrationNumber(given, NEW)).toBe('12/PĐK-08-00691-2026')
    expect(() => registrationNumber(given, OLD)).toThrow(RangeError)
  })
})
