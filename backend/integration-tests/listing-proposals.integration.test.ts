import type { ListingDraft } from '../src/listing-proposals/listing-draft'
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

const { closePreorders } = loadSource<typeof import('../src/preorders/close-preorders')>(
  './src/preorders/close-preorders',
)

const WHOLE: ListingDraft = {
  ...{ title: 'Mật ong bạc hà', description: 'Mật ong của hoa bạc hà dại trên cao nguyên đá.', sector: 'food' },
  ...{ netContent: '500 ml', ingredients: 'Mật ong 100%', allergens: null, storage: 'Nơi khô mát' },
  ...{ usage: 'Dùng trực tiếp', warning: null, standard: null, perishable: true },
  packs: [
    { title: 'Chai 500 ml', sku: null, price: 250_000, weightGrams: 900, stock: 12, parts: [], preorder: null },
    { title: 'Chai 250 ml', sku: 'MO-250', price: 130_000, weightGrams: 500, stock: 0, parts: [], preorder: null },
  ],
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let shop: SampleShop
  let admin = ''
  let owner = ''
  let other = ''

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    await addSecondProducer(getContainer(), shop)
    admin = await adminToken({ getContainer, api })
    const producers = await rows<{ id: string }>(`SELECT id FROM producer ORDER BY (handle = 'htx-son-tra') DESC`)
    for (const [no, email] of ['mai@example.com', 'sen@example.com'].entries()) {
      await createProducerMemberWorkflow(getContainer()).run({
        input: {
          ...{ producerId: producers[no]?.id ?? '', name: 'Chị Mai', email },
          ...{ password: PASSWORD, role: 'owner' },
        },
      })
    }
    owner = await signInAs(call, 'producer', 'mai@example.com')
    other = await signInAs(call, 'producer', 'sen@example.com')
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }
  const ours = (method: 'GET' | 'POST', path = '', body?: unknown, token = owner) =>
    call(method, `/producer/listing-proposals${path}`, { token, ...(method === 'POST' ? { body: body ?? {} } : {}) })
  const desk = (method: 'GET' | 'POST', path = '', body?: unknown) =>
    call(method, `/admin/listing-proposals${path}`, {
      token: admin,
      ...(method === 'POST' ? { body: body ?? {} } : {}),
    })
  const started = async (draft: object = WHOLE) => (await ours('POST', '', { draft })).data.proposal.id as string
  const submitted = async (draft: object = WHOLE) => {
    const id = await started(draft)
    expect((await ours('POST', `/${id}/submit`)).status).toBe(200)
    return id
  }
  const store = (method: string, url: string, body?: unknown) =>
    call(method, url, { body, headers: { 'x-publishable-api-key': shop.publishableKey } })

  it('keeps a draft as far as it has come and says what it lacks', async () => {
    const made = await ours('POST', '', { draft: { title: 'Mật' } })
    expect([made.status, made.data.proposal.gaps]).toEqual([201, ['description', 'sector', 'packs']])
    const { id, version } = made.data.proposal
    const refused = await ours('POST', `/${id}/submit`)
    expect([refused.status, refused.data.error.code]).toEqual([422, 'proposal_gaps'])
    const saved = await ours('POST', `/${id}`, { version, draft: WHOLE })
    expect(saved.data.proposal).toMatchObject({ gaps: [], version: version + 1, state: 'draft' })
    expect((await ours('POST', `/${id}`, { version, draft: WHOLE })).data.error.code).toBe('proposal_changed')
    expect((await ours('POST', `/${id}/discard`)).status).toBe(200)
    expect((await ours('GET', `/${id}`)).status).toBe(404)
    expect((await ours('GET')).data.proposals).toEqual([])
  })

  it('is on sale once it is approved: its page, price and stock; approved by five at once it is one product', async () => {
    const id = await submitted()
    expect((await ours('POST', `/${id}`, { version: 1, draft: WHOLE })).data.error.code).toBe('listing_proposal_state')
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk('POST', `/${id}/approve`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const products = await rows<{ id: string; handle: string; status: string }>(
      `SELECT id, handle, status FROM product WHERE title = 'Mật ong bạc hà'`,
    )
    expect(products).toMatchObject([{ handle: 'mat-ong-bac-ha', status: 'published' }])
    const variants = await rows<{ id: string; sku: string; stocked: string }>(
      `SELECT v.id, v.sku, n.stocked_quantity::text AS stocked FROM product_variant v
       JOIN product_variant_inventory_item i ON i.variant_id = v.id JOIN inventory_level n ON n.inventory_item_id = i.inventory_item_id
       WHERE v.product_id = '${products[0]?.id}' ORDER BY v.sku`,
    )
    expect(variants).toMatchObject([
      { sku: 'MAT-ONG-BAC-HA-1', stocked: '12' },
      { sku: 'MO-250', stocked: '0' },
    ])
    const cart = (await store('POST', '/store/carts', {})).data.cart.id
    const line = await store('POST', `/store/carts/${cart}/line-items`, { variant_id: variants[0]?.id, quantity: 1 })
    expect(line.data.cart.items).toMatchObject([{ unit_price: 250_000 }])
    expect((await call('GET', '/producer/listings', { token: owner })).data.listings).toHaveLength(3)
    expect((await ours('GET')).data.proposals).toEqual([])
    expect(
      await rows(`SELECT params->>'accepted' AS ok FROM dispatch_message WHERE kind = 'listing_reviewed'`),
    ).toEqual([{ ok: 'true' }])
  })

  it('goes on where an approval died: the product that stands already is the one', async () => {
    const id = await submitted()
    expect((await desk('POST', `/${id}/approve`)).status).toBe(200)
    await rows(
      `UPDATE listing_proposal SET state = 'listing', product_id = NULL, updated_at = now() - interval '3 minutes' WHERE id = '${id}'`,
    )
    expect((await desk('POST', `/${id}/approve`)).status).toBe(200)
    expect(await rows(`SELECT 1 FROM product WHERE title = 'Mật ong bạc hà'`)).toHaveLength(1)
  })

  it('is sent back with a reason, changed and handed in again', async () => {
    const id = await submitted()
    expect((await desk('POST', `/${id}/return`, { reason: 'Sai' })).status).toBe(400)
    const reason = 'Ảnh nhãn ghi 450 ml, ở đây ghi 500 ml.'
    expect((await desk('POST', `/${id}/return`, { reason })).status).toBe(200)
    expect((await desk('POST', `/${id}/approve`)).status).toBe(409)
    const { proposal } = (await ours('GET', `/${id}`)).data
    expect(proposal).toMatchObject({ state: 'returned', reason })
    await ours('POST', `/${id}`, { version: proposal.version, draft: { ...WHOLE, netContent: '450 ml' } })
    expect((await ours('POST', `/${id}/submit`)).data.proposal).toMatchObject({ state: 'submitted', reason: null })
    expect((await desk('GET')).data.proposals).toMatchObject([{ id, draft: { netContent: '450 ml' } }])
    expect((await ours('POST', `/${id}/withdraw`)).data.proposal.state).toBe('draft')
  })

  it('has a code and an address of its own', async () => {
    await desk('POST', `/${await submitted()}/approve`)
    const id = await started({ ...WHOLE, packs: [{ ...WHOLE.packs[0], sku: 'mo-250' }] })
    const refused = await ours('POST', `/${id}/submit`)
    expect([refused.status, refused.data.error.code]).toEqual([422, 'sku_taken'])
    const again = await submitted({ ...WHOLE, packs: WHOLE.packs.slice(0, 1) })
    expect((await ours('GET', `/${again}`)).data.proposal.handle).toMatch(/^mat-ong-bac-ha-[0-9a-z]{6}$/)
    expect((await desk('POST', `/${again}/approve`)).status).toBe(200)
  })

  it('adds pack sizes to a product that is on sale, once, under names and codes of their own', async () => {
    const packs = [
      { title: 'Hộp 500 g', sku: null, price: 500_000, weightGrams: 560, stock: 7, parts: [], preorder: null },
    ]
    expect((await ours('POST', '', { draft: { packs }, forProductId: shop.tea.id }, other)).status).toBe(404)
    const taken = [{ ...packs[0], title: 'hộp 100 G' }]
    const refused = (await ours('POST', '', { draft: { packs: taken }, forProductId: shop.tea.id })).data.proposal.id
    expect((await ours('POST', `/${refused}/submit`)).data.error.code).toBe('pack_title_taken')

    const { proposal } = (await ours('POST', '', { draft: { packs }, forProductId: shop.tea.id })).data
    expect(proposal).toMatchObject({ gaps: [], forProduct: { id: shop.tea.id } })
    expect((await ours('POST', `/${proposal.id}/submit`)).status).toBe(200)
    const answers = await Promise.all([1, 2, 3].map(() => desk('POST', `/${proposal.id}/approve`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    await rows(
      `UPDATE listing_proposal SET state = 'listing', product_id = NULL, updated_at = now() - interval '3 minutes' WHERE id = '${proposal.id}'`,
    )
    expect((await desk('POST', `/${proposal.id}/approve`)).status).toBe(200)
    const { listings } = (await call('GET', '/producer/listings', { token: owner })).data
    const tea = listings.find(({ productId }: { productId: string }) => productId === shop.tea.id)
    expect(tea.packs.map(({ title, price }: { title: string; price: number }) => [title, price])).toEqual([
      ['Hộp 100 g', 120_000],
      ['Hộp 500 g', 500_000],
    ])
    const cart = (await store('POST', '/store/carts', {})).data.cart.id
    const line = await store('POST', `/store/carts/${cart}/line-items`, { variant_id: tea.packs[1].id, quantity: 7 })
    expect(line.data.cart.items).toMatchObject([{ unit_price: 500_000, quantity: 7 }])
    const eight = await store('POST', `/store/carts/${cart}/line-items`, { variant_id: tea.packs[1].id, quantity: 1 })
    expect(eight.status).toBeGreaterThanOrEqual(400)
  })

  it('is ordered ahead of its harvest under a name that says so, and no longer once the harvest is over', async () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
    const ahead = (from: string, to: string) => ({
      ...WHOLE,
      packs: [{ ...WHOLE.packs[0], sku: 'VU-XUAN', preorder: { from, to } }],
    })
    const gone = await started(ahead(day(0), day(9)))
    expect((await ours('POST', `/${gone}/submit`)).data.error.code).toBe('preorder_days')
    const turned = (await ours('POST', '', { draft: ahead(day(9), day(3)) })).data.proposal
    expect(turned.gaps).toEqual(['packs.0.preorder'])
    const id = await submitted(ahead(day(3), day(9)))
    expect((await desk('POST', `/${id}/approve`)).status).toBe(200)
    const [variant] = await rows<{ id: string; title: string; product_id: string }>(
      `SELECT id, title, product_id FROM product_variant WHERE sku = 'VU-XUAN'`,
    )
    expect(variant?.title).toMatch(/^Chai 500 ml \(đặt trước, thu hoạch /)
    const { product } = (await store('GET', `/store/catalogue/mat-ong-bac-ha`)).data
    expect(product.variants).toMatchObject([{ harvest: { from: day(3), to: day(9) }, available: 12, inStock: true }])
    expect(await closePreorders(getContainer(), day(9))).toEqual([])
    expect(await closePreorders(getContainer(), day(10))).toEqual(['VU-XUAN'])
    expect(await closePreorders(getContainer(), day(10))).toEqual([])
    const after = (await store('GET', `/store/catalogue/mat-ong-bac-ha`)).data.product
    expect(after.variants).toMatchObject([{ available: 0, inStock: false }])
  })

  it('takes no parts for a gift set but single packages of the same producer', async () => {
    const set = (variantId: string, quantity = 2) => ({
      ...WHOLE,
      packs: [{ ...WHOLE.packs[0], sku: 'BO-1', stock: null, parts: [{ variantId, quantity }] }],
    })
    const tried = async (draft: object, token = owner) => {
      const { id } = (await ours('POST', '', { draft }, token)).data.proposal
      return { id, answer: await ours('POST', `/${id}/submit`, {}, token) }
    }
    const [tea = ''] = shop.tea.variantIds
    expect((await tried(set(tea), other)).answer.data.error.code).toBe('set_parts')
    expect((await tried(set('variant_none'))).answer.data.error.code).toBe('set_parts')
    expect((await tried(set(tea, 1))).answer.data.error).toMatchObject({
      code: 'proposal_gaps',
      field: 'packs.0.parts',
    })
    const { id } = await tried(set(tea))
    expect((await desk('POST', `/${id}/approve`)).status).toBe(200)
    const [made] = await rows<{ id: string }>(`SELECT id FROM product_variant WHERE sku = 'BO-1'`)
    expect(
      (
        await tried({
          ...WHOLE,
          packs: [{ ...WHOLE.packs[0], sku: 'BO-2', stock: null, parts: [{ variantId: made?.id ?? '', quantity: 2 }] }],
        })
      ).answer.data.error.code,
    ).toBe('set_parts')
    expect((await call('GET', '/producer/stock', { token: owner })).data.stock).not.toContainEqual(
      expect.objectContaining({ variantId: made?.id }),
    )
  })

  it('is its producer’s alone', async () => {
    const id = await submitted()
    for (const [method, path] of [
      ['GET', `/${id}`],
      ['POST', `/${id}/withdraw`],
      ['POST', `/${id}/discard`],
    ] as const) {
      expect((await ours(method, path, {}, other)).status).toBe(404)
    }
    expect((await ours('GET', '', undefined, other)).data.proposals).toEqual([])
    expect((await ours('GET', `/${id}`)).data.proposal.state).toBe('submitted')
  })
})
