import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { loadSource } from './load-source'
import { type Answer, adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')

const LINH = { name: 'Trần Thị Linh', email: 'linh@example.com', password: PASSWORD }
const agreed = [
  { purpose: 'account', given: true },
  { purpose: 'follow_notices', given: true },
  { purpose: 'offers', given: false },
]

shopSuite(({ getContainer, api, dbUtils }) => {
  const bare = shopCall({ api })
  let publishableKey = ''
  let product = ''
  let admin = ''
  /** Each test has an address of its own: accounts are opened no faster than people do. */
  let visitor = ''
  let visitors = 0
  const call = (method: string, url: string, body?: unknown, token = '', more: Record<string, string> = {}) =>
    bare(method, url, {
      token,
      headers: { 'x-publishable-api-key': publishableKey, 'x-forwarded-for': visitor, ...more },
      ...(body === undefined ? {} : { body }),
    })
  const query = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const connection = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return (await connection.raw<{ rows: Row[] }>(text, values as never[])).rows
  }
  const open = (person = LINH): Promise<Answer> => call('POST', '/store/accounts', { ...person, consents: agreed })
  const signedIn = async (person = LINH): Promise<string> => {
    await open(person)
    return signInAs(bare, 'customer', person.email)
  }
  const MINE = '/store/customers/me'

  beforeEach(() => {
    visitors += 1
    visitor = `203.0.113.${visitors}`
  })

  beforeAll(async () => {
    const shop = await makeSampleShop(getContainer())
    publishableKey = shop.publishableKey
    admin = await adminToken({ getContainer, api })
    const [row] = await query<{ handle: string }>(`SELECT handle FROM product WHERE status = 'published' LIMIT 1`)
    product = row?.handle ?? ''
    await dbUtils.snapshot()
  })

  describe('an account', () => {
    it('opens with the consent that it needs, and not without it', async () => {
      const none = await call('POST', '/store/accounts', { ...LINH, consents: [{ purpose: 'account', given: false }] })
      expect([none.status, none.data.error.code]).toEqual([400, 'account_consent'])
      expect((await open()).status).toBe(201)
      const again = await open()
      expect([again.status, again.data.error.code]).toEqual([409, 'email_taken'])
      const token = await signInAs(bare, 'customer', LINH.email)
      const me = await call('GET', MINE, undefined, token)
      expect(me.data.customer).toMatchObject({ name: LINH.name, email: LINH.email, phone: null })
      const { data } = await call('GET', `${MINE}/consents`, undefined, token)
      expect(data.consents.map((each: { purpose: string; given: boolean }) => [each.purpose, each.given])).toEqual([
        ['account', true],
        ['order_messages', false],
        ['follow_notices', true],
        ['offers', false],
      ])
      expect(data.consents[0]).toMatchObject({ version: '2026-11-23', versionRead: '2026-11-23' })
    })

    it('lets nobody in but its owner', async () => {
      await open()
      for (const token of ['', admin]) {
        for (const path of ['', '/orders', '/addresses', '/consents', '/follows', '/notices', '/export']) {
          expect([path, (await call('GET', `${MINE}${path}`, undefined, token)).status]).toEqual([path, 401])
        }
      }
      expect(await signInAs(bare, 'customer', LINH.email, 'mot-mat-khau-khac')).toBe('')
      const customer = await signInAs(bare, 'customer', LINH.email)
      expect((await bare('GET', '/admin/complaints', { token: customer })).status).toBe(401)
    })

    it('notes a consent each time it changes, and forgets none', async () => {
      const token = await signedIn()
      for (const given of [true, false]) {
        const answer = await call('POST', `${MINE}/consents`, { consents: [{ purpose: 'offers', given }] }, token)
        const offers = answer.data.consents.find((each: { purpose: string }) => each.purpose === 'offers')
        expect(offers.given).toBe(given)
      }
      const rows = await query<{ given: boolean }>(
        `SELECT given FROM customer_consent WHERE purpose = 'offers' ORDER BY at, id`,
      )
      expect(rows.map(({ given }) => given)).toEqual([false, true, false])
      const account = await call(
        'POST',
        `${MINE}/consents`,
        { consents: [{ purpose: 'account', given: false }] },
        token,
      )
      expect(account.status).toBe(400)
    })

    it('follows a product once, and another’s follow is not there', async () => {
      const linh = await signedIn()
      const other = await signedIn({ ...LINH, email: 'khac@example.com' })
      for (let n = 0; n < 2; n += 1) {
        const { data } = await call('POST', `${MINE}/follows`, { type: 'product', handle: product }, linh)
        expect(data.follows).toHaveLength(1)
      }
      const { data } = await call('GET', `${MINE}/follows`, undefined, linh)
      expect((await call('DELETE', `${MINE}/follows/${data.follows[0].id}`, {}, other)).status).toBe(404)
      expect((await call('POST', `${MINE}/follows`, { type: 'product', handle: 'khong-co' }, linh)).status).toBe(404)
      expect((await call('DELETE', `${MINE}/follows/${data.follows[0].id}`, {}, linh)).data.follows).toEqual([])
    })

    it('gets a new password by a link that works once, and says to nobody who has an account', async () => {
      await open()
      const known = await call('POST', '/store/accounts/forgot', { email: LINH.email })
      const unknown = await call('POST', '/store/accounts/forgot', { email: 'ai-do@example.com' })
      expect([known.status, known.data]).toEqual([unknown.status, unknown.data])
      const [{ n }] = (await query<{ n: number }>(
        `SELECT count(*)::int AS n FROM dispatch_message WHERE kind = 'password_reset'`,
      )) as [{ n: number }]
      expect(n).toBe(1)
      const wrong = await call('POST', '/store/accounts/reset', { token: 'x'.repeat(32), password: 'mat-khau-moi-nhe' })
      expect([wrong.status, wrong.data.error.code]).toEqual([400, 'reset_link'])
    })

    it('takes a cart over, but none of another account', async () => {
      const linh = await signedIn()
      const other = await signedIn({ ...LINH, email: 'khac@example.com' })
      const { data } = await call('POST', '/store/carts', {})
      const id = data.cart.id as string
      expect((await call('POST', `${MINE}/carts/${id}`, {}, linh)).status).toBe(200)
      expect((await call('POST', `${MINE}/carts/${id}`, {}, linh)).status).toBe(200)
      expect((await call('POST', `${MINE}/carts/${id}`, {}, other)).status).toBe(404)
      expect((await call('POST', `${MINE}/carts/cart_01`, {}, linh)).status).toBe(404)
    })
  })
})
