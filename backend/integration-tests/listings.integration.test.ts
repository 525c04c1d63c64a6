import { loadSource } from './load-source'
import { adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop, addSecondProducer, TEA_PRICE } = loadSource<typeof import('./sample-shop')>(
  './integration-tests/sample-shop',
)
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let admin = ''
  let owner = ''
  let packer = ''
  let key = ''
  let tea = { id: '', handle: '', variantIds: [''] }
  let lotusId = ''

  beforeAll(async () => {
    const container = getContainer()
    const shop = await makeSampleShop(container)
    ;({ tea, publishableKey: key } = shop)
    lotusId = (await addSecondProducer(container, shop)).id
    const [producer] = await rows<{ id: string }>("SELECT id FROM producer WHERE handle = 'htx-son-tra'")
    const member = { producerId: producer?.id ?? '', name: 'Chị Mai', password: PASSWORD }
    await createProducerMemberWorkflow(container).run({ input: { ...member, email: 'mai@example.com', role: 'owner' } })
    await createProducerMemberWorkflow(container).run({
      input: { ...member, email: 'goi@example.com', role: 'packer' },
    })
    owner = await signInAs(call, 'producer', 'mai@example.com')
    packer = await signInAs(call, 'producer', 'goi@example.com')
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }
  const own = (method: 'GET' | 'POST', path = '', body?: unknown, token = owner) =>
    call(method, `/producer/listings${path}`, { token, ...(method === 'POST' ? { body: body ?? {} } : {}) })
  const review = (method: 'GET' | 'POST', path = '', body?: unknown) =>
    call(method, `/admin/listing-changes${path}`, { token: admin, ...(method === 'POST' ? { body: body ?? {} } : {}) })
  const shown = async () => (await own('GET', `/${tea.id}`)).data.listing
  const form = async (more: Record<string, unknown> = {}) => {
    const { version, title, description, packs } = await shown()
    const kept = packs.map(({ id, price, weightGrams }: Record<string, unknown>) => ({ id, price, weightGrams }))
    return { version, title, description, packs: kept, ...more }
  }
  const pack = (more: Record<string, unknown>) => [
    { id: tea.variantIds[0], price: TEA_PRICE, weightGrams: 120, ...more },
  ]
  const waitingId = async () => (await review('GET')).data.changes[0]?.id as string

  it('shows nothing of a change before it is approved, then all of it, and tells search and passport', async () => {
    const body = await form({ title: 'Chè Shan tuyết cổ thụ', packs: pack({ price: 125_000, weightGrams: 130 }) })
    const sent = await own('POST', `/${tea.id}/changes`, body)
    expect([sent.status, sent.data.listing.change.state]).toEqual([201, 'submitted'])
    expect(await shown()).toMatchObject({ title: 'Chè Shan tuyết', packs: [{ price: TEA_PRICE, weightGrams: 120 }] })
    const { changes, count } = (await review('GET')).data
    expect(count).toBe(1)
    expect(changes[0]).toMatchObject({ producer: 'Hợp tác xã Sơn Trà', outdated: false })
    expect(changes[0].differences).toEqual([
      { field: 'title', pack: null, before: 'Chè Shan tuyết', after: 'Chè Shan tuyết cổ thụ' },
      { field: 'price', pack: 'Hộp 100 g', before: TEA_PRICE, after: 125_000 },
      { field: 'weightGrams', pack: 'Hộp 100 g', before: 120, after: 130 },
    ])
    await rows('DELETE FROM outbox_message')
    expect((await review('POST', `/${changes[0].id}/approve`)).status).toBe(200)
    expect(await shown()).toMatchObject({
      ...{ title: 'Chè Shan tuyết cổ thụ', change: { state: 'approved' } },
      packs: [{ price: 125_000, weightGrams: 130 }],
    })
    const messages = await rows<{ params: unknown }>(
      `SELECT params FROM dispatch_message WHERE kind = 'listing_reviewed'`,
    )
    expect(messages).toMatchObject([{ params: { product: 'Chè Shan tuyết cổ thụ', accepted: true } }])
    const told = await rows<{ topic: string }>(
      `SELECT topic FROM outbox_message WHERE key = '${tea.id}' ORDER BY topic`,
    )
    expect(told.map(({ topic }) => topic)).toEqual(['catalogue', 'passport'])
    const cart = await call('POST', '/store/carts', { headers: { 'x-publishable-api-key': key }, body: {} })
    const line = await call('POST', `/store/carts/${cart.data.cart.id}/line-items`, {
      headers: { 'x-publishable-api-key': key },
      body: { variant_id: tea.variantIds[0], quantity: 1 },
    })
    expect(line.data.cart.items).toMatchObject([{ unit_price: 125_000, product_title: 'Chè Shan tuyết cổ thụ' }])
  })

  it('decides a change once, also when two operators do it at the same moment', async () => {
    await own('POST', `/${tea.id}/changes`, await form({ title: 'Chè mới' }))
    const id = await waitingId()
    const answers = await Promise.all([
      review('POST', `/${id}/approve`),
      review('POST', `/${id}/return`, { reason: 'Tên này chưa đúng với quyết định.' }),
      review('POST', `/${id}/approve`),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const [row] = await rows<{ state: string }>('SELECT state FROM listing_change')
    expect((await shown()).title).toBe(row?.state === 'approved' ? 'Chè mới' : 'Chè Shan tuyết')
  })

  it('sends a change back with a reason of at least ten characters, which its producer reads', async () => {
    await own('POST', `/${tea.id}/changes`, await form({ description: 'Chữa mọi bệnh.' }))
    const id = await waitingId()
    expect((await review('POST', `/${id}/return`, { reason: 'Sai' })).status).toBe(400)
    const reason = 'Không được ghi công dụng chữa bệnh.'
    expect((await review('POST', `/${id}/return`, { reason })).status).toBe(200)
    expect(await shown()).toMatchObject({
      ...{ description: 'Chè Shan tuyết của vùng cao.' },
      change: { state: 'returned', reason, proposed: { description: 'Chữa mọi bệnh.' } },
    })
    expect((await own('POST', `/${tea.id}/changes`, await form({ description: 'Chè hái tay.' }))).status).toBe(201)
  })

  it('does not approve over what was changed since, and says so in the list', async () => {
    await own('POST', `/${tea.id}/changes`, await form({ title: 'Chè mới' }))
    const id = await waitingId()
    await rows(`UPDATE product SET description = 'Sửa ở quầy.' WHERE id = '${tea.id}'`)
    expect((await review('GET', `/${id}`)).data.change.outdated).toBe(true)
    const refused = await review('POST', `/${id}/approve`)
    expect([refused.status, refused.data.error.code]).toEqual([409, 'listing_outdated'])
    expect(await shown()).toMatchObject({ title: 'Chè Shan tuyết', description: 'Sửa ở quầy.' })
  })

  it('takes one change at a time, withdrawn by its producer alone while it waits', async () => {
    const body = await form({ title: 'Chè mới' })
    const both = await Promise.all([0, 1].map(() => own('POST', `/${tea.id}/changes`, body)))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const id = await waitingId()
    expect((await own('POST', `/${tea.id}/withdraw`)).data.listing.change.state).toBe('withdrawn')
    expect((await own('POST', `/${tea.id}/withdraw`)).status).toBe(409)
    expect((await review('POST', `/${id}/approve`)).status).toBe(409)
    expect((await shown()).title).toBe('Chè Shan tuyết')
  })

  it('refuses a form of an older state, one without a difference, and figures that are none', async () => {
    const body = await form({ title: 'Chè mới' })
    const codes = [
      { ...body, version: '0'.repeat(32) },
      await form(),
      { ...body, title: 'C' },
      { ...body, packs: pack({ price: 999 }) },
      { ...body, packs: pack({ price: 120_000.5 }) },
      { ...body, packs: pack({ weightGrams: 0 }) },
      { ...body, packs: pack({ id: 'variant_of_nobody' }) },
      { ...body, status: 'published' },
    ].map(async (wrong) => (await own('POST', `/${tea.id}/changes`, wrong)).data.error.code)
    expect(await Promise.all(codes)).toEqual([
      ...['listing_changed', 'listing_unchanged', 'listing_title', 'listing_pack', 'listing_pack', 'listing_pack'],
      ...['listing_pack', 'unknown_field'],
    ])
    expect(await rows('SELECT id FROM listing_change')).toEqual([])
  })

  it('shows a label only once it is approved, leaves out what was not named, and empties what was emptied', async () => {
    await rows(`UPDATE listing_detail SET storage = 'Nơi khô' WHERE product_id = '${tea.id}'`)
    const before = (await shown()).label
    const label = { ingredients: 'Búp chè Shan', storage: ' ', perishable: true }
    expect((await own('POST', `/${tea.id}/changes`, await form({ label }))).status).toBe(201)
    expect((await shown()).label).toEqual(before)
    const [change] = (await review('GET')).data.changes
    expect(change.differences).toEqual([
      { field: 'ingredients', pack: null, before: before.ingredients, after: 'Búp chè Shan' },
      { field: 'storage', pack: null, before: 'Nơi khô', after: null },
      { field: 'perishable', pack: null, before: false, after: true },
    ])
    expect((await review('POST', `/${change.id}/approve`)).status).toBe(200)
    expect((await shown()).label).toEqual({ ...before, ingredients: 'Búp chè Shan', storage: null, perishable: true })
  })

  it('is off sale as soon as its producer says so, and on sale again; what the operator hid stays hidden', async () => {
    const page = () => call('GET', `/store/products/${tea.id}`, { headers: { 'x-publishable-api-key': key } })
    const off = await Promise.all([1, 2].map(() => own('POST', `/${tea.id}/pause`)))
    expect(off.map(({ status, data }) => [status, data.listing.paused])).toEqual([
      [200, true],
      [200, true],
    ])
    expect((await page()).status).toBe(404)
    expect(await rows(`SELECT verb FROM audit_entry WHERE verb LIKE 'listing:%'`)).toHaveLength(1)
    expect((await own('POST', `/${tea.id}/resume`)).data.listing).toMatchObject({ paused: false, published: true })
    expect((await page()).status).toBe(200)
    await rows(`UPDATE product SET status = 'draft' WHERE id = '${tea.id}'`)
    expect((await own('POST', `/${tea.id}/pause`)).data.error.code).toBe('listing_hidden')
    expect((await own('POST', `/${tea.id}/resume`)).data.listing.published).toBe(false)
    expect((await own('POST', `/${lotusId}/pause`)).status).toBe(404)
  })

  it('answers 404 for the listing of another producer and leaves writing to those whose role has it', async () => {
    const { listings } = (await own('GET')).data
    expect(listings.map(({ title }: { title: string }) => title)).toEqual(['Chè Shan tuyết', 'Mật ong rừng'])
    const body = await form({ title: 'Của người khác' })
    for (const answer of [
      await own('GET', `/${lotusId}`),
      await own('POST', `/${lotusId}/changes`, body),
      await own('POST', `/${lotusId}/withdraw`),
      await own('GET', '/prod_none'),
    ]) {
      expect(answer.status).toBe(404)
    }
    expect((await own('POST', `/${tea.id}/changes`, body, packer)).status).toBe(403)
    expect((await own('GET', '', undefined, packer)).status).toBe(200)
  })
})
