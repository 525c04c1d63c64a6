import { vietnamDay } from '@sao-lang/traceability/verify'
import type { NoticeAudience } from '../src/notices/notify'
import { loadSource } from './load-source'
import { adminToken, forgedToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { adoptSeedRules } = loadSource<typeof import('./sample-rules')>('./integration-tests/sample-rules')
const { failingAuditWorkflow } = loadSource<typeof import('./failing-audit')>('./integration-tests/failing-audit')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { notify } = loadSource<typeof import('../src/notices/notify')>('./src/notices/notify')
const { recordAudit } = loadSource<typeof import('../src/officials/record-audit')>('./src/officials/record-audit')
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')
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
  let neighbour: { id: string; token: string }
  let southern: { id: string; token: string }
  let farmer: { producerId: string; token: string }

  beforeAll(async () => {
    const container = getContainer()
    await makeSampleShop(container)
    await adoptSeedRules(container)
    const made = async (email: string, post: Parameters<typeof makeOfficial>[3]) => {
      const id = await makeOfficial(container, email, PASSWORD, post)
      return { id, token: await signIn(email) }
    }
    officer = await made('xa@example.com', [samplePost('commune_officer')])
    leader = await made('tinh@example.com', [samplePost('province_leader')])
    neighbour = await made('xa-ben@example.com', [samplePost('commune_leader', { communeCode: '00700' })])
    southern = await made('nam@example.com', [samplePost('province_officer', { provinceCode: '82' })])
    const [producer] = await rows<{ id: string }>('SELECT id FROM producer')
    const producerId = producer?.id ?? ''
    const email = 'htx@example.com'
    await createProducerMemberWorkflow(container).run({
      input: { producerId, name: 'Chị Mai', email, password: PASSWORD, role: 'owner' },
    })
    farmer = { producerId, token: await signInAs(call, 'producer', email) }
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
      expect((await call('GET', '/admin/places', { token: officer.token })).status).toBe(401)
      expect((await call('GET', '/admin/places?province=08', { token: admin })).data).toEqual({
        provinces: [
          { code: '82', name: 'Đồng Tháp' },
          { code: '08', name: 'Tuyên Quang' },
        ],
        communes: [
          { code: '00700', name: 'An Tường (phường)' },
          { code: '00691', name: 'Hồng Thái (xã)' },
        ],
        centres: [],
      })
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
      const again = () =>
        call('POST', `/admin/officials/${id}/posts`, { token: admin, body: samplePost('council_member') })
      const atOnce = await Promise.all([again(), again(), again()])
      expect(atOnce.map(({ status }) => status).sort()).toEqual([201, 409, 409])
      const next = { password: 'mat-khau-moi-hoan-toan', phone: '0912345678' }
      await call('POST', `/admin/officials/${id}`, { token: admin, body: next })
      expect(await signIn('can@example.com')).toBe('')
      expect(await signIn('can@example.com', next.password)).not.toBe('')
      expect((await call('GET', '/admin/officials?status=active', { token: admin })).data.count).toBe(5)
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

    it('says that a deed was taken back when what follows it fails', async () => {
      const input = {
        actor: { type: 'official' as const, id: officer.id, name: 'Cán bộ xa', post: null },
        verb: 'dossier:pass_on' as const,
        subject: { type: 'dossier', id: 'hs-khong-thanh' },
        place: { provinceCode: '08', communeCode: '00700' },
      }
      await expect(failingAuditWorkflow(getContainer()).run({ input })).rejects.toThrow('Nothing comes after')
      const path = '/official/audit?subjectType=dossier&subjectId=hs-khong-thanh'
      const { entries } = (await call('GET', path, { token: neighbour.token })).data
      expect(entries).toHaveLength(2)
      expect(entries[0]).toMatchObject({ verb: 'dossier:pass_on', undoes: entries[1].id })
      expect(entries[1].undoes).toBeNull()
    })

    it('is read where the post may, of its own place alone, page by page without gaps', async () => {
      const read = async (token: string, query = '') => {
        const { status, data } = await call('GET', `/official/audit${query}`, { token })
        return { status, code: data.error?.code, next: data.next, entries: data.entries ?? [] }
      }
      expect(await read(officer.token)).toMatchObject({ status: 403, code: 'not_permitted' })
      const deed = async (communeCode: string, id: string) =>
        await recordAudit(getContainer(), {
          actor: { type: 'official', id: officer.id, name: 'Cán bộ xa', post: null },
          verb: 'dossier:return',
          subject: { type: 'dossier', id },
          place: { provinceCode: '08', communeCode },
          details: { items: 2 },
        })
      for (let no = 1; no <= 5; no += 1) await deed('00700', `hs-${no}`)
      await deed('00691', 'hs-xa-khac')
      const dossiers = '?subjectType=dossier'
      const ids = (entries: { subject: { id: string } }[]) => entries.map(({ subject }) => subject.id)
      expect(ids((await read(neighbour.token, dossiers)).entries)).toEqual(['hs-5', 'hs-4', 'hs-3', 'hs-2', 'hs-1'])
      expect((await read(leader.token, dossiers)).entries).toHaveLength(6)
      expect((await read(southern.token, dossiers)).entries).toEqual([])
      const first = await read(neighbour.token, `${dossiers}&limit=3`)
      await deed('00700', 'hs-6')
      const second = await read(neighbour.token, `${dossiers}&limit=3&before=${first.next}`)
      expect([...ids(first.entries), ...ids(second.entries)]).toEqual(['hs-5', 'hs-4', 'hs-3', 'hs-2', 'hs-1'])
      expect(second.next).toBeNull()
      expect(ids((await read(leader.token, `${dossiers}&subjectId=hs-xa-khac`)).entries)).toEqual(['hs-xa-khac'])
      expect((await read(leader.token, `?day=${dayFromNow(-1)}`)).entries).toEqual([])
      expect((await read(leader.token, `${dossiers}&day=${dayFromNow(0)}`)).entries).toHaveLength(7)
      expect(await read(leader.token, '?day=hom-qua')).toMatchObject({ status: 400, code: 'period_invalid' })
      expect((await read(neighbour.token, dossiers)).entries[0]).toMatchObject({
        provinceName: 'Tỉnh Tuyên Quang',
        communeName: 'Phường An Tường',
        details: { items: 2 },
      })
    })
  })

  describe('a notice', () => {
    const draft = (audience: NoticeAudience, dedupeKey: string) => ({
      audience,
      kind: 'post_given' as const,
      subject: { type: 'official', id: 'offl_x' },
      params: { role: 'advisor' as const, unit: 'Sở Nông nghiệp và Môi trường', from: '2026-11-23' },
      dedupeKey,
    })
    const list = async (path: string, token: string) => (await call('GET', path, { token })).data

    it('is told once, however often and however many tell it at once', async () => {
      const news = draft({ officialId: officer.id }, 'giao-viec-1')
      const told = await Promise.all([1, 2, 3].map(() => notify(getContainer(), [news, news])))
      expect(told.flat()).toHaveLength(1)
      expect((await list('/official/notices', officer.token)).notices).toHaveLength(1)
      expect((await list('/official/notices', leader.token)).notices).toEqual([])
    })

    it('reaches whoever holds the post at exactly that place, and each reads it for themselves', async () => {
      const commune = { provinceCode: '08', communeCode: '00691', verb: 'dossier:read' as const }
      await notify(getContainer(), [draft(commune, 'a'), draft({ provinceCode: '08', verb: 'dossier:read' }, 'b')])
      const unread = async (token: string) => (await list('/official/me', token)).unreadNotices
      expect(await Promise.all([officer, leader, neighbour, southern].map(({ token }) => unread(token)))).toEqual([
        1, 1, 0, 0,
      ])
      const [notice] = (await list('/official/notices', officer.token)).notices
      expect(notice).toMatchObject({ kind: 'post_given', read: false, params: { role: 'advisor' } })
      const read = (token: string) => call('POST', '/official/notices/read', { token, body: { upTo: notice.id } })
      const answers = await Promise.all([read(officer.token), read(officer.token)])
      expect(answers.map(({ data }) => data.read).sort()).toEqual([0, 1])
      expect([await unread(officer.token), await unread(leader.token)]).toEqual([0, 1])
      expect((await read(leader.token)).data.unread).toBeLessThanOrEqual(1)
      expect((await list('/official/notices', officer.token)).notices[0].read).toBe(true)
    })

    it('to a producer is for its people alone', async () => {
      await notify(getContainer(), draft({ producerId: farmer.producerId }, 'c'))
      const told = await list('/producer/notices', farmer.token)
      expect([told.unread, told.notices.length]).toEqual([1, 1])
      expect((await call('GET', '/producer/notices', { token: officer.token })).status).toBe(401)
      const read = await call('POST', '/producer/notices/read', {
        token: farmer.token,
        body: { upTo: told.notices[0].id },
      })
      expect(read.data).toEqual({ read: 1, unread: 0 })
    })

    it('comes with a post that is given, and a post that ends soon is on the work list', async () => {
      await call('POST', `/admin/officials/${officer.id}/posts`, {
        token: admin,
        body: samplePost('advisor', { to: dayFromNow(10) }),
      })
      expect((await list('/official/notices', officer.token)).notices[0]).toMatchObject({
        kind: 'post_given',
        params: { role: 'advisor', unit: 'Cơ quan thử' },
      })
      expect(await list('/official/duties', officer.token)).toEqual({
        duties: [{ key: 'post_ends', count: 1, path: '/can-bo#chuc-vu', dueOn: dayFromNow(10), overdue: false }],
        whole: true,
      })
      const month = dayFromNow(10).slice(0, 7)
      const calendar = await list(`/official/calendar?month=${month}`, officer.token)
      expect(calendar).toMatchObject({ month, today: dayFromNow(0), whole: true })
      expect(calendar.duties).toHaveLength(1)
      expect(calendar.days.every(({ working }: { working: unknown }) => typeof working === 'boolean')).toBe(true)
      expect((await call('GET', '/official/calendar?month=2026-13', { token: officer.token })).data.error.code).toBe(
        'period_invalid',
      )
    })
  })
})
