import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { deliverDue } = loadSource<typeof import('../src/outbox/deliver-due')>('./src/outbox/deliver-due')
const { healthReport, healthStatus } =
  loadSource<typeof import('../src/health/health-report')>('./src/health/health-report')
const { importProgrammeWorkflow } = loadSource<typeof import('../src/workflows/programme/workflows/import-programme')>(
  './src/workflows/programme/workflows/import-programme',
)
const { upsertShopsWorkflow } = loadSource<typeof import('../src/workflows/promotion-centre/workflows/upsert-shops')>(
  './src/workflows/promotion-centre/workflows/upsert-shops',
)

const STATISTIC = {
  id: 'TQ-01',
  title: 'Sản phẩm đạt từ 3 sao trở lên',
  titleEn: 'Products with 3 stars and more',
  scope: { level: 'province', name: 'Tuyên Quang' },
  period: '2018-2020',
  asOf: '2020-12-31',
  isTarget: false,
  unit: 'sản phẩm',
  total: 79.5,
  dimension: 'stars',
  breakdown: [
    { key: '4', label: '4 sao', value: 17, producers: 12 },
    { key: '3', label: '3 sao', value: 62, producers: null },
  ],
  breakdownSum: 79,
  addsUp: false,
  facts: { plan_products: 74 },
  inconsistency: 'Tổng không khớp',
  note: null,
  source: 'Báo cáo, 31/12/2020',
  quoteHint: '17 sản phẩm đạt hạng 4 sao',
}
const SHOP = {
  handle: 'ha-noi',
  name: 'Trung tâm Đồng Tháp tại Hà Nội',
  kind: 'ocop_centre',
  operatorProvince: 'Đồng Tháp',
  location: 'Hà Nội',
  productCount: 64,
  producerCount: 42,
  year: 2020,
  status: 'operating',
  source: 'Kế hoạch 2021',
  note: null,
  withSalesChannel: true,
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  let shop: SampleShop

  beforeAll(async () => {
    const container = getContainer()
    shop = await makeSampleShop(container)
    await importProgrammeWorkflow(container).run({
      input: {
        statistics: [STATISTIC],
        legalInstruments: [
          {
            id: 'law-001',
            number: '490/QĐ-TTg',
            type: 'Quyết định',
            date: '2018-05-07',
            dateAsGiven: { a: '7/5/2018' },
            issuer: 'Thủ tướng Chính phủ',
            level: 'national',
            subject: 'Phê duyệt Chương trình',
            citedIn: ['a'],
            inconsistency: null,
            note: null,
            quoteHint: '490/QĐ-TTg ngày',
            source: 'Báo cáo, 31/12/2020',
          },
        ],
      },
    })
    await upsertShopsWorkflow(container).run({
      input: {
        shops: [SHOP, { ...SHOP, handle: 'chuoi', name: 'Chuỗi bán lẻ', withSalesChannel: false }],
        fairs: [
          {
            handle: 'hoi-cho-2020',
            name: 'Hội chợ OCOP 2020',
            kind: 'trade_fair',
            operatorProvince: null,
            location: 'Hà Nội',
            year: 2020,
            status: 'held',
            participants: ['org-001'],
            source: 'Báo cáo',
            note: null,
          },
        ],
      },
    })
    await dbUtils.snapshot()
  })

  const get = async (path: string) => {
    const { data, status } = await api.get(path, {
      headers: { 'x-publishable-api-key': shop.publishableKey },
      validateStatus: () => true,
    })
    return { data, status }
  }

  it('lists producers by name, found with or without diacritics', async () => {
    for (const q of ['Sơn Trà', 'son tra', 'TRÀ hợp', '']) {
      const { data } = await get(`/store/producers?q=${encodeURIComponent(q)}`)
      expect(data).toMatchObject({
        total: 1,
        page: 1,
        perPage: 24,
        items: [{ handle: 'htx-son-tra', productCount: 2 }],
      })
    }
    expect((await get('/store/producers?q=son%25')).data.total).toBe(0)
    expect((await get('/store/producers?province=82')).data.total).toBe(0)
    expect((await get('/store/producers?page=2')).data).toMatchObject({ items: [], total: 1, page: 2 })
  })

  it('tells a producer’s story in the language asked for, with its products', async () => {
    await vi.waitUntil(
      async () => {
        const trace = { url: process.env.TRACE_URL ?? '', token: '' }
        await deliverDue(getContainer(), trace, Date.now() + 1_000)
        return (await get('/store/producers/htx-son-tra')).data.products?.length === 2
      },
      { timeout: 30_000, interval: 300 },
    )
    const { data } = await get('/store/producers/htx-son-tra')
    expect(data.producer).toMatchObject({
      name: 'Hợp tác xã Sơn Trà',
      story: 'Chè hái trên núi cao.',
      phone: '0912345678',
      source: 'Báo cáo thử',
    })
    expect((await get('/store/producers/htx-son-tra?locale=en')).data.producer.story).toBe(
      'Tea picked high in the mountains.',
    )
    expect((await get('/store/producers/htx-son-tra?locale=fr')).status).toBe(400)
  })

  it('lists provinces and communes in Vietnamese order with their counts', async () => {
    const { data } = await get('/store/provinces')
    expect(data.provinces.map((province: { name: string }) => province.name)).toEqual(['Đồng Tháp', 'Tuyên Quang'])
    expect(data.provinces[1]).toMatchObject({ slug: 'tuyen-quang', communeCount: 2, fullName: 'Tỉnh Tuyên Quang' })
    const communes = await get('/store/provinces/08/communes')
    expect(communes.data).toEqual({
      communes: [
        { code: '00700', name: 'An Tường', type: 'Phường' },
        { code: '00691', name: 'Hồng Thái', type: 'Xã' },
      ],
    })
    expect((await get('/store/provinces/99/communes')).status).toBe(404)
  })

  it('tells what a province was merged from', async () => {
    const { data } = await get('/store/provinces/tuyen-quang')
    expect(data.formerProvinces).toEqual(['Tỉnh Hà Giang', 'Tỉnh Tuyên Quang'])
    expect(data.producers).toMatchObject([{ handle: 'htx-son-tra' }])
    expect((await get('/store/provinces/dong-thap')).data).toMatchObject({ formerProvinces: [], producers: [] })
    expect((await get('/store/provinces/khong-co')).status).toBe(404)
  })

  it('gives the documents’ figures as they are, contradictions included', async () => {
    const { data } = await get('/store/statistics')
    const { breakdownSum, addsUp, quoteHint, ...rest } = STATISTIC
    expect(data.statistics).toEqual([{ ...rest, inconsistencyEn: null, noteEn: null, quote: quoteHint }])
    expect(data.fairs).toMatchObject([{ id: 'hoi-cho-2020', name: 'Hội chợ OCOP 2020', source: 'Báo cáo' }])
    expect(data.legalBasis).toMatchObject([{ id: 'law-001', number: '490/QĐ-TTg', source: 'Báo cáo, 31/12/2020' }])
  })

  it('gives a sales channel to the shops that sell here', async () => {
    const { data } = await get('/store/shops')
    expect(
      data.shops.map((row: { handle: string; salesChannelId: string | null }) => [
        row.handle,
        row.salesChannelId !== null,
      ]),
    ).toEqual([
      ['chuoi', false],
      ['ha-noi', true],
    ])
    const { result } = await upsertShopsWorkflow(getContainer()).run({ input: { shops: [SHOP], fairs: [] } })
    expect(result.shops[0]?.salesChannelId).toBe(data.shops[1].salesChannelId)
  })

  it('lists every public page in the sitemap', async () => {
    const { data } = await get('/store/sitemap')
    expect(data.products.map((entry: { handle: string }) => entry.handle).sort()).toEqual([
      'che-shan-tuyet',
      'mat-ong-rung',
    ])
    expect(data.producers).toMatchObject([{ handle: 'htx-son-tra' }])
    expect(data.provinces).toHaveLength(2)
    expect(new Date(data.products[0].updatedAt).toISOString()).toBe(data.products[0].updatedAt)
  })

  it('is healthy with its database, degraded while passports wait too long', async () => {
    const report = await healthReport(getContainer())
    expect(report.dependencies.database?.status).toBe('ok')
    await dbConnection.raw(
      `INSERT INTO outbox_message (id, topic, key, payload, next_attempt_at, created_at)
         VALUES ('late', 'passport', 'prod_x', '{}', now() + interval '1 hour', now() - interval '2 minutes')`,
    )
    await vi.waitUntil(async () => (await healthReport(getContainer())).status === 'degraded', { timeout: 10_000 })
    const late = await healthReport(getContainer())
    expect(late.dependencies.outbox?.detail).toMatchObject({ dead: 0 })
    expect(healthStatus(late)).toBe(200)
    expect(healthStatus({ ...late, status: 'down' })).toBe(503)
    expect(healthStatus({ ...late, status: 'draining' })).toBe(503)
  })
})
