import { describe, expect, it } from 'vitest'
import { signatureOf, tokenSeal } from './signature.ts'

describe('GS1-Signature', () => {
  it('is HMAC-SHA-256 of the body (RFC 4231, test case 2)', () => {
    expect(signatureOf(Buffer.from('what do ya want for nothing?'), 'Jefe')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })
})

describe('a sealed token', () => {
  const seal = tokenSeal('a secret of this service')
  const sealed = seal.seal('13df38d8275b13f05704629e5f1cf3d45d6132d5', 'a')

  it('opens again, and shows nothing before', () => {
    expect(seal.open(sealed, 'a')).toBe('13df38d8275b13f05704629e5f1cf3d45d6132d5')
    expect(sealed.toString('latin1')).not.toContain('13df38')
    expect(seal.seal('13df38d8275b13f05704629e5f1cf3d45d6132d5', 'a').equals(sealed)).toBe(false)
  })

  it('does not open with another secret, for another subscription, cut short, or with any bit flipped', () => {
    expect(tokenSeal('another secret').open(sealed, 'a')).toBeNull()
    expect(seal.open(sealed, 'b')).toBeNull()
    for (let length = 0; length < sealed.length; length++) expect(seal.open(sealed.subarray(0, length), 'a')).toBeNull()
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(seal.open(changed, 'a')).toBeNull()
    }
  })
})
