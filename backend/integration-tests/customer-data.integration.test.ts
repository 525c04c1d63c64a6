import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { NOT_OF_BUYERS, PERSONAL_COLUMN, PERSONAL_TABLES } from '../src/customers/personal-tables'
import { loadSource } from './load-source'
import { type Answer, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { eraseOldData } = loadSource<typeof import('../src/customers/erase-old-data')>('./src/customers/erase-old-data')

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
    const [row] = await query<{ handle: string }>(`SELECT handle FROM product WHERE status = 'published' LIMIT 1`)
    product = row?.handle ?? ''
    await dbUtils.snapshot()
  })

  describe('a buyer’s data', () => {
    it('comes as a copy of everything, and of nobody else’s', async () => {
      const linh = await signedIn()
      await signedIn({ ...LINH, name: 'Người Khác', email: 'khac@example.com' })
      await call('POST', `${MINE}/follows`, { type: 'product', handle: product }, linh)
      const copy = await call('GET', `${MINE}/export`, undefined, linh)
      expect(copy.status).toBe(200)
      expect(copy.data.data.customer).toMatchObject([{ email: LINH.email, first_name: LINH.name }])
      expect(copy.data.data.customer_follow).toHaveLength(1)
      expect(copy.data.data.customer_consent).toHaveLength(agreed.length)
      expect(JSON.stringify(copy.data)).not.toContain('khac@example.com')
      expect(JSON.stringify(copy.data)).not.toMatch(/"password"|scrypt|token_hash/)
      expect(Object.keys(copy.data.data)).toEqual(
        PERSONAL_TABLES.flatMap(({ table, ofCustomer }) => (ofCustomer === null ? [] : table)),
      )
    })

    it('is deleted with the right password, and the account opens nothing any more', async () => {
      const linh = await signedIn()
      await call('POST', `${MINE}/follows`, { type: 'product', handle: product }, linh)
      const complaint = {
        requestKey: '0f8fad5b-d9cb-469f-a165-70867728950e',
        kind: 'product',
        name: LINH.name,
        contact: LINH.email,
        message: 'Chè nhận được không đúng mô tả trên trang.',
      }
      expect((await call('POST', `${MINE}/complaints`, complaint, linh)).status).toBe(201)
      const wrong = await call('POST', `${MINE}/deletion`, { password: 'khong-phai-mat-khau' }, linh)
      expect([wrong.status, wrong.data.error.code]).toEqual([400, 'password_wrong'])
      expect((await call('POST', `${MINE}/deletion`, { password: PASSWORD }, linh)).status).toBe(200)
      expect((await call('GET', MINE, undefined, linh)).status).toBe(401)
      expect(await signInAs(bare, 'customer', LINH.email)).toBe('')
      for (const { table, columns, ofCustomer, onDeletion } of PERSONAL_TABLES) {
        if (ofCustomer === null || onDeletion.do === 'keep') continue
        const rows = await query<Record<string, unknown>>(
          `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "${table}"`,
        )
        expect([table, JSON.stringify(rows).includes(LINH.email), JSON.stringify(rows).includes(LINH.name)]).toEqual([
          ...[table, false, false],
        ])
      }
      const [kept] = await query<{ name: string }>('SELECT name FROM complaint')
      expect(kept?.name).toBe(LINH.name)
      const [request] = await query<{ kind: string }>(`SELECT kind FROM data_request WHERE kind = 'deletion'`)
      expect(request?.kind).toBe('deletion')
      // The address is free again, for a new account that sees nothing of the old one.
      const fresh = await signedIn()
      expect((await call('GET', `${MINE}/follows`, undefined, fresh)).data.follows).toEqual([])
    })

    it('is erased when it has been kept as long as the list says', async () => {
      const complaint = {
        requestKey: '0f8fad5b-d9cb-469f-a165-70867728950e',
        kind: 'other',
        name: 'Người cũ',
        contact: '0912345678',
        message: 'Một việc đã lâu lắm rồi.',
      }
      await call('POST', '/store/complaints', complaint)
      expect(await eraseOldData(getContainer(), new Date())).toEqual({})
      const later = new Date(Date.now() + 4 * 365 * 86_400_000)
      expect(await eraseOldData(getContainer(), later)).toMatchObject({ complaint: 1 })
      const [row] = await query<{ name: string | null; message: string | null }>('SELECT name, message FROM complaint')
      expect(row).toEqual({ name: null, message: null })
      expect(await eraseOldData(getContainer(), later)).toEqual({})
    })

    it('stands in no table that nobody has thought of', async () => {
      const rows = await query<{ table_name: string; column_name: string }>(
        `SELECT c.table_name, c.column_name FROM information_schema.columns c
         JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
         WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'`,
      )
      const known = new Map(PERSONAL_TABLES.map(({ table, columns }) => [table, columns]))
      const unknown = rows
        .filter(({ column_name }) => PERSONAL_COLUMN.test(column_name))
        .filter(({ table_name, column_name }) => !known.get(table_name)?.includes(column_name))
        .filter(({ table_name }) => !Object.hasOwn(NOT_OF_BUYERS, table_name) || known.has(table_name))
        .map(({ table_name, column_name }) => `${table_name}.${column_name}`)
      expect(unknown.sort()).toEqual([])
      const there = new Set(rows.map(({ table_name }) => table_name))
      for (const { table } of PERSONAL_TABLES) expect([table, there.has(table)]).toEqual([table, true])
    })
  })
})
