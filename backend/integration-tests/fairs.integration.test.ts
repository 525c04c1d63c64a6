import { randomUUID } from 'node:crypto'
import { loadSource } from './load-source'
import { PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop, TEA_PRICE } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { foundCentreWorkflow } = loadSource<typeof import('../src/workflows/promotion-centre/workflows/found-centre')>(
  './src/workflows/promotion-centre/workflows/found-centre',
)

const SYSTEM = { type: 'system' as const, id: 'test', name: 'Bộ kiểm thử', post: null }
const dayIn = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

interface Booth {
  id: string
  shopId: string
  pieces: number
  openSales: number
  waiting: number
  left: boolean
}
interface FairAnswer {
  fair: { slug: string; state: string }
  booths: Booth[]
  entries: { id: string; tillPrice: number | null; pieces: number; withoutAgreementOn: string | null }[]
  sales: unknown[]
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const who = { manager: '', seller: '', stranger: '' }
  let centreId = ''
  let producerId = ''
  let publishableKey = ''
  let tea: { id: string; handle: string; variantIds: string[] }
  let honey: { id: string; handle: string; variantIds: string[] }

  beforeAll(async () => {
    const container = getContainer()
    const sample = await makeSampleShop(container)
    ;({ publishableKey, tea, honey } = sample)
    producerId = (await rows<{ id: string }>('SELECT id FROM producer'))[0]?.id ?? ''
    const found = async (name: string) =>
      (
        await foundCentreWorkflow(container).run({
          input: { provinceCode: '08', name, unit: 'Sở Công Thương', by: SYSTEM },
        })
      ).result
    centreId = await found('Trung tâm xúc tiến Tuyên Quang')
    const otherCentre = await found('Trung tâm khác')
    const made = async (email: string, role: 'centre_manager' | 'centre_seller', centre: string) => {
      await makeOfficial(container, email, PASSWORD, [samplePost(role, { centreId: centre })])
      return await signInAs(call, 'official', email, PASSWORD)
    }
    who.manager = await made('quan-ly@example.com', 'centre_manager', centreId)
    who.seller = await made('ban-hang@example.com', 'centre_seller', centreId)
    who.stranger = await made('khac@example.com', 'centre_manager', otherCentre)
    await agree('2026-01-01', null)
    await dbConnection.raw(`UPDATE producer SET legal_form = 'household'`)
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }
  const agree = async (firstDay: string, lastDay: string | null) => {
    await dbConnection.raw('DELETE FROM centre_agreement')
    await dbConnection.raw(
      `INSERT INTO centre_agreement (id, producer_id, centre_id, share_bps, first_day, last_day, state, offered_by, offered_by_id, accepted_by, accepted_at)
       VALUES ('cagr_1', ?, ?, 1000, ?, ?, 'accepted', 'producer', 'pmem_1', 'offl_1', '2026-01-01')`,
      [producerId, centreId, firstDay, lastDay],
    )
  }
  const codeOf = (answer: { data: unknown }) => (answer.data as { error?: { code: string } }).error?.code
  const idOf = (answer: { data: unknown }) => (answer.data as { id: string }).id
  const fairBody = (more: Record<string, unknown> = {}) => ({
    ...{ name: 'Hội chợ OCOP Tuyên Quang', place: 'Quảng trường Nguyễn Tất Thành', address: 'Đường 17 tháng 8' },
    ...{ provinceCode: '08', firstDay: dayIn(0), lastDay: dayIn(4), note: 'Mở cửa 8 giờ đến 21 giờ' },
    ...more,
  })
  const post = (path: string, body: Record<string, unknown> = {}, token = who.manager) =>
    call('POST', `/official/centre/fairs${path}`, { token, body })
  const read = async (id: string): Promise<FairAnswer> =>
    (await call('GET', `/official/centre/fairs/${id}`, { token: who.seller })).data as FairAnswer
  const shop = (path: string) => call('GET', path, { headers: { 'x-publishable-api-key': publishableKey } })
  const plan = async (more: Record<string, unknown> = {}) => {
    const answer = await post('', fairBody(more))
    expect([answer.status, codeOf(answer)]).toEqual([201, undefined])
    return idOf(answer)
  }
  const booth = async (fairId: string, name: string) => {
    const answer = await post(`/${fairId}/booths`, { name })
    expect([answer.status, codeOf(answer)]).toEqual([201, undefined])
    return idOf(answer)
  }
  const entry = (fairId: string, boothId: string, product = tea, more: Record<string, unknown> = {}) =>
    post(
      `/${fairId}/entries`,
      { boothId, productId: product.id, variantId: product.variantIds[0], price: TEA_PRICE, note: null, ...more },
      who.seller,
    )
  const paper = (kind: string, shopId: string, quantity: number) =>
    call('POST', `/official/centre/shops/${shopId}/papers`, {
      token: who.seller,
      body: {
        ...{ kind, requestKey: randomUUID(), handedBy: 'Chị Mai' },
        lines: [{ productId: tea.id, variantId: tea.variantIds[0], quantity, unitPrice: TEA_PRICE, lotNo: 'L1' }],
      },
    })
  const sell = (shopId: string, quantity: number) =>
    call('POST', `/official/centre/shops/${shopId}/sales`, {
      token: who.seller,
      body: {
        ...{ clientId: randomUUID(), method: 'cash', total: quantity * TEA_PRICE, tendered: quantity * TEA_PRICE },
        ...{ offline: false, deviceAt: new Date().toISOString() },
        lines: [{ productId: tea.id, variantId: tea.variantIds[0], quantity, unitPrice: TEA_PRICE, lotNo: null }],
      },
    })

  it('is planned with a booth and products, stands on the public list, and its catalogue shows stars of products alone', async () => {
    const id = await plan()
    const a12 = await booth(id, 'Gian A12')
    expect((await entry(id, a12)).status).toBe(201)
    expect((await entry(id, a12, honey, { price: null, note: 'Nếm thử tại gian' })).status).toBe(201)
    const { fair, booths, entries } = await read(id)
    expect(fair).toMatchObject({ slug: 'hoi-cho-ocop-tuyen-quang', state: 'planned' })
    expect(booths).toMatchObject([{ name: 'Gian A12', pieces: 0, openSales: 0, waiting: 0, left: false }])
    expect(entries).toMatchObject([
      { position: 1, price: TEA_PRICE, tillPrice: null, withoutAgreementOn: null },
      { position: 2, price: null, note: 'Nếm thử tại gian' },
    ])
    const [made] = await rows<Record<string, unknown>>(`SELECT * FROM shop WHERE id = '${booths[0]?.shopId}'`)
    expect(made).toMatchObject({
      ...{ kind: 'fair_booth', status: 'planned', name: 'Gian A12, Hội chợ OCOP Tuyên Quang', centre_id: centreId },
      stock_location_id: expect.any(String),
    })

    const listed = await shop('/store/fairs')
    expect(listed.data).toMatchObject({
      fairs: [{ slug: fair.slug, state: 'planned', entries: 2, centre: { name: 'Trung tâm xúc tiến Tuyên Quang' } }],
    })
    const catalogue = (await shop(`/store/fairs/${fair.slug}`)).data as {
      fair: Record<string, unknown>
      booths: { name: string; items: { productHandle: string; badge: { stars: number | null }; code: unknown }[] }[]
    }
    expect(catalogue.booths).toMatchObject([
      {
        name: 'Gian A12',
        items: [
          {
            ...{ productHandle: tea.handle, producerName: 'Hợp tác xã Sơn Trà', price: TEA_PRICE },
            ...{ badge: { stars: 4, status: 'valid' }, code: { size: expect.any(Number), path: expect.any(String) } },
          },
          { productHandle: honey.handle, price: null, note: 'Nếm thử tại gian' },
        ],
      },
    ])
    expect(Object.keys({ ...catalogue.fair, ...catalogue.booths[0] })).not.toContain('badge')
    expect(JSON.stringify(catalogue)).not.toContain('cfair_')
    const pdf = await shop(`/store/fairs/${fair.slug}/catalogue.pdf`)
    expect(pdf.status).toBe(200)
    const deeds = await rows<{ verb: string }>(
      `SELECT verb FROM audit_entry WHERE subject_type = 'centre_fair' AND subject_id = '${id}' ORDER BY at`,
    )
    expect(deeds.map(({ verb }) => verb)).toEqual([
      ...['centre:make_fair', 'centre:add_booth', 'centre:add_entry', 'centre:add_entry'],
    ])
  })

  it('shows no star that is not valid on all of its days', async () => {
    const id = await plan()
    await entry(id, await booth(id, 'Gian 1'))
    await dbConnection.raw(`UPDATE recognition SET valid_to = ? WHERE product_id = ?`, [dayIn(3), tea.id])
    const { data } = await shop('/store/fairs/hoi-cho-ocop-tuyen-quang')
    expect(data).toMatchObject({
      booths: [{ items: [{ badge: { stars: null, status: 'expired', lapsedOn: dayIn(4) } }] }],
    })
  })

  it('leaves out of its public catalogue what is no longer on the site, and tells the centre', async () => {
    const id = await plan()
    await entry(id, await booth(id, 'Gian 1'))
    await dbConnection.raw(`UPDATE product SET status = 'draft' WHERE id = ?`, [tea.id])
    expect((await shop('/store/fairs/hoi-cho-ocop-tuyen-quang')).data).toMatchObject({ booths: [] })
    expect((await read(id)).entries).toMatchObject([{ listed: false }])
  })

  it('takes goods only of producers that let the centre sell them on every day that is left', async () => {
    const id = await plan()
    const a1 = await booth(id, 'Gian A1')
    await agree('2026-01-01', dayIn(3))
    const refused = await entry(id, a1)
    expect([refused.status, codeOf(refused)]).toEqual([422, 'fair_no_agreement'])
    expect(refused.data).toMatchObject({ day: dayIn(4) })
    await agree('2026-01-01', dayIn(4))
    expect((await entry(id, a1)).status).toBe(201)
    expect(codeOf(await entry(id, a1))).toBe('fair_entry_twice')
    expect(codeOf(await entry(id, a1, { ...tea, id: honey.id }))).toBe('goods_unknown')
    await agree('2026-01-01', dayIn(1))
    expect((await read(id)).entries).toMatchObject([{ withoutAgreementOn: dayIn(2) }])
  })

  it('is closed once goods are returned and tills are closed, and says what is left until then', async () => {
    const id = await plan()
    expect(codeOf(await post(`/${id}/open`))).toBe('fair_no_booth')
    await booth(id, 'Gian A12')
    await booth(id, 'Gian A13')
    expect(codeOf(await post(`/${id}/close`))).toBe('fair_state')
    expect((await post(`/${id}/open`)).status).toBe(200)
    const [first] = (await read(id)).booths
    const shopId = first?.shopId ?? ''
    expect(await rows(`SELECT status FROM shop WHERE kind = 'fair_booth'`)).toEqual([
      { status: 'operating' },
      { status: 'operating' },
    ])
    expect((await paper('receipt', shopId, 5)).status).toBe(201)
    expect((await sell(shopId, 2)).status).toBe(201)

    const left = { name: 'Gian A12', pieces: 3, openSales: 1, waiting: 0, shopId }
    for (const [deed, body] of [
      ['close', {}],
      ['cancel', { reason: 'Mưa bão' }],
    ] as const) {
      const refused = await post(`/${id}/${deed}`, body)
      expect([refused.status, codeOf(refused)]).toEqual([409, 'fair_goods_left'])
      expect(refused.data).toMatchObject({ left: [left] })
    }
    expect((await paper('return', shopId, 3)).status).toBe(201)
    const stillOpen = await post(`/${id}/close`)
    expect(stillOpen.data).toMatchObject({ left: [{ pieces: 0, openSales: 1 }] })
    const close = await call('POST', `/official/centre/shops/${shopId}/closes`, {
      token: who.seller,
      body: { requestKey: randomUUID(), countedCash: 2 * TEA_PRICE, note: null },
    })
    expect(close.status).toBe(201)
    expect((await post(`/${id}/close`)).status).toBe(200)
    expect((await post(`/${id}/close`)).status).toBe(200)
    const after = await read(id)
    expect(after.fair.state).toBe('closed')
    expect(after.sales).toMatchObject([{ producerId, pieces: 2, goods: 2 * TEA_PRICE }])
    expect(codeOf(await paper('receipt', shopId, 1))).toBe('shop_closed')
    expect(codeOf(await post(`/${id}`, fairBody()))).toBe('fair_state')
    expect(codeOf(await post(`/${id}/booths`, { name: 'Gian B1' }))).toBe('fair_state')
    expect(codeOf(await post(`/${id}/cancel`, { reason: 'Muộn' }))).toBe('fair_state')
    expect((await shop('/store/fairs')).data).toEqual({ fairs: [] })
    expect((await shop('/store/fairs/hoi-cho-ocop-tuyen-quang')).data).toMatchObject({ fair: { state: 'closed' } })
  })

  it('never closes on goods that come at the same moment', async () => {
    for (const name of ['Chợ 1', 'Chợ 2', 'Chợ 3', 'Chợ 4']) {
      const id = await plan({ name })
      await booth(id, 'Gian 1')
      await post(`/${id}/open`)
      const shopId = (await read(id)).booths[0]?.shopId ?? ''
      const [closed, received] = await Promise.all([post(`/${id}/close`), paper('receipt', shopId, 2)])
      const { fair, booths } = await read(id)
      expect([fair.state, booths[0]?.pieces]).toEqual(closed.status === 200 ? ['closed', 0] : ['open', 2])
      expect([closed.status, received.status].sort()).toEqual(closed.status === 200 ? [200, 409] : [201, 409])
    }
  })

  it('counts sales of its own booths and days alone', async () => {
    const id = await plan()
    await booth(id, 'Gian A12')
    await post(`/${id}/open`)
    const other = await call('POST', '/official/centre/shops', {
      token: who.manager,
      body: {
        ...{ name: 'Quầy Hồng Thái', kind: 'ocop_shop', status: 'operating', provinceCode: '08', communeCode: null },
        ...{ address: 'Thôn 1', phone: null, openingHours: null, latitude: null, longitude: null, pickUp: false },
        ...{ signNote: null, note: null },
      },
    })
    const otherId = (other.data as { shop: { id: string } }).shop.id
    await paper('receipt', otherId, 3)
    expect((await sell(otherId, 3)).status).toBe(201)
    expect((await read(id)).sales).toEqual([])
  })

  it('changes until it is over: booths take the new name, unused ones go, cancelling is told to everybody', async () => {
    const id = await plan()
    const a1 = await booth(id, 'Gian A1')
    const a2 = await booth(id, 'Gian A2')
    const twin = await post(`/${id}/booths`, { name: 'gian a1' })
    expect([twin.status, codeOf(twin)]).toEqual([409, 'fair_booth_name'])
    expect(await rows(`SELECT 1 FROM shop WHERE kind = 'fair_booth'`)).toHaveLength(2)
    expect((await post(`/${id}`, fairBody({ name: 'Phiên chợ vùng cao', lastDay: dayIn(6) }))).status).toBe(200)
    const names = await rows<{ name: string }>(`SELECT name FROM shop WHERE kind = 'fair_booth' ORDER BY name`)
    expect(names.map(({ name }) => name)).toEqual(['Gian A1, Phiên chợ vùng cao', 'Gian A2, Phiên chợ vùng cao'])
    const made = idOf(await entry(id, a1))
    const changed = await post(
      `/${id}/entries/${made}`,
      { price: 99_000, note: 'Giá hội chợ', position: 7 },
      who.seller,
    )
    expect(changed.status).toBe(200)
    expect((await read(id)).entries).toMatchObject([{ price: 99_000, note: 'Giá hội chợ', position: 7 }])
    expect((await post(`/${id}/entries/${made}/remove`, {}, who.seller)).status).toBe(200)
    expect((await read(id)).entries).toEqual([])

    const shopId = (await read(id)).booths[0]?.shopId ?? ''
    await paper('receipt', shopId, 1)
    expect(codeOf(await post(`/${id}/booths/${a1}/remove`))).toBe('fair_booth_used')
    expect((await post(`/${id}/booths/${a2}/remove`)).status).toBe(200)
    await paper('return', shopId, 1)
    expect(codeOf(await post(`/${id}/cancel`, { reason: 'x' }))).toBe('fair_reason')
    expect((await post(`/${id}/cancel`, { reason: 'Bão số 9' })).status).toBe(200)
    expect((await shop('/store/fairs/hoi-cho-ocop-tuyen-quang')).data).toMatchObject({
      fair: { state: 'cancelled', cancelReason: 'Bão số 9', name: 'Phiên chợ vùng cao' },
      booths: [],
    })
    expect((await shop('/store/fairs/hoi-cho-ocop-tuyen-quang/catalogue.pdf')).status).toBe(404)
  })

  it('refuses what is no fair, and leaves nothing behind', async () => {
    const wrong = [
      [{ name: 'x' }, 'fair_name'],
      [{ place: '' }, 'fair_place'],
      [{ firstDay: dayIn(2), lastDay: dayIn(1) }, 'fair_days'],
      [{ lastDay: dayIn(400) }, 'fair_days'],
      [{ firstDay: dayIn(-3), lastDay: dayIn(-1) }, 'fair_past'],
      [{ provinceCode: '99' }, 'province_unknown'],
      [{ extra: 1 }, 'unknown_field'],
    ] as const
    for (const [more, code] of wrong) expect([code, codeOf(await post('', fairBody(more)))]).toEqual([code, code])
    expect(await rows('SELECT 1 FROM centre_fair')).toHaveLength(0)
    await plan()
    expect(codeOf(await post('', fairBody({ name: 'hội chợ ocop tuyên quang' })))).toBe('fair_exists')
    const next = await plan({ firstDay: dayIn(1) })
    expect((await read(next)).fair.slug).toMatch(/^hoi-cho-ocop-tuyen-quang-[0-9a-f]{6}$/)
  })

  it('is the manager’s to plan, the seller’s to fill, and nobody’s of another centre', async () => {
    expect((await post('', fairBody(), who.seller)).status).toBe(403)
    const id = await plan()
    const a1 = await booth(id, 'Gian A1')
    for (const [path, body] of [
      [`/${id}/open`, {}],
      [`/${id}/close`, {}],
      [`/${id}/booths`, { name: 'Gian B' }],
    ] as const)
      expect([path, (await post(path, body, who.seller)).status]).toEqual([path, 403])
    const own = idOf(await entry(id, a1))
    for (const path of [`/${id}/open`, `/${id}/booths/${a1}/remove`, `/${id}/entries/${own}/remove`])
      expect([path, (await post(path, {}, who.stranger)).status]).toEqual([path, 404])
    expect((await call('GET', `/official/centre/fairs/${id}`, { token: who.stranger })).status).toBe(404)
    expect((await call('GET', '/official/centre/fairs', { token: who.stranger })).data).toEqual({ fairs: [] })
    const theirs = await post('', fairBody({ name: 'Hội chợ khác' }), who.stranger)
    expect((await post(`/${idOf(theirs)}/entries/${own}/remove`, {}, who.stranger)).status).toBe(404)
    expect((await read(id)).entries).toHaveLength(1)
  })
})
