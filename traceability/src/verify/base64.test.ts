import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64Of, bytesOfBase64 } from './base64.ts'

describe('standard Base 64 (RFC 4648 section 4)', () => {
  it('gives the test vectors of RFC 4648 section 10', () => {
    const vectors = {
      '': '',
      f: 'Zg==',
      fo: 'Zm8=',
      foo: 'Zm9v',
      foob: 'Zm9vYg==',
      fooba: 'Zm9vYmE=',
      foobar: 'Zm9vYmFy',
    }
    for (const [plain, encoded] of Object.entries(vectors)) {
      expect(base64Of(new TextEncoder().encode(plain))).toBe(encoded)
      expect(bytesOfBase64(encoded)).toEqual(new TextEncoder().encode(plain))
    }
  })

  it('agrees with Node on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = base64Of(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(bytesOfBase64(text)).toEqual(bytes)
      }),
    )
  })

  it.each(['Zg', 'Zg=', 'Zg===', 'Zh==', 'Zm9=', 'Z=g=', '=Zg=', 'Zm8-', 'Zm8_', 'Zm 8', 'Zm9v\n', '====', 'Zg==Zg=='])(
    'refuses %j, so that one byte string has one text',
    (text) => {
      expect(bytesOfBase64(text)).toBeNull()
    },
  )

  it('reads a text only when it writes the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AZaz09+/=B-'), maxLength: 12 }), (text) => {
        const bytes = bytesOfBase64(text)
        return bytes === null || base64Of(bytes) === text
      }),
      { numRuns: 5_000 },
    )
  })
})
