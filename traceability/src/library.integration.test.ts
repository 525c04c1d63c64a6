import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordEvent, recordEvents } from './events/journey.ts'
import { upsertLot } from './events/lots.ts'
import { recallLot } from './events/recalls.ts'
import { upsertSourceArea } from './events/source-areas.ts'
import { registerParty } from './identifiers/parties.ts'
import { codeRing, unitCode } from './identifiers/unit-codes.ts'
import { createLabelBatch } from './labels/label-batches.ts'
import { LabelRefusal } from './labels/label-refusal.ts'
import { reprintStretch } from './labels/reprints.ts'
import { voidUnit } from './labels/units.ts'
import { storePassport } from './passports/passports.ts'
import { productTrace } from './passports/product-trace.ts'
import { InputError } from './storage/input-error.ts'
import { insertScans, type Scan } from './storage/scans.ts'
import { fastestOf } from './testing/fastest-of.ts'
import { type OwnDatabase, ownDatabase } from './testing/own-database.ts'
import { CODE_KEY } from './testing/running-service.ts'
import { PLACE, sampleArea, sampleLot, samplePassport, sampleRecognition, sampleStep } from './testing/samples.ts'
import { deviceHasher, deviceWindow } from './verdicts/asking-device.ts'
import { createVerifier } from './verdicts/verifier.ts'
import { recognitionStateOn, vietnamDay } from './verify/recognition-state.ts'

const ring = codeRing({ 0: CODE_KEY })
const nobody = { hash: null, firstVisitHash: () => null, person: false }
let database: OwnDatabase
let db: OwnDatabase['pool']
let partyRef: string
let productRef: string
let lotRef: string
let count = 0

beforeAll(async () => {
  database = await ownDatabase()
  db = database.pool
})
afterAll(() => database.drop())

/** A party with a passport, a source area and a lot of its own for every test. */
beforeEach(async () => {
  count += 1
  partyRef = `producer-${count}`
  productRef = `product-${count}`
  lotRef = `lot-${count}`
  await storePassport(db, { messageId: `m-${count}`, partyRef, passport: samplePassport({ productRef }) })
  await upsertSourceArea(db, sampleArea({ partyRef, productRefs: [productRef] }))
  await upsertLot(db, sampleLot({ partyRef, productRef, ref: lotRef }))
})

const issue = (size = 10, requestKey = 'first') =>
  createLabelBatch(db, { partyRef, productRef, lotRef, size, epoch: ring.newest, requestKey })
const inputError = async (work: Promise<unknown>) => {
  const error = await work.then(() => null).catch((reason: unknown) => reason)
  if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${error}`)
  return { field: error.field, message: error.message }
}

describe('party numbers', () => {
  it('stay the same for a ref, also when 20 ask for a new one at once', async () => {
    const given = await Promise.all(Array.from({ length: 20 }, () => registerParty(db, 'contested')))
    expect(new Set(given.map((party) => party.partyNo)).size).toBe(1)
    const { rows } = await db.query(`select 1 from trace.party where party_ref = 'contested'`)
    expect(rows).toHaveLength(1)
  })

  it('are not given to a malformed ref', async () => {
    expect((await inputError(registerParty(db, ''))).message).toContain('must not be empty')
    expect((await inputError(registerParty(db, 'two words'))).message).toContain('must not contain spaces')
    expect((await inputError(registerParty(db, 'nul\0'))).message).toContain('control characters')
  })
})

describe('passports', () => {
  const push = (messageId: string, version: number, sector: string) =>
    storePassport(db, {
      messageId,
      partyRef,
      passport: samplePassport({ productRef, version, product: { ...samplePassport().product, sector } }),
    })
  const shown = async () => {
    const batch = await issue(1, `shown-${Math.random()}`)
    const { response } = await createVerifier(db, ring, 'none').verify(unitCode(ring, batch, 0), nobody, new Date())
    return response.passport
  }

  it('newest version wins, in whatever order they arrive', async () => {
    expect(await push('a', 30, 'tea')).toEqual({ stored: true })
    expect(await push('b', 20, 'honey')).toEqual({ stored: false })
    expect(await push('c', 30, 'honey')).toEqual({ stored: false })
    expect((await shown())?.product.sector).toBe('tea')
    expect(await push('d', 31, 'honey')).toEqual({ stored: true })
    expect((await shown())?.product.sector).toBe('honey')
  })

  it('answer a repeated message as the first time, and change nothing', async () => {
    expect(await push('a', 30, 'tea')).toEqual({ stored: true })
    expect(await push('a', 30, 'tea')).toEqual({ stored: true })
    expect(await push('a', 40, 'honey')).toEqual({ stored: true })
    expect((await shown())?.version).toBe(30)
  })

  it('of 20 pushes at once, each twice, the highest version is shown', async () => {
    const versions = Array.from({ length: 20 }, (_, i) => i + 100).sort(() => Math.random() - 0.5)
    await Promise.all([...versions, ...versions].map((version) => push(`m${version}`, version, 'tea')))
    expect((await shown())?.version).toBe(119)
  })

  it('of a shop that knows no extensions and suspensions are taken, and read as having neither', async () => {
    const { extendedTo, suspensions, ...old } = sampleRecognition()
    const passport = { ...samplePassport({ productRef, version: 2 }), recognitions: [old] }
    const message: unknown = { messageId: 'old', partyRef, passport }
    await storePassport(db, message as Parameters<typeof storePassport>[1])
    await db.query(
      `update trace.passport set body = jsonb_set(body, '{recognitions,0}', (body->'recognitions'->0) - 'extendedTo' - 'suspensions')
        where product_ref = $1`,
      [productRef],
    )
    const code = unitCode(ring, await issue(), 0)
    const { response } = await createVerifier(db, ring, 'none').verify(code, nobody, new Date('2026-11-22T03:00:00Z'))
    expect(response).toMatchObject({
      verdict: 'genuine',
      passport: { recognitions: [{ extendedTo: null, suspensions: [] }] },
    })
  })

  it.each([
    ['an unknown member', { price: 1 }, 'passport.price'],
    ['a wrong star', { recognitions: [{ ...sampleRecognition(), stars: 6 }] }, 'passport.recognitions.0.stars'],
    [
      'a date that does not exist',
      { recognitions: [sampleRecognition({ validTo: '2026-02-30' })] },
      'passport.recognitions.0.validTo',
    ],
    [
      'an extension that ends before the recognition does',
      { recognitions: [sampleRecognition({ extendedTo: '2028-02-29' })] },
      'passport.recognitions.0.extendedTo',
    ],
    [
      'a suspension that ends before it begins',
      { recognitions: [sampleRecognition({ suspensions: [{ from: '2026-03-02', to: '2026-03-01' }] })] },
      'passport.recognitions.0.suspensions.0.to',
    ],
    ['a NUL', { source: 'a\0b' }, 'passport.source'],
    [
      'a picture on another site',
      {
        product: {
          ...samplePassport().product,
          picture: {
            alt: '',
            width: 1,
            height: 1,
            variants: [{ path: 'https://evil.test/x.avif', format: 'avif', width: 1 }],
          },
        },
      },
      'passport.product.picture.variants.0.path',
    ],
  ])('with %s are refused by name', async (_, change, field) => {
    const passport = { ...samplePassport({ productRef }), ...change }
    const message: unknown = { messageId: 'bad', partyRef, passport }
    expect((await inputError(storePassport(db, message as Parameters<typeof storePassport>[1]))).field).toBe(field)
  })
})

describe('lots and source areas', () => {
  it('are updated by their ref, and what a scan shows follows at once', async () => {
    const code = unitCode(ring, await issue(), 0)
    const verifier = createVerifier(db, ring, 'none')
    const lotOf = async () => (await verifier.verify(code, nobody, new Date())).response.lot
    expect(await lotOf()).toMatchObject({
      lotCode: 'HS261015',
      packedOn: '2026-10-15',
      sourceAreas: [{ name: 'Vùng sen Tháp Mười', place: PLACE, confidence: 'commune_confirmed' }],
    })
    await upsertLot(db, sampleLot({ partyRef, productRef, ref: lotRef, lotCode: 'HS-2' }))
    await upsertSourceArea(db, sampleArea({ partyRef, name: 'Vùng sen Láng Sen', productRefs: [] }))
    expect(await lotOf()).toMatchObject({ lotCode: 'HS-2', sourceAreas: [{ name: 'Vùng sen Láng Sen' }] })
    await upsertLot(db, sampleLot({ partyRef, productRef, ref: lotRef, sourceAreaRefs: [] }))
    expect((await lotOf())?.sourceAreas).toEqual([])
  })

  it('keep their product, and their recall when they are updated', async () => {
    expect(await inputError(upsertLot(db, sampleLot({ partyRef, ref: lotRef, productRef: 'other' })))).toMatchObject({
      field: 'productRef',
    })
    const { recalledAt } = await recallLot(db, { partyRef, lotRef, reason: 'Nấm mốc', advice: 'Ngừng sử dụng' })
    await upsertLot(db, sampleLot({ partyRef, productRef, ref: lotRef, lotCode: 'HS-3' }))
    const again = await recallLot(db, { partyRef, lotRef, reason: 'khác', advice: 'khác' })
    expect(again).toMatchObject({ recalledAt, lots: 1 })
    const { lots } = await productTrace(db, productRef, new Date())
    expect(lots).toMatchObject([
      { lotCode: 'HS-3', status: 'recalled', recall: { at: recalledAt, reason: 'Nấm mốc', advice: 'Ngừng sử dụng' } },
    ])
  })

  it('of another party are out of reach', async () => {
    await registerParty(db, 'stranger')
    const theirs = sampleLot({ partyRef: 'stranger', productRef: 'stranger-product', ref: 'stranger-lot' })
    expect(await inputError(upsertLot(db, theirs))).toMatchObject({ field: 'sourceAreaRefs.0' })
    const recall = { partyRef: 'stranger', lotRef, reason: 'x', advice: 'x' }
    expect(await inputError(recallLot(db, recall))).toMatchObject({ field: 'lotRef' })
    expect(await inputError(recordEvent(db, 'stranger', lotRef, sampleStep()))).toMatchObject({ field: 'lotRef' })
  })

  it('of a party that is not registered are refused', async () => {
    expect(await inputError(upsertLot(db, sampleLot({ partyRef: 'nobody' })))).toEqual({
      field: 'partyRef',
      message: 'partyRef: no party "nobody" is registered; register it first',
    })
  })

  it('are refused when they end before they begin', async () => {
    const lot = sampleLot({ partyRef, productRef, packedOn: '2026-10-15', bestBefore: '2026-10-14' })
    expect(await inputError(upsertLot(db, lot))).toMatchObject({ field: 'bestBefore' })
  })

  it('stand on the product page with those on sale first, at most ten', async () => {
    const today = vietnamDay(new Date())
    const lotOf = (ref: string, changes: object) =>
      upsertLot(db, sampleLot({ partyRef, productRef, ref, lotCode: ref, sourceAreaRefs: [], ...changes }))
    await recallLot(db, { partyRef, lotRef, reason: 'x', advice: 'x' })
    await lotOf('past', { packedOn: '2020-01-01', bestBefore: '2020-06-01' })
    await lotOf('open', { packedOn: null, bestBefore: null, status: 'open' })
    await lotOf('older', { packedOn: '2026-01-01', bestBefore: '2099-01-01' })
    await lotOf('newer', { packedOn: '2026-02-01', bestBefore: today })
    const { lots, sourceAreas } = await productTrace(db, productRef, new Date())
    expect(lots.map((lot) => lot.lotCode).slice(0, 2)).toEqual(['newer', 'older'])
    expect(lots.at(-1)?.status).toBe('recalled')
    expect(sourceAreas.map((area) => area.ref)).toEqual(['area-1'])
    for (let i = 0; i < 10; i++) await lotOf(`more-${i}`, { bestBefore: '2099-01-01' })
    expect((await productTrace(db, productRef, new Date())).lots).toHaveLength(10)
    expect(await productTrace(db, 'unknown product', new Date())).toEqual({ sourceAreas: [], lots: [] })
  })
})

describe('journey events', () => {
  it('are recorded once each and shown in the order things happened', async () => {
    const steps = [
      sampleStep({ step: 'packing', occurredAt: '2026-10-15T01:00:00Z', quantity: null }),
      sampleStep({ step: 'harvesting', occurredAt: '2026-10-11T06:30:00+07:00', note: 'Hái sáng sớm' }),
    ]
    expect(await recordEvents(db, partyRef, lotRef, steps)).toEqual({ recorded: 2 })
    expect(await recordEvents(db, partyRef, lotRef, steps)).toEqual({ recorded: 0 })
    expect(await recordEvents(db, partyRef, lotRef, [...steps, ...steps, sampleStep({ step: 'drying' })])).toEqual({
      recorded: 1,
    })
    const { lots } = await productTrace(db, productRef, new Date())
    expect(lots[0]?.journey.map((step) => [step.step, step.occurredAt, step.note])).toEqual([
      ['harvesting', '2026-10-10T23:30:00.000Z', 'Hái sáng sớm'],
      ['drying', '2026-10-10T23:30:00.000Z', null],
      ['packing', '2026-10-15T01:00:00.000Z', null],
    ])
  })

  it('sent by ten phones at once are recorded once', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => recordEvent(db, partyRef, lotRef, sampleStep())))
    expect(results.reduce((sum, result) => sum + result.recorded, 0)).toBe(1)
  })

  it('are kept as EPCIS events: CBV words bare, own steps as URIs, the lot as a class-level URN', async () => {
    await recordEvents(db, partyRef, lotRef, [sampleStep({ step: 'packing' }), sampleStep({ step: 'sun_drying' })])
    const { rows } = await db.query(
      `select e.biz_step, e.body from trace.event e join trace.party p using (party_no) where p.party_ref = $1 order by 1`,
      [partyRef],
    )
    expect(rows.map((row) => row.biz_step).sort()).toEqual(['https://saolang.vn/voc/step/sun_drying', 'packing'])
    expect(rows[0].body).toMatchObject({ type: 'ObjectEvent', eventTimeZoneOffset: '+07:00', action: 'OBSERVE' })
    expect(rows[0].body.quantityList[0].epcClass).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
  })

  it('of the future, or without a time zone, are refused by name', async () => {
    const future = sampleStep({ occurredAt: new Date(Date.now() + 3 * 86_400_000).toISOString() })
    expect(await inputError(recordEvents(db, partyRef, lotRef, [sampleStep(), future]))).toMatchObject({
      field: '1.occurredAt',
    })
    const zoneless = sampleStep({ occurredAt: '2026-10-10T23:30:00' })
    expect(await inputError(recordEvent(db, partyRef, lotRef, zoneless))).toMatchObject({ field: '0.occurredAt' })
  })
})

describe('label batches', () => {
  it('a million labels are one row, made in well under a second, and no unit has a row', async () => {
    expect(await fastestOf(() => issue(1_000_000))).toBeLessThan(1_000)
    const batch = await issue(1_000_000)
    const { rows } = await db.query('select size from trace.label_batch where batch_no = $1', [batch.batchNo])
    expect(rows).toEqual([{ size: 1_000_000 }])
    const units = await db.query('select 1 from trace.unit where batch_no = $1', [batch.batchNo])
    expect(units.rowCount).toBe(0)
    const last = await createVerifier(db, ring, 'none').verify(unitCode(ring, batch, 999_999), nobody, new Date())
    expect(last.response).toMatchObject({ verdict: 'genuine', unit: { index: 999_999, earlierChecks: 0 } })
  })

  it('asked for twice with one request key are one batch, also at once; with other content they conflict', async () => {
    const batches = await Promise.all(Array.from({ length: 8 }, () => issue(10, 'same')))
    expect(new Set(batches.map((batch) => batch.batchNo)).size).toBe(1)
    expect(await issue(10, 'same')).toEqual(batches[0])
    await expect(issue(11, 'same')).rejects.toThrow('was used for another label batch')
  })

  it('of an unknown lot or of a lot of another product are refused, and use up no request key', async () => {
    const wanted = { partyRef, productRef, size: 1, epoch: 0, requestKey: 'k' }
    expect(await inputError(createLabelBatch(db, { ...wanted, lotRef: 'none' }))).toMatchObject({ field: 'lotRef' })
    const other = { ...wanted, productRef: 'other-product', lotRef }
    expect(await inputError(createLabelBatch(db, other))).toMatchObject({ field: 'lotRef' })
    expect(await createLabelBatch(db, { ...wanted, lotRef })).toMatchObject({ size: 1 })
  })

  it.each([
    ['expired', { validTo: '2026-11-21' }, '2026-11-22'],
    ['revoked', { revokedOn: '2026-11-01' }, '2026-11-01'],
    ['suspended', { suspensions: [{ from: '2026-11-10', to: null }] }, '2026-11-10'],
    ['not_yet_valid', { validFrom: '2026-12-01' }, '2026-12-01'],
  ] as const)(
    'of a product whose recognition is %s are refused with the day, and use up no request key',
    async (reason, changes, since) => {
      const held = sampleRecognition({
        ...changes,
        suspensions: 'suspensions' in changes ? [...changes.suspensions] : [],
      })
      const passport = samplePassport({ productRef, version: 2, recognitions: [held] })
      await storePassport(db, { messageId: `v2-${productRef}`, partyRef, passport })
      const wanted = { partyRef, productRef, lotRef, size: 5, epoch: 0, requestKey: 'refused' }
      const midnight = new Date('2026-11-21T17:00:00Z')
      const refusal = await createLabelBatch(db, wanted, midnight).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(LabelRefusal)
      expect(refusal).toMatchObject({ code: 'no_valid_recognition', field: 'productRef', details: { reason, since } })
      const { rowCount } = await db.query('select 1 from trace.label_batch where product_ref = $1', [productRef])
      expect(rowCount).toBe(0)
      await storePassport(db, {
        messageId: `v3-${productRef}`,
        partyRef,
        passport: samplePassport({ productRef, version: 3 }),
      })
      expect(await createLabelBatch(db, wanted, midnight)).toMatchObject({ size: 5 })
    },
  )

  it('of a product nobody recognised, or of another party’s passport, are refused', async () => {
    await registerParty(db, `stranger-${count}`)
    const wanted = { partyRef: `stranger-${count}`, productRef, lotRef: null, size: 5, epoch: 0, requestKey: 'x' }
    await expect(createLabelBatch(db, wanted)).rejects.toMatchObject({ details: { reason: 'none' } })
  })

  it('ordered in the last second of the recognition are issued, and stay what they are when asked for again after it', async () => {
    const lastDay = samplePassport({
      productRef,
      version: 2,
      recognitions: [sampleRecognition({ validTo: '2026-11-21' })],
    })
    await storePassport(db, { messageId: `last-${productRef}`, partyRef, passport: lastDay })
    const wanted = { partyRef, productRef, lotRef, size: 5, epoch: 0, requestKey: 'last' }
    const batch = await createLabelBatch(db, wanted, new Date('2026-11-21T16:59:59Z'))
    expect(batch.issuedAt).toBe('2026-11-21T16:59:59.000Z')
    expect(await createLabelBatch(db, wanted, new Date('2026-11-21T17:00:00Z'))).toEqual(batch)
  })

  it('are not reprinted either once the recognition has lapsed, and the old ones stay as they are', async () => {
    const { batchNo } = await issue(10)
    const lapsed = samplePassport({
      productRef,
      version: 2,
      recognitions: [sampleRecognition({ revokedOn: '2026-01-01' })],
    })
    await storePassport(db, { messageId: `lapsed-${productRef}`, partyRef, passport: lapsed })
    const stretch = { partyRef, batchNo, first: 0, last: 1, note: 'Kẹt giấy', actorRef: null, requestKey: 'again' }
    await expect(reprintStretch(db, ring.newest, stretch)).rejects.toMatchObject({ code: 'no_valid_recognition' })
    const { rowCount } = await db.query('select 1 from trace.label_batch where product_ref = $1', [productRef])
    expect(rowCount).toBe(1)
  })

  it.each([0, 2 ** 20 + 1, 1.5])('of %d labels are refused', async (size) => {
    expect(await inputError(issue(size))).toMatchObject({ field: 'size' })
  })

  it('may be printed before the lot is known; their scans show no lot', async () => {
    const asked = { partyRef, productRef, lotRef: null, size: 1, epoch: 0, requestKey: 'no-lot' }
    const code = unitCode(ring, await createLabelBatch(db, asked), 0)
    const { response } = await createVerifier(db, ring, 'none').verify(code, nobody, new Date())
    expect(response).toMatchObject({ verdict: 'genuine', lot: null, recognition: { onPackingDay: null } })
  })

  it('inside a transaction of the caller vanish with it', async () => {
    const client = await db.connect()
    try {
      await client.query('begin')
      const asked = { partyRef, productRef, lotRef, size: 5, epoch: 0, requestKey: 'undone' }
      const { batchNo } = await createLabelBatch(client, asked)
      await client.query('rollback')
      expect((await client.query('select 1 from trace.label_batch where batch_no = $1', [batchNo])).rowCount).toBe(0)
    } finally {
      client.release()
    }
  })
})

describe('void units', () => {
  it('answer void with their reason, once and for all, and leave their neighbours alone', async () => {
    const batch = await issue()
    const first = await voidUnit(db, { batchNo: batch.batchNo, index: 7, reason: 'Tem in hỏng' })
    expect(await voidUnit(db, { batchNo: batch.batchNo, index: 7, reason: 'khác' })).toEqual(first)
    const verifier = createVerifier(db, ring, 'none')
    expect((await verifier.verify(unitCode(ring, batch, 7), nobody, new Date())).response).toMatchObject({
      verdict: 'void',
      unit: { status: 'void', voidReason: 'Tem in hỏng' },
    })
    expect((await verifier.verify(unitCode(ring, batch, 6), nobody, new Date())).response.verdict).toBe('genuine')
  })

  it('that do not exist are refused by name', async () => {
    const { batchNo } = await issue()
    expect(await inputError(voidUnit(db, { batchNo, index: 10, reason: 'x' }))).toMatchObject({ field: 'index' })
    expect(await inputError(voidUnit(db, { batchNo: 200_000_000, index: 0, reason: 'x' }))).toMatchObject({
      field: 'batchNo',
    })
  })
})

describe('the verifier', () => {
  it('shows a recall and a new passport with the very next scan, in every process', async () => {
    const code = unitCode(ring, await issue(), 0)
    const [one, other] = [createVerifier(db, ring, 'none'), createVerifier(db, ring, 'none')]
    for (const verifier of [one, other]) {
      expect((await verifier.verify(code, nobody, new Date())).response.verdict).toBe('genuine')
    }
    const lapsed = samplePassport({
      productRef,
      version: 2,
      recognitions: [sampleRecognition({ validTo: '2026-01-01' })],
    })
    await storePassport(db, { messageId: 'lapse', partyRef, passport: lapsed })
    for (const verifier of [one, other]) {
      expect((await verifier.verify(code, nobody, new Date())).response.verdict).toBe('expired_recognition')
    }
    await recallLot(db, { partyRef, lotRef, reason: 'x', advice: 'x' })
    for (const verifier of [one, other]) {
      expect((await verifier.verify(code, nobody, new Date())).response.verdict).toBe('recalled')
    }
  })

  it('computes stars at the moment of the scan: a cached passport lapses at midnight +07', async () => {
    const recognition = sampleRecognition({ validTo: '2026-11-21' })
    const passport = samplePassport({ productRef, version: 2, recognitions: [recognition] })
    const code = unitCode(ring, await issue(), 0)
    await storePassport(db, { messageId: 'v2', partyRef, passport })
    const verifier = createVerifier(db, ring, 'none')
    const at = async (moment: string) => (await verifier.verify(code, nobody, new Date(moment))).response
    expect(await at('2026-11-21T16:59:59Z')).toMatchObject({ verdict: 'genuine', recognition: { today: { stars: 4 } } })
    expect(await at('2026-11-21T17:00:00Z')).toMatchObject({
      verdict: 'expired_recognition',
      reasons: ['recognition_expired_since:2026-11-22'],
      recognition: { today: { stars: null }, onPackingDay: recognitionStateOn([recognition], '2026-10-15') },
    })
  })

  it('knows no code of a batch that does not exist, of an index beyond it, or of another key', async () => {
    const batch = await issue()
    const verifier = createVerifier(db, ring, 'none')
    const beyond = unitCode(ring, { ...batch, size: 100 }, 10)
    const nowhere = unitCode(ring, { batchNo: 250_000_000, epoch: 0, size: 10 }, 0)
    const foreign = unitCode(codeRing({ 0: 'aa'.repeat(32) }), batch, 0)
    for (const code of [beyond, nowhere, foreign]) {
      expect((await verifier.verify(code, nobody, new Date())).response).toMatchObject({
        verdict: 'not_issued_here',
        reasons: ['unknown_code'],
        code,
      })
    }
  })

  it('does the same with unnamed statements, for old poolers', async () => {
    const code = unitCode(ring, await issue(), 0)
    const { response } = await createVerifier(db, ring, 'transaction').verify(code, nobody, new Date())
    expect(response).toMatchObject({ verdict: 'genuine', lot: { ref: lotRef }, passport: { productRef } })
  })
})

describe('the scan log', () => {
  const hasher = deviceHasher('c4'.repeat(32))
  const now = new Date()

  async function scanner() {
    const batch = await issue()
    const scan = (index: number, device: string | null, changes: Partial<Scan> = {}): Scan => {
      const { hash } = hasher.deviceOf({ cookie: device, address: null, agent: null }, now)
      return {
        partyNo: batch.partyNo,
        batchNo: batch.batchNo,
        index,
        scannedAt: now,
        verdict: 'genuine',
        person: true,
        deviceHash: hash,
        otherHash: null,
        provinceCode: null,
        ...changes,
      }
    }
    const write = (...scans: Scan[]) => insertScans(db, 'none', scans, deviceWindow(now))
    const seenBy = async (index: number, device: string) => {
      const asking = hasher.deviceOf({ cookie: device, address: null, agent: null }, now)
      const { response } = await createVerifier(db, ring, 'none').verify(unitCode(ring, batch, index), asking, now)
      return response.unit
    }
    return { batch, scan, write, seenBy }
  }

  it('counts each device once a day, within one write and across writes', async () => {
    const { scan, write, seenBy } = await scanner()
    await write(scan(0, 'anna'), scan(0, 'anna'), scan(0, 'bình'), scan(1, 'anna'))
    await write(scan(0, 'anna'), scan(0, 'châu'))
    expect(await seenBy(0, 'dũng')).toMatchObject({ earlierChecks: 3, firstCheckedAt: now.toISOString() })
    expect(await seenBy(1, 'dũng')).toMatchObject({ earlierChecks: 1 })
    expect(await seenBy(2, 'dũng')).toMatchObject({ earlierChecks: 0, firstCheckedAt: null })
  })

  it('does not hold a device’s own check of the day against it', async () => {
    const { scan, write, seenBy } = await scanner()
    await write(scan(0, 'anna'))
    expect(await seenBy(0, 'anna')).toMatchObject({ earlierChecks: 0 })
    await write(scan(0, 'bình'))
    expect(await seenBy(0, 'anna')).toMatchObject({ earlierChecks: 1 })
  })

  it('knows a device again that had no cookie at its first visit', async () => {
    const { scan, write, batch } = await scanner()
    const clues = { address: '203.0.113.9', agent: 'phone' }
    const first = hasher.deviceOf({ ...clues, cookie: null }, now)
    const second = hasher.deviceOf({ ...clues, cookie: 'fresh-cookie' }, now)
    await write(scan(0, null, { deviceHash: first.hash }))
    const { response } = await createVerifier(db, ring, 'none').verify(unitCode(ring, batch, 0), second, now)
    expect(response.unit?.earlierChecks).toBe(0)
    await write(scan(0, null, { deviceHash: second.hash, otherHash: second.firstVisitHash() }))
    const { rows } = await db.query('select checks from trace.unit where batch_no = $1', [batch.batchNo])
    expect(rows).toEqual([{ checks: 1 }])
  })

  it('logs the check of a program without counting it', async () => {
    const { scan, write, seenBy, batch } = await scanner()
    await write(scan(0, 'robot', { person: false }))
    expect(await seenBy(0, 'anna')).toMatchObject({ earlierChecks: 0 })
    const { rows } = await db.query('select counted from trace.scan where batch_no = $1', [batch.batchNo])
    expect(rows).toEqual([{ counted: false }])
  })

  it('keeps a void unit void, and counts its checks', async () => {
    const { scan, write, seenBy, batch } = await scanner()
    await voidUnit(db, { batchNo: batch.batchNo, index: 0, reason: 'Mất' })
    await write(scan(0, 'anna'))
    expect(await seenBy(0, 'bình')).toMatchObject({ status: 'void', earlierChecks: 1 })
  })

  it('above 1,000 checks double scans are no longer told apart, so that a scan costs the same for ever', async () => {
    const { batch, scan, write, seenBy } = await scanner()
    for (let i = 0; i < 2; i++) await write(...Array.from({ length: 500 }, (_, k) => scan(0, `many-${i}-${k}`)))
    expect(await seenBy(0, 'anna')).toMatchObject({ earlierChecks: 1_000 })
    const { issued } = await createVerifier(db, ring, 'none').verify(unitCode(ring, batch, 0), nobody, now)
    expect(issued).toMatchObject({ popular: true })
    await write(scan(0, 'many-0-0', { popular: true }))
    expect(await seenBy(0, 'anna')).toMatchObject({ earlierChecks: 1_001 })
  })

  it('a code shown on television: 3,000 devices on one unit are one row and the right number', async () => {
    const { scan, write, seenBy, batch } = await scanner()
    for (let i = 0; i < 6; i++) await write(...Array.from({ length: 500 }, (_, k) => scan(0, `tv-${i}-${k}`)))
    expect(await seenBy(0, 'anna')).toMatchObject({ earlierChecks: 3_000 })
    const { rows } = await db.query('select count(*)::int as units from trace.unit where batch_no = $1', [
      batch.batchNo,
    ])
    expect(rows).toEqual([{ units: 1 }])
  })
})
