import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseStrictJson } from './strict-json.ts'

const parse = (text: string) => parseStrictJson(new TextEncoder().encode(text))
const faultOf = (text: string) => {
  const parsed = parse(text)
  return parsed.ok ? null : parsed.fault
}

describe('strict JSON', () => {
  it('reads every document that JSON.stringify writes, as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) })
        expect(parse(JSON.stringify(value, null, 2))).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  it.each([
    ['side by side', '{"alg":"EdDSA","alg":"none"}'],
    ['spelled with an escape', '{"alg":"EdDSA","\\u0061lg":"none"}'],
    ['deep inside', '{"a":[{"b":{"c":1,"d":2,"c":3}}]}'],
    ['with other members between', '{"a":{"x":"}"},"b":[1,"{",2],"a":1}'],
    ['after a string that holds a quote', '{"a":"\\",\\"a\\":","b":1,"b":2}'],
  ])('refuses a member twice, %s', (_, text) => {
    expect(faultOf(text)).toBe('duplicate_member')
  })

  it.each([
    ['the same name in two objects', '[{"a":1},{"a":{"a":[{"a":2}]}}]'],
    ['a name that is also a value', '{"a":"a","b":["a","a","b"]}'],
    ['names in values', '{"a":"\\"a\\":1","b":2}'],
  ])('takes %s', (_, text) => {
    expect(faultOf(text)).toBeNull()
  })

  it.each([
    ['nothing', ''],
    ['half a document', '{"a":'],
    ['a trailing comma', '{"a":1,}'],
    ['a byte order mark', '\uFEFF{}'],
  ])('refuses %s', (_, text) => {
    expect(faultOf(text)).toBe('not_json')
  })

  it('refuses bytes that are no UTF-8', () => {
    expect(parseStrictJson(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ ok: false, fault: 'not_json' })
  })

  it('reads 64 levels and refuses 65, and 100,000', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect(faultOf(nested(64))).toBeNull()
    expect(faultOf(nested(65))).toBe('too_deep')
    expect(faultOf(nested(100_000))).not.toBeNull()
  })
})
