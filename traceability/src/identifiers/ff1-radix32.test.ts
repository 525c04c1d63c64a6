import { FF1 } from '@noble/ciphers/ff1.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ff1Radix32 } from './ff1-radix32.ts'

const KEY = '2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94'
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

// NIST, "Examples with intermediate values" for SP 800-38G, FF1 samples 1 to 9: key bytes, radix, tweak, plain, cipher.
const SAMPLES: [number, number, string, string, string][] = [
  [16, 10, '', '0123456789', '2433477484'],
  [16, 10, '39383736353433323130', '0123456789', '6124200773'],
  [16, 36, '3737373770717273373737', '0123456789abcdefghi', 'a9tv40mll9kdu509eum'],
  [24, 10, '', '0123456789', '2830668132'],
  [24, 10, '39383736353433323130', '0123456789', '2496655549'],
  [24, 36, '3737373770717273373737', '0123456789abcdefghi', 'xbj3kv35jrawxv32ysr'],
  [32, 10, '', '0123456789', '6657667009'],
  [32, 10, '39383736353433323130', '0123456789', '1001623463'],
  [32, 36, '3737373770717273373737', '0123456789abcdefghi', 'xs8a0azh2avyalyzuwd'],
]

const numerals = (text: string) => [...text].map((digit) => DIGITS.indexOf(digit))
const base32 = (value: number, length: number) =>
  Array.from({ length }, (_, i) => Math.floor(value / 32 ** (length - 1 - i)) % 32)

const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 })
const anyHalves = fc.record({
  left: fc.integer({ min: 0, max: 2 ** 35 - 1 }),
  right: fc.integer({ min: 0, max: 2 ** 40 - 1 }),
})

describe('FF1 (NIST SP 800-38G)', () => {
  it.each(SAMPLES)(
    'reference implementation: sample with a %i-byte key, radix %i, tweak "%s"',
    (size, radix, tweak, plain, secret) => {
      const ff1 = FF1(radix, Buffer.from(KEY, 'hex').subarray(0, size), Buffer.from(tweak, 'hex'))
      expect(ff1.encrypt(numerals(plain))).toEqual(numerals(secret))
      expect(ff1.decrypt(numerals(secret))).toEqual(numerals(plain))
    },
  )

  it('ours equals the reference for every key, tweak and number', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(255), anyHalves, (key, tweak, plain) => {
        const reference = FF1(32, key, Uint8Array.of(tweak))
        const secret = ff1Radix32(key, tweak).encrypt(plain)
        expect([...base32(secret.left, 7), ...base32(secret.right, 8)]).toEqual(
          reference.encrypt([...base32(plain.left, 7), ...base32(plain.right, 8)]),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  it('decrypts what it encrypted, at the edges too', () => {
    const cipher = ff1Radix32(Buffer.from(KEY, 'hex'), 0)
    const edges = [0, 1, 2 ** 35 - 1].flatMap((left) => [0, 1, 2 ** 40 - 1].map((right) => ({ left, right })))
    for (const plain of edges) expect(cipher.decrypt(cipher.encrypt(plain))).toEqual(plain)
    fc.assert(
      fc.property(anyHalves, (plain) => {
        expect(cipher.decrypt(cipher.encrypt(plain))).toEqual(plain)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    { left: -1, right: 0 },
    { left: 2 ** 35, right: 0 },
    { left: 0, right: 2 ** 40 },
    { left: 0.5, right: 0 },
  ])('refuses a number outside its half: %o', (halves) => {
    expect(() => ff1Radix32(Buffer.from(KEY, 'hex'), 0).encrypt(halves)).toThrow(RangeError)
  })
})
