import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { base64Of } from './base64.ts'
import { type Checkpoint, formatCheckpoint, openCheckpoint, parseCheckpoint, readCount } from './checkpoint.ts'
import { ED25519, ED25519_COSIGNATURE, formatNote, verifierKey } from './signed-note.ts'

const ROOT = new Uint8Array(32).fill(9)
const ORIGIN = 'log.test/log'
const checkpoint: Checkpoint = { origin: ORIGIN, size: 70_000, root: ROOT, extensions: [] }
const pair = generateKeyPairSync('ed25519')
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)

function signed(text: string, type: number = ED25519): { note: string; key: ReturnType<typeof verifierKey> } {
  const key = verifierKey(ORIGIN, type, publicKey)
  const plain = sign(null, Buffer.from(text), pair.privateKey)
  const cosigned = Buffer.concat([
    Buffer.alloc(8),
    sign(null, Buffer.from(`cosignature/v1\ntime 0\n${text}`), pair.privateKey),
  ])
  const signature = type === ED25519 ? plain : cosigned
  return { note: formatNote({ text, signatures: [{ name: ORIGIN, keyId: key.keyId, signature }] }), key }
}

describe('the text of a checkpoint (C2SP tlog-checkpoint)', () => {
  it('is origin, size and root, one a line', () => {
    const text = formatCheckpoint(checkpoint)
    expect(text).toBe(`${ORIGIN}\n70000\n${base64Of(ROOT)}\n`)
    expect(parseCheckpoint(text)).toEqual({ ok: true, checkpoint })
  })

  it('may have extension lines, which are kept', () => {
    const extended = { ...checkpoint, size: 0, extensions: ['one', 'two'] }
    expect(parseCheckpoint(formatCheckpoint(extended))).toEqual({ ok: true, checkpoint: extended })
  })

  it.each([
    ['no newline at the end', `o\n1\n${base64Of(ROOT)}`],
    ['no origin', `\n1\n${base64Of(ROOT)}\n`],
    ['no root', 'o\n1\n'],
    ['a leading zero', `o\n01\n${base64Of(ROOT)}\n`],
    ['a sign', `o\n+1\n${base64Of(ROOT)}\n`],
    ['a size beyond 2⁵³', `o\n9007199254740993\n${base64Of(ROOT)}\n`],
    ['a short root', `o\n1\n${base64Of(ROOT.slice(1))}\n`],
    ['a root that is no base64', `o\n1\n${'?'.repeat(44)}\n`],
    ['an empty extension line', `o\n1\n${base64Of(ROOT)}\n\n`],
  ])('is refused with %s', (_, text) => {
    expect(parseCheckpoint(text)).toMatchObject({ ok: false, reason: expect.stringMatching(/^The .*checkpoint /) })
  })

  it('is never written for what it cannot hold', () => {
    for (const wrong of [
      { origin: '' },
      { origin: 'a\nb' },
      { size: -1 },
      { size: 1.5 },
      { root: new Uint8Array(3) },
    ]) {
      expect(() => formatCheckpoint({ ...checkpoint, ...wrong })).toThrow(RangeError)
    }
  })

  it('counts in plain decimal numbers', () => {
    expect(['0', '1', '9007199254740991'].map(readCount)).toEqual([0, 1, 2 ** 53 - 1])
    expect(['', '00', '-0', '1e3', ' 1', '١', '9007199254740992'].map(readCount)).toEqual(Array(7).fill(null))
  })
})

describe('opening a checkpoint', () => {
  it('needs a signature of the log and its origin', () => {
    const { note, key } = signed(formatCheckpoint(checkpoint))
    expect(openCheckpoint(note, ORIGIN, [key])).toMatchObject({ ok: true, checkpoint })
    expect(openCheckpoint(note, 'other.test/log', [key])).toMatchObject({ ok: false, reason: /another log/ })
  })

  it('is not satisfied with the cosignature of a witness alone', () => {
    const { note, key } = signed(formatCheckpoint(checkpoint), ED25519_COSIGNATURE)
    expect(openCheckpoint(note, ORIGIN, [key])).toMatchObject({ ok: false, reason: /no signature of the log itself/ })
  })

  it('refuses a signed text that is no checkpoint', () => {
    const { note, key } = signed('hello\n')
    expect(openCheckpoint(note, ORIGIN, [key])).toMatchObject({ ok: false, reason: /three lines/ })
  })
})
