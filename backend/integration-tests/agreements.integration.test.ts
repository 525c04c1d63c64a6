import { loadSource } from './load-source'
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
const { agreementOn } = loadSource<typeof import('../src/sellers/agreement-on')>('./src/sellers/agreement-on')

const { readAgreements, sellingCentre } = loadSource<typeof import('../src/checkout/selling-centre')>(
  './src/checkout/selling-centre',
)

const SYSTEM = { type: 'system' as const, id: 'test', name: 'Bộ kiểm thử', post: null }
const dayIn = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const who = { manager: '', seller: '', stranger: '', owner: '', helper: '', other: '' }
  let centreId = ''
  let producerId = ''
  let teaId = ''
  let lotusId = ''

  beforeAll(async () => {
    const container = getContainer()
    const sample = await makeSampleShop(container)
    teaId = sample.tea.id
    lotusId = (await addSecondProducer(container, sample)).id
    const producerOf = async (handle: string) =>
      (await rows<{ id: string }>(`SELECT id FROM producer WHERE handle = '${handle}'`))[0]?.id ?? ''
    producerId = await producerOf('htx-son-tra')
    const found = async (name: string) =>
      (await foundCentreWorkflow(container).run({ input: { provinceCode: '08', name, unit: 'Sở', by: SYSTEM } })).result
    centreId = await found('Trung tâm xúc tiến Tuyên Quang')
    const official = async (email: string, role: 'centre_manager' | 'centre_seller', centre: string) => {
      await makeOfficial(container, email, PASSWORD, [samplePost(role, { centreId: centre })])
      return await signInAs(call, 'official', email, PASSWORD)
    }
    who.manager = await official('quan-ly@example.com', 'centre_manager', centreId)
    who.seller = await official('ban-hang@example.com', 'centre_seller', centreId)
    who.stranger = await official('khac@example.com', 'centre_manager', await found('Trung tâm khác'))
    const member = async (email: string, role: 'owner' | 'manager', of: string) => {
      const input = { producerId: of, name: 'Người thử', email, password: PASSWORD, role }
      await createProducerMemberWorkflow(container).run({ input })
      return await signInAs(call, 'producer', email)
    }
    who.owner = await member('mai@example.com', 'owner', producerId)
    who.helper = await member('lan@example.com', 'manager', producerId)
    who.other = await member('sen@example.com', 'owner', await producerOf('ho-sen-hong'))
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }
  const codeOf = (answer: { data: unknown }) => (answer.data as { error?: { code: string } }).error?.code
  const propose = (more: object = {}, token = who.manager) =>
    call('POST', '/official/centre/agreements', {
      token,
      body: { producerId, productIds: null, shareBps: 1_000, firstDay: dayIn(0), lastDay: null, note: null, ...more },
    })
  async function proposed(more: object = {}): Promise<string> {
    const answer = await propose(more)
    expect(answer.status).toBe(201)
    return (answer.data as { id: string }).id
  }
  const centre = (id: string, deed: string, body: object = {}, token = who.manager) =>
    call('POST', `/official/centre/agreements/${id}/${deed}`, { token, body })
  const producer = (id: string, deed: string, body: object = {}, token = who.owner) =>
    call('POST', `/producer/agreements/${id}/${deed}`, { token, body })
  const inForce = (day: string) => agreementOn(getContainer(), producerId, centreId, day)
  const standings = async () => {
    const { data } = await call('GET', '/producer/agreements', { token: who.owner })
    return (data as { agreements: { id: string; standing: string; lastDay: string | null }[] }).agreements
  }

  it('counts from the moment the producer accepts, once, and both sides are told', async () => {
    const found = await call('GET', `/official/centre/agreements?q=son tra&producer=${producerId}`, {
      token: who.manager,
    })
    expect(found.data).toMatchObject({ found: [{ id: producerId }], chosen: { id: producerId } })
    expect((found.data as { chosen: { products: { id: string }[] } }).chosen.products).toHaveLength(2)
    const id = await proposed({ productIds: [teaId] })
    expect(await inForce(dayIn(0))).toBeNull()
    const answers = await Promise.all([producer(id, 'accept'), producer(id, 'accept')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await inForce(dayIn(0))).toEqual({ id, productIds: [teaId], shareBps: 1_000 })
    const told = await rows<{ kind: string }>(`SELECT kind FROM notice WHERE subject_id = '${id}' ORDER BY kind`)
    expect(told.map(({ kind }) => kind)).toEqual(['agreement_accepted', 'agreement_proposed'])
    expect(await rows(`SELECT 1 FROM dispatch_message WHERE kind = 'agreement_proposed'`)).toHaveLength(1)
    const deeds = await rows<{ verb: string }>(`SELECT verb FROM audit_entry WHERE subject_id = '${id}' ORDER BY verb`)
    expect(deeds.map(({ verb }) => verb)).toEqual(['agreement:accept', 'centre:propose_agreement'])
  })

  it('is changed by another proposal alone: the old share holds to the day before', async () => {
    const first = await proposed()
    await producer(first, 'accept')
    const second = await proposed({ shareBps: 1_250, firstDay: dayIn(10) })
    expect(codeOf(await propose())).toBe('agreement_waiting')
    expect((await inForce(dayIn(10)))?.id).toBe(first)
    await producer(second, 'accept')
    expect((await inForce(dayIn(9)))?.shareBps).toBe(1_000)
    expect((await inForce(dayIn(10)))?.shareBps).toBe(1_250)
    expect((await standings()).map(({ id, standing }) => [id, standing])).toEqual([
      [second, 'coming'],
      [first, 'active'],
    ])
  })

  it('is declined with a reason, withdrawn before an answer, and not both', async () => {
    const first = await proposed()
    expect((await producer(first, 'decline', {})).status).toBe(400)
    expect((await producer(first, 'decline', { reason: 'Phần trăm cao quá' })).status).toBe(200)
    expect(codeOf(await producer(first, 'accept'))).toBe('agreement_state')
    const second = await proposed()
    const [accepted, withdrawn] = await Promise.all([producer(second, 'accept'), centre(second, 'withdraw')])
    expect([accepted.status, withdrawn.status].sort()).toEqual([200, 409])
    expect((await inForce(dayIn(0)))?.id).toBe(accepted.status === 200 ? second : undefined)
  })

  it('is ended by either side with notice, and counts until its last day', async () => {
    const first = await proposed()
    await producer(first, 'accept')
    expect(codeOf(await centre(first, 'end', { lastDay: dayIn(-1) }))).toBe('agreement_end_day')
    expect((await centre(first, 'end', { lastDay: dayIn(5), reason: 'Đóng quầy' })).status).toBe(200)
    expect((await centre(first, 'end', { lastDay: dayIn(5), reason: 'Đóng quầy' })).status).toBe(200)
    expect((await inForce(dayIn(5)))?.id).toBe(first)
    expect(await inForce(dayIn(6))).toBeNull()
    const sellerOn = async (day: string) => {
      const agreements = await readAgreements(getContainer(), [producerId], day)
      return sellingCentre(agreements, { producerId, productIds: [teaId], shopCentreId: null })
    }
    expect([await sellerOn(dayIn(5)), await sellerOn(dayIn(6))]).toEqual([centreId, null])
    expect(codeOf(await producer(first, 'end', { lastDay: dayIn(1) }))).toBe('agreement_state')
    expect(await rows(`SELECT 1 FROM dispatch_message WHERE kind = 'agreement_ended'`)).toHaveLength(1)
    const second = await proposed()
    await producer(second, 'accept')
    expect((await producer(second, 'end', { lastDay: dayIn(0) })).status).toBe(200)
    expect(await inForce(dayIn(1))).toBeNull()
    const told = await rows(`SELECT 1 FROM notice WHERE kind = 'agreement_ended' AND audience LIKE 'official:%'`)
    expect(told).toHaveLength(1)
  })

  it('refuses what cannot be agreed, and leaves nothing behind', async () => {
    const wrong = [
      [{ shareBps: 5_001 }, 'agreement_share'],
      [{ firstDay: dayIn(-1) }, 'agreement_first_day'],
      [{ lastDay: dayIn(-1) }, 'agreement_last_day'],
      [{ productIds: [lotusId] }, 'agreement_products'],
      [{ productIds: [] }, 'agreement_products'],
      [{ extra: 1 }, 'unknown_field'],
      [{ producerId: 'prod_none' }, 'not_found'],
    ] as const
    for (const [more, code] of wrong) expect([code, codeOf(await propose(more))]).toEqual([code, code])
    expect(await rows('SELECT 1 FROM centre_agreement')).toHaveLength(0)
    const lapsed = await proposed({ lastDay: dayIn(0) })
    await dbConnection.raw(`UPDATE centre_agreement SET first_day = '2026-01-01', last_day = '2026-01-02'`)
    expect(codeOf(await producer(lapsed, 'accept'))).toBe('agreement_lapsed')
    expect((await centre(lapsed, 'withdraw')).status).toBe(200)
  })

  it('is seen and changed by its two sides alone: the manager of the centre and an owner of the producer', async () => {
    const id = await proposed()
    expect((await propose({}, who.seller)).status).toBe(403)
    expect((await centre(id, 'withdraw', {}, who.seller)).status).toBe(403)
    const read = await call('GET', '/official/centre/agreements', { token: who.seller })
    expect(read.data).toMatchObject({ agreements: [{ id, standing: 'proposed' }] })
    expect((await producer(id, 'accept', {}, who.helper)).status).toBe(403)
    for (const deed of ['accept', 'decline', 'end']) {
      const body = { accept: {}, decline: { reason: 'Không phải' }, end: { lastDay: dayIn(0) } }[deed]
      expect([deed, (await producer(id, deed, body, who.other)).status]).toEqual([deed, 404])
    }
    expect((await centre(id, 'withdraw', {}, who.stranger)).status).toBe(404)
    expect((await centre(id, 'end', { lastDay: dayIn(0) }, who.stranger)).status).toBe(404)
    const others = await call('GET', '/producer/agreements', { token: who.other })
    expect(others.data).toEqual({ agreements: [] })
    const strangers = await call('GET', '/official/centre/agreements', { token: who.stranger })
    expect(strangers.data).toMatchObject({ agreements: [] })
    expect((await standings()).map(({ standing }) => standing)).toEqual(['proposed'])
  })
})
