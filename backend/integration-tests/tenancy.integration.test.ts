import { OPEN_STORE_ROUTES } from '../src/http/open-routes'
import { everyRoute } from './every-route'
import { inParallel } from './in-parallel'
import { loadSource } from './load-source'
import { servedRouter } from './served-router'
import { adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeCast, LOGINS } = loadSource<typeof import('./tenancy-cast')>('./integration-tests/tenancy-cast')

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const OFFICIALS = ['commune', 'province', 'centreSeller', 'centreManager']
/** Who may knock at the routes of an area; all others must hear that they are nobody there. */
const DOORS: Record<string, readonly string[]> = {
  producer: ['producer'],
  inspector: ['inspector'],
  official: OFFICIALS,
  admin: ['operator'],
}
/** Medusa's own: the dashboard reads them before anybody has signed in, and they name no person and no secret. */
const OPEN_TO_ALL = new Set(['GET /admin/feature-flags'])
/** Medusa's own, for an invited colleague who has no account yet: judged by the token of the invitation. */
const BY_INVITATION = new Set(['POST /admin/invites/accept'])
/** Of every official, wherever the post is. */
const EVERYBODYS = /^\/official\/(?:me|notices|duties|calendar)(?:\/|$)/
/** The door of customers stands below `/store`, among routes for everybody. */
const CUSTOMER_DOOR = /^\/store\/customers\/me(?:\/|$)/

/** VNPay may add fields to its call, which is judged by its signature; whoever watches the shop may add what it likes. */
const NOT_ASKED = new Set(['hooks', 'health', 'live'])

interface Knock {
  method: string
  path: string
  who: string
}

shopSuite(({ getContainer, api, dbUtils }) => {
  const call = shopCall({ api })
  const tokens: Record<string, string> = { nobody: '' }
  let publishableKey = ''
  let variantId = ''

  beforeAll(async () => {
    const { shop } = await makeCast(getContainer(), PASSWORD)
    publishableKey = shop.publishableKey
    variantId = shop.tea.variantIds[0] ?? ''
    tokens.operator = await adminToken({ getContainer, api })
    for (const [who, [actor, email]] of Object.entries(LOGINS)) {
      if (!who.endsWith('2')) tokens[who] = await signInAs(call, actor, email)
    }
    await call('POST', '/store/accounts', {
      headers: { 'x-publishable-api-key': publishableKey },
      body: {
        ...{ name: 'Trần Thị Linh', email: 'linh@example.com', password: PASSWORD },
        consents: [
          { purpose: 'account', given: true },
          { purpose: 'follow_notices', given: false },
          { purpose: 'offers', given: false },
        ],
      },
    })
    tokens.customer = await signInAs(call, 'customer', 'linh@example.com')
    await dbUtils.snapshot()
  })

  let visitors = 0
  /** Each knock comes from an address of its own, so that a limit of requests never answers in place of the door. */
  const knock = async ({ method, path, who }: Knock, query = '') => {
    visitors += 1
    const visitor = `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`
    const { status } = await call(method, `${path.replace(/:\w+/g, 'x_01')}${query}`, {
      token: tokens[who],
      headers: { 'x-publishable-api-key': publishableKey, 'x-forwarded-for': visitor },
      ...(method === 'GET' ? {} : { body: {} }),
    })
    return status
  }
  const routes = everyRoute()
  const served = new Set(routes.map(({ method, path }) => `${method} ${path}`))
  const pathsOf = (area: string) => [...new Set(routes.filter((each) => each.area === area).map(({ path }) => path))]
  const ownPaths = new Set(routes.filter(({ owner }) => owner === 'own').map(({ path }) => path))
  /** Every method at the addresses of ours, and those that Medusa serves at its own. */
  const askable = (area: string) =>
    pathsOf(area).flatMap((path) =>
      METHODS.filter((method) => ownPaths.has(path) || served.has(`${method} ${path}`)).map((method) => ({
        method,
        path,
      })),
    )
  /**
   * Everybody at what is served; a method that an address does not have is tried by one of them after another, since the door does not
   * ask for it.
   */
  const knocksOf = (asked: readonly Omit<Knock, 'who'>[], people: readonly string[]): Knock[] =>
    asked.flatMap((route, at) => {
      const all = served.has(`${route.method} ${route.path}`)
      return people.filter((_, no) => all || no === at % people.length).map((who) => ({ ...route, who }))
    })
  /** Which knocks were not answered as they must be. */
  const wrongOf = async (knocks: readonly Knock[], right: (status: number, knocked: Knock) => boolean) => {
    const wrong: string[] = []
    await inParallel(knocks, async (each) => {
      const status = await knock(each)
      if (!right(status, each)) wrong.push(`${each.who}: ${each.method} ${each.path} ${status}`)
    })
    return wrong.sort()
  }

  it('signed everyone in who knocks', () => {
    for (const [who, token] of Object.entries(tokens)) expect([who, token === '']).toEqual([who, who === 'nobody'])
    expect(Object.keys(tokens)).toHaveLength(9)
    expect(routes.length).toBeGreaterThan(600)
  })

  it.each(Object.entries(DOORS))(
    'opens /%s to the %s alone, on every route and with every method',
    async (area, owners) => {
      const asked = askable(area).filter(
        ({ method, path }) => !OPEN_TO_ALL.has(`${method} ${path}`) && !BY_INVITATION.has(`${method} ${path}`),
      )
      expect(asked.length).toBeGreaterThan(40)
      const strangers = Object.keys(tokens).filter((who) => !owners.includes(who))
      const knocks = knocksOf(asked, strangers)
      const wrong = await wrongOf(knocks, (status) => status === 401)
      expect(wrong).toEqual([])
      const desks = routes.filter(
        ({ owner, path, method }) => owner === 'own' && method === 'GET' && !path.includes(':'),
      )
      const inside = desks
        .filter((each) => each.area === area)
        .flatMap((each) => owners.map((who) => ({ ...each, who })))
      // 503: behind the door the traceability service is asked, which is away here.
      expect(await wrongOf(inside, (status) => status !== 401 && (status < 500 || status === 503))).toEqual([])
    },
  )

  it('opens the workspace of a centre to its staff alone, and to them nothing of the other officials', async () => {
    const asked = askable('official').filter(({ path }) => !EVERYBODYS.test(path))
    const knocks = knocksOf(asked, OFFICIALS)
    const shut = knocks.filter(({ path, who }) => path.startsWith('/official/centre') !== who.startsWith('centre'))
    expect(shut.length).toBeGreaterThan(200)
    expect(await wrongOf(shut, (status) => status === 403)).toEqual([])
  })

  it('answers below /store only what is declared, whoever asks, and breaks nowhere', async () => {
    const open = new Set(OPEN_STORE_ROUTES.map(({ method, path }) => `${method} ${path}`))
    const knocks = knocksOf(askable('store'), Object.keys(tokens))
    const wrong = await wrongOf(knocks, (status, { method, path, who }) => {
      if (!open.has(`${method} ${path}`)) return [401, 403, 404].includes(status)
      if (!CUSTOMER_DOOR.test(path)) return status < 500 && status !== 429
      return who === 'customer' ? status !== 401 && status < 500 && status !== 429 : status === 401
    })
    expect(wrong).toEqual([])
  })

  it('has no route outside the areas that have a door, but those that say how the shop is', () => {
    const others = routes
      .filter(({ area }) => !(area in DOORS) && !['store', 'auth', 'cloud', 'hooks'].includes(area))
      .map(({ method, path }) => `${method} ${path}`)
    expect(others.sort()).toEqual(['GET /health', 'GET /live'])
  })

  it('serves nothing that the walk over files does not know', async () => {
    const shape = (route: string) => route.replace(/:\w+/g, ':x').replace(/\/$/, '')
    const known = new Set([...served].map(shape))
    // With a star it is what runs before routes.
    const running = servedRouter().filter((route) => !route.includes('*'))
    expect(running.length).toBeGreaterThan(600)
    const knocks = running
      .filter((route) => !known.has(shape(route)))
      .flatMap((route) => {
        const [method = '', path = ''] = route.split(' ')
        return Object.keys(tokens).map((who) => ({ method, path, who }))
      })
    // Medusa has checks of bodies for addresses that it no longer serves.
    expect(await wrongOf(knocks, (status) => [400, 401, 404].includes(status))).toEqual([])
  })

  it('keeps the doors of Medusa’s cloud, payment hooks and other ways to sign in shut', async () => {
    const shut = routes.filter(({ area, owner }) => ['cloud', 'hooks'].includes(area) && owner === 'medusa')
    const knocks = shut.flatMap((route) => Object.keys(tokens).map((who) => ({ ...route, who })))
    expect(knocks.length).toBeGreaterThan(0)
    expect(await wrongOf(knocks, (status) => status === 404)).toEqual([])
    const auth = routes.filter(({ area }) => area === 'auth')
    const strange = auth.map(({ method, path }) => ({
      method,
      path: path.replace(':actor_type', 'producer').replace(':auth_provider', 'google'),
    }))
    const provided = strange.filter(({ path }) => path.includes('google'))
    expect(provided.length).toBeGreaterThan(2)
    const tried = provided.flatMap((route) => Object.keys(tokens).map((who) => ({ ...route, who })))
    expect(await wrongOf(tried, (status) => status === 404)).toEqual([])
  })

  it('refuses a question with a field that no route of ours knows', async () => {
    const asked = routes.filter(
      ({ owner, method, area }) => owner === 'own' && method === 'GET' && !NOT_ASKED.has(area),
    )
    const wrong: string[] = []
    await inParallel(asked, async ({ method, path, area }) => {
      const [who = 'nobody'] = path.startsWith('/official/centre') ? ['centreManager'] : (DOORS[area]?.slice(-3) ?? [])
      const asking = area === 'store' ? 'customer' : area === 'official' && !path.includes('/centre') ? 'province' : who
      const status = await knock({ method, path, who: asking }, '?zz=1')
      if (status !== 400) wrong.push(`${method} ${path} ${status}`)
    })
    expect(wrong.sort()).toEqual([])
  })

  it('changes and takes out lines of a cart only through that cart', async () => {
    const headers = { 'x-publishable-api-key': publishableKey }
    const cart = async () => {
      const made = await call('POST', '/store/carts', { headers, body: {} })
      const url = `/store/carts/${made.data.cart.id}`
      const body = { variant_id: variantId, quantity: 1 }
      const added = await call('POST', `${url}/line-items`, { headers, body })
      return { url, line: added.data.cart.items[0].id as string }
    }
    const [mine, theirs] = [await cart(), await cart()]
    for (const url of [`${mine.url}/line-items/${theirs.line}`, `/store/carts/cart_01/line-items/${theirs.line}`]) {
      expect((await call('DELETE', url, { headers })).status).toBe(404)
      expect((await call('POST', url, { headers, body: { quantity: 5 } })).status).toBe(404)
    }
    const kept = await call('GET', theirs.url, { headers })
    expect(kept.data.cart.items).toMatchObject([{ id: theirs.line, quantity: 1 }])
    expect((await call('DELETE', `${theirs.url}/line-items/${theirs.line}`, { headers })).status).toBe(200)
  })
})
