import { vietnamDay } from '@sao-lang/traceability/verify'
import { loadSource } from './load-source'
import { adminToken, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'

const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')

shopSuite(({ getContainer, api, dbUtils }) => {
  const call = shopCall({ api })
  let admin = ''
  const day = (days: number) => vietnamDay(new Date(Date.now() + days * 86_400_000))
  const post = (url: string, body: unknown) => call('POST', `/admin${url}`, { token: admin, body })
  const get = async (url: string) => (await call('GET', `/admin${url}`, { token: admin })).data
  const rows = <Row>(text: string, values: unknown[] = []) =>
    inTransaction(getContainer(), (sql) => sql.query<Row>(text, values))

  beforeAll(async () => {
    await makeSampleShop(getContainer())
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })

  it('dates delivery rates: a new one ends the one before, and none is written over', async () => {
    const rate = { method: 'flat', firstFee: 35_000, from: day(3), source: 'Bảng giá 12/2026' }
    const [before] = await rows<{ id: string; first_fee: number }>('SELECT id, first_fee FROM delivery_rate')
    expect((await post('/delivery-rates', { ...rate, from: day(0) })).data.error.code).toBe('settlement_day_past')
    expect((await post('/delivery-rates', { ...rate, firstFee: -1 })).data.error.code).toBe('delivery_rate_invalid')
    expect((await post('/delivery-rates', { ...rate, firstFee: 1.5 })).data.error.code).toBe('delivery_rate_invalid')
    expect((await post('/delivery-rates', { ...rate, stepFee: 5_000 })).data.error).toMatchObject({
      code: 'delivery_rate_invalid',
      field: 'stepFee',
    })
    expect((await post('/delivery-rates', { ...rate, producerId: 'prod_none' })).data.error.field).toBe('producerId')
    const made = await Promise.all([1, 2, 3].map(() => post('/delivery-rates', rate)))
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    const { rates } = await get('/delivery-rates')
    expect(rates).toMatchObject([
      { from: day(3), firstFee: 35_000, to: null },
      { id: before?.id, firstFee: before?.first_fee, to: day(2) },
    ])
    expect((await post(`/delivery-rates/${rates[0].id}/end`, { to: day(9) })).data.error.code).toBe(
      'delivery_rate_invalid',
    )
    expect(await rows(`SELECT 1 FROM audit_entry WHERE verb = 'delivery_rate:add'`)).toHaveLength(1)
  })

  it('gives a producer a rate by weight, and the platform’s own again after it', async () => {
    const [producer] = await rows<{ id: string }>('SELECT id FROM producer LIMIT 1')
    const rate = {
      ...{ producerId: producer?.id, method: 'by_weight', firstGrams: 1_000, firstFee: 25_000, stepGrams: 500 },
      ...{ stepFee: 4_000, maxGrams: 20_000, from: day(1), source: 'Hợp đồng của chủ thể' },
    }
    expect((await post('/delivery-rates', { ...rate, maxGrams: 500 })).data.error.field).toBe('maxGrams')
    const { id } = (await post('/delivery-rates', rate)).data
    expect((await post(`/delivery-rates/${id}/end`, { to: day(-1) })).data.error.code).toBe('settlement_day_past')
    expect((await post(`/delivery-rates/${id}/end`, { to: day(30) })).status).toBe(200)
    expect((await post(`/delivery-rates/${id}/end`, { to: day(40) })).status).toBe(422)
    expect((await post('/delivery-rates/drate_none/end', { to: day(30) })).status).toBe(404)
  })

  it('dates what a parcel costs that comes back, by carrier', async () => {
    const rate = { carrier: 'ghn', twoWay: 52_000, from: day(1) }
    expect((await post('/freight-rates', { ...rate, carrier: 'ai-do' })).data.error.code).toBe('carrier_unknown')
    expect((await post('/freight-rates', { ...rate, from: day(0) })).data.error.code).toBe('settlement_day_past')
    const made = await Promise.all([1, 2].map(() => post('/freight-rates', rate)))
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await get('/freight-rates')).rates).toMatchObject([{ carrier: 'ghn', twoWay: 52_000, sample: false }])
  })

  it('keeps promotions that hold together, once a code, and ends them for good', async () => {
    const offer = {
      ...{ code: 'tet2027', titleVi: 'Tết 2027', titleEn: 'Tet 2027', kind: 'percent', value: 1_000 },
      ...{ bearer: 'platform', scope: 'all', firstDay: day(1), lastDay: day(20), stackingGroup: 'san' },
    }
    const [product] = await rows<{ product_id: string; producer_id: string }>(
      'SELECT product_id, producer_id FROM product_product_producer_producer LIMIT 1',
    )
    const [other] = await rows<{ id: string }>('SELECT id FROM producer WHERE id <> ? LIMIT 1', [product?.producer_id])
    for (const [change, field] of [
      [{ value: 10_001 }, 'value'],
      [{ value: null }, 'value'],
      [{ kind: 'free_delivery' }, 'value'],
      [{ code: 'TẾT' }, 'code'],
      [{ bearer: 'centre' }, 'centreId'],
      [{ bearer: 'centre', centreId: 'pcen_none' }, 'centreId'],
      [{ bearer: 'producer' }, 'scope'],
      [{ scope: 'producer' }, 'producerId'],
      [{ scope: 'products' }, 'productIds'],
      [{ scope: 'products', productIds: ['prod_none'] }, 'productIds'],
      [{ lastDay: day(0) }, 'lastDay'],
      [
        other
          ? { scope: 'products', productIds: [product?.product_id], bearer: 'producer', producerId: other.id }
          : { value: 0 },
        other ? 'productIds' : 'value',
      ],
    ] as const) {
      const refused = await post('/promotion-offers', { ...offer, ...change })
      expect([change, refused.data.error?.code, refused.data.error?.field]).toEqual([change, 'offer_invalid', field])
    }
    const made = await Promise.all([1, 2, 3].map(() => post('/promotion-offers', offer)))
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    const { offers } = await get('/promotion-offers')
    expect(offers).toMatchObject([{ code: 'TET2027', value: 1_000, uses: 0, given: 0, endedAt: null }])
    const end = () => post(`/promotion-offers/${offers[0].id}/end`, {})
    expect((await Promise.all([end(), end()])).map(({ status }) => status)).toEqual([200, 200])
    expect((await get('/promotion-offers')).offers[0].endedAt).not.toBeNull()
    expect(await rows(`SELECT 1 FROM audit_entry WHERE verb = 'promotion:end'`)).toHaveLength(1)
  })
})
