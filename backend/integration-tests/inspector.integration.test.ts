import { randomUUID } from 'node:crypto'
import { codeRing, unitCode } from '@sao-lang/traceability/identifiers/unit-codes'
import sharp from 'sharp'
import { loadSource } from './load-source'
import { type RealTraceRoutes, realTraceRoutes } from './real-trace-routes'
import { type Answer, adminToken, forgedToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { OWN_INSPECTOR_ROUTES } = loadSource<typeof import('../src/api/inspector/own-routes')>(
  './src/api/inspector/own-routes',
)
const { createInspectorWorkflow } = loadSource<typeof import('../src/workflows/inspection/workflows/create-inspector')>(
  './src/workflows/inspection/workflows/create-inspector',
)

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const signIn = (email: string, password = PASSWORD) => signInAs(call, 'inspector', email, password)
  let trace: RealTraceRoutes
  let admin = ''
  let south: { id: string; token: string }
  let north: { id: string; token: string }

  beforeAll(async () => {
    trace = await realTraceRoutes()
    await trace.listen()
    const container = getContainer()
    await makeSampleShop(container)
    const made = async (email: string, provinceCodes: string[]) => {
      const input = { name: 'Kiểm tra viên', email, password: PASSWORD, agency: 'Đội 1', provinceCodes }
      const { result } = await createInspectorWorkflow(container).run({ input })
      return { id: result, token: await signIn(email) }
    }
    south = await made('nam@example.com', ['82'])
    north = await made('bac@example.com', ['08'])
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })
  afterAll(() => trace.drop())

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }

  const record = (changes: Record<string, unknown> = {}) => ({
    requestKey: randomUUID(),
    provinceCode: '82',
    place: 'Chợ Sa Đéc, sạp 12',
    foundAt: '2026-11-23T08:00:00+07:00',
    deviceNow: new Date().toISOString(),
    scanned: null,
    productName: 'Hạt sen sấy',
    seller: 'Sạp bà Tư',
    findings: ['star_lapsed', 'wrong_stars'],
    notes: 'Bao bì ghi 5 sao.',
    verdict: {
      finding: 'star_lapsed',
      sentences: ['Hạng sao đã hết hạn từ ngày 01/11/2026.'],
      checkedAt: '2026-11-23T01:00:00Z',
      knownAt: '2026-11-22T22:00:00Z',
      edition: 'a'.repeat(64),
    },
    followUpBy: '2026-12-01',
    ...changes,
  })
  const send = (token: string, body: unknown) => call('POST', '/inspector/records', { token, body })

  async function upload(token: string, colour = '#884422', title = 'Mặt trước'): Promise<Answer> {
    const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
      .withExifMerge({ IFD0: { Artist: 'Ai đó' } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(jpeg)]), 'anh.jpg')
    form.set('title', title)
    form.set('public', 'false')
    const encoded = new Response(form)
    return call('POST', '/inspector/photos', {
      token,
      body: Buffer.from(await encoded.arrayBuffer()),
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    })
  }

  /** Every route below `/inspector`. */
  const everyRoute = () => [
    ...OWN_INSPECTOR_ROUTES.flatMap(({ matcher, methods }) => methods.map((method) => ({ method, path: matcher }))),
    { method: 'POST' as const, path: '/inspector/photos' },
  ]

  describe('the door', () => {
    it('opens to nobody but an active inspector, on every route', async () => {
      const strangers = {
        nobody: '',
        operator: admin,
        'a producer': forgedToken('producer', 'pmem_1'),
        'an inspector’s id as a user': forgedToken('user', south.id),
        'an inspector that is gone': forgedToken('inspector', 'insp_gone'),
        'a token signed by another': forgedToken('inspector', south.id, 'x'.repeat(64)),
      }
      expect(everyRoute()).toHaveLength(12)
      for (const { method, path } of everyRoute()) {
        for (const [who, token] of Object.entries(strangers)) {
          const answer = await call(method, path.replace(/:\w+/g, 'x'), { token, body: record() })
          expect([method, path, who, answer.status]).toEqual([method, path, who, 401])
        }
      }
      expect(await rows('SELECT 1 FROM look_up')).toEqual([])
    })

    it('cannot be passed by case or slashes, by registering, nor by another actor’s door', async () => {
      for (const path of ['/INSPECTOR/me', '/inspector/me/', '/inspector', '/inspector/nothing']) {
        expect([path, (await call('GET', path)).status]).toEqual([path, 401])
      }
      const body = { email: 'la@example.com', password: PASSWORD }
      expect((await call('POST', '/auth/inspector/emailpass/register', { body })).status).toBe(404)
      for (const path of ['/admin/inspectors', '/producer/me']) {
        expect((await call('GET', path, { token: south.token })).status).toBe(401)
      }
    })

    it('closes at once for a suspended inspector', async () => {
      expect((await call('GET', '/inspector/me', { token: south.token })).data).toMatchObject({
        inspector: { id: south.id, agency: 'Đội 1' },
        provinces: [{ code: '82', name: 'Đồng Tháp' }],
      })
      const one = `/admin/inspectors/${south.id}`
      await call('POST', one, { token: admin, body: { status: 'suspended' } })
      const closed = await call('GET', '/inspector/me', { token: south.token })
      expect([closed.status, closed.data.error.code]).toEqual([403, 'account_suspended'])
    })

    it('lets the operator alone make accounts, change them and set passwords', async () => {
      const body = {
        name: 'Lê Văn Tra',
        email: 'TRA@example.com',
        password: PASSWORD,
        agency: 'Đội 2',
        provinceCodes: ['82'],
      }
      for (const token of ['', south.token]) {
        expect((await call('POST', '/admin/inspectors', { token, body })).status).toBe(401)
      }
      const made = await call('POST', '/admin/inspectors', { token: admin, body })
      expect(made.data.inspector).toMatchObject({ email: 'tra@example.com', provinceCodes: ['82'] })
      expect((await call('POST', '/admin/inspectors', { token: admin, body })).data.error.code).toBe('email_taken')
      const one = `/admin/inspectors/${made.data.inspector.id}`
      await call('POST', one, { token: admin, body: { password: 'mat-khau-moi-hoan-toan', provinceCodes: ['08'] } })
      const token = await signIn('tra@example.com', 'mat-khau-moi-hoan-toan')
      expect((await call('GET', '/inspector/bundles/82', { token })).status).toBe(403)
      expect((await call('GET', '/admin/inspectors', { token: admin })).data.inspectors).toHaveLength(3)
    })
  })

  describe('the scope', () => {
    it('is the own provinces: bundles, alerts and records of others are refused or not there', async () => {
      const own = await call('GET', '/inspector/bundles/82', { token: south.token })
      expect([own.status, own.data.base]).toEqual([200, null])
      const foreign = await call('GET', '/inspector/bundles/82', { token: north.token })
      expect([foreign.status, foreign.data.error.code]).toEqual([403, 'province_not_yours'])
      expect((await call('GET', '/inspector/alerts', { token: south.token })).data).toEqual({ alerts: [] })
      expect((await call('GET', '/inspector/alerts?province=08', { token: south.token })).status).toBe(403)

      const { data } = await send(south.token, record())
      const path = `/inspector/records/${data.record.id}`
      expect((await send(north.token, record())).data.error.code).toBe('province_not_yours')
      for (const [method, url] of [
        ['GET', path],
        ['GET', `${path}/case.pdf`],
        ['POST', `${path}/close`],
      ] as const) {
        const body = method === 'POST' ? { note: 'Đã xử lý xong' } : undefined
        expect([url, (await call(method, url, { token: north.token, body })).status]).toEqual([url, 404])
      }
      expect((await call('GET', '/inspector/records', { token: north.token })).data.records).toEqual([])
    })
  })

  describe('the audit', () => {
    it('has who asked what and when, of every request, and can be read by the operator alone', async () => {
      await call('GET', '/inspector/units/0ABCDEFGHJKMNPQR', { token: south.token })
      await call('GET', '/inspector/bundles/08', { token: south.token })
      const audit = await call('GET', `/admin/inspector-look-ups?inspector=${south.id}`, { token: admin })
      expect(audit.data.lookUps.map((each: { subject: string }) => each.subject)).toEqual([
        '/inspector/bundles/08',
        '/inspector/units/0ABCDEFGHJKMNPQR',
      ])
      expect(audit.data.lookUps[1]).toMatchObject({ inspectorId: south.id, action: 'GET inspector/units' })
      expect((await call('GET', '/admin/inspector-look-ups', { token: south.token })).status).toBe(401)
    })

    it('only grows: the database refuses to change or delete a row', async () => {
      await call('GET', '/inspector/me', { token: south.token })
      await expect(dbConnection.raw("UPDATE look_up SET subject = ''")).rejects.toThrow('insert-only')
      await expect(dbConnection.raw('DELETE FROM look_up')).rejects.toThrow('insert-only')
    })

    it('takes what the phone looked up alone, once, at the corrected time', async () => {
      const ahead = 3_600_000
      const body = () => ({
        deviceNow: new Date(Date.now() + ahead).toISOString(),
        lookUps: [
          { requestKey: 'tra-cuu-001', askedAt: '2026-11-23T05:00:00Z', scanned: 'abc', outcome: 'unreadable' },
        ],
      })
      const post = () => call('POST', '/inspector/look-ups', { token: south.token, body: body() })
      const answers = await Promise.all([post(), post(), post()])
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect((await post()).data).toEqual({ kept: 0 })
      const kept = await rows<{ asked_at: Date; outcome: string }>("SELECT * FROM look_up WHERE action = 'offline'")
      expect(kept).toHaveLength(1)
      expect(Math.abs(new Date(kept[0]?.asked_at ?? 0).getTime() - Date.parse('2026-11-23T04:00:00Z'))).toBeLessThan(
        10_000,
      )
    })
  })

  describe('a record', () => {
    it('is kept once, however often it is sent, also at once', async () => {
      const body = record()
      const answers = await Promise.all([1, 2, 3, 4].map(() => send(south.token, body)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
      expect(new Set(answers.map(({ data }) => data.record.id)).size).toBe(1)
      expect(await rows('SELECT 1 FROM inspection_record')).toHaveLength(1)
      // The clock the phone shows while it sends again is another; other content is not.
      expect((await send(south.token, { ...body, deviceNow: new Date().toISOString() })).status).toBe(200)
      const other = await send(south.token, { ...body, notes: 'Khác' })
      expect([other.status, other.data.error.code]).toEqual([409, 'record_key_reused'])
    })

    it('refuses what is wrong, names the field, and keeps nothing', async () => {
      const wrong: [Record<string, unknown>, string, string][] = [
        [{ findings: [] }, 'findings', 'finding_invalid'],
        [{ findings: ['none', 'other'] }, 'findings', 'finding_invalid'],
        [{ findings: ['fake'] }, 'findings', 'finding_invalid'],
        [{ foundAt: '2026-11-23 08:00' }, 'foundAt', 'invalid_request'],
        [{ place: '' }, 'place', 'invalid_request'],
        [{ stranger: 1 }, 'stranger', 'unknown_field'],
        [{ photos: ['private-khong-co.jpg'] }, 'photos', 'photo_unknown'],
      ]
      for (const [change, field, code] of wrong) {
        const answer = await send(south.token, record(change))
        expect([change, answer.data.error.field, answer.data.error.code]).toEqual([change, field, code])
      }
      expect(await rows('SELECT 1 FROM inspection_record WHERE deleted_at IS NULL')).toEqual([])
    })

    it('corrects the phone’s clock and says by how much', async () => {
      const body = record({
        foundAt: '2026-11-23T10:00:00Z',
        deviceNow: new Date(Date.now() + 2 * 3_600_000).toISOString(),
      })
      const { data } = await send(south.token, body)
      expect(Math.abs(Date.parse(data.record.foundAt) - Date.parse('2026-11-23T08:00:00Z'))).toBeLessThan(10_000)
      expect(Math.abs(data.record.clockSkewMs - 7_200_000)).toBeLessThan(10_000)
    })

    it('has photos without their metadata, stored once a record, of its own inspector alone', async () => {
      const first = await upload(south.token)
      expect([first.status, first.data.kind]).toEqual([201, 'photo'])
      const again = await upload(south.token)
      expect([again.status, again.data.file]).toEqual([200, first.data.file])
      const { file } = first.data
      expect((await send(north.token, record({ provinceCode: '08', photos: [file] }))).data.error.code).toBe(
        'photo_unknown',
      )
      expect((await call('GET', `/inspector/photos/${file}`, { token: north.token })).status).toBe(404)
      const kept = await send(south.token, record({ photos: [file] }))
      expect(kept.data.record.photos).toEqual([{ file, kind: 'photo', title: 'Mặt trước', sha256: first.data.sha256 }])
      expect((await send(south.token, record({ photos: [file] }))).data.error.code).toBe('photo_unknown')
      const other = await upload(south.token)
      expect([other.status, other.data.file === file]).toEqual([201, false])
      expect((await send(south.token, record({ photos: [other.data.file] }))).status).toBe(201)
      const bytes = (await call('GET', `/inspector/photos/${file}`, { token: south.token, raw: true })).data
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
      expect((await call('GET', `/files/${file}`)).status).toBe(404)
    })

    it('is followed up until somebody closes it, once, with a note', async () => {
      const { data } = await send(south.token, record())
      await send(south.token, record({ followUpBy: null, findings: ['none'] }))
      const open = await call('GET', '/inspector/records?state=open', { token: south.token })
      expect(open.data.records.map((each: { id: string }) => each.id)).toEqual([data.record.id])
      const close = () =>
        call('POST', `/inspector/records/${data.record.id}/close`, {
          token: south.token,
          body: { note: 'Đã gỡ hết tem cũ' },
        })
      expect((await close()).data.record.closed).toMatchObject({ by: 'Kiểm tra viên', note: 'Đã gỡ hết tem cũ' })
      expect((await close()).data.error.code).toBe('already_closed')
      expect((await call('GET', '/inspector/records?state=open', { token: south.token })).data.total).toBe(0)
      expect((await call('GET', '/inspector/records', { token: south.token })).data.total).toBe(2)
    })

    it('makes a case file, with the history while the service answers and without it else', async () => {
      const { data: photo } = await upload(south.token)
      const ring = codeRing({ 0: 'ab'.repeat(32) })
      const scanned = unitCode(ring, { batchNo: 99, epoch: 0, size: 10 }, 1)
      const { data } = await send(south.token, record({ scanned, photos: [photo.file] }))
      const file = () => call('GET', `/inspector/records/${data.record.id}/case.pdf`, { token: south.token, raw: true })
      const full = await file()
      expect([full.status, full.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(full.headers['content-disposition']).toContain(`ho-so-${data.record.id}.pdf`)
      const text = Buffer.from(full.data).toString('latin1')
      expect([text.slice(0, 5), text.includes('/Subtype /Image')]).toEqual(['%PDF-', true])
      await trace.silence()
      expect((await file()).status).toBe(200)
      await trace.listen()
    })
  })
})
