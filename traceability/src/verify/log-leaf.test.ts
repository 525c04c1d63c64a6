import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHashOf, isLeafKind, LEAF_KINDS, leafKindOf, logEntry } from './log-leaf.ts'
import { leafHash } from './merkle.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const salt = Uint8Array.from({ length: 16 }, (_, i) => i)

describe('the bytes of a leaf', () => {
  it('are fixed for ever: version, kind, and the hash that commits to salt and content', () => {
    const contentHash = contentHashOf('Quyết định 120/QĐ-UBND')
    expect(hex(contentHash)).toBe(createHash('sha256').update('Quyết định 120/QĐ-UBND').digest('hex'))
    const entry = logEntry({ kind: 'decision', salt, contentHash })
    expect(hex(entry)).toBe(
      '0101' +
        createHash('sha256')
          .update(Buffer.concat([Buffer.from('0101', 'hex'), salt, contentHash]))
          .digest('hex'),
    )
    expect(hex(logEntry({ kind: 'status-list', salt, contentHash: new Uint8Array(32) }))).toBe(
      '01041a21d9d71b987cb124a89db7affa1d346f6da6988323e07888ab784fcc3bcd47',
    )
    expect(hex(leafHash(logEntry({ kind: 'event', salt, contentHash: new Uint8Array(32) })))).toBe(
      '6cf2457d6a92e50d501e1c7e3bac3c81f93d9ed33d8e3fc2e20abb37e6fdc7fd',
    )
  })

  it('have numbers for kinds that are never given to another', () => {
    expect(LEAF_KINDS).toEqual({ decision: 1, 'label-batch': 2, event: 3, 'status-list': 4 })
    expect([1, 2, 3, 4].map(leafKindOf)).toEqual(['decision', 'label-batch', 'event', 'status-list'])
    expect([0, 5, 255].map(leafKindOf)).toEqual([null, null, null])
    expect(['event', 'Event', 'toString', '__proto__', ''].map(isLeafKind)).toEqual([true, false, false, false, false])
  })

  it('differ with every bit of salt and content, and with the kind', () => {
    const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(hashes, fc.nat(127), fc.nat(255), (contentHash, saltBit, contentBit) => {
        const flipped = (bytes: Uint8Array, bit: number) =>
          bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
        const entries = [
          logEntry({ kind: 'event', salt, contentHash }),
          logEntry({ kind: 'decision', salt, contentHash }),
          logEntry({ kind: 'event', salt: flipped(salt, saltBit), contentHash }),
          logEntry({ kind: 'event', salt, contentHash: flipped(contentHash, contentBit) }),
        ]
        expect(new Set(entries.map(hex)).size).toBe(4)
        expect(entries.every((entry) => entry.length === 34)).toBe(true)
      }),
    )
  })

  it('refuse salts and hashes of another length', () => {
    expect(() => logEntry({ kind: 'event', salt: new Uint8Array(15), contentHash: new Uint8Array(32) })).toThrow(
      'The salt must have 16 bytes',
    )
    expect(() => logEntry({ kind: 'event', salt, contentHash: new Uint8Array(33) })).toThrow(
      'The content hash must have 32 bytes',
    )
  })
})
