import { OPEN_STORE_ROUTES } from '../src/http/open-routes'
import { PRODUCER_MODULE } from '../src/modules/producer'
import type { ProducerModuleService } from '../src/modules/producer/service'
import { everyRoute, type ServedRoute } from './every-route'
import { loadSource } from './load-source'
import { adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { createInspectorWorkflow } = loadSource<typeof import('../src/workflows/inspection/workflows/create-inspector')>(
  './src/workflows/inspection/workflows/create-inspector',
)
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')

/** Who may knock at the routes of an area; all others must hear the same as nobody does. */
const DOORS: Record<string, string> = {
  producer: 'producer',
  inspector: 'inspector',
  official: 'official',
  admin: 'operator',
}
/** Medusa's own: the dashboard reads them before anybody has signed in, and they name no person and no secret. */
const OPEN_TO_ALL = new Set(['GET /admin/feature-flags'])
/** The door of customers stands below `/store`, among routes for everybody. */
const CUSTOMER_DOOR = /^\/store\/customers\/me(?:\/|$)/

shopSuite(({ getContainer, api, dbUtils }) => {
  const call = shopCall({ api })
  const tokens: Record<string, string> = {}
  let publishableKey = ''
  let variantId = ''

  beforeAll(async () => {
    const container = getContainer()
    const shop = await makeSampleShop(container)
    publishableKey = shop.publishableKey
    variantId = shop.tea.variantIds[0] ?? ''
    tokens.nobody = ''
    tokens.operator = await adminToken({ getContainer, api })
    await createInspectorWorkflow(container).run({
      input: { name: 'Kiểm tra', email: 'kt@example.com', password: PASSWORD, agency: 'Đội 1', provinceCodes: ['08'] },
    })
    tokens.inspector = await signInAs(call, 'inspector', 'kt@example.com')
    await makeOfficial(container, 'cb@example.com', PASSWORD, [samplePost('province_officer')])
    tokens.official = await signInAs(call, 'official', 'cb@example.com')
    const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
    const [producer] = await producers.listProducers({}, { take: 1 })
    await createProducerMemberWorkflow(container).run({
      input: {
        producerId: producer?.id ?? '',
        name: 'Chị Mai',
        email: 'htx@example.com',
        password: PASSWORD,
        role: 'owner',
      },
    })
    tokens.producer = await signInAs(call, 'producer', 'htx@example.com')
    await dbUtils.snapshot()
  })

  const knock = async ({ method, path }: ServedRoute, who: string) => {
    const answer = await call(method, path.replace(/:\w+/g, 'x_01'), {
      token: tokens[who],
      headers: { 'x-publishable-api-key': publishableKey },
      ...(method === 'GET' ? {} : { body: {} }),
    })
    return answer.status
  }
  const routes = everyRoute()

  it('signed everyone in who knocks', () => {
    for (const [who, token] of Object.entries(tokens)) expect([who, token === '']).toEqual([who, who === 'nobody'])
    expect(routes.length).toBeGreaterThan(600)
  })

  it.each(Object.entries(DOORS))(
    'opens /%s to the %s alone, on every route of ours and of Medusa',
    async (area, owner) => {
      const below = routes.filter((route) => route.area === area && !OPEN_TO_ALL.has(`${route.method} ${route.path}`))
      expect(below.length).toBeGreaterThan(9)
      const passed: string[] = []
      for (const route of below) {
        for (const who of Object.keys(tokens).filter((each) => each !== owner)) {
          const status = await knock(route, who)
          if (status !== 401) passed.push(`${who}: ${route.method} ${route.path} ${status}`)
        }
      }
      expect(passed).toEqual([])
    },
  )

  it('answers below /store only what is declared, whoever asks, and breaks nowhere', async () => {
    const open = new Set(OPEN_STORE_ROUTES.map(({ method, path }) => `${method} ${path}`))
    const wrong: string[] = []
    for (const route of routes.filter(({ area }) => area === 'store')) {
      const name = `${route.method} ${route.path}`
      for (const who of Object.keys(tokens)) {
        const status = await knock(route, who)
        const closed = CUSTOMER_DOOR.test(route.path) && open.has(name) ? who !== 'customer' : !open.has(name)
        const right = closed ? [401, 403, 404].includes(status) : status < 500
        if (!right) wrong.push(`${who}: ${name} ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('has no route outside the areas that have a door, but those that say how the shop is', () => {
    const others = routes
      .filter(({ area }) => !(area in DOORS) && !['store', 'auth', 'cloud', 'hooks'].includes(area))
      .map(({ method, path }) => `${method} ${path}`)
    expect(others.sort()).toEqual(['GET /health', 'GET /live'])
  })

  it('keeps the doors of Medusa’s cloud and payment hooks shut', async () => {
    for (const route of routes.filter(({ area, owner }) => ['cloud', 'hooks'].includes(area) && owner === 'medusa')) {
      for (const who of Object.keys(tokens)) {
        expect([route.method, route.path, who, await knock(route, who)]).toEqual([route.method, route.path, who, 404])
      }
    }
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
