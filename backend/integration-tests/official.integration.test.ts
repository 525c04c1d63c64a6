import { vietnamDay } from '@sao-lang/traceability/verify'
import { loadSource } from './load-source'
import { adminToken, forgedToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { OWN_OFFICIAL_ROUTES } = loadSource<typeof import('../src/api/official/own-routes')>(
  './src/api/official/own-routes',
)

const DAY_MS = 86_400_000
const dayFromNow = (days: number) => vietnamDay(new Date(Date.now() + days * DAY_MS))

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const signIn = (email: string, password = PASSWORD) => signInAs(call, 'official', email, password)
  let admin = ''
  let officer: { id: string; token: string }
  let leader: { id: string; token: string }

  beforeAll(async () => {
    const container = getContainer()
    await makeSampleShop(container)
    const made = async (email: string, post: Parameters<typeof makeOfficial>[3]) => {
      const id = await makeOfficial(container, email, PASSWORD, post)
      return { id, token: await signIn(email) }
    }
    officer = await made('xa@example.com', [samplePost('commune_officer')])
    leader = await made('tinh@example.com', [samplePost('province_leader')])
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }

  describe('the door', () => {
    it('opens to nobody but an active official, on every route', async () => {
      const strangers = {
        nobody: '',
        operator: admin,
        'a producer': forgedToken('producer', 'pmem_1'),
        'an inspector': forgedToken('inspector', 'insp_1'),
        'an official’s id as a user': forgedToken('user', officer.id),
        'an official that is gone': forgedToken('official', 'offl_gone'),
        'a token signed by another': forgedToken('official', officer.id, 'x'.repeat(64)),
      }
      const everyRoute = OWN_OFFICIAL_ROUTES.flatMap(({ matcher, methods }) =>
        methods.map((method) => ({ method, path: matcher })),
      )
      expect(everyRoute.length).toBeGreaterThan(0)
      for (const { method, path } of everyRoute) {
        for (const [who, token] of Object.entries(strangers)) {
          const answer = await call(method, path.replace(/:\w+/g, 'x'), { token })
          expect([method, path, who, answer.status]).toEqual([method, path, who, 401])
        }
      }
    })

    it('cannot be passed by case or slashes, by registering, nor opens another actor’s', async () => {
      for (const path of ['/OFFICIAL/me', '/official/me/', '/official', '/official/nothing']) {
        expect([path, (await call('GET', path)).status]).toEqual([path, 401])
      }
      const body = { email: 'la@example.com', password: PASSWORD }
      expect((await call('POST', '/auth/official/emailpass/register', { body })).status).toBe(404)
      for (const path of ['/admin/officials', '/producer/me', '/inspector/me']) {
        expect([path, (await call('GET', path, { token: leader.token })).status]).toEqual([path, 401])
      }
    })

    it('closes at once for a suspended official, and for one whose posts ended at midnight or begin tomorrow', async () => {
      const me = await call('GET', '/official/me', { token: officer.token })
      expect(me.data).toMatchObject({
        official: { id: officer.id, sample: false },
        today: dayFromNow(0),
        posts: [{ role: 'commune_officer', provinceName: 'Tỉnh Tuyên Quang', communeName: 'Xã Hồng Thái' }],
      })
      expect(me.data.verbs).toContain('dossier:pass_on')
      expect(me.data.verbs).not.toContain('decision:sign')

      const one = `/admin/officials/${officer.id}`
      await call('POST', one, { token: admin, body: { status: 'suspended' } })
      const closed = await call('GET', '/official/me', { token: officer.token })
      expect([closed.status, closed.data.error.code]).toEqual([403, 'account_suspended'])

      const [post] = (await call('GET', '/admin/officials?q=tinh', { token: admin })).data.officials[0].posts
      const posts = `/admin/officials/${leader.id}/posts`
      const end = (to: string | null) => call('POST', `${posts}/${post.id}`, { token: admin, body: { to } })
      const asked = async () => {
        const { status, data } = await call('GET', '/official/me', { token: leader.token })
        return [status, data.error?.code ?? null]
      }
      await end(dayFromNow(0))
      expect(await asked()).toEqual([200, null])
      await end(dayFromNow(-1))
      expect(await asked()).toEqual([403, 'no_post_today'])
      await call('POST', posts, {
        token: admin,
        body: samplePost('province_officer', { from: dayFromNow(1) }),
      })
      expect(await asked()).toEqual([403, 'no_post_today'])
      await end(null)
      expect(await asked()).toEqual([200, null])
    })

    it('lets the operator alone make accounts, give posts and set passwords, refuses what is wrong, and keeps nothing of it', async () => {
      const body = (change: object = {}) => ({
        name: 'Lò Thị Cán',
        email: 'CAN@example.com',
        password: PASSWORD,
        posts: [samplePost('commune_officer')],
        ...change,
      })
      const create = (change: object = {}, token = admin) =>
        call('POST', '/admin/officials', { token, body: body(change) })
      for (const token of ['', officer.token]) expect((await create({}, token)).status).toBe(401)
      const wrong: [object, number, string][] = [
        [{ posts: [] }, 400, 'post_invalid'],
        [{ posts: [samplePost('commune_officer', { communeCode: '29905' })] }, 422, 'commune_not_in_province'],
        [{ posts: [samplePost('province_officer', { provinceCode: '99' })] }, 422, 'province_unknown'],
        [{ posts: [samplePost('province_officer', { communeCode: '00691' })] }, 400, 'post_invalid'],
        [{ posts: [samplePost('advisor', { to: '2025-01-01' })] }, 400, 'post_days_invalid'],
        [{ posts: [samplePost('advisor'), samplePost('advisor')] }, 409, 'post_overlaps'],
        [{ password: 'ngan' }, 400, 'password_invalid'],
        [{ email: 'khong phai' }, 400, 'email_invalid'],
        [{ stranger: 1 }, 400, 'unknown_field'],
        [{ email: 'xa@example.com' }, 409, 'email_taken'],
      ]
      for (const [change, status, code] of wrong) {
        const answer = await create(change)
        expect([change, answer.status, answer.data.error?.code]).toEqual([change, status, code])
      }
      expect(await rows("SELECT 1 FROM official WHERE email = 'can@example.com'")).toEqual([])
      expect(await rows("SELECT 1 FROM provider_identity WHERE entity_id = 'can@example.com'")).toEqual([])

      const made = await create()
      expect([made.status, made.data.official]).toMatchObject([201, { email: 'can@example.com', status: 'active' }])
      const { id } = made.data.official
      const twice = await call('POST', `/admin/officials/${id}/posts`, {
        token: admin,
        body: samplePost('commune_officer', { from: '2026-06-01' }),
      })
      expect([twice.status, twice.data.error.code]).toEqual([409, 'post_overlaps'])
      const next = { password: 'mat-khau-moi-hoan-toan', phone: '0912345678' }
      await call('POST', `/admin/officials/${id}`, { token: admin, body: next })
      expect(await signIn('can@example.com')).toBe('')
      expect(await signIn('can@example.com', next.password)).not.toBe('')
      expect((await call('GET', '/admin/officials?status=active', { token: admin })).data.count).toBe(3)
    })
  })

  describe('the journal', () => {
    it('has every deed of the operator, and the database refuses to change or delete a row', async () => {
      await call('POST', `/admin/officials/${officer.id}`, { token: admin, body: { password: 'mot-mat-khau-khac' } })
      const [last] = await rows<{ verb: string; subject_id: string; details: unknown; actor_type: string }>(
        'SELECT * FROM audit_entry ORDER BY id DESC LIMIT 1',
      )
      expect(last).toMatchObject({
        actor_type: 'user',
        verb: 'official:change',
        subject_id: officer.id,
        details: { changed: ['password'] },
      })
      expect(JSON.stringify(await rows('SELECT * FROM audit_entry'))).not.toContain('mot-mat-khau')
      await expect(dbConnection.raw("UPDATE audit_entry SET verb = ''")).rejects.toThrow('insert-only')
      await expect(dbConnection.raw('DELETE FROM audit_entry')).rejects.toThrow('insert-only')
    })
  })
})
