import { randomUUID } from 'node:crypto'
import { handOverPassport } from './hand-over-passport'
import { loadSource } from './load-source'
import { type RealTraceRoutes, realTraceRoutes } from './real-trace-routes'
import { PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { addSecondProducer, makeSampleShop } = loadSource<typeof import('./sample-shop')>(
  './integration-tests/sample-shop',
)
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { foundCentreWorkflow } = loadSource<typeof import('../src/workflows/promotion-centre/workflows/found-centre')>(
  './src/workflows/promotion-centre/workflows/found-centre',
)
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')

const SYSTEM = { type: 'system' as const, id: 'test', name: 'Bộ kiểm thử', post: null }
const TAX_CODE = '0100109106'
const dayIn = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

interface Line {
  id: string
  delivered: number
  left: number
  month: string | null
}
interface ContractAnswer {
  contract: { state: string; standing: string; lines: Line[]; endReason: string | null }
  deliveries: { id: string; lotCodes: string[]; voidReason: string | null }[]
  goods: { producerId: string }[]
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const who = { manager: '', seller: '', stranger: '', tea: '', lotus: '' }
  const producers = { tea: '', lotus: '' }
  let centreId = ''
  let tea: { id: string; variantIds: string[] }
  let lotus: { id: string; variantIds: string[] }
  let trace: RealTraceRoutes

  beforeAll(async () => {
    const container = getContainer()
    trace = await realTraceRoutes()
    await trace.listen()
    const sample = await makeSampleShop(container)
    tea = sample.tea
    lotus = await addSecondProducer(container, sample)
    const producerOf = async (handle: string) =>
      (await rows<{ id: string }>(`SELECT id FROM producer WHERE handle = '${handle}'`))[0]?.id ?? ''
    producers.tea = await producerOf('htx-son-tra')
    producers.lotus = await producerOf('ho-sen-hong')
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
    for (const [name, email] of [
      ['tea', 'htx@example.com'],
      ['lotus', 'ho@example.com'],
    ] as const) {
      await createProducerMemberWorkflow(container).run({
        input: { producerId: producers[name], name: 'Chị Mai', email, password: PASSWORD, role: 'owner' },
      })
      who[name] = await signInAs(call, 'producer', email, PASSWORD)
      await dbConnection.raw(
        `INSERT INTO centre_agreement (id, producer_id, centre_id, share_bps, first_day, state, offered_by, offered_by_id, accepted_by, accepted_at)
         VALUES (?, ?, ?, 1000, '2026-01-01', 'accepted', 'producer', 'pmem_1', 'offl_1', '2026-01-01')`,
        [`cagr_${name}`, producers[name], centreId],
      )
    }
    await handOverPassport(container, trace.pool, tea.id)
    await dbUtils.snapshot()
  })
  afterAll(async () => {
    await trace.silence()
    await trace.drop()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }
  const codeOf = (answer: { data: unknown }) => (answer.data as { error?: { code: string } }).error?.code
  const idOf = (answer: { data: unknown }) => (answer.data as { id: string }).id
  const body = (more: Record<string, unknown> = {}) => ({
    ...{ sellerProducerId: null, number: '12/2026/HĐMB', signedOn: dayIn(-40), retailerName: 'Siêu thị Sông Quê' },
    ...{ retailerTaxCode: '0100 109 106', contactName: 'Anh Bình', contactPhone: '0912345678' },
    ...{ fromDay: dayIn(-35), toDay: dayIn(200), note: 'Giao tại kho Cầu Giấy' },
    ...more,
  })
  const post = (path: string, sent: Record<string, unknown> = {}, token = who.manager) =>
    call('POST', `/official/centre/contracts${path}`, { token, body: sent })
  const read = async (id: string) =>
    (await call('GET', `/official/centre/contracts/${id}`, { token: who.seller })).data as ContractAnswer
  const list = async (query = '') =>
    (await call('GET', `/official/centre/contracts${query}`, { token: who.seller })).data as {
      contracts: { id: string; standing: string }[]
    }
  const draft = async (more: Record<string, unknown> = {}) => {
    const answer = await post('', body(more))
    expect([answer.status, codeOf(answer)]).toEqual([201, undefined])
    return idOf(answer)
  }
  const line = (id: string, product = tea, more: Record<string, unknown> = {}) =>
    post(`/${id}/lines`, {
      ...{ productId: product.id, variantId: product.variantIds[0], quantity: 100, per: 'total', unit: 'hộp' },
      ...{ price: 95_000, ...more },
    })
  const deliver = (id: string, lineId: string, more: Record<string, unknown> = {}) =>
    post(`/${id}/deliveries`, { requestKey: randomUUID(), lineId, day: dayIn(-1), quantity: 30, ...more }, who.seller)
  const active = async (more: Record<string, unknown> = {}, goods = tea) => {
    const id = await draft(more)
    const lineId = idOf(await line(id, goods))
    expect((await post(`/${id}/activate`)).status).toBe(200)
    return { id, lineId }
  }
  /** A lot of 50 packs of tea in its producer's book. */
  const lot = async (code: string, bestBefore: string) => {
    const answer = await call('POST', '/producer/steps', {
      token: who.tea,
      body: {
        ...{ requestKey: randomUUID(), step: 'harvesting', happenedAt: '2026-10-03T07:00:00+07:00' },
        outputs: [
          {
            ...{ ref: `lo-${randomUUID()}`, lotCode: code, kind: 'product', productRef: tea.id },
            ...{ packedOn: '2026-10-03', bestBefore },
            packs: { count: 50, unit: 'hộp', net: { value: 100, unit: 'g' } },
          },
        ],
      },
    })
    expect([answer.status, answer.data]).toMatchObject([200, {}])
  }

  it('is drafted, filled and put in force, and from then on only whom to ask can be changed', async () => {
    const id = await draft({ number: null, signedOn: null })
    expect(codeOf(await post(`/${id}/activate`))).toBe('supply_unsigned')
    expect((await post(`/${id}`, body())).status).toBe(200)
    expect(codeOf(await post(`/${id}/activate`))).toBe('supply_no_line')
    expect((await read(id)).goods.length).toBeGreaterThan(0)
    expect((await line(id)).status).toBe(201)
    expect(codeOf(await line(id))).toBe('supply_line_twice')
    const gone = idOf(await line(id, lotus))
    expect((await post(`/${id}/lines/${gone}/remove`)).status).toBe(200)
    expect((await post(`/${id}/activate`)).status).toBe(200)
    const { contract, goods } = await read(id)
    expect(contract).toMatchObject({
      ...{ state: 'active', standing: 'active', retailerTaxCode: TAX_CODE, seller: null },
      lines: [{ quantity: 100, per: 'total', unit: 'hộp', price: 95_000, delivered: 0, left: 100 }],
    })
    expect(goods).toEqual([])
    expect(codeOf(await line(id, lotus))).toBe('supply_state')
    expect(codeOf(await post(`/${id}`, body({ toDay: dayIn(300) })))).toBe('supply_signed')
    expect((await post(`/${id}`, body({ contactName: 'Chị Lan' }))).status).toBe(200)
    expect(codeOf(await post(`/${id}/drop`))).toBe('supply_state')
    const deeds = await rows<{ verb: string }>(
      `SELECT verb FROM audit_entry WHERE subject_type = 'supply_contract' AND subject_id = '${id}' ORDER BY at`,
    )
    expect(deeds.map(({ verb }) => verb.replace('centre:', ''))).toEqual([
      ...['draft_contract', 'change_contract', 'add_contract_line', 'add_contract_line', 'remove_contract_line'],
      ...['activate_contract', 'change_contract'],
    ])
  })

  it('counts what is delivered once for a request, says what is left, and takes back what was noted wrongly', async () => {
    const { id, lineId } = await active()
    const requestKey = randomUUID()
    const first = await deliver(id, lineId, { requestKey })
    expect(first.status).toBe(201)
    expect(idOf(await deliver(id, lineId, { requestKey }))).toBe(idOf(first))
    expect((await read(id)).contract.lines).toMatchObject([{ delivered: 30, left: 70, month: null }])
    expect((await deliver(id, lineId, { quantity: 90 })).status).toBe(201)
    expect((await read(id)).contract.lines).toMatchObject([{ delivered: 120, left: -20 }])
    expect(codeOf(await post(`/${id}/deliveries/${idOf(first)}/void`, { reason: 'x' }))).toBe('supply_reason')
    expect((await post(`/${id}/deliveries/${idOf(first)}/void`, { reason: 'Ghi nhầm dòng' })).status).toBe(200)
    expect((await post(`/${id}/deliveries/${idOf(first)}/void`, { reason: 'Ghi nhầm dòng' })).status).toBe(200)
    const { contract, deliveries } = await read(id)
    expect(contract.lines).toMatchObject([{ delivered: 90, left: 10 }])
    expect(deliveries).toHaveLength(2)
    expect(deliveries.find((each) => each.id === idOf(first))?.voidReason).toBe('Ghi nhầm dòng')
    expect(await rows('SELECT 1 FROM ledger_entry')).toEqual([])
    expect(codeOf(await deliver(id, lineId, { day: dayIn(1) }))).toBe('supply_day_ahead')
    expect(codeOf(await deliver(id, lineId, { day: dayIn(-36) }))).toBe('supply_day_outside')
    expect(codeOf(await deliver(id, lineId, { quantity: 0 }))).toBe('supply_quantity')
    expect((await deliver(id, 'supl_none')).status).toBe(404)
  })

  it('names lots of the producer’s book that may leave, and goes on without them when the book is away', async () => {
    const { id, lineId } = await active()
    await lot('CHE-01', '2027-12-31')
    await lot('CHE-CU', dayIn(-20))
    const offered = await call('GET', `/official/centre/contracts/${id}/lines/${lineId}/lots`, { token: who.seller })
    expect(offered.data).toMatchObject({ lots: [{ code: 'CHE-01', bestBefore: '2027-12-31' }] })
    expect((await deliver(id, lineId, { lotCodes: ['CHE-01'] })).status).toBe(201)
    expect(codeOf(await deliver(id, lineId, { lotCodes: ['CHE-01', 'CHE-CU'] }))).toBe('supply_lot')
    expect(codeOf(await deliver(id, lineId, { lotCodes: ['KHONG-CO'] }))).toBe('supply_lot')
    await trace.silence()
    expect(codeOf(await deliver(id, lineId, { lotCodes: ['CHE-01'] }))).toBe('journal_away')
    expect((await deliver(id, lineId)).status).toBe(201)
    await trace.listen()
    const { deliveries } = await read(id)
    expect(deliveries.map(({ lotCodes }) => lotCodes).sort()).toEqual([[], ['CHE-01']])
  })

  it('says thirty days before that it ends, and is ended or terminated by a person alone', async () => {
    const soon = await active({ toDay: dayIn(30) })
    const later = await active({ number: '13', toDay: dayIn(31) })
    const over = await active({ number: '14', toDay: dayIn(-1) })
    const drafted = await draft({ number: '15' })
    const standings = async (query: string) =>
      Object.fromEntries((await list(query)).contracts.map(({ id, standing }) => [id, standing]))
    expect(await standings('')).toEqual({
      ...{ [soon.id]: 'soon', [later.id]: 'active', [over.id]: 'over', [drafted]: 'draft' },
    })
    expect(Object.keys(await standings('?state=soon'))).toEqual([soon.id])
    expect(Object.keys(await standings('?state=active')).sort()).toEqual([soon.id, later.id, over.id].sort())
    expect(Object.keys(await standings('?q=song%20que&state=draft'))).toEqual([drafted])
    expect(await standings('?q=khong-co')).toEqual({})
    expect((await deliver(over.id, over.lineId, { day: dayIn(-2) })).status).toBe(201)
    expect((await post(`/${over.id}/end`)).status).toBe(200)
    expect(codeOf(await post(`/${over.id}/end`))).toBe('supply_state')
    expect((await post(`/${soon.id}/terminate`, { reason: 'Bên mua đóng cửa hàng' })).status).toBe(200)
    expect((await read(soon.id)).contract).toMatchObject({ state: 'terminated', endReason: 'Bên mua đóng cửa hàng' })
    expect((await deliver(soon.id, soon.lineId, { day: dayIn(-3) })).status).toBe(201)
    expect((await post(`/${drafted}/drop`)).status).toBe(200)
    expect((await call('GET', `/official/centre/contracts/${drafted}`, { token: who.manager })).status).toBe(404)
    const file = await call('GET', '/official/centre/contracts.xlsx?state=all', { token: who.seller })
    expect(file.status).toBe(200)
  })

  it('takes goods only of producers that let the centre sell them, and a selling producer’s own', async () => {
    const id = await draft({ sellerProducerId: producers.tea })
    expect(codeOf(await line(id, lotus))).toBe('supply_other_producer')
    expect(new Set((await read(id)).goods.map(({ producerId }) => producerId))).toEqual(new Set([producers.tea]))
    expect((await line(id)).status).toBe(201)
    expect(codeOf(await post(`/${id}`, body({ sellerProducerId: producers.lotus })))).toBe('supply_other_producer')
    await dbConnection.raw(`UPDATE centre_agreement SET last_day = '2026-02-01' WHERE producer_id = ?`, [
      producers.lotus,
    ])
    const other = await draft({ number: '13' })
    expect(codeOf(await line(other, lotus))).toBe('no_agreement')
    await dbConnection.raw('DELETE FROM centre_agreement WHERE producer_id = ?', [producers.lotus])
    expect(codeOf(await post('', body({ number: '14', sellerProducerId: producers.lotus })))).toBe('supply_seller')
  })

  it('refuses what is no contract, and leaves nothing behind', async () => {
    const wrong = [
      [{ retailerTaxCode: '0100109107' }, 'supply_tax_code'],
      [{ retailerTaxCode: 'abc' }, 'supply_tax_code'],
      [{ retailerName: '' }, 'supply_retailer'],
      [{ fromDay: dayIn(2), toDay: dayIn(1) }, 'supply_days'],
      [{ extra: 1 }, 'unknown_field'],
    ] as const
    for (const [more, code] of wrong) expect([code, codeOf(await post('', body(more)))]).toEqual([code, code])
    expect(await rows('SELECT 1 FROM supply_contract')).toHaveLength(0)
    await draft()
    expect(codeOf(await post('', body({ number: '12/2026/hđmb' })))).toBe('supply_number_taken')
  })

  it('is read by a producer that it names, with its own goods alone, and not while it is a draft', async () => {
    const id = await draft({ sellerProducerId: null })
    const own = idOf(await line(id, tea))
    const theirs = idOf(await line(id, lotus, { price: 41_000 }))
    const mine = async (token: string) =>
      (await call('GET', '/producer/supply-contracts', { token })).data as {
        contracts: { id: string; contactPhone: string | null; lines: Line[]; deliveries: unknown[] }[]
      }
    expect(await mine(who.tea)).toEqual({ contracts: [] })
    await post(`/${id}/activate`)
    await deliver(id, own)
    await deliver(id, theirs)
    const { contracts } = await mine(who.tea)
    expect(contracts).toMatchObject([
      { id, contactPhone: null, note: null, lines: [{ id: own, delivered: 30 }], deliveries: [{ lineId: own }] },
    ])
    expect(JSON.stringify(contracts)).not.toContain('41000')
    const sold = await active({ number: '13', sellerProducerId: producers.lotus }, lotus)
    const [seen] = (await mine(who.lotus)).contracts.filter((each) => each.id === sold.id)
    expect(seen?.contactPhone).toBe('0912345678')
    expect((await mine(who.tea)).contracts.map((each) => each.id)).toEqual([id])
    expect((await call('POST', '/producer/supply-contracts', { token: who.tea, body: {} })).status).toBe(404)
  })

  it('is the manager’s to draft and end, the seller’s to deliver, and nobody’s of another centre', async () => {
    expect((await post('', body(), who.seller)).status).toBe(403)
    const { id, lineId } = await active()
    const delivery = idOf(await deliver(id, lineId))
    for (const path of [`/${id}/end`, `/${id}/terminate`, `/${id}/deliveries/${delivery}/void`])
      expect([path, (await post(path, path.endsWith('end') ? {} : { reason: 'Lý do' }, who.seller)).status]).toEqual([
        path,
        403,
      ])
    expect((await call('GET', `/official/centre/contracts/${id}`, { token: who.stranger })).status).toBe(404)
    expect((await call('GET', '/official/centre/contracts', { token: who.stranger })).data).toMatchObject({
      contracts: [],
    })
    const foreign = await post('', body(), who.stranger)
    expect(
      (await post(`/${idOf(foreign)}/deliveries/${delivery}/void`, { reason: 'Lý do' }, who.stranger)).status,
    ).toBe(404)
    expect((await read(id)).contract.lines).toMatchObject([{ delivered: 30 }])
  })
})
