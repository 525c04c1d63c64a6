import { randomUUID } from 'node:crypto'
import { OPEN_STORE_ROUTES } from '../src/http/open-routes'
import { NO_OWNED_ROW, OWNED_ROWS } from '../src/http/owned-rows'
import type { OfficialRole } from '../src/modules/official/roles'
import { everyRoute } from './every-route'
import { inParallel } from './in-parallel'
import { loadSource } from './load-source'
import { type Planter, plantIn } from './plant-row'
import { sampleBody } from './sample-body'
import { PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'
import type { Cast } from './tenancy-cast'

const { makeCast, LOGINS } = loadSource<typeof import('./tenancy-cast')>('./integration-tests/tenancy-cast')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { adoptSeedRules } = loadSource<typeof import('./sample-rules')>('./integration-tests/sample-rules')
const { checkedBy } = loadSource<typeof import('../src/http/validate')>('./src/http/validate')
const { shopLogger } = loadSource<typeof import('../src/logging/shop-logger')>('./src/logging/shop-logger')
const { signOrderLink } = loadSource<typeof import('../src/orders/order-link')>('./src/orders/order-link')
const { signSellerLink } = loadSource<typeof import('../src/sellers/seller-link')>('./src/sellers/seller-link')
const { OWN_OFFICIAL_ROUTES } = loadSource<typeof import('../src/api/official/own-routes')>(
  './src/api/official/own-routes',
)
const { OWN_PRODUCER_ROUTES } = loadSource<typeof import('../src/api/producer/own-routes')>(
  './src/api/producer/own-routes',
)
const { OWN_INSPECTOR_ROUTES } = loadSource<typeof import('../src/api/inspector/own-routes')>(
  './src/api/inspector/own-routes',
)
const { OWN_STORE_ROUTES } = loadSource<typeof import('../src/api/store/own-routes')>('./src/api/store/own-routes')

const SECURITY = 'security: a row of somebody else was asked for'
const OFFICIAL_ROLES: OfficialRole[] = [
  'advisor',
  'council_secretary',
  'council_member',
  'council_chair',
  'province_officer',
  'province_leader',
]

type Whose = 'own' | 'other'
/** Makes a row of who asks, or of the other tenant of the same kind. Out: what stands for it in the address. */
type Maker = (whose: Whose) => Promise<string>

/** Addresses that name no row of a tenant outside `OWNED_ROWS`, and why. */
const OF_NOBODY: Readonly<Record<string, string>> = {
  ...NO_OWNED_ROW,
  '/official/reports/:period': 'A month; the place is asked in `?province`, below.',
  '/inspector/bundles/:province': 'A province, public; another than one’s own is refused as such.',
  '/inspector/units/:code': 'Whoever holds a package may ask about it; every question is on record.',
}
/** A parameter that only means something below the row before it. */
const OF_ITS_ROW: Readonly<Record<string, string>> = {
  '/official/evaluations/:id/photos/:file': 'anh.jpg',
  '/official/post-inspections/:id/answers/:file': 'tra-loi.pdf',
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const tokens: Record<string, string> = {}
  const official: Record<Whose, string> = { own: '', other: '' }
  const customer: Record<Whose, string> = { own: '', other: '' }
  let cast: Cast
  let planter: Planter

  beforeAll(async () => {
    cast = await makeCast(getContainer(), PASSWORD)
    await adoptSeedRules(getContainer())
    for (const [who, [actor, email]] of Object.entries(LOGINS)) tokens[who] = await signInAs(call, actor, email)
    for (const [whose, provinceCode, communeCode] of [
      ['own', '08', '00691'],
      ['other', '82', '29905'],
    ] as const) {
      const email = `moi-viec-${provinceCode}@example.com`
      official[whose] = await makeOfficial(getContainer(), email, PASSWORD, [
        ...OFFICIAL_ROLES.map((role) => samplePost(role, { level: 'province', provinceCode })),
        ...(['commune_officer', 'commune_leader'] as const).map((role) =>
          samplePost(role, { provinceCode, communeCode }),
        ),
      ])
      tokens[`official:${whose}`] = await signInAs(call, 'official', email)
      const person = { name: 'Trần Thị Linh', email: `linh-${provinceCode}@example.com`, password: PASSWORD }
      const consents = ['account', 'follow_notices', 'offers'].map((purpose) => ({
        purpose,
        given: purpose === 'account',
      }))
      const headers = { 'x-publishable-api-key': cast.shop.publishableKey }
      await call('POST', '/store/accounts', { headers, body: { ...person, consents } })
      tokens[`customer:${whose}`] = await signInAs(call, 'customer', person.email)
      const { rows } = await dbConnection.raw('SELECT id FROM customer WHERE email = ?', [person.email])
      customer[whose] = rows[0].id
    }
    await dbUtils.snapshot()
  })
  // Each test has the database anew, and with it a connection.
  beforeEach(async () => {
    const { rows } = await dbConnection.raw('SELECT current_database() AS name')
    const url = Object.assign(new URL(process.env.DATABASE_URL ?? ''), { pathname: `/${rows[0].name}` })
    planter = await plantIn(url.href)
    groupOf.clear()
    applicationOf.clear()
  })
  afterEach(() => planter.end())

  const idOf = async (table: string, values: Record<string, unknown>, column = 'id') =>
    String((await planter.plant(table, values))[column])
  const producer = (whose: Whose) => ({ producer_id: cast.producer[whose] })
  const place = (whose: Whose) =>
    whose === 'own' ? { province_code: '08', commune_code: '00691' } : { province_code: '82', commune_code: '29905' }
  const province = (whose: Whose) => ({ province_code: place(whose).province_code })
  const productOf: Maker = async (whose) => (whose === 'own' ? cast.shop.tea.id : cast.lotus.id)
  const recognition: Maker = async (whose) =>
    idOf('recognition', {
      ...producer(whose),
      ...province(whose),
      product_id: await productOf(whose),
      stars: 3,
      decision_id: await idOf('council_decision', province(whose)),
    })
  const dossier: Maker = (whose) =>
    idOf('dossier', {
      ...{ ...place(whose), ...producer(whose), state: 'submitted' },
      ...{ submitted_at: new Date(), receipt_number: randomUUID() },
    })
  const inspection: Maker = (whose) =>
    idOf('post_inspection', { ...place(whose), ...producer(whose), stars: 3, team: '[]' })
  const evaluation: Maker = async (whose) =>
    idOf('evaluation', { ...place(whose), ...producer(whose), level: 'province', round_id: await round(whose) })
  const round: Maker = (whose) => idOf('evaluation_round', { ...province(whose), level: 'province' })
  const sitting: Maker = async (whose) =>
    idOf('sitting', {
      ...province(whose),
      ...{ level: 'province', round_id: await round(whose) },
      council_id: await idOf('council', { ...province(whose), level: 'province' }),
    })
  const groupOf = new Map<Whose, string>()
  const group: Maker = async (whose) => {
    const known = groupOf.get(whose) ?? (await idOf('order_group', {}))
    groupOf.set(whose, known)
    return known
  }
  const applicationOf = new Map<Whose, string>()
  const application: Maker = async (whose) => {
    const known = applicationOf.get(whose) ?? (await idOf('seller_application', {}))
    applicationOf.set(whose, known)
    return known
  }
  const makeOrder: Maker = async (whose) =>
    idOf(
      'seller_order',
      { ...producer(whose), group_id: await group(whose), order_id: `order_${randomUUID()}` },
      'order_id',
    )
  const returnRequest = async (whose: Whose) =>
    idOf('return_request', { ...producer(whose), group_id: await group(whose) })

  /**
   * How a row is made where `OWNED_ROWS` names none, or one whose table needs more than its owner. A table with an `id` and an owner's
   * column alone needs no line here.
   */
  const MADE: Readonly<Record<string, Maker>> = {
    '/producer/evidence/:file': (whose) => idOf('evidence_file', producer(whose), 'file'),
    '/producer/listings/:id': productOf,
    '/producer/stories/:product': productOf,
    '/producer/stay-calendars/:product': async (whose) => {
      const id = whose === 'own' ? cast.shop.honey.id : cast.lotus.id
      await dbConnection.raw(`UPDATE listing_detail SET sector = 'tourism' WHERE product_id = ?`, [id])
      return id
    },
    '/producer/stays/:id': (whose) => idOf('stay_enquiry', { ...producer(whose), phone: '0912345678' }),
    '/producer/stock/:variant': async (whose) => (whose === 'own' ? cast.shop.tea : cast.lotus).variantIds[0] ?? '',
    '/producer/mark-uses/:recognition/artwork': recognition,
    '/producer/orders/:id': makeOrder,
    '/producer/return-requests/:id/photos/:file': async (whose) =>
      idOf('return_file', { request_id: await returnRequest(whose) }, 'file'),
    '/official/centre/papers/:paper': (whose) =>
      idOf('consignment_paper', { centre_id: cast.centre[whose], kind: 'count' }),
    '/store/customers/me/carts/:cart_id': (whose) => idOf('cart', { customer_id: customer[whose] }),

    '/official/decision-imports/:id': (whose) =>
      idOf('decision_import', { ...province(whose), official_id: official[whose] }),
    '/official/decisions/:id': (whose) => idOf('decision_draft', { ...province(whose), level: 'province' }),
    '/official/dossiers/:id': dossier,
    '/official/evaluations/:id': evaluation,
    '/official/inspection-plans/:id': (whose) => idOf('inspection_plan', { ...province(whose), level: 'province' }),
    '/official/mark-uses/:recognition': recognition,
    '/official/recognitions/:id': recognition,
    '/official/papers/:id': async (whose) => {
      const id = await idOf('paper', producer(whose))
      await planter.plant('dossier_paper', { dossier_id: await dossier(whose), paper_id: id })
      return id
    },
    '/official/producers/:id': async (whose) => {
      await dossier(whose)
      return cast.producer[whose]
    },
    '/official/post-inspections/:id': inspection,
    '/official/post-inspections/:id/photos/:file': async (whose) =>
      idOf('post_inspection_file', { post_inspection_id: await inspection(whose) }, 'file'),
    '/official/post-inspections/:id/follow-ups/:follow_up': async (whose) =>
      idOf('follow_up', { ...producer(whose), post_inspection_id: await inspection(whose) }),
    '/official/revocation-proposals/:id': async (whose) =>
      idOf('revocation_proposal', {
        ...{ ...place(whose), ...producer(whose), stars: 3 },
        post_inspection_id: await inspection(whose),
      }),
    '/official/sheets/:id': async (whose) =>
      idOf('score_sheet', {
        ...{ official_id: official[whose], sitting_id: await sitting(whose), evaluation_id: await evaluation(whose) },
      }),
    '/official/sittings/:id': sitting,
    '/official/sittings/:id/items/:item': async (whose) =>
      idOf('sitting_item', { sitting_id: await sitting(whose), evaluation_id: await evaluation(whose) }),

    '/inspector/records/:id': (whose) => idOf('inspection_record', province(whose)),
    '/inspector/photos/:file': async (whose) =>
      idOf('inspection_file', { record_id: await idOf('inspection_record', province(whose)) }, 'file'),

    '/store/order-groups/:id': group,
    '/store/order-groups/:id/orders/:order': makeOrder,
    '/store/order-groups/:id/parcels/:parcel': async (whose) =>
      idOf('parcel', { ...producer(whose), group_id: await group(whose), order_id: await makeOrder(whose) }),
    '/store/order-groups/:id/returns/:request': returnRequest,
    '/store/orders/:id': makeOrder,
    '/store/complaints/:id': () => idOf('complaint', {}),
    '/store/stay-enquiries/:id': (whose) => idOf('stay_enquiry', { ...producer(whose), phone: '0912345678' }),
    '/store/seller-applications/:id': application,
    '/store/seller-applications/:id/papers/:paper': async (whose) =>
      idOf('seller_paper', { application_id: await application(whose) }),
    '/store/member-invitations/:id': (whose) => idOf('member_invitation', producer(whose)),
  }
  const owned = new Map(OWNED_ROWS.map((row) => [row.path, row]))

  /** The entry for the parameter that ends `path`; what stands below it in the route may be part of the entry's path. */
  function makerFor(upTo: string, route: string): Maker | 'nobody' | undefined {
    const named = (paths: Iterable<string>) => {
      const fits = (path: string) =>
        path === upTo ||
        (path.startsWith(`${upTo}/`) && !path.slice(upTo.length).includes(':') && route.startsWith(path))
      return [...paths].find(fits)
    }
    const made = named(Object.keys(MADE))
    if (made) return MADE[made]
    const row = owned.get(named(owned.keys()) ?? '')
    if (row) return (whose) => idOf(row.type, ownerOf(row.path, whose))
    const word = OF_ITS_ROW[upTo]
    if (word) return async () => word
    return upTo in OF_NOBODY ? 'nobody' : undefined
  }
  function ownerOf(path: string, whose: Whose): Record<string, unknown> {
    if (path.startsWith('/producer/')) return producer(whose)
    if (path.startsWith('/store/')) return { customer_id: customer[whose] }
    return { centre_id: cast.centre[whose] }
  }

  const secured = new Set(OPEN_STORE_ROUTES.filter(({ reason }) => reason.includes('signed')).map(({ path }) => path))
  const routes = everyRoute().filter(
    ({ owner, area, path }) =>
      owner === 'own' &&
      path.includes('/:') &&
      (area === 'producer' || area === 'official' || area === 'inspector' || secured.has(path)),
  )
  const tokenFor = (path: string, whose: Whose): string | undefined => {
    if (path.startsWith('/producer/')) return tokens[whose === 'own' ? 'producer' : 'producer2']
    if (path.startsWith('/inspector/')) return tokens[whose === 'own' ? 'inspector' : 'inspector2']
    if (path.startsWith('/official/centre/')) return tokens.centreManager
    if (path.startsWith('/official/')) return tokens[`official:${whose}`]
    return path.startsWith('/store/customers/me/') ? tokens[`customer:${whose}`] : undefined
  }
  const checks = [...OWN_PRODUCER_ROUTES, ...OWN_OFFICIAL_ROUTES, ...OWN_INSPECTOR_ROUTES, ...OWN_STORE_ROUTES]
  /** Bodies where the schema alone does not say what its rules take. */
  const BODIES: Readonly<Record<string, unknown>> = {
    'POST /store/member-invitations/:id/accept': { name: 'Trần Văn Lúa', email: 'lua@example.com', password: PASSWORD },
    'POST /store/order-groups/:id/refund-account': {
      bankBin: '970436',
      number: '0011001234567',
      holder: 'TRAN VAN LUA',
    },
  }
  function bodyOf(method: string, path: string): unknown {
    if (method === 'GET') return undefined
    const entry = checks.find(({ matcher, methods }) => matcher === path && methods.some((each) => each === method))
    const checked = entry?.middlewares.map(checkedBy).find((each) => each?.part === 'body')
    return BODIES[`${method} ${path}`] ?? (checked ? sampleBody(checked.schema) : {})
  }
  /** Questions that a route cannot do without. */
  const QUESTIONS: Readonly<Record<string, string>> = {
    '/official/centre/shops/:shop/scan': '?code=ABCD-1234',
    '/official/centre/shops/:shop/vietqr': '?amount=1000',
  }
  const headersFor = async (path: string): Promise<Record<string, string>> => {
    const key = process.env.ORDER_LINK_SECRET ?? ''
    const now = new Date()
    if (!path.startsWith('/store/')) return {}
    const noun = path.startsWith('/store/member-invitations')
      ? { purpose: 'invitation' as const, id: await idOf('member_invitation', producer('own')) }
      : { purpose: 'application' as const, id: await application('own') }
    return {
      'x-publishable-api-key': cast.shop.publishableKey,
      'x-order-token': signOrderLink(await group('own'), key, now),
      'x-link-token': signOrderLink(await idOf('complaint', {}), key, now),
      'x-seller-token': signSellerLink(noun, key, now),
    }
  }

  interface Trial {
    method: string
    route: string
    url: string
    headers: Record<string, string>
    /** The id of the other's row, which the log must name. */
    foreign: string
  }
  /** For each parameter of a route: those before it are of who asks, it and those behind it of the other. */
  async function trialsOf(method: string, route: string): Promise<Trial[]> {
    const segments = route.split('/')
    const places = segments.flatMap((segment, at) => (segment.startsWith(':') ? [at] : []))
    const trials: Trial[] = []
    for (const from of places) {
      const filled = [...segments]
      let foreign = ''
      for (const at of places) {
        const maker = makerFor(segments.slice(0, at + 1).join('/'), route)
        if (maker === undefined) throw new Error(`${route}: ${segments[at]} is not in the registry of rows.`)
        const value = maker === 'nobody' ? 'x_01' : await maker(at < from ? 'own' : 'other')
        if (at === from && maker !== 'nobody') foreign = value
        filled[at] = encodeURIComponent(value)
      }
      if (foreign !== '') {
        trials.push({ method, route, url: filled.join('/'), headers: await headersFor(route), foreign })
      }
    }
    return trials
  }

  it('has an entry for every parameter that can name a row', () => {
    const missing = routes.flatMap(({ path }) => {
      const segments = path.split('/')
      return segments.flatMap((segment, at) => {
        const upTo = segments.slice(0, at + 1).join('/')
        return segment.startsWith(':') && makerFor(upTo, path) === undefined ? [upTo] : []
      })
    })
    expect([...new Set(missing)]).toEqual([])
    expect(routes.length).toBeGreaterThan(150)
  })

  it('answers 404 for every row of somebody else, changes nothing, and says so in the log', async () => {
    const trials: Trial[] = []
    const unmade: string[] = []
    for (const { method, path } of routes) {
      await trialsOf(method, path).then(
        (made) => trials.push(...made),
        (error: unknown) => unmade.push(`${method} ${path}: ${error}`),
      )
    }
    expect(unmade).toEqual([])
    expect(trials.length).toBeGreaterThan(150)
    const lines: string[] = []
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      lines.push(String(line))
      return true
    })
    shopLogger.setLogLevel('warn')
    const wrong: string[] = []
    const before = await planter.digests()
    await inParallel(trials, async ({ method, route, url, headers }) => {
      const { status, data } = await call(method, `${url}${QUESTIONS[route] ?? ''}`, {
        ...{ token: tokenFor(route, 'own') ?? '', headers, body: bodyOf(method, route) },
      })
      // The token of a link is judged before its row is looked for: a wrong one is refused alike whether there is such a row or not.
      const right = /^\/store\/(order-groups|orders)\/:id/.test(route) && status === 403 ? 403 : 404
      if (status !== right)
        wrong.push(`${method} ${route} (${url}) ${status} ${data?.error?.code} ${data?.error?.field}`)
    })
    const after = await planter.digests()
    shopLogger.unsetLogLevel()
    write.mockRestore()
    expect(wrong.sort()).toEqual([])
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([])
    const told = lines.filter((line) => line.includes(SECURITY)).map((line) => JSON.parse(line))
    const named = new Set(told.map(({ subjectId }) => subjectId))
    const silent = trials.filter(
      ({ route, foreign }) =>
        /^\/(producer|official\/centre|store\/customers\/me)\//.test(route) && !named.has(foreign),
    )
    expect(silent.map(({ method, route }) => `${method} ${route}`)).toEqual([])
    expect(told.every(({ actorId, requestId, level }) => actorId && requestId && level === 'warn')).toBe(true)
  })

  it('finds the same rows for whose they are, so that 404 was about the asker', async () => {
    // Of a planted row there is no file, no paper to make of it, and of a seller's order no order of Medusa's.
    const pages = routes.filter(
      ({ method, path }) => method === 'GET' && !/\.\w+$|:file|\/file$|centre\/|^\/store\/|producer\/orders/.test(path),
    )
    expect(pages.length).toBeGreaterThan(15)
    const wrong: string[] = []
    for (const { method, path } of pages) {
      const [trial] = await trialsOf(method, path)
      if (!trial) continue
      const { status } = await call(method, trial.url, { token: tokenFor(path, 'other') ?? '', headers: trial.headers })
      if ([401, 403, 404].includes(status)) wrong.push(`${method} ${path} ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it('answers with nothing of a row of somebody else that a body or a question names', async () => {
    const [order, evidence, otherShop] = await Promise.all([
      makeOrder('other'),
      idOf('evidence_file', producer('other'), 'file'),
      idOf('shop', { centre_id: cast.centre.other }),
    ])
    const [ownRecognition, ownShop] = await Promise.all([
      recognition('own'),
      idOf('shop', { centre_id: cast.centre.own }),
    ])
    const lotus = cast.lotus.id
    const line = { productId: lotus, variantId: cast.lotus.variantIds[0], quantity: 1 }
    const area = {
      provinceCode: '08',
      provinceName: 'Tuyên Quang',
      communeCode: null,
      communeName: null,
      legacyName: null,
    }
    const asked: [method: string, url: string, body?: Record<string, unknown>][] = [
      ['GET', `/producer/orders/papers.pdf?kind=packing&orders=${order}`],
      ['GET', `/producer/label-batches?productRef=${lotus}`],
      ['POST', '/producer/dossiers', { productId: lotus }],
      ['POST', '/producer/label-batches', { requestKey: randomUUID(), productRef: lotus, size: 1 }],
      ['POST', '/producer/label-preview', { productRef: lotus }],
      ['PUT', '/producer/source-areas/vung-1', { name: 'Vùng', place: area, productRefs: [lotus] }],
      [
        'POST',
        '/producer/steps',
        { requestKey: randomUUID(), step: 'harvesting', happenedAt: '2026-11-01T07:00:00+07:00', orderRefs: [order] },
      ],
      [
        'POST',
        `/producer/mark-uses/${ownRecognition}/artwork`,
        {
          ...{ usedOn: 'packaging', title: 'Nhãn mặt trước', printedName: 'Chè Shan tuyết', printedStars: 3 },
          ...{ since: '2026-11-01', file: evidence },
        },
      ],
      [
        'POST',
        `/official/centre/shops/${ownShop}/papers`,
        { kind: 'move', requestKey: randomUUID(), toShopId: otherShop, handedBy: 'Chị Mai', note: null, lines: [line] },
      ],
      ['GET', '/official/reports/2026-10?province=82'],
    ]
    const before = await planter.digests()
    for (const [method, url, body] of asked) {
      const { status, data } = await call(method, url, { token: tokenFor(url, 'own') ?? '', body })
      expect([method, url, [400, 404, 422, 503].includes(status)]).toEqual([method, url, true])
      expect([url, JSON.stringify(data).includes('Trà tim sen')]).toEqual([url, false])
    }
    const outcome = await call('POST', '/producer/orders/confirm', {
      ...{ token: tokens.producer ?? '', body: { orderIds: [order, 'order_khong_co'] } },
    })
    expect(outcome.data).toEqual({
      confirmed: [],
      refused: [order, 'order_khong_co'].map((orderId) => ({ orderId, code: 'not_found' })),
    })
    const after = await planter.digests()
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([])
  })

  it('tells the log who asked for which order of another producer, and the asker as little as of none', async () => {
    const orderId = await makeOrder('other')
    const lines: string[] = []
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
    shopLogger.setLogLevel('warn')
    const ask = (id: string) => call('GET', `/producer/orders/${id}`, { token: tokens.producer ?? '' })
    const [theirs, none] = [await ask(orderId), await ask('order_khong_co')]
    shopLogger.unsetLogLevel()
    write.mockRestore()
    expect([theirs.status, none.status]).toEqual([404, 404])
    expect({ ...theirs.data.error, requestId: '' }).toEqual({ ...none.data.error, requestId: '' })
    const told = lines.filter((line) => line.includes(SECURITY)).map((line) => JSON.parse(line))
    const { rows } = await dbConnection.raw('SELECT id FROM producer_member WHERE producer_id = ?', [cast.producer.own])
    expect(told).toEqual([
      {
        ...{ time: expect.any(String), level: 'warn', service: 'backend', msg: SECURITY },
        ...{ requestId: theirs.data.error.requestId, actor: 'producer', actorId: rows[0].id },
        ...{ subject: 'seller_order', subjectId: orderId },
      },
    ])
  })
})
