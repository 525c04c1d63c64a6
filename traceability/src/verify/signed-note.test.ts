import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64Of } from './base64.ts'
import {
  ED25519,
  ED25519_COSIGNATURE,
  formatNote,
  formatVerifierKey,
  keyIdOf,
  MOST_SIGNATURES,
  type NoteSignature,
  parseNote,
  parseVerifierKey,
  type VerifierKey,
  verifierKey,
  verifyNote,
} from './signed-note.ts'

const TEXT = 'Nhật ký công khai\n\ndòng cuối\n'

interface Signer {
  key: VerifierKey
  sign(text: string): NoteSignature
}

function signer(name: string, type: number = ED25519, time = 1_700_000_000): Signer {
  const pair: { privateKey: KeyObject; publicKey: KeyObject } = generateKeyPairSync('ed25519')
  const spki = pair.publicKey.export({ format: 'der', type: 'spki' })
  const key = verifierKey(name, type, Uint8Array.from(spki.subarray(-32)))
  return {
    key,
    sign(text) {
      if (type === ED25519) {
        return { name, keyId: key.keyId, signature: sign(null, Buffer.from(text), pair.privateKey) }
      }
      const message = Buffer.from(`cosignature/v1\ntime ${time}\n${text}`)
      const stamp = Buffer.alloc(8)
      stamp.writeBigUInt64BE(BigInt(time))
      return { name, keyId: key.keyId, signature: Buffer.concat([stamp, sign(null, message, pair.privateKey)]) }
    },
  }
}

const alice = signer('log.test/one')
const bob = signer('log.test/two')
const noteBy = (...signers: Signer[]) => formatNote({ text: TEXT, signatures: signers.map((each) => each.sign(TEXT)) })
const reasonOf = (result: { ok: true } | { ok: false; reason: string }) => (result.ok ? null : result.reason)

describe('verifying a signed note', () => {
  it('gives the text, signed by a trusted key', () => {
    expect(verifyNote(noteBy(alice), [alice.key])).toEqual({
      ok: true,
      text: TEXT,
      signatures: [{ key: alice.key, time: null }],
    })
  })

  it('ignores signatures of unknown keys, also of keys that share the name or the id of a known one', () => {
    const namesake = signer('log.test/one')
    const sameId: Signer = { key: bob.key, sign: (text) => ({ ...bob.sign(text), keyId: alice.key.keyId }) }
    const result = verifyNote(noteBy(bob, namesake, sameId, alice), [alice.key])
    expect(result).toMatchObject({ ok: true, signatures: [{ key: alice.key }] })
  })

  it('refuses a note that no trusted key signed', () => {
    expect(reasonOf(verifyNote(noteBy(alice), [bob.key]))).toBe('The note carries no signature of a trusted key')
    expect(reasonOf(verifyNote(noteBy(alice), []))).toBe('The note carries no signature of a trusted key')
  })

  it('refuses the whole note when one trusted signature is wrong, though another is right', () => {
    const forged: Signer = { key: bob.key, sign: () => bob.sign('another text\n') }
    expect(verifyNote(noteBy(alice, forged), [alice.key]).ok).toBe(true)
    expect(reasonOf(verifyNote(noteBy(alice, forged), [alice.key, bob.key]))).toBe(
      'The signature of log.test/two is wrong',
    )
  })

  it.each([16, MOST_SIGNATURES])('accepts %i signatures, long ones among them', (count) => {
    const unknown = Array.from({ length: count - 1 }, (_, i) => ({
      name: `witness.test/${i}`,
      keyId: Uint8Array.of(1, 2, 3, i),
      signature: new Uint8Array(2_428).fill(i),
    }))
    const note = formatNote({ text: TEXT, signatures: [...unknown, alice.sign(TEXT)] })
    expect(verifyNote(note, [alice.key]).ok).toBe(true)
  })

  it('refuses more signatures than it reads', () => {
    const note = `${TEXT}\n${noteBy(alice)
      .slice(TEXT.length + 1)
      .repeat(MOST_SIGNATURES + 1)}`
    expect(reasonOf(verifyNote(note, [alice.key]))).toBe('The note has 101 signatures; at most 100 are read')
  })

  it('refuses every change of one bit in text, key name, key id or signature, and says why', () => {
    const note = Buffer.from(noteBy(alice))
    for (const at of note.keys()) {
      const changed = Buffer.from(note)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 7))
      const result = verifyNote(changed.toString('utf8'), [alice.key])
      expect(reasonOf(result)).toMatch(/^The (note|signature) .{10,}|^Signature line/)
    }
  })
})

describe('cosignatures (C2SP tlog-cosignature, type 0x04)', () => {
  it('are verified over the text and the time they state', () => {
    const witness = signer('witness.test/w', ED25519_COSIGNATURE, 1_679_315_147)
    expect(verifyNote(noteBy(alice, witness), [alice.key, witness.key])).toMatchObject({
      ok: true,
      signatures: [{ time: null }, { key: witness.key, time: 1_679_315_147 }],
    })
  })

  it('are refused when time, length or text is another', () => {
    const witness = signer('witness.test/w', ED25519_COSIGNATURE)
    const changes: ((signature: Uint8Array) => Uint8Array)[] = [
      (s) => s.map((byte, i) => (i === 7 ? byte ^ 1 : byte)),
      (s) => s.map((byte, i) => (i === 0 ? 255 : byte)),
      (s) => s.slice(8),
      (s) => s.slice(0, 7),
    ]
    for (const change of changes) {
      const forged = { ...witness.sign(TEXT), signature: change(witness.sign(TEXT).signature) }
      const note = formatNote({ text: TEXT, signatures: [forged] })
      expect(reasonOf(verifyNote(note, [witness.key]))).toBe('The signature of witness.test/w is wrong')
    }
  })
})

describe('the form of a signed note', () => {
  const line = `— a ${base64Of(new Uint8Array(68))}\n`

  it('is cut at the last empty line', () => {
    const parsed = parseNote(`one\n\ntwo\n\n${line}`)
    expect(parsed).toMatchObject({ ok: true, note: { text: 'one\n\ntwo\n', signatures: [{ name: 'a' }] } })
  })

  it.each([
    ['nothing', '', /does not end with a newline/],
    ['no signature', 'text\n', /no empty line/],
    ['no signature line after the empty one', 'text\n\n', /line 1 .* malformed/],
    ['no final newline', `text\n\n${line}`.slice(0, -1), /does not end with a newline/],
    ['a hyphen for the dash', `text\n\n${line.replace('—', '-')}`, /line 1 .* malformed/],
    ['two spaces', `text\n\n${line.replace('a ', 'a  ')}`, /line 1 .* malformed/],
    ['no name', `text\n\n${line.replace('a ', ' ')}`, /line 1 .* malformed/],
    ['a plus in the name', `text\n\n${line.replace('a ', 'a+b ')}`, /line 1 .* malformed/],
    ['a Unicode space in the name', `text\n\n${line.replace('a ', 'a\u2003b ')}`, /line 1 .* malformed/],
    ['a carriage return', `text\r\n\n${line}`, /control character/],
    ['a NUL', `te\0xt\n\n${line}`, /control character/],
    ['half a character', `te\uD800xt\n\n${line}`, /broken UTF-8/],
    ['URL-safe base64', `text\n\n${line.replace('AA', 'A_')}`, /line 1 .* malformed/],
    ['a signature of no bytes', `text\n\n— a ${base64Of(new Uint8Array(4))}\n`, /line 1 .* malformed/],
    ['a second line that is none', `text\n\n${line}more\n`, /line 2 .* malformed/],
    ['too much', `${'x'.repeat(1_000_000)}\n\n${line}`, /longer than a million/],
  ])('is refused with %s', (_, note, reason) => {
    expect(reasonOf(parseNote(note))).toMatch(reason)
  })

  it('allows what is no ASCII control character: tabs are none of that, other alphabets are', () => {
    expect(parseNote(`Sen Đồng Tháp 🪷 \u0085\n\n${line}`).ok).toBe(true)
    expect(parseNote(`a\tb\n\n${line}`).ok).toBe(false)
  })

  it('comes back as it was written, for any text', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', ' ', 'ơ', '—', '\n', '+') }), { maxLength: 8 })
    fc.assert(
      fc.property(texts, (parts) => {
        const text = `${parts.join('\n')}\n`
        const parsed = parseNote(formatNote({ text, signatures: [alice.sign(text)] }))
        expect(parsed).toMatchObject({ ok: true, note: { text } })
      }),
    )
  })

  it('is never written for what it cannot hold', () => {
    expect(() => formatNote({ text: 'no newline', signatures: [alice.sign('x')] })).toThrow(RangeError)
    expect(() => formatNote({ text: 'text\n', signatures: [] })).toThrow(RangeError)
    expect(() => formatNote({ text: 'a\rb\n', signatures: [alice.sign('x')] })).toThrow(RangeError)
  })

  it('never throws, whatever is given', () => {
    const pieces = fc.constantFrom('\n', '— ', 'a', ' AAAA', 'AAAAAAAA', '=', '+', '\u2003', '\uDFFF', '\0')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(typeof verifyNote(parts.join(''), [alice.key]).ok).toBe('boolean')
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('verifier keys', () => {
  it('have the id and the text form of the format (key of the example in C2SP signed-note)', () => {
    const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
    const parsed = parseVerifierKey(vkey)
    if (!parsed.ok) throw new Error(parsed.reason)
    expect(parsed.key).toMatchObject({ name: 'example.com/foo', type: ED25519 })
    expect(keyIdOf(parsed.key.name, ED25519, parsed.key.publicKey)).toEqual(Uint8Array.of(0x53, 0x0d, 0x90, 0x3a))
    expect(formatVerifierKey(parsed.key)).toBe(vkey)
  })

  it('come back as they were written, and any change of a character is refused', () => {
    const vkey = formatVerifierKey(alice.key)
    expect(parseVerifierKey(vkey)).toEqual({ ok: true, key: alice.key })
    for (const at of [...vkey].keys()) {
      for (const other of ['A', '0', '+', ' ']) {
        const changed = `${vkey.slice(0, at)}${other}${vkey.slice(at + 1)}`
        if (changed !== vkey) expect(parseVerifierKey(changed).ok).toBe(false)
      }
    }
  })

  it('are refused for other algorithms, with the reason', () => {
    const key = { name: 'a', type: 0x06, publicKey: new Uint8Array(1312) }
    const vkey = formatVerifierKey({ ...key, keyId: keyIdOf(key.name, key.type, key.publicKey) })
    expect(reasonOf(parseVerifierKey(vkey))).toBe('The verifier key of a is not an Ed25519 key')
    expect(() => verifierKey('a b', ED25519, new Uint8Array(32))).toThrow(RangeError)
  })
})
