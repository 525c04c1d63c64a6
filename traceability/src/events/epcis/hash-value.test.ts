import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalNumber, canonicalText, sortByCodePoint } from './hash-value.ts'
import { namespacesOf } from './json-ld-context.ts'

const namespaces = namespacesOf([{ sao: 'https://saolang.vn/voc/' }, { con: 'sao:con/' }])

describe('a text value', () => {
  it.each([
    ['sao:drying', 'https://saolang.vn/voc/drying'],
    ['con:x', 'https://saolang.vn/voc/con/x'],
    ['gs1:Temperature', 'https://gs1.org/voc/Temperature'],
    ['sao://x', 'sao://x'],
    ['  sen hồng ', 'sen hồng'],
    ['urn:epcglobal:cbv:bizstep:shipping', 'https://ref.gs1.org/cbv/BizStep-shipping'],
    ['urn:epcglobal:cbv:er:incorrect_data', 'https://ref.gs1.org/cbv/ER-incorrect_data'],
    ['urn:epcglobal:cbv:bt:9521321000018:PO-7', 'urn:epcglobal:cbv:bt:9521321000018:PO-7'],
    ['urn:epc:id:sgln:9521321.00001.0', 'https://id.gs1.org/414/9521321000018'],
    ['1.50', '1.5'],
    ['+007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0.0', '0'],
    ['1e3', '1000'],
    ['0.00002', '2e-05'],
    ['1.5E-12', '1.5e-12'],
    ['340123453111111115', '340123453111111104'],
    ['1e999', '1e999'],
    ['12kg', '12kg'],
    ['0x10', '0x10'],
    ['1_000', '1_000'],
    ['2026-10-15', '2026-10-15'],
    ['Infinity', 'Infinity'],
    ['', ''],
  ])('%j is %j in the pre-hash string', (value, canonical) => {
    expect(canonicalText(value, namespaces)).toBe(canonical)
  })
})

describe('a long text', () => {
  it.each(['1'.repeat(1_000_000), '/01'.repeat(1_000_000), ' \t'.repeat(1_000_000)])('takes no long time', (text) => {
    const started = performance.now()
    for (const value of [`${text}x`, `https://x.vn${text}`, `urn:epc:id:sgtin:${text}`])
      canonicalText(value, namespaces)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('a number', () => {
  it.each([
    [1, '1'],
    [-0, '0'],
    [26.1, '26.1'],
    [1e21, '1000000000000000000000'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [-1.25e-7, '-1.25e-07'],
    [1e-100, '1e-100'],
  ])('%d is %s', (value, text) => {
    expect(canonicalNumber(value)).toBe(text)
  })

  it('is the same sent as number or as text, with any zeros around it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(canonicalText(JSON.stringify(value), namespaces)).toBe(canonicalNumber(value))
        expect(Number(canonicalNumber(value))).toBe(value === 0 ? 0 : value)
      }),
    )
    expect(canonicalText('012.3400', namespaces)).toBe(canonicalNumber(12.34))
  })
})

describe('sorting', () => {
  it('goes by code point, also beyond the basic plane', () => {
    expect(sortByCodePoint(['\u{1F33E}', '\uFF01', 'ố', 'a', '{', 'Z'])).toEqual([
      'Z',
      'a',
      '{',
      'ố',
      '\uFF01',
      '\u{1F33E}',
    ])
  })

  it('agrees with the order of the bytes in UTF-8', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 6 }), (texts) => {
        const byBytes = [...texts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        expect(sortByCodePoint([...texts])).toEqual(byBytes)
      }),
    )
  })
})
