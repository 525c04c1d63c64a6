import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLabelSigner } from '../labels/label-signer.ts'
import { readScanInput } from './gs1/scan-input.ts'
import { verifySignedLabel } from './signed-label.ts'
import {
  FIRST_LABEL_DAY,
  LAST_LABEL_DAY,
  MOST_PRODUCT_NO,
  packSignedLabel,
  type SignedLabelFields,
  signedBytes,
  signedDigits,
} from './signed-label-text.ts'
import { readUnitCode } from './unit-code-text.ts'

const signer = createLabelSigner({ 0: '1a'.repeat(32), 3: '2b'.repeat(32) })
const LABEL: SignedLabelFields = {
  keyId: 3,
  code: '0ABCDEFGHJKMNPQR',
  batchTag: 17,
  productNo: 4711,
  stars: 4,
  validTo: '2028-02-29',
  packedOn: '2026-10-15',
}
const DIGITS = signer.sign(LABEL)

const anyDay = fc
  .integer({ min: Date.parse(FIRST_LABEL_DAY) / 86_400_000, max: Date.parse(LAST_LABEL_DAY) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
const anyLabel: fc.Arbitrary<SignedLabelFields> = fc
  .record({
    keyId: fc.constantFrom(0, 3),
    code: fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/),
    batchTag: fc.integer({ min: 0, max: 2 ** 15 - 1 }),
    productNo: fc.integer({ min: 1, max: MOST_PRODUCT_NO }),
    star: fc.option(fc.tuple(fc.constantFrom(3, 4, 5), anyDay)),
    packedOn: fc.option(anyDay),
  })
  .map(({ star, ...fields }) => ({ ...fields, stars: star?.[0] ?? null, validTo: star?.[1] ?? null }))

describe('a signed label', () => {
  it('says what was signed, for all fields, in 199 digits', () => {
    fc.assert(
      fc.property(anyLabel, (label) => {
        const digits = signer.sign(label)
        expect(digits).toMatch(/^[0-9]{199}$/)
        expect(verifySignedLabel(digits, signer.keys)).toEqual({ ok: true, label, host: null })
        expect(readUnitCode(digits)).toBe(label.code)
      }),
      { numRuns: 60 },
    )
  })

  it('is pinned for ever: these digits are on packages', () => {
    expect(DIGITS).toBe(
      '2842050967704713139943130104398292598857091078097074306805578902848848268347136333576843946003531588' +
        '262390043667340274333716521542294746771695638161789613751534294999396076363480594346195350818171143',
    )
  })

  it('fails with a reason when any one digit is another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 198 }), fc.integer({ min: 1, max: 9 }), (at, change) => {
        const changed = DIGITS.slice(0, at) + ((Number(DIGITS[at]) + change) % 10) + DIGITS.slice(at + 1)
        const check = verifySignedLabel(changed, signer.keys)
        expect(check.ok).toBe(false)
        expect(!check.ok && check.message.length).toBeGreaterThan(20)
      }),
      { numRuns: 400 },
    )
  })

  it('opens the scan page: its address reads as its unit, in any case, encoded, with text around', () => {
    for (const text of [
      `HTTPS://OCOP.VN/Q/${DIGITS}`,
      `https://ocop.vn/q/${DIGITS}?utm=1`,
      `HTTPS%3A%2F%2FOCOP.VN%2FQ%2F${DIGITS}`,
      `Tem này: https://ocop.vn/q/${DIGITS} thật không?`,
      DIGITS,
    ]) {
      expect(readScanInput(text)).toEqual({ kind: 'unit', code: LABEL.code, gtin: null, signed: DIGITS })
    }
  })

  it('says where the printed address leads, which is not signed', () => {
    expect(verifySignedLabel(`HTTPS://OCOP.VN/Q/${DIGITS}`, signer.keys)).toMatchObject({ ok: true, host: 'ocop.vn' })
    expect(verifySignedLabel(`https://khac.example/q/${DIGITS}`, signer.keys)).toMatchObject({ host: 'khac.example' })
  })

  it('of a key that is not known is refused, and so is one without digits', () => {
    const others = signer.keys.filter(({ id }) => id !== 3)
    expect(verifySignedLabel(DIGITS, others)).toMatchObject({ ok: false, reason: 'unknown_key' })
    expect(verifySignedLabel('https://ocop.vn/q/0ABCDEFGHJKMNPQR', others)).toMatchObject({ reason: 'not_signed' })
    expect(verifySignedLabel('9'.repeat(199), others)).toMatchObject({ reason: 'malformed' })
    expect(verifySignedLabel('9'.repeat(200), others)).toMatchObject({ reason: 'not_signed' })
  })

  it('signed by another key under a known id is refused', () => {
    const forger = createLabelSigner({ 3: 'ff'.repeat(32) })
    expect(verifySignedLabel(forger.sign(LABEL), signer.keys)).toMatchObject({ reason: 'wrong_signature' })
  })

  it('of another layout is not read', () => {
    const message = packSignedLabel(LABEL) ^ (3n << 147n)
    const digits = signedDigits(message, new Uint8Array(64).fill(7))
    expect(signedBytes(message).length).toBe(25 + 19)
    expect(verifySignedLabel(digits, signer.keys)).toMatchObject({ reason: 'unknown_layout' })
    expect(readUnitCode(digits)).toBeNull()
  })

  it('verifies with a retired key, which signs no more', () => {
    const publicHex = Buffer.from(signer.keys.find(({ id }) => id === 3)?.publicKey ?? []).toString('hex')
    const later = createLabelSigner({ 4: '3c'.repeat(32) }, { 3: publicHex })
    expect(later.newest).toBe(4)
    expect(verifySignedLabel(DIGITS, later.keys)).toMatchObject({ ok: true })
    expect(() => later.sign(LABEL)).toThrow('keyId: label key 3 does not sign here any more')
  })

  it.each([
    [{ productNo: 0 }, 'productNo: must be a whole number from 1 to 1048575'],
    [{ productNo: 2 ** 20 }, 'productNo'],
    [{ batchTag: 2 ** 15 }, 'batchTag'],
    [{ packedOn: '2024-12-31' }, 'packedOn: a signed label holds days from 2025-01-01 to 2047-06-05'],
    [{ validTo: '2047-06-06' }, 'validTo'],
    [{ validTo: null }, 'validTo: goes with stars'],
    [{ code: '0ABCDEFGHJKMNPQU' }, 'code'],
    [{ code: '0ABC' }, 'code'],
  ])('with %j is not signed', (change, message) => {
    expect(() => signer.sign({ ...LABEL, ...change })).toThrow(message)
  })
})

describe('the keys of signed labels', () => {
  it.each([
    [{}, {}, 'A key that signs labels is needed'],
    [{ 16: '1a'.repeat(32) }, {}, 'A label key has an id from 0 to 15'],
    [{ 0: 'secret' }, {}, 'label key 0: must be 64 hex characters'],
    [{ 0: '1a'.repeat(32) }, { 0: '2b'.repeat(32) }, 'signs and is retired'],
  ])('%#: a wrong set is refused without showing it', (seeds, retired, message) => {
    expect(() => createLabelSigner(seeds, retired)).toThrow(message)
  })
})
