import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upsertLot } from '../events/lots.ts'
import { recallLot } from '../events/recalls.ts'
import { upsertSourceArea } from '../events/source-areas.ts'
import { codeRing, unitCode } from '../identifiers/unit-codes.ts'
import { inspectionBundle } from '../inspection/bundle.ts'
import { createLabelBatch } from '../labels/label-batches.ts'
import { createLabelSigner } from '../labels/label-signer.ts'
import { voidUnit } from '../labels/units.ts'
import { createLogSigner } from '../log/signer.ts'
import { storePassport } from '../passports/passports.ts'
import { labelledBatch } from '../testing/labelled-batch.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { serveRoutes } from '../testing/routes-server.ts'
import { CODE_KEY, TOKEN } from '../testing/running-service.ts'
import { sampleIssuer } from '../testing/sample-issuer.ts'
import { PLACE, sampleArea, sampleLot, samplePassport, sampleRecognition } from '../testing/samples.ts'
import { createVerifier } from '../verdicts/verifier.ts'
import { type BundleFile, editionOf, type HeldBundle, openBundleFile } from '../verify/inspection-bundle.ts'
import { inspectOffline } from '../verify/inspection-verdict.ts'
import { bearerCheck } from './caller.ts'
import { inspectionRoutes } from './inspection-routes.ts'

const ring = codeRing({ 0: CODE_KEY })
const issuer = sampleIssuer()
const labelSigner = createLabelSigner({ 0: '1a'.repeat(32) })
const logSigner = createLogSigner('sao.test/log', { 0: '3c'.repeat(32) })
const made = { ring, issuer, labelSigner, logSigner }
const NOW = new Date('2026-11-23T02:00:00Z')

let database: OwnDatabase
let server: Awaited<ReturnType<typeof serveRoutes>>
let batchNo: number

beforeAll(async () => {
  database = await ownDatabase()
  const { pool } = database
  const verifier = createVerifier(pool, ring, 'none')
  server = await serveRoutes(inspectionRoutes({ pool, verifier, ...made }), { trusts: bearerCheck(TOKEN) })
  await storePassport(pool, { messageId: 'm-1', partyRef: 'producer-1', passport: samplePassport() }, issuer)
  await pool.query(
    `insert into trace.product_number (product_no, product_ref, party_no)
     select 17, product_ref, party_no from trace.product where product_ref = 'product-1'`,
  )
  await upsertSourceArea(pool, sampleArea())
  await upsertLot(pool, sampleLot())
  const batch = { partyRef: 'producer-1', productRef: 'product-1', lotRef: 'lot-1', size: 3_000, epoch: 0 }
  batchNo = (await createLabelBatch(pool, { ...batch, requestKey: 'k-1' })).batchNo
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

async function ask<T>(path: string, authorization = `Bearer ${TOKEN}`): Promise<{ status: number; body: T }> {
  const answer = await fetch(`${server.url}${path}`, { headers: { authorization } })
  return { status: answer.status, body: (await answer.json()) as T }
}

async function opened(file: BundleFile, held: HeldBundle | null = null) {
  const result = await openBundleFile(file, issuer.keys, held)
  if (!result.ok) throw new Error(result.message)
  return result
}

describe('a bundle from the service', () => {
  it('is given to our own services alone, and only of a province there is', async () => {
    expect((await ask('/internal/inspection/bundles/82', 'Bearer wrong')).status).toBe(401)
    expect((await ask('/internal/inspection/bundles/99')).status).toBe(400)
    expect((await ask('/internal/inspection/bundles/82?since=abc')).status).toBe(400)
  })

  it('opens with the issuer’s keys alone and holds the province’s products, keys and status lists', async () => {
    const { body } = await ask<BundleFile>('/internal/inspection/bundles/82')
    const { bundle } = await opened(body)
    expect(bundle.manifest).toMatchObject({ provinceCode: '82', provinceName: 'Đồng Tháp', iss: issuer.did })
    expect(bundle.products).toMatchObject([{ ref: 'product-1', productNo: 17, name: 'Hạt sen sấy' }])
    expect(bundle.products[0]?.credentials.map(({ kind }) => kind)).toEqual(['decision', 'mark_licence'])
    expect(bundle.labelKeys.map(({ id }) => id)).toEqual([0])
    expect([...bundle.statusLists.keys()].sort()).toEqual(['1-revocation', '1-suspension'])
    const other = await opened((await ask<BundleFile>('/internal/inspection/bundles/08')).body)
    expect(other.bundle.products).toEqual([])
  })

  it('of the same facts is the same edition, made later', async () => {
    const [one, other] = [
      await opened(await inspectionBundle(database.pool, made, '82', null, NOW)),
      await opened(await inspectionBundle(database.pool, made, '82', null, new Date(NOW.getTime() + 1_000))),
    ]
    expect(other.bundle.manifest.edition).toBe(one.bundle.manifest.edition)
    expect(other.bundle.manifest.madeAt > one.bundle.manifest.madeAt).toBe(true)
  })

  it('tells what changed since an edition: a recall and a voided label, which then show offline', async () => {
    const first = await opened((await ask<BundleFile>('/internal/inspection/bundles/82')).body)
    await voidUnit(database.pool, { batchNo, index: 7, reason: 'Tem in hỏng' })
    await recallLot(database.pool, {
      partyRef: 'producer-1',
      lotRef: 'lot-1',
      reason: 'Dư lượng thuốc',
      advice: 'Không dùng',
    })
    const { edition } = first.bundle.manifest
    const delta = (await ask<BundleFile>(`/internal/inspection/bundles/82?since=${edition}`)).body
    expect(delta.base).toBe(edition)
    expect(
      Object.keys(delta.put)
        .map((name) => name.split('/')[0])
        .sort(),
    ).toEqual(['batch', 'recall'])
    const second = await opened(delta, first.held)
    const whole = await opened((await ask<BundleFile>('/internal/inspection/bundles/82')).body)
    expect(second.held.parts).toEqual(whole.held.parts)

    const fields = {
      keyId: 0,
      code: unitCode(ring, { batchNo, epoch: 0, size: 3_000 }, 3),
      batchTag: batchNo,
      productNo: 17,
    }
    const star = { stars: 4, validTo: '2028-02-29', packedOn: '2026-10-15' } as const
    const digits = labelSigner.sign({ ...fields, ...star })
    expect(inspectOffline(digits, [first.bundle], {}, NOW).finding).toBe('in_order')
    expect(inspectOffline(digits, [second.bundle], {}, NOW).finding).toBe('recalled')
    const voided = unitCode(ring, { batchNo, epoch: 0, size: 3_000 }, 7)
    expect(inspectOffline(voided, [first.bundle], {}, NOW).finding).toBe('needs_network')
    expect(inspectOffline(voided, [second.bundle], {}, NOW).finding).toBe('void')
  })

  it('is whole again for an edition nobody remembers', async () => {
    const { body } = await ask<BundleFile>(`/internal/inspection/bundles/82?since=${'0'.repeat(64)}`)
    expect(body.base).toBeNull()
    await opened(body)
  })

  it('is small: a province of 500 products stays below 200 kB on the wire', async () => {
    for (let n = 0; n < 500; n++) {
      const passport = samplePassport({
        productRef: `many-${n}`,
        producer: { ...samplePassport().producer, place: { ...PLACE, provinceCode: '20', provinceName: 'Lạng Sơn' } },
        recognitions: [sampleRecognition({ ref: `cn-many-${n}`, decisionNumber: `${n}/QĐ-UBND` })],
      })
      await storePassport(database.pool, { messageId: `many-${n}`, partyRef: `maker-${n % 90}`, passport }, issuer)
    }
    const answer = await fetch(`${server.url}/internal/inspection/bundles/20`, {
      headers: { authorization: `Bearer ${TOKEN}`, 'accept-encoding': 'gzip' },
    })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const text = await answer.text()
    const size = gzipSync(text).length
    console.log(`NOTE a bundle of 500 products: ${text.length} bytes, ${size} compressed`)
    expect(size).toBeLessThan(200_000)
    expect((await opened(JSON.parse(text) as BundleFile)).bundle.products).toHaveLength(500)
    expect(gunzipSync(gzipSync(text)).toString()).toBe(text)
  }, 120_000)
})

describe('what an inspector asks online', () => {
  it('is a unit’s whole history, which leaves no scan behind', async () => {
    const batch = await labelledBatch(database.pool)
    await batch.scan([
      { index: 0, device: 'a', province: '82' },
      { index: 0, device: 'b', province: '82' },
      { index: 0, device: 'c', province: '01' },
    ])
    await voidUnit(database.pool, { batchNo: batch.batchNo, index: 0, reason: 'Rách tem' })
    const { body } = await ask<Record<string, unknown>>(`/internal/inspection/units/${batch.code(0)}`)
    expect(body).toMatchObject({
      verdict: { verdict: 'void', unit: { earlierChecks: 3 } },
      scans: [
        { provinceCode: '82', checks: 2 },
        { provinceCode: '01', checks: 1 },
      ],
      changes: [{ action: 'void', done: true, note: 'Rách tem' }],
      alerts: [],
    })
    const { rows } = await database.pool.query('select count(*)::int as scans from trace.scan where batch_no = $1', [
      batch.batchNo,
    ])
    expect(rows).toEqual([{ scans: 3 }])
    const unknown = await ask<{ verdict: { verdict: string } }>('/internal/inspection/units/0000000000000000')
    expect(unknown.body.verdict.verdict).toBe('not_issued_here')
  })

  it('is the alerts of its provinces: checks there, or goods made there', async () => {
    await database.pool.query(
      `insert into trace.clone_alert (party_no, alert_no, batch_no, unit_ix, product_ref, kind, level, score, checks,
         signals, areas, province_codes, opened_at, updated_at)
       select party_no, gen_random_uuid(), $1, 5, 'product-1', 'copied', 'suspect', 12, 30, '[]', '[]', '{01}', now(), now()
         from trace.product where product_ref = 'product-1'`,
      [batchNo],
    )
    const alerts = async (provinces: string, more = '') =>
      (await ask<{ alerts: unknown[] }>(`/internal/inspection/alerts?provinces=${provinces}${more}`)).body.alerts
    expect(await alerts('82')).toMatchObject([{ kind: 'copied', product: { name: 'Hạt sen sấy', provinceCode: '82' } }])
    expect(await alerts('01')).toHaveLength(1)
    expect(await alerts('08')).toEqual([])
    expect(await alerts('82', '&product=another')).toEqual([])
    expect(await alerts('82', '&state=closed')).toEqual([])
    expect((await ask('/internal/inspection/alerts')).status).toBe(400)
  })
})

it('the edition names the parts, whatever their order', () => {
  expect(editionOf({ a: '1', b: '2' })).toBe(editionOf({ b: '2', a: '1' }))
  expect(editionOf({ a: '1', b: '2' })).not.toBe(editionOf({ a: '12', b: '' }))
})
