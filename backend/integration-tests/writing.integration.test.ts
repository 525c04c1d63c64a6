import { Modules } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { OutboxModuleService } from '../src/modules/outbox/service'
import type { RecognitionModuleService } from '../src/modules/recognition/service'
import type { RecordDecisionInput } from '../src/workflows/recognition/workflows/record-decision'
import { FakeTraceService } from './fake-trace-service'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { deliverDue } = loadSource<typeof import('../src/outbox/deliver-due')>('./src/outbox/deliver-due')
const { productChanged } = loadSource<typeof import('../src/outbox/enqueue')>('./src/outbox/enqueue')
const { refreshStars } = loadSource<typeof import('../src/recognition/refresh-stars')>(
  './src/recognition/refresh-stars',
)
const { sweepPassports } = loadSource<typeof import('../src/outbox/sweep-passports')>('./src/outbox/sweep-passports')
const { searchCatalogue } = loadSource<typeof import('../src/search/catalogue')>('./src/search/catalogue')
const { correctValidityWorkflow } = loadSource<
  typeof import('../src/workflows/recognition/workflows/correct-validity')
>('./src/workflows/recognition/workflows/correct-validity')
const { revokeRecognitionWorkflow } = loadSource<
  typeof import('../src/workflows/recognition/workflows/revoke-recognition')
>('./src/workflows/recognition/workflows/revoke-recognition')
const { recordDecisionWorkflow } = loadSource<typeof import('../src/workflows/recognition/workflows/record-decision')>(
  './src/workflows/recognition/workflows/record-decision',
)
const { createListedProductsWorkflow } = loadSource<
  typeof import('../src/workflows/listing/workflows/create-listed-products')
>('./src/workflows/listing/workflows/create-listed-products')
const { upsertProducersWorkflow } = loadSource<typeof import('../src/workflows/producer/workflows/upsert-producers')>(
  './src/workflows/producer/workflows/upsert-producers',
)
const { setUpShopWorkflow } = loadSource<typeof import('../src/workflows/shop/workflows/set-up-shop')>(
  './src/workflows/shop/workflows/set-up-shop',
)

const DAY_MS = 86_400_000

shopSuite(({ getContainer, dbConnection, dbUtils }) => {
  const trace = new FakeTraceService()
  let shop: SampleShop

  beforeAll(async () => {
    await trace.start()
    shop = await makeSampleShop(getContainer())
    await dbUtils.snapshot()
  })
  beforeEach(() => {
    trace.status = 200
    trace.received.length = 0
  })
  afterAll(() => trace.stop())

  const outbox = () => getContainer().resolve<OutboxModuleService>('outbox')
  const recognitions = () => getContainer().resolve<RecognitionModuleService>('recognition')
  const service = () => ({
    url: process.env.TRACE_URL ?? '',
    token: process.env.TRACE_INTERNAL_TOKEN ?? '',
  })
  const deliver = () => deliverDue(getContainer(), service(), Date.now() + 10_000)
  const yesterday = () => vietnamDay(new Date(Date.now() - DAY_MS))

  async function rows<Row>(sql: string): Promise<Row[]> {
    const { rows: found } = await dbConnection.raw(sql)
    return found
  }
  const waiting = () =>
    rows<{ topic: string; key: string }>(
      'SELECT topic, key FROM outbox_message WHERE delivered_at IS NULL ORDER BY topic, key',
    )

  /** The job of the app delivers too; either may come first. */
  async function untilDelivered(): Promise<void> {
    await vi.waitUntil(
      async () => {
        await deliver()
        return (await waiting()).length === 0
      },
      { timeout: 30_000, interval: 200 },
    )
  }

  async function lastPassport(productId: string) {
    await untilDelivered()
    return trace.received.filter((message) => message.body.passport.productRef === productId).at(-1)
  }

  const starOf = async (productId: string) => {
    const page = await searchCatalogue(getContainer(), { salesChannelIds: [shop.salesChannelId], perPage: 60 })
    return page.items.find((item) => item.id === productId)?.badge
  }

  it('sends the passport of a listed product with its decision', async () => {
    await outbox().enqueueMessages(productChanged([shop.tea.id, shop.honey.id]))
    const message = await lastPassport(shop.tea.id)
    expect(message?.path).toBe(`/internal/passports/${shop.tea.id}`)
    expect(message?.token).toBe(`Bearer ${process.env.TRACE_INTERNAL_TOKEN}`)
    expect(message?.requestId).toMatch(/^[A-Za-z0-9-]{8,64}$/)
    expect(message?.body.messageId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/)
    expect(message?.body.passport).toMatchObject({
      product: {
        handle: 'che-shan-tuyet',
        name: { vi: 'Chè Shan tuyết', en: null },
        sector: 'drink',
        withdrawn: false,
      },
      producer: {
        ref: message?.body.partyRef,
        name: 'Hợp tác xã Sơn Trà',
        place: {
          provinceName: 'Tuyên Quang',
          communeName: 'Xã Hồng Thái',
          legacyName: 'Xã Hồng Thái, huyện Na Hang',
        },
      },
      recognitions: [
        {
          stars: 4,
          decisionNumber: '15/QĐ-UBND',
          decisionDate: '2025-01-10',
          authority: 'UBND tỉnh Tuyên Quang',
          validFrom: '2025-01-10',
          validTo: '2099-01-09',
          revokedOn: null,
          sample: true,
        },
      ],
      sample: ['price', 'producer.story', 'recognition'],
    })
    expect(await rows('SELECT product_id FROM passport_receipt ORDER BY 1')).toEqual(
      [shop.honey.id, shop.tea.id].sort().map((product_id) => ({ product_id })),
    )
  })

  it('keeps messages while the traceability service is down and sends them when it is back', async () => {
    await untilDelivered()
    trace.status = 503
    trace.received.length = 0
    await correctValidityWorkflow(getContainer()).run({
      input: { recognitionId: String(shop.recognitionIds[0]), validTo: '2098-01-01' },
    })
    await vi.waitUntil(
      async () => {
        await deliver()
        const [message] = await rows<{ last_error: string | null }>(
          `SELECT last_error FROM outbox_message WHERE topic = 'passport' AND delivered_at IS NULL`,
        )
        return message?.last_error?.includes('503')
      },
      { timeout: 20_000, interval: 200 },
    )
    expect(trace.received).toEqual([])
    expect((await outbox().backlog()).waiting).toBe(1)
    trace.status = 200
    const message = await lastPassport(shop.tea.id)
    expect(message?.body.passport.recognitions[0]?.validTo).toBe('2098-01-01')
  })

  it('gives a message up when the service finds the passport wrong again and again', async () => {
    await untilDelivered()
    trace.status = 422
    await outbox().enqueueMessages([{ topic: 'passport', key: shop.tea.id }])
    await vi.waitUntil(
      async () => {
        await rows(`UPDATE outbox_message SET next_attempt_at = now() WHERE delivered_at IS NULL AND dead_at IS NULL
            AND last_error IS NOT NULL RETURNING id`)
        await deliver()
        return (await outbox().backlog()).dead === 1
      },
      { timeout: 30_000, interval: 100 },
    )
    const [message] = await rows<{ attempts: number }>('SELECT attempts FROM outbox_message WHERE dead_at IS NOT NULL')
    expect(message?.attempts).toBe(5)
  })

  it('writes the message in the transaction of the change: both or none', async () => {
    await untilDelivered()
    const decision = { number: '15/QĐ-UBND', date: '2025-11-01', authority: 'UBND tỉnh Tuyên Quang' }
    const row = { ...decision, level: 'province' as const, legal_basis: null, source: null, sample: false }
    const recognition = {
      product_id: shop.tea.id,
      product_name: 'Chè',
      stars: 5,
      points: null,
      rubric_version: '26/2026',
      valid_from: '2026-01-01',
      valid_to: '2028-12-31',
      sample: false,
    }
    await expect(recognitions().recordDecision(row, [recognition])).rejects.toThrow(/already exists/)
    expect(await waiting()).toEqual([])
    await dbConnection.raw('ALTER TABLE outbox_message RENAME TO outbox_away')
    await expect(recognitions().recordDecision({ ...row, number: '16/QĐ-UBND' }, [recognition])).rejects.toThrow()
    await dbConnection.raw('ALTER TABLE outbox_away RENAME TO outbox_message')
    expect(await recognitions().listCouncilDecisions({ number: '16/QĐ-UBND' })).toEqual([])
    await recognitions().recordDecision({ ...row, number: '16/QĐ-UBND' }, [recognition])
    expect((await waiting()).map((message) => message.topic)).toEqual(['catalogue', 'passport'])
  })

  it('never gives one message to two deliverers', async () => {
    await untilDelivered()
    await outbox().enqueueMessages(Array.from({ length: 60 }, (_, n) => ({ topic: 'catalogue', key: `prod_${n}` })))
    const claims = await Promise.all(Array.from({ length: 6 }, () => outbox().claimDue('catalogue', 60)))
    const ids = claims.flat().map((message) => message.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeLessThanOrEqual(60)
    expect(await outbox().claimDue('catalogue', 60)).toEqual([])
  })

  it('announces once more what a killed process may have forgotten', async () => {
    await untilDelivered()
    await outbox().announceAgain()
    const again = await waiting()
    expect(new Set(again.map((message) => message.topic))).toEqual(new Set(['catalogue']))
    expect(again.map((message) => message.key)).toContain(shop.tea.id)
    await dbConnection.raw("UPDATE outbox_message SET delivered_at = now() - interval '3 minutes'")
    await outbox().announceAgain()
    expect(await waiting()).toEqual([])
  })

  it('shows no star anywhere once a recognition ended yesterday, changed through the workflow', async () => {
    await refreshStars(getContainer(), new Date())
    await untilDelivered()
    await vi.waitUntil(async () => (await starOf(shop.tea.id))?.stars === 4, { timeout: 30_000, interval: 300 })
    await correctValidityWorkflow(getContainer()).run({
      input: { recognitionId: String(shop.recognitionIds[0]), validTo: yesterday() },
    })
    const message = await lastPassport(shop.tea.id)
    expect(message?.body.passport.recognitions[0]?.validTo).toBe(yesterday())
    await vi.waitUntil(async () => (await starOf(shop.tea.id))?.stars === null, { timeout: 30_000, interval: 300 })
    expect(await starOf(shop.tea.id)).toMatchObject({ status: 'expired', lapsedOn: vietnamDay(new Date()) })
  })

  it('finds a star that the calendar, a revocation or a hand in the database ended', async () => {
    await refreshStars(getContainer(), new Date())
    expect(await refreshStars(getContainer(), new Date())).toEqual([])
    expect(await refreshStars(getContainer(), new Date('2099-01-08T17:00:00Z'))).toEqual([])
    expect(await refreshStars(getContainer(), new Date('2099-01-09T16:59:59Z'))).toEqual([])
    expect(await refreshStars(getContainer(), new Date('2099-01-09T17:00:00Z'))).toEqual([shop.tea.id])
    await refreshStars(getContainer(), new Date())
    await dbConnection.raw(`UPDATE recognition SET valid_to = '${yesterday()}'`)
    expect(await refreshStars(getContainer(), new Date())).toEqual([shop.tea.id])
    await dbConnection.raw(`UPDATE recognition SET valid_to = '2099-01-09'`)
    await refreshStars(getContainer(), new Date())
    await revokeRecognitionWorkflow(getContainer()).run({
      input: { recognitionId: String(shop.recognitionIds[0]), revokedOn: vietnamDay(new Date()) },
    })
    expect(await refreshStars(getContainer(), new Date())).toEqual([shop.tea.id])
  })

  it('tells the producer once what became of a star, also when the telling was cut off before it was noted', async () => {
    const told = () =>
      rows<{ kind: string; audience: string }>("SELECT kind, audience FROM notice WHERE kind LIKE 'star%' ORDER BY id")
    await refreshStars(getContainer(), new Date())
    expect(await told()).toEqual([])
    const [announced] = await rows<{ fingerprint: string }>('SELECT fingerprint FROM star_state')
    await revokeRecognitionWorkflow(getContainer()).run({
      input: { recognitionId: String(shop.recognitionIds[0]), revokedOn: vietnamDay(new Date()) },
    })
    await refreshStars(getContainer(), new Date())
    const [producer] = await rows<{ id: string }>('SELECT id FROM producer')
    const once = [{ kind: 'star_revoked', audience: `producer:${producer?.id}` }]
    expect(await told()).toEqual(once)
    await dbConnection.raw(`UPDATE star_state SET fingerprint = '${announced?.fingerprint}'`)
    expect(await refreshStars(getContainer(), new Date())).toEqual([shop.tea.id])
    expect(await told()).toEqual(once)
  })

  it('refreshes every product of a producer that changed, and withdraws those of a suspended one', async () => {
    await untilDelivered()
    const [producer] = await rows<{ handle: string }>('SELECT handle FROM producer')
    await upsertProducersWorkflow(getContainer()).run({
      input: {
        producers: [
          {
            handle: String(producer?.handle),
            name: 'Hợp tác xã Sơn Trà mới',
            legalForm: 'cooperative',
            status: 'suspended',
            provinceCode: '08',
            communeCode: null,
            address: null,
            legacyPlace: null,
            phone: null,
            storyVi: null,
            storyEn: null,
            source: null,
            sample: [],
          },
        ],
      },
    })
    for (const id of [shop.tea.id, shop.honey.id]) {
      const message = await lastPassport(id)
      expect(message?.body.passport.producer.name).toBe('Hợp tác xã Sơn Trà mới')
      expect(message?.body.passport.product.withdrawn).toBe(true)
    }
  })

  it('sweeps up a change that no message announced', async () => {
    // The snapshot may lie between a change and its event: what it lacks is swept up first.
    await vi.waitUntil(
      async () => {
        await untilDelivered()
        return (await sweepPassports(getContainer())).length === 0
      },
      { timeout: 30_000 },
    )
    await getContainer().resolve(Modules.PRODUCT).updateProducts(shop.tea.id, { title: 'Chè đổi tên' })
    await dbConnection.raw('DELETE FROM outbox_message WHERE delivered_at IS NULL')
    expect(await sweepPassports(getContainer())).toEqual([shop.tea.id])
    expect(await sweepPassports(getContainer())).toEqual([])
    const message = await lastPassport(shop.tea.id)
    expect(message?.body.passport.product.name.vi).toBe('Chè đổi tên')
  })

  it('refuses decisions that cannot be and keeps nothing of them', async () => {
    const decision = {
      number: '20/QĐ-UBND',
      date: '2026-02-30',
      authority: 'UBND',
      level: 'province' as const,
      legalBasis: null,
      source: null,
      sample: false,
    }
    const recognition = {
      productId: shop.tea.id,
      productName: 'Chè',
      stars: 3 as const,
      points: 60,
      rubricVersion: '26/2026',
      validFrom: '2026-01-01',
      validTo: '2025-12-31',
      sample: false,
    }
    const run = (given: { input: RecordDecisionInput }) => recordDecisionWorkflow(getContainer()).run(given)
    await expect(run({ input: { decision, recognitions: [] } })).rejects.toThrow(/calendar day/)
    const dated = { ...decision, date: '2026-02-28' }
    await expect(run({ input: { decision: dated, recognitions: [recognition] } })).rejects.toThrow(/before it begins/)
    await expect(
      run({
        input: { decision: dated, recognitions: [{ ...recognition, validTo: '2027-01-01', productId: 'prod_no' }] },
      }),
    ).rejects.toThrow(/does not exist/)
    await expect(
      run({ input: { decision: dated, recognitions: [{ ...recognition, validTo: '2027-01-01', stars: 2 as 3 }] } }),
    ).rejects.toThrow(/3, 4 or 5/)
    expect(await recognitions().listCouncilDecisions({ number: '20/QĐ-UBND' })).toEqual([])
  })

  it('undoes a listing whose later step fails', async () => {
    const before = await rows('SELECT id FROM product')
    const listing = {
      sector: 'food' as const,
      netContent: null,
      ingredients: null,
      allergens: null,
      storage: null,
      usage: null,
      warning: null,
      standard: null,
      perishable: false,
      storyVi: null,
      storyEn: null,
      pictures: [],
      sample: [],
      source: null,
    }
    const input = {
      salesChannelIds: [shop.salesChannelId],
      stockLocationId: 'sloc_unknown',
      shippingProfileId: shop.shippingProfileId,
      products: [
        {
          handle: 'mut-gung',
          title: 'Mứt gừng',
          description: null,
          producerHandle: 'htx-son-tra',
          listing,
          variants: [{ title: 'Túi', sku: 'mut-gung-1', price: 50_000, weightGrams: 200, stock: 5 }],
        },
      ],
    }
    await expect(createListedProductsWorkflow(getContainer()).run({ input })).rejects.toThrow()
    expect(await rows("SELECT id FROM product WHERE deleted_at IS NULL AND handle = 'mut-gung'")).toEqual([])
    expect(await rows("SELECT id FROM inventory_item WHERE deleted_at IS NULL AND sku = 'mut-gung-1'")).toEqual([])
    const fractional = structuredClone(input)
    Object.assign(fractional.products[0]?.variants[0] ?? {}, { price: 0.5 })
    await expect(createListedProductsWorkflow(getContainer()).run({ input: fractional })).rejects.toThrow(
      /whole number/,
    )
    expect((await rows('SELECT id FROM product WHERE deleted_at IS NULL')).length).toBe(before.length)
  })

  it('sets the shop up once, however often it is asked', async () => {
    const { result } = await setUpShopWorkflow(getContainer()).run({
      input: {
        storeName: 'Sao Làng',
        shippingFee: 1,
        stockLocation: { name: 'Khác', provinceName: 'Khác', address: 'Khác' },
      },
    })
    expect(result).toMatchObject({
      publishableKey: shop.publishableKey,
      salesChannelId: shop.salesChannelId,
      stockLocationId: shop.stockLocationId,
    })
    for (const table of ['region', 'stock_location', 'shipping_option']) {
      expect(await rows(`SELECT count(*)::int AS n FROM ${table} WHERE deleted_at IS NULL`)).toEqual([{ n: 1 }])
    }
  })
})
