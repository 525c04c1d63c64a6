import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyEd25519 } from './ed25519.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

/** Public key, message and signature of RFC 8032 section 7.1. */
const VECTORS: [string, string, string, string][] = [
  [
    'TEST 1',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    'TEST 2',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'TEST 3',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
]

describe('Ed25519 (RFC 8032)', () => {
  it.each(VECTORS)('accepts section 7.1 %s and refuses it after any flipped bit', (_, key, message, signature) => {
    const parts = [bytes(signature), bytes(message), bytes(key)] as const
    expect(verifyEd25519(...parts)).toBe(true)
    for (const part of parts) {
      for (const [i, byte] of part.entries()) {
        part[i] = byte ^ (1 << (i % 8))
        expect(verifyEd25519(...parts)).toBe(false)
        part[i] = byte
      }
    }
  })

  it('accepts what OpenSSL signs', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    for (const length of [0, 1, 100, 10_000]) {
      const message = Buffer.alloc(length, 'x')
      expect(verifyEd25519(sign(null, message, privateKey), message, key)).toBe(true)
    }
  })

  it('gives false, and does not throw, for wrong lengths and for points off the curve', () => {
    expect(verifyEd25519(new Uint8Array(63), new Uint8Array(0), new Uint8Array(32))).toBe(false)
    expect(verifyEd25519(new Uint8Array(64), new Uint8Array(0), new Uint8Array(31))).toBe(false)
    expect(verifyEd25519(new Uint8Array(64), new Uint8Array(0), new Uint8Array(32).fill(0xff))).toBe(false)
  })
})
