import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLogSigner } from '../log/signer.ts'
import { referencePath, referenceRoot } from '../testing/reference-tree.ts'
import { contentHashOf, type LeafKind, logEntry } from './log-leaf.ts'
import {
  formatLogProof,
  type LogTrust,
  leafExtra,
  parseLogProof,
  readLeafExtra,
  verifyContentProof,
  verifyLogProof,
} from './log-proof.ts'
import { ED25519_COSIGNATURE, formatNote, formatVerifierKey, parseNote, verifierKey } from './signed-note.ts'

const ORIGIN = 'trace.test/log'
const signer = createLogSigner(ORIGIN, { 0: '5a'.repeat(32) })
const trust: LogTrust = { origin: ORIGIN, logKeys: signer.vkeys }
const salt = Uint8Array.from({ length: 16 }, (_, i) => 200 - i)
const decision = { kind: 'decision' as LeafKind, contentHash: contentHashOf('Quyết định 120/QĐ-UBND, 4 sao') }
const entry = logEntry({ ...decision, salt })

function proofOf(index: number, size: number, logSigner = signer): string {
  const entries = Array.from({ length: size }, (_, i) => (i === index ? entry : Uint8Array.of(i)))
  return formatLogProof({
    extra: leafExtra('decision', salt),
    index,
    hashes: referencePath(index, entries),
    checkpoint: logSigner.sign(size, referenceRoot(entries)),
  })
}
const reasonOf = (result: { ok: true } | { ok: false; reason: string }) => (result.ok ? null : result.reason)

describe('a tlog-proof file (C2SP tlog-proof v1)', () => {
  it('has the lines of the format', () => {
    const lines = proofOf(2, 5).split('\n')
    expect(lines.slice(0, 3)).toEqual([
      'c2sp.org/tlog-proof@v1',
      `extra ${Buffer.from([1, 1, ...salt]).toString('base64')}`,
      'index 2',
    ])
    expect(lines.slice(3, 6).every((line) => Buffer.from(line, 'base64').length === 32)).toBe(true)
    expect(lines.slice(6, 9)).toEqual(['', ORIGIN, '5'])
  })

  it('proves the content to a holder of the verifier key, for every place of every small tree', () => {
    for (let size = 1; size <= 20; size++) {
      for (let index = 0; index < size; index++) {
        const file = proofOf(index, size)
        expect(verifyContentProof(file, decision, trust)).toMatchObject({ ok: true, index, checkpoint: { size } })
        expect(verifyLogProof(Buffer.from(file), entry, trust).ok).toBe(true)
      }
    }
  })

  it('without an extra line proves an entry whose bytes the verifier has', () => {
    const parsed = parseLogProof(proofOf(2, 5))
    const file = parsed.ok ? formatLogProof({ ...parsed.proof, extra: null }) : ''
    expect(verifyLogProof(file, entry, trust).ok).toBe(true)
    expect(reasonOf(verifyContentProof(file, decision, trust))).toMatch(/no extra line that gives the salt/)
  })

  it('fails for one flipped byte anywhere in it, and says why', () => {
    const file = Buffer.from(proofOf(11, 21))
    for (const at of file.keys()) {
      for (const flip of [1 << (at % 8), 1 << ((at + 5) % 8), 0xff]) {
        const changed = Buffer.from(file)
        changed[at] = (changed[at] ?? 0) ^ flip
        const result = verifyContentProof(changed, decision, trust)
        expect({ at, flip, ok: result.ok }).toEqual({ at, flip, ok: false })
        expect(reasonOf(result)).toMatch(/^[A-Z][a-z].{15,}/)
      }
    }
  })

  it('fails when it is cut short or continued anywhere', () => {
    const file = proofOf(3, 7)
    for (let length = 0; length < file.length; length++) {
      expect(verifyContentProof(file.slice(0, length), decision, trust).ok).toBe(false)
    }
    expect(verifyContentProof(`${file}\n`, decision, trust).ok).toBe(false)
    expect(verifyContentProof(` ${file}`, decision, trust).ok).toBe(false)
  })

  it('fails for another content, kind, origin or key, with a reason of its own', () => {
    const file = proofOf(3, 7)
    const other = createLogSigner(ORIGIN, { 0: '6b'.repeat(32) })
    const reasons = [
      verifyContentProof(file, { ...decision, contentHash: contentHashOf('5 sao') }, trust),
      verifyContentProof(file, { ...decision, kind: 'event' }, trust),
      verifyContentProof(file, decision, { ...trust, origin: 'other.test/log' }),
      verifyContentProof(file, decision, { ...trust, logKeys: other.vkeys }),
      verifyContentProof(file, decision, { ...trust, logKeys: [] }),
      verifyContentProof(file, decision, { ...trust, logKeys: ['nonsense'] }),
      verifyContentProof(file, { ...decision, contentHash: new Uint8Array(3) }, trust),
    ].map(reasonOf)
    expect(reasons).toEqual([
      'The inclusion proof leads to another root: the leaf is not at this place of this tree',
      'The proof is of a leaf of kind decision, not event',
      'The checkpoint is of another log: trace.test/log',
      'The note carries no signature of a trusted key',
      'The note carries no signature of a trusted key',
      'A verifier key has the form name+8 hex digits+base64',
      'The content hash must have 32 bytes',
    ])
  })

  it.each([
    ['nothing', '', /no empty line/],
    ['another version', proofOf(0, 1).replace('@v1', '@v2'), /does not begin with the line/],
    ['no index', proofOf(0, 1).replace(/index 0\n/, ''), /index line/],
    ['a leading zero', proofOf(0, 1).replace('index 0', 'index 00'), /index line/],
    ['a hash of 31 bytes', proofOf(0, 2).replace(/index 0\n.{44}/, `index 0\n${'AAAA'.repeat(10)}AA==`), /Hash 1/],
    ['an extra that is no base64', proofOf(0, 1).replace(/extra .*/, 'extra !'), /extra line/],
    [
      'too many hashes',
      proofOf(0, 1).replace('index 0\n', `index 0\n${`${'A'.repeat(43)}=\n`.repeat(64)}`),
      /more than 63/,
    ],
    ['Windows line ends', proofOf(0, 1).replaceAll('\n', '\r\n'), /no empty line/],
    ['too much', `${'x'.repeat(1_000_001)}\n\n`, /longer than a million/],
  ])('is refused with %s', (_, file, reason) => {
    expect(reasonOf(verifyContentProof(file, decision, trust))).toMatch(reason)
  })

  it('never throws, whatever is given', () => {
    const pieces = fc.constantFrom('c2sp.org/tlog-proof@v1', '\n', 'extra ', 'index ', '0', 'AAAA', '=', '— ', ORIGIN)
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), fc.uint8Array({ maxLength: 60 }), (parts, bytes) => {
        expect(verifyContentProof(parts.join(''), decision, trust).ok).toBe(false)
        expect(verifyLogProof(bytes, entry, trust).ok).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the extra line of our proofs', () => {
  it('gives kind and salt, and nothing else is taken for it', () => {
    expect(readLeafExtra(leafExtra('status-list', salt))).toEqual({ kind: 'status-list', salt })
    for (const wrong of [[], [1, 1], [2, 1, ...salt], [1, 9, ...salt], [1, 1, ...salt, 0]]) {
      expect(readLeafExtra(Uint8Array.from(wrong))).toBeNull()
    }
  })
})

describe('witnesses', () => {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const key = verifierKey('witness.test/w', ED25519_COSIGNATURE, publicKey)
  const vkey = formatVerifierKey(key)

  function cosigned(file: string, time: number): string {
    const parsed = parseLogProof(file)
    const note = parsed.ok ? parseNote(parsed.proof.checkpoint) : parsed
    if (!parsed.ok || !note.ok) throw new Error('the proof is malformed')
    const { text, signatures } = note.note
    const stamp = Buffer.alloc(8)
    stamp.writeBigUInt64BE(BigInt(time))
    const plain = sign(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), pair.privateKey)
    const cosignature = { name: key.name, keyId: key.keyId, signature: Buffer.concat([stamp, plain]) }
    return formatLogProof({
      ...parsed.proof,
      checkpoint: formatNote({ text, signatures: [...signatures, cosignature] }),
    })
  }

  it('are named with the time at which they saw the log, and may be asked for', () => {
    const file = cosigned(proofOf(1, 3), 1_790_000_000)
    const witnessed = { ...trust, witnessKeys: [vkey], witnessQuorum: 1 }
    expect(verifyContentProof(file, decision, witnessed)).toMatchObject({
      ok: true,
      witnesses: [{ name: 'witness.test/w', time: new Date(1_790_000_000_000) }],
    })
    expect(verifyContentProof(file, decision, trust)).toMatchObject({ ok: true, witnesses: [] })
    expect(reasonOf(verifyContentProof(proofOf(1, 3), decision, witnessed))).toBe(
      '0 trusted witnesses cosigned the checkpoint, and 1 are asked for',
    )
  })

  it('are no keys of the log, and the log is no witness', () => {
    const file = cosigned(proofOf(1, 3), 1)
    expect(reasonOf(verifyContentProof(file, decision, { ...trust, logKeys: [vkey] }))).toMatch(/wrong type/)
    expect(reasonOf(verifyContentProof(file, decision, { ...trust, witnessKeys: signer.vkeys }))).toMatch(/wrong type/)
  })
})
