import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64url, encodeBase64url } from './base64url.ts'

describe('base64url (RFC 4648 section 5)', () => {
  it('agrees with Node for every sequence of bytes, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url')
        expect(encodeBase64url(bytes)).toBe(text)
        expect(decodeBase64url(text)).toEqual(new Uint8Array(bytes))
      }),
    )
  })

  it.each([
    ['padding', 'QQ=='],
    ['letters of plain base64', 'a+/b'],
    ['an impossible length', 'QQQQQ'],
    ['a space', 'QQ QQ'],
    ['a letter outside of ASCII', 'QQQđ'],
  ])('refuses %s', (_, text) => {
    expect(decodeBase64url(text)).toBeNull()
  })

  it('has one spelling for every byte: of all last characters of one byte, the four without unused bits are read', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    expect(letters.filter((letter) => decodeBase64url(`Q${letter}`) !== null)).toEqual(['A', 'Q', 'g', 'w'])
  })

  it('refuses or spells back the same text, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ABCabc019-_+=. '), maxLength: 12 })
    fc.assert(
      fc.property(text, (each) => {
        const bytes = decodeBase64url(each)
        return bytes === null || encodeBase64url(bytes) === each
      }),
      { numRuns: 2_000 },
    )
  })
})
