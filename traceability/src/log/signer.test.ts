import { describe, expect, it } from 'vitest'
import { openCheckpoint } from '../verify/checkpoint.ts'
import { emptyRoot } from '../verify/merkle.ts'
import { parseVerifierKey } from '../verify/signed-note.ts'
import { createLogSigner } from './signer.ts'

const ORIGIN = 'trace.test/log'
const [first, second, third] = ['11', '22', '33'].map((byte) => byte.repeat(32)) as [string, string, string]
const keyOf = (vkey: string | undefined) => {
  const parsed = parseVerifierKey(vkey ?? '')
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.key
}

describe('signing checkpoints', () => {
  it('makes the public key of a seed as RFC 8032 section 7.1 TEST 1 gives it', () => {
    const { keys } = createLogSigner(ORIGIN, { 0: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60' })
    expect(Buffer.from(keys[0]?.publicKey ?? []).toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
  })

  it('signs what the published verifier key verifies, and always the same', () => {
    const signer = createLogSigner(ORIGIN, { 0: first })
    const note = signer.sign(0, emptyRoot())
    expect(signer.sign(0, emptyRoot())).toBe(note)
    expect(openCheckpoint(note, ORIGIN, signer.vkeys.map(keyOf))).toMatchObject({
      ok: true,
      checkpoint: { origin: ORIGIN, size: 0, root: emptyRoot() },
    })
  })

  it('rotates: during the overlap holders of the old key and of the new one verify the same checkpoint', () => {
    const rings: Record<number, string>[] = [{ 0: first }, { 0: first, 1: second }, { 1: second }]
    const [before, overlap, after] = rings.map((seeds) => createLogSigner(ORIGIN, seeds))
    const [oldKey, newKey] = [keyOf(before?.vkeys[0]), keyOf(after?.vkeys[0])]
    const note = overlap?.sign(3, emptyRoot()) ?? ''
    expect(overlap?.keys).toEqual([oldKey, newKey])
    for (const trusted of [[oldKey], [newKey], [oldKey, newKey]]) {
      expect(openCheckpoint(note, ORIGIN, trusted).ok).toBe(true)
    }
    expect(openCheckpoint(before?.sign(3, emptyRoot()) ?? '', ORIGIN, [newKey]).ok).toBe(false)
    expect(openCheckpoint(after?.sign(3, emptyRoot()) ?? '', ORIGIN, [oldKey]).ok).toBe(false)
    expect(openCheckpoint(note, ORIGIN, createLogSigner(ORIGIN, { 0: third }).keys).ok).toBe(false)
  })

  it('names the wrong key or origin and shows no secret', () => {
    const secret = 'not-a-key-but-a-secret'
    expect(() => createLogSigner(ORIGIN, { 0: first, 7: secret })).toThrow(
      expect.objectContaining({ field: '7', message: 'must be 64 hex characters' }),
    )
    expect(() => createLogSigner(ORIGIN, {})).toThrow('there must be 1 to 16 keys')
    for (const origin of ['', 'https://trace.test/log', 'trace.test/log/', 'a b', 'a+b', 'log\n']) {
      expect(() => createLogSigner(origin, { 0: first })).toThrow(expect.objectContaining({ field: 'origin' }))
    }
  })
})
