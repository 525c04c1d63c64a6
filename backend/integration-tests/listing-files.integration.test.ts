import { FILE_COLUMNS } from '../src/listing-files/columns'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { addSecondProducer, makeSampleShop } = loadSource<typeof import('./sample-shop')>(
  './integration-tests/sample-shop',
)
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let shop: SampleShop
  let admin = ''
  let owner = ''
  let packer = ''
  let other = ''
  let sku = ''

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    await addSecondProducer(getContainer(), shop)
    admin = await adminToken({ getContainer, api })
    const producers = await rows<{ id: string }>(`SELECT id FROM producer ORDER BY (handle = 'htx-son-tra') DESC`)
    for (const [no, email, role] of [
      [0, 'mai@example.com', 'owner'],
      [0, 'goi@example.com', 'packer'],
      [1, 'sen@example.com', 'owner'],
    ] as const) {
      await createProducerMemberWorkflow(getContainer()).run({
        input: { producerId: producers[no]?.id ?? '', name: 'Chị Mai', email, password: PASSWORD, role },
      })
    }
    owner = await signInAs(call, 'producer', 'mai@example.com')
    packer = await signInAs(call, 'producer', 'goi@example.com')
    other = await signInAs(call, 'producer', 'sen@example.com')
    const [variant] = await rows<{ sku: string }>(
      `SELECT sku FROM product_variant WHERE id = '${shop.tea.variantIds[0]}'`,
    )
    sku = variant?.sku ?? ''
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }
  const csv = (...lines: Record<string, string>[]) =>
    [
      FILE_COLUMNS.map(({ title }) => title).join(';'),
      ...lines.map((cells) => FILE_COLUMNS.map(({ title }) => cells[title] ?? '').join(';')),
    ].join('\r\n')
  const send = (content: string | Buffer, name = 'san-pham.csv', token = owner) => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(Buffer.from(content))]), name)
    return call('POST', '/producer/listing-imports', { token, body: form })
  }
  const apply = (id: string, token = owner) =>
    call('POST', `/producer/listing-imports/${id}/apply`, { token, body: {} })
  const honey = {
    ...{ 'Sản phẩm': 'Mật ong bạc hà', 'Quy cách': 'Chai 500 ml', 'Giá (đồng)': '250000', Kho: '12' },
    ...{ 'Khối lượng cả bao bì (gam)': '900', Nhóm: 'Thực phẩm', 'Mô tả': 'Mật ong của hoa bạc hà dại.' },
    ...{ 'Thành phần': 'Mật ong', 'Bảo quản': 'Nơi mát', 'Cách dùng': 'Dùng trực tiếp' },
  }

  it('sends back what it gave, as a sheet and as text, and finds nothing to do', async () => {
    for (const kind of ['xlsx', 'csv']) {
      const file = await call('GET', `/producer/listings.${kind}`, { token: owner, raw: true })
      expect(file.status).toBe(200)
      const checked = await send(file.data, `san-pham.${kind}`)
      expect([checked.status, checked.data.import.plan]).toEqual([201, { rows: 2, deeds: [], faults: [] }])
      expect((await apply(checked.data.import.id)).data.error.code).toBe('listing_file_empty')
    }
  })

  it('says first what it would do, then does all of it once, also when it is pressed five times at once', async () => {
    const { import: checked } = (await send(csv({ 'Mã hàng': sku, 'Giá (đồng)': '125.000', Kho: '77' }, honey))).data
    expect(checked.plan.deeds.map(({ kind }: { kind: string }) => kind)).toEqual(['change', 'stock', 'product'])
    expect(await rows('SELECT id FROM listing_change UNION ALL SELECT id FROM listing_proposal')).toEqual([])
    const answers = await Promise.all(Array.from({ length: 5 }, () => apply(checked.id)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(answers[0]?.data.import.state).toBe('applied')
    expect(await rows('SELECT state FROM listing_change')).toEqual([{ state: 'submitted' }])
    expect(await rows('SELECT state FROM listing_proposal')).toEqual([{ state: 'submitted' }])
    const { stock } = (await call('GET', '/producer/stock', { token: owner })).data
    expect(stock).toContainEqual(expect.objectContaining({ variantId: shop.tea.variantIds[0], stocked: 77 }))
    const [proposal] = (await call('GET', '/admin/listing-proposals', { token: admin })).data.proposals
    expect(
      (await call('POST', `/admin/listing-proposals/${proposal.id}/approve`, { token: admin, body: {} })).status,
    ).toBe(200)
    expect((await send(csv({ 'Mã hàng': sku, 'Giá (đồng)': '130000' }))).data.import.plan.faults).toMatchObject([
      { fault: 'waiting' },
    ])
  })

  it('does nothing of a file when something of it has moved since it was checked', async () => {
    const { import: checked } = (await send(csv({ 'Mã hàng': sku, 'Giá (đồng)': '125.000', Kho: '77' }, honey))).data
    await rows(
      `UPDATE inventory_level SET stocked_quantity = 9, raw_stocked_quantity = '{"value": "9", "precision": 20}'`,
    )
    const refused = await apply(checked.id)
    expect([refused.status, refused.data.error.code]).toEqual([409, 'stock_moved'])
    expect(await rows('SELECT id FROM listing_change UNION ALL SELECT id FROM listing_proposal')).toEqual([])
  })

  it('names the cells at fault, also a code that is somebody else’s, and does nothing', async () => {
    const [foreign] = await rows<{ sku: string }>(
      `SELECT v.sku FROM product_variant v JOIN product_product_producer_producer l ON l.product_id = v.product_id
       JOIN producer p ON p.id = l.producer_id WHERE p.handle <> 'htx-son-tra' LIMIT 1`,
    )
    const { import: checked } = (await send(csv({ ...honey, 'Mã hàng': foreign?.sku ?? '' }))).data
    expect(checked.plan).toMatchObject({
      deeds: [],
      faults: [{ row: 2, column: 'sku', fault: 'sku_foreign', value: foreign?.sku }],
    })
    expect((await apply(checked.id)).data.error.code).toBe('listing_file_faulty')
    expect((await send(csv({ ...honey, Kho: 'nhiều' }))).data.import.plan.faults).toMatchObject([
      { row: 2, column: 'stock', fault: 'number', value: 'nhiều' },
    ])
  })

  it('takes no file that is none, and none of somebody else', async () => {
    expect((await send('không phải tệp', 'san-pham.xlsx')).data.error.code).toBe('import_file_kind')
    expect((await send(Buffer.from([0xff, 0xfe, 0]), 'san-pham.csv')).data.error.code).toBe('import_file_kind')
    expect((await send(csv(honey), 'san-pham.csv', packer)).status).toBe(403)
    const { id } = (await send(csv(honey))).data.import
    expect((await apply(id, other)).status).toBe(404)
    expect((await call('GET', `/producer/listing-imports/${id}`, { token: other })).status).toBe(404)
    expect((await call('GET', '/producer/listing-imports', { token: other })).data.imports).toEqual([])
    expect((await call('GET', `/producer/listing-imports/${id}`, { token: owner })).data.import.state).toBe('checked')
  })
})
