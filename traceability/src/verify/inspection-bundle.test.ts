import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { didDocument } from '../credentials/did-document.ts'
import { statusListUrl } from '../credentials/status-lists.ts'
import { changesSince } from '../inspection/bundle.ts'
import { createLabelSigner } from '../labels/label-signer.ts'
import { DID, KEY_2025, keysOf, sampleIssuer } from '../testing/sample-issuer.ts'
import { samplePassport, sampleRecognition } from '../testing/samples.ts'
import { encodeStatusList, statusBitstring } from './bitstring-status-list.ts'
import {
  type BundleFile,
  type BundleProduct,
  bundleAge,
  editionOf,
  type InspectionBundle,
  openBundle,
  openBundleFile,
  partHash,
} from './inspection-bundle.ts'
import { inspectOffline } from './inspection-verdict.ts'
import type { SignedLabelFields } from './signed-label-text.ts'

const issuer = sampleIssuer()
const signer = createLabelSigner({ 0: '1a'.repeat(32) })
const NOW = new Date('2026-11-23T02:00:00Z')
const CODE = '0ABCDEFGHJKMNPQR'

function product(changes: Partial<BundleProduct> = {}): BundleProduct {
  const { producer } = samplePassport()
  return {
    ref: 'product-1',
    productNo: 17,
    gtins: ['09506000134352'],
    name: 'Hạt sen sấy',
    netContent: '200 g',
    producer: { name: producer.name, handle: producer.handle, address: null, place: producer.place },
    withdrawn: false,
    recognitions: [sampleRecognition()],
    credentials: [{ kind: 'mark_licence', recognitionRef: 'cn-1', listNo: 1, listIndex: 9 }],
    sample: [],
    ...changes,
  }
}

async function statusToken(purpose: 'revocation' | 'suspension', set: number[], validUntil: string) {
  const url = statusListUrl(issuer, 1, purpose)
  const encodedList = await encodeStatusList(statusBitstring(131_072, set))
  const token = issuer.sign({
    id: url,
    issuer: issuer.did,
    validFrom: '2026-11-23T00:00:00.000Z',
    validUntil,
    credentialSubject: { type: 'BitstringStatusList', statusPurpose: purpose, encodedList },
  })
  return { name: `1-${purpose}`, url, token }
}

async function parts(
  more: Record<string, unknown> = {},
  { suspended = [] as number[], validUntil = '2026-11-30T00:00:00.000Z' } = {},
): Promise<Record<string, string>> {
  const values: Record<string, unknown> = {
    site: { host: 'shop.test' },
    issuer: didDocument(issuer),
    'label-keys': signer.keys.map(({ id, publicKey }) => ({
      id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
    })),
    'status-list/1-revocation': await statusToken('revocation', [], validUntil),
    'status-list/1-suspension': await statusToken('suspension', suspended, validUntil),
    'product/product-1': product(),
    ...more,
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]))
}

function manifestFor(held: Record<string, string>, changes: Record<string, unknown> = {}): string {
  return issuer.signAs('inspection-bundle+jwt', {
    iss: DID,
    provinceCode: '82',
    provinceName: 'Đồng Tháp',
    edition: editionOf(held),
    parts: Object.keys(held).length,
    madeAt: NOW.toISOString(),
    log: null,
    ...changes,
  })
}

async function bundle(
  more: Record<string, unknown> = {},
  options: { suspended?: number[]; validUntil?: string } = {},
): Promise<InspectionBundle> {
  const held = await parts(more, options)
  const opened = await openBundle({ manifest: manifestFor(held), parts: held }, issuer.keys)
  if (!opened.ok) throw new Error(`${opened.reason}: ${opened.message}`)
  return opened.bundle
}

const label = (changes: Partial<SignedLabelFields> = {}) =>
  signer.sign({
    ...{ keyId: 0, code: CODE, batchTag: 4711, productNo: 17, stars: 4, validTo: '2028-02-29', packedOn: '2026-10-15' },
    ...changes,
  })

describe('a bundle', () => {
  it('with one byte changed anywhere fails, and says why', async () => {
    const held = await parts()
    const file: BundleFile = { manifest: manifestFor(held), base: null, put: held, remove: [] }
    expect(await openBundleFile(file, issuer.keys, null)).toMatchObject({ ok: true })
    const text = JSON.stringify(file)
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 94 }), async (at, by) => {
        const letter = text.charCodeAt(at)
        if (letter < 33 || letter > 126) return
        const changed = text.slice(0, at) + String.fromCharCode(33 + ((letter - 33 + by) % 94)) + text.slice(at + 1)
        let given: unknown
        try {
          given = JSON.parse(changed)
        } catch {
          return
        }
        // A changed escape may spell the same text.
        if (JSON.stringify(given) === text) return
        const opened = await openBundleFile(given, issuer.keys, null)
        expect(opened.ok).toBe(false)
        if (!opened.ok) expect(opened.message.length).toBeGreaterThan(10)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('says which part of it does not hold', async () => {
    const held = await parts()
    const manifest = manifestFor(held)
    const reason = async (file: unknown, keys = issuer.keys) => {
      const opened = await openBundleFile(file, keys, null)
      return opened.ok ? 'ok' : opened.reason
    }
    const whole = { manifest, base: null, put: held, remove: [] }
    expect(await reason({})).toBe('not_a_bundle')
    expect(await reason(whole, sampleIssuer({ signingKeys: keysOf(KEY_2025) }).keys)).toBe('manifest_signature')
    expect(await reason({ ...whole, put: { ...held, 'product/x': '{}' } })).toBe('parts_changed')
    expect(await reason({ ...whole, base: '0'.repeat(64) })).toBe('other_base')
    expect(await reason({ ...whole, manifest: manifestFor(held, { iss: 'did:web:other.test' }) })).toBe(
      'manifest_malformed',
    )
    const forged = await parts({
      'status-list/1-revocation': { name: '1-revocation', url: 'https://x.test', token: 'a.b.c' },
    })
    expect(await reason({ manifest: manifestFor(forged), base: null, put: forged, remove: [] })).toBe('status_list')
    // A credential is no bundle, though the same key signed it.
    expect(await reason({ ...whole, manifest: issuer.sign({ edition: editionOf(held) }) })).toBe('manifest_signature')
  })

  it('and the changes since it are together the later one, whatever was added, changed and removed', async () => {
    const facts = fc.dictionary(fc.stringMatching(/^recall\/[a-z]{1,3}$/), fc.integer().map(String), { maxKeys: 12 })
    const fixed = await parts()
    await fc.assert(
      fc.asyncProperty(facts, facts, async (earlier, later) => {
        const [from, to] = [
          { ...fixed, ...earlier },
          { ...fixed, ...later },
        ]
        const hashes = (given: Record<string, string>) =>
          Object.fromEntries(Object.entries(given).map(([name, text]) => [name, partHash(text)]))
        const delta = {
          manifest: manifestFor(to),
          base: editionOf(from),
          ...changesSince(hashes(from), hashes(to), to),
        }
        const opened = await openBundleFile(delta, issuer.keys, { manifest: manifestFor(from), parts: from })
        expect(opened.ok && opened.held.parts).toEqual(to)
        expect(Object.keys(delta.put).length).toBeLessThanOrEqual(12)
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('says its age, and that a clock lags behind it', () => {
    const made = '2026-11-20T00:00:00Z'
    expect(bundleAge(made, new Date('2026-11-20T05:30:00Z'))).toEqual({ hours: 5, level: 'fresh', clockBehind: false })
    expect(bundleAge(made, new Date('2026-11-22T00:00:00Z')).level).toBe('ageing')
    expect(bundleAge(made, new Date('2026-11-27T00:00:00Z')).level).toBe('old')
    expect(bundleAge(made, new Date('2026-11-19T23:00:00Z'))).toEqual({ hours: 0, level: 'fresh', clockBehind: true })
  })
})

describe('without a network', () => {
  const find = async (text: string, ...rest: Parameters<typeof bundle>) =>
    inspectOffline(text, [await bundle(...rest)], {}, NOW)

  it('a signed label with a valid star is in order, and what cannot be known is named', async () => {
    const found = await find(`HTTPS://SHOP.TEST/Q/${label()}`)
    expect(found).toMatchObject({ finding: 'in_order', reasons: [], code: CODE, knownAt: NOW.toISOString() })
    expect(found.unknown).toEqual(['copies', 'unit_state'])
    expect(found.product?.name).toBe('Hạt sen sấy')
  })

  it('an expired star is told, with whether it was valid on the packing day', async () => {
    const lapsed = product({ recognitions: [sampleRecognition({ validTo: '2026-11-22' })] })
    const found = await find(label({ validTo: '2026-11-22' }), { 'product/product-1': lapsed })
    expect(found.finding).toBe('star_lapsed')
    expect(found.reasons).toEqual([{ code: 'star_lapsed', status: 'expired', on: '2026-11-23', onPackingDay: 'valid' }])
  })

  it('a revoked and a suspended star are told', async () => {
    const revoked = product({ recognitions: [sampleRecognition({ revokedOn: '2026-11-01' })] })
    expect((await find(label(), { 'product/product-1': revoked })).reasons[0]).toMatchObject({ status: 'revoked' })
    const suspended = await find(label(), {}, { suspended: [9] })
    expect([suspended.finding, suspended.reasons]).toEqual(['star_lapsed', [{ code: 'star_suspended' }]])
  })

  it('a recognition suspended on record is told, and that what was packed before is not touched', async () => {
    const suspended = product({
      recognitions: [sampleRecognition({ suspensions: [{ from: '2026-11-01', to: null }] })],
    })
    const found = await find(label(), { 'product/product-1': suspended })
    expect(found.finding).toBe('star_lapsed')
    expect(found.reasons).toEqual([
      { code: 'star_lapsed', status: 'suspended', on: '2026-11-01', onPackingDay: 'valid' },
    ])
  })

  it('a label without a packing day, printed before an extension or after it, is in order while the extension runs', async () => {
    const extended = product({
      recognitions: [sampleRecognition({ validTo: '2026-11-20', extendedTo: '2027-05-19' })],
    })
    for (const validTo of ['2026-11-20', '2027-05-19']) {
      const found = await find(label({ packedOn: null, validTo }), { 'product/product-1': extended })
      expect([found.finding, found.star?.today.transitional]).toEqual(['in_order', true])
    }
  })

  it('a bundle that was fetched before there were extensions and suspensions is read as having neither', async () => {
    const { extendedTo, suspensions, ...old } = sampleRecognition()
    const found = await find(label(), { 'product/product-1': { ...product(), recognitions: [old] } })
    expect(found.finding).toBe('in_order')
  })

  it('a star on the label that the record does not give is told', async () => {
    const found = await find(label({ stars: 5 }))
    expect(found).toMatchObject({ finding: 'star_differs' })
    expect(found.reasons).toEqual([{ code: 'star_differs', where: 'label', shown: 5, onRecord: 4 }])
  })

  it('a label on a wrong product is told, by what is seen on the pack or by its barcode', async () => {
    const tea = product({ ref: 'product-2', productNo: 18, name: 'Trà sen', gtins: ['09506000134369'] })
    const held = [await bundle({ 'product/product-2': tea })]
    const wrong = [{ code: 'wrong_product', issuedFor: 'Hạt sen sấy', seen: 'Trà sen' }]
    expect(inspectOffline(label(), held, { productRef: 'product-2' }, NOW)).toMatchObject({
      ...{ finding: 'wrong_product', reasons: wrong },
    })
    expect(inspectOffline(label(), held, { gtin: '09506000134369' }, NOW).reasons).toEqual(wrong)
    expect(inspectOffline(label(), held, { productRef: 'product-1', stars: 4 }, NOW).finding).toBe('in_order')
    expect(inspectOffline(label(), held, { stars: 5 }, NOW).reasons).toEqual([
      { code: 'star_differs', where: 'pack', shown: 5, onRecord: 4 },
    ])
  })

  it('a recalled lot and a voided batch are found by the label’s batch', async () => {
    const recall = {
      ...{ productRef: 'product-1', lotCode: 'HS1', packedOn: '2026-10-15', recalledAt: NOW.toISOString() },
      ...{ reason: 'Dư lượng', advice: 'Không dùng', batches: [4711] },
    }
    expect((await find(label(), { 'recall/1': recall })).finding).toBe('recalled')
    expect((await find(label({ packedOn: '2026-10-16' }), { 'recall/1': recall })).finding).toBe('in_order')
    const whole = { state: 'void', reason: 'void', since: NOW.toISOString() }
    const batch = { batchNo: 4711 + 32_768, productRef: 'product-1', size: 10, whole, codes: {}, more: 0 }
    expect((await find(label(), { 'batch/1': batch })).finding).toBe('void')
    const some = { ...batch, whole: null, more: 5_000 }
    expect((await find(label(), { 'batch/1': some })).finding).toBe('needs_network')
  })

  it('a plain code says nothing but itself, unless it is known to be out of use', async () => {
    const found = await find(CODE)
    expect([found.finding, found.reasons, found.unknown]).toEqual([
      'needs_network',
      [{ code: 'plain_code' }],
      ['copies', 'unit_state', 'lot'],
    ])
    const codes = { [CODE]: { state: 'void', reason: 'void', since: null } }
    const batch = { batchNo: 1, productRef: 'product-1', size: 10, whole: null, codes, more: 0 }
    expect((await find(CODE, { 'batch/1': batch })).finding).toBe('void')
  })

  it('a GTIN tells the product, and a strange one that the bundle lacks it', async () => {
    expect((await find('9506000134352')).product?.ref).toBe('product-1')
    expect((await find('https://id.gs1.org/01/09506000134369')).reasons).toEqual([
      { code: 'product_not_in_bundle', productNo: null, gtin: '09506000134369' },
    ])
  })

  it('a changed digit, a strange key, a strange host and text that is nothing are told apart', async () => {
    const digits = label()
    const changed = digits.slice(0, 150) + ((Number(digits[150]) + 1) % 10) + digits.slice(151)
    expect((await find(changed)).finding).toBe('not_ours')
    const strange = createLabelSigner({ 3: '4d'.repeat(32) })
    const fields = { keyId: 3, code: CODE, batchTag: 1, productNo: 17, stars: null, validTo: null, packedOn: null }
    const unknown = await find(strange.sign(fields))
    expect([unknown.finding, unknown.reasons]).toEqual(['unknown_key', [{ code: 'unknown_key', keyId: 3 }]])
    expect((await find(`https://evil.test/q/${digits}`)).reasons).toEqual([{ code: 'other_host', host: 'evil.test' }])
    expect((await find('xin chào')).finding).toBe('unreadable')
  })

  it('status lists that ran out are not relied on', async () => {
    const found = await find(label(), {}, { validUntil: '2026-11-22T00:00:00.000Z' })
    expect(found).toMatchObject({ finding: 'needs_network', reasons: [{ code: 'status_list_ran_out' }] })
  })
})
