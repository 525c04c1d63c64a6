import { vietnamDay } from '@sao-lang/traceability/verify'
import { addDays, lastDayOfTerm, phaseOn } from '@sao-lang/traceability/verify/rating'
import fc from 'fast-check'
import { loadSource } from './load-source'
import { type Answer, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { adoptSeedRules } = loadSource<typeof import('./sample-rules')>('./integration-tests/sample-rules')
const { DECISION_ROUTES } = loadSource<typeof import('../src/api/official/decision-routes')>(
  './src/api/official/decision-routes',
)
const { IMPORT_COLUMNS, TEMPLATE_ROW } = loadSource<typeof import('../src/decisions/import-columns')>(
  './src/decisions/import-columns',
)
const { REGISTER_STATUSES, registerPage } = loadSource<typeof import('../src/modules/recognition/register-sql')>(
  './src/modules/recognition/register-sql',
)

const { checkImportWorkflow } = loadSource<typeof import('../src/workflows/decision/workflows/check-import')>(
  './src/workflows/decision/workflows/check-import',
)

const TODAY = vietnamDay(new Date())
const SIGNED_BY = [{ name: 'Trần Thị Ký', title: 'Chủ tịch' }]

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const store: Record<string, string> = {}
  let shop: Awaited<ReturnType<typeof makeSampleShop>>
  let officer = ''
  let leader = ''
  let both = ''
  let southern = ''
  let ministry = ''
  let minister = ''
  let commune = ''

  beforeAll(async () => {
    const container = getContainer()
    shop = await makeSampleShop(container)
    store['x-publishable-api-key'] = shop.publishableKey
    await adoptSeedRules(container)
    const made = async (email: string, posts: Parameters<typeof makeOfficial>[3]) => {
      await makeOfficial(container, email, PASSWORD, posts)
      return signInAs(call, 'official', email)
    }
    officer = await made('so@example.com', [samplePost('province_officer')])
    leader = await made('tinh@example.com', [samplePost('province_leader')])
    both = await made('kiem@example.com', [samplePost('province_officer'), samplePost('province_leader')])
    southern = await made('nam@example.com', [
      samplePost('province_officer', { provinceCode: '82' }),
      samplePost('province_leader', { provinceCode: '82' }),
    ])
    ministry = await made('bo@example.com', [samplePost('ministry_officer')])
    minister = await made('bo-truong@example.com', [samplePost('ministry_leader')])
    commune = await made('xa@example.com', [samplePost('commune_officer')])
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }
  const records = () =>
    getContainer().resolve('recognition') as import('../src/modules/recognition/service').RecognitionModuleService
  const register = (search = ''): Promise<Answer> => call('GET', `/store/register${search}`, { headers: store })
  const grant = (changes: Record<string, unknown> = {}) => ({
    productId: shop.honey.id,
    productName: 'Mật ong rừng',
    productCode: '08-00691-7-2026',
    producerName: null,
    provinceCode: '08',
    setNo: 4,
    rubricVersion: '26/2026',
    stars: 4,
    points: 81.5,
    ratedStars: 4,
    dossierId: null,
    ...changes,
  })
  const draft = (row: unknown, kind = 'recognition', token = officer): Promise<Answer> =>
    call('POST', '/official/decisions', {
      token,
      body: { kind, authority: 'UBND tỉnh Tuyên Quang', legalBasis: 'Quyết định 26/2026/QĐ-TTg', rows: [row] },
    })
  const sign = (id: string, changes: Record<string, unknown> = {}, token = leader): Promise<Answer> =>
    call('POST', `/official/decisions/${id}/sign`, {
      token,
      body: { version: 1, number: '77/QĐ-UBND', date: TODAY, signatories: SIGNED_BY, ...changes },
    })
  const codeOf = ({ status, data }: Answer) => [status, data.error?.code]

  const cells = (changes: Partial<typeof TEMPLATE_ROW> = {}) => ({
    ...TEMPLATE_ROW,
    product_name: 'Chè Tân Trào',
    product_code: '',
    ...changes,
  })
  const csvOf = (list: (typeof TEMPLATE_ROW)[]) =>
    [IMPORT_COLUMNS.map(({ title }) => title), ...list.map((row) => IMPORT_COLUMNS.map(({ key }) => row[key]))]
      .map((line) => line.map((cell) => `"${cell}"`).join(';'))
      .join('\r\n')
  async function upload(content: string | Uint8Array, name = 'so-cu.csv', token = officer): Promise<Answer> {
    const form = new FormData()
    form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name)
    const encoded = new Response(form)
    return call('POST', '/official/decision-imports', {
      token,
      body: Buffer.from(await encoded.arrayBuffer()),
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    })
  }
  const act = (id: string, deed: string, token = officer): Promise<Answer> =>
    call('POST', `/official/decision-imports/${id}/${deed}`, { token, body: {} })

  describe('a draft', () => {
    it('gives a star only once somebody else has signed it, for 36 months', async () => {
      const made = await draft(grant())
      expect([made.status, made.data.draft?.may]).toEqual([201, { change: true, sign: false }])
      const { id } = made.data.draft
      expect(await rows(`SELECT 1 FROM recognition WHERE product_id = '${shop.honey.id}'`)).toEqual([])
      expect((await call('GET', `/official/decisions/${id}`, { token: leader })).data.draft.may.sign).toBe(true)

      expect(codeOf(await sign(id, { date: addDays(TODAY, 1) }))).toEqual([422, 'decision_date_future'])
      expect(codeOf(await sign(id, { number: ' ' }))).toEqual([400, 'decision_number_needed'])
      expect(codeOf(await sign(id, { number: '15/QĐ-UBND', version: 2 }))).toEqual([409, 'draft_not_open'])
      const signed = await sign(id)
      expect([signed.status, signed.data.draft.state]).toEqual([200, 'signed'])
      const found = await register('?q=mat+ong')
      expect(found.data.items).toMatchObject([
        {
          product: 'Mật ong rừng',
          producer: 'Hợp tác xã Sơn Trà',
          province: 'Tuyên Quang',
          productHandle: shop.honey.handle,
          stars: 4,
          sector: 'drink',
          decisionNumber: '77/QĐ-UBND',
          validFrom: TODAY,
          validTo: lastDayOfTerm(TODAY, 36),
          status: 'valid',
        },
      ])
      const entry = found.data.items[0]
      const page = await call('GET', `/store/decisions/${entry.id}`, { headers: store })
      expect(page.data.decision).toMatchObject({ id: entry.decisionId, signatories: SIGNED_BY, kind: 'recognition' })
      for (const path of [`decisions/${entry.decisionId}/document.pdf`, `recognitions/${entry.id}/certificate.pdf`]) {
        const pdf = await call('GET', `/store/${path}`, { headers: store, raw: true })
        expect([pdf.status, Buffer.from(pdf.data).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
      }
      const deeds = await rows<{ verb: string }>(
        `SELECT verb FROM audit_entry WHERE verb LIKE 'decision:%' ORDER BY at, id`,
      )
      expect(deeds.map(({ verb }) => verb)).toEqual(['decision:draft', 'decision:sign'])
    })

    it('is not signed by who drafted it, even under another post, nor at another level or place', async () => {
      const own = (await draft(grant(), 'recognition', both)).data.draft.id
      expect(codeOf(await sign(own, {}, both))).toEqual([409, 'four_eyes'])
      expect(codeOf(await sign(own, {}, officer))).toEqual([403, 'not_permitted'])
      expect(codeOf(await sign(own, {}, southern))).toEqual([404, 'not_found'])
      expect(codeOf(await sign(own, {}, minister))).toEqual([422, 'decision_not_authorised'])
    })

    it('is refused for a class of another level, above the evaluation or the points, outside the place, or named twice', async () => {
      expect(codeOf(await draft(grant({ stars: 5, points: 95, ratedStars: 5 })))).toEqual([
        422,
        'decision_not_authorised',
      ])
      expect(codeOf(await draft(grant({ ratedStars: 3 })))).toEqual([422, 'class_above_evaluation'])
      expect(codeOf(await draft(grant({ points: 69.99, ratedStars: null })))).toEqual([422, 'class_above_evaluation'])
      expect(codeOf(await draft(grant(), 'recognition', southern))).toEqual([422, 'cell_province_outside'])
      expect(codeOf(await draft(grant({ stars: 6 })))).toEqual([400, 'draft_kind_rows'])
      expect((await draft(grant({ stars: 5, points: 95, ratedStars: 5 }), 'recognition', ministry)).status).toBe(201)
      const twice = await call('POST', '/official/decisions', {
        token: officer,
        body: { kind: 'recognition', authority: 'UBND tỉnh', legalBasis: 'Luật', rows: [grant(), grant()] },
      })
      expect([...codeOf(twice), twice.data.error.field]).toEqual([422, 'recognition_named_twice', 'rows.1.productName'])
    })

    it('lets one of two who sign at once win, and a number be used once a year', async () => {
      const { id } = (await draft(grant())).data.draft
      const answers = await Promise.all([sign(id, { number: '80/QĐ-UBND' }), sign(id, { number: '81/QĐ-UBND' }, both)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(await rows(`SELECT 1 FROM recognition WHERE product_id = '${shop.honey.id}'`)).toHaveLength(1)
      const other = (await draft(grant({ productId: null, productName: 'Măng khô' }))).data.draft.id
      const used = answers[0]?.status === 200 ? '80/QĐ-UBND' : '81/QĐ-UBND'
      expect(codeOf(await sign(other, { number: used }))).toEqual([409, 'decision_number_used'])
      expect((await call('GET', `/official/decisions/${other}`, { token: leader })).data.draft.state).toBe('draft')
      expect((await sign(other, { number: used, date: '2026-06-01' })).status).toBe(409)
    })

    it('once dropped or changed is not signed as it was', async () => {
      const { id } = (await draft(grant())).data.draft
      const changed = await call('POST', `/official/decisions/${id}`, {
        token: officer,
        body: {
          version: 1,
          kind: 'recognition',
          authority: 'UBND tỉnh Tuyên Quang',
          legalBasis: 'Quyết định 26/2026/QĐ-TTg',
          rows: [grant({ stars: 3 })],
        },
      })
      expect([changed.status, changed.data.draft.version]).toEqual([200, 2])
      expect(codeOf(await sign(id))).toEqual([409, 'draft_not_open'])
      const drop = (version: number) =>
        call('POST', `/official/decisions/${id}/drop`, { token: officer, body: { version } })
      expect((await drop(2)).data.draft.state).toBe('dropped')
      expect(codeOf(await sign(id, { version: 3 }))).toEqual([409, 'draft_not_open'])
      expect(codeOf(await drop(3))).toEqual([409, 'draft_not_open'])
    })
  })

  describe('a decision on what is on record', () => {
    it('revokes for one of six grounds within 15 days, or says why it is late', async () => {
      const [tea = ''] = shop.recognitionIds
      const row = {
        recognitionId: tea,
        ground: 'criteria',
        conclusionOn: addDays(TODAY, -16),
        conclusion: 'Kết luận kiểm tra số 3',
        from: TODAY,
      }
      expect(codeOf(await draft({ ...row, ground: 'mood' }, 'revocation'))).toEqual([422, 'revocation_ground_unknown'])
      expect(codeOf(await draft({ ...row, conclusionOn: addDays(TODAY, 1) }, 'revocation'))).toEqual([
        422,
        'conclusion_after_decision',
      ])
      const made = await draft(row, 'revocation')
      expect([made.status, made.data.draft?.late]).toEqual([201, true])
      const { id } = made.data.draft
      expect(codeOf(await sign(id, { number: '90/QĐ-UBND' }))).toEqual([409, 'revocation_late'])
      const signed = await sign(id, { number: '90/QĐ-UBND', lateReason: 'Chờ kết quả kiểm nghiệm lần hai.' })
      expect(signed.status).toBe(200)
      const [entry] = (await register('?q=che+shan&status=revoked')).data.items
      expect(entry).toMatchObject({ id: tea, status: 'revoked', revokedOn: TODAY })
      const decision = (await call('GET', `/store/decisions/${signed.data.draft.decisionId}`, { headers: store })).data
        .decision
      expect(decision).toMatchObject({ kind: 'revocation', changes: [{ recognitionId: tea, change: 'revoked' }] })
      expect(codeOf(await draft(row, 'revocation'))).toEqual([422, 'recognition_already_revoked'])
    })

    it('suspends until another decision lifts it, extends by at most 180 days, and corrects a name without touching the star', async () => {
      const [tea = ''] = shop.recognitionIds
      const suspended = await draft(
        { recognitionId: tea, from: TODAY, to: null, reason: 'Chờ kiểm nghiệm' },
        'suspension',
      )
      expect((await sign(suspended.data.draft.id, { number: '91/QĐ-UBND' })).status).toBe(200)
      expect((await register('?q=che')).data.items[0].status).toBe('suspended')
      const lifting = (liftedFrom: string) =>
        draft({ recognitionId: tea, liftedFrom, reason: 'Kết quả kiểm nghiệm đạt' }, 'lifting')
      expect(codeOf(await lifting(TODAY))).toEqual([422, 'lifting_too_early'])
      await dbConnection.raw(`UPDATE recognition_suspension SET "from" = '${addDays(TODAY, -5)}'`)
      expect(codeOf(await lifting(addDays(TODAY, -9)))).toEqual([422, 'lifting_too_early'])
      const lifts = [await lifting(TODAY), await lifting(addDays(TODAY, -1))].map(({ data }) => data.draft)
      const ends = () =>
        rows<{ id: string; to: string | null; planned_to: string | null; lifted_by_decision_id: string | null }>(
          'SELECT id, "to", planned_to, lifted_by_decision_id FROM recognition_suspension',
        )
      const messages = () => rows('SELECT 1 FROM outbox_message')
      const open = await ends()
      const undone = await records().signDraft({
        ...{ draft_id: lifts[0].id, version: 1, signed_by: 'off_other' },
        decision: {
          ...{ kind: 'lifting', number: '95/QĐ-UBND', date: TODAY, authority: 'UBND tỉnh Tuyên Quang' },
          ...{ level: 'province', legal_basis: 'Luật', source: null, sample: false },
        },
        ...{ recognitions: [], revocations: [], suspensions: [], extensions: [], corrections: [] },
        liftings: open.map(({ id }) => ({ id, to: addDays(TODAY, -1), planned_to: null })),
      })
      expect((await ends())[0]).toMatchObject({ to: addDays(TODAY, -1), lifted_by_decision_id: undone.decision_id })
      await records().unsignDraft(undone)
      expect(await ends()).toEqual(open)

      const before = await messages()
      const answers = await Promise.all(lifts.map(({ id }, at) => sign(id, { number: `${96 + at}/QĐ-UBND` })))
      const signed = answers.filter(({ status }) => status === 200)
      expect([signed.length, (await messages()).length > before.length]).toEqual([1, true])
      const { decisionId, rows: [asked] = [] } = signed[0]?.data.draft ?? {}
      expect(await ends()).toEqual([
        { id: open[0]?.id, to: addDays(asked.liftedFrom, -1), planned_to: null, lifted_by_decision_id: decisionId },
      ])
      expect((await register('?q=che&status=valid')).data.items).toMatchObject([{ id: tea, status: 'valid' }])
      const paper = await call('GET', `/store/decisions/${decisionId}`, { headers: store })
      expect(paper.data.decision).toMatchObject({
        kind: 'lifting',
        changes: [{ recognitionId: tea, change: 'lifted' }],
      })
      expect(codeOf(await lifting(TODAY))).toEqual([422, 'suspension_not_open'])
      const extend = (extendedTo: string) =>
        draft({ recognitionId: tea, extendedTo, reason: 'Đang đánh giá lại' }, 'extension')
      expect(codeOf(await extend('2099-01-09'))).toEqual([422, 'extension_too_short'])
      expect(codeOf(await extend(addDays('2099-01-09', 181)))).toEqual([422, 'extension_too_long'])
      expect((await extend(addDays('2099-01-09', 180))).status).toBe(201)
      const corrected = await draft(
        { recognitionId: tea, reason: 'Sai tên', productName: 'Chè Shan tuyết Hồng Thái' },
        'correction',
      )
      expect((await sign(corrected.data.draft.id, { number: '92/QĐ-UBND' })).status).toBe(200)
      expect((await register('?q=hong+thai')).data.items).toMatchObject([{ id: tea, stars: 4 }])
    })
  })

  describe('an imported register', () => {
    it('is checked first, taken over as a whole, and undone without a trace', async () => {
      const before = await rows('SELECT id FROM recognition ORDER BY id')
      const file = csvOf([
        cells(),
        cells({ product_name: 'Mật ong rừng', producer_name: 'HTX Sơn Trà' }),
        cells({ number: '9/QĐ-UBND', authority: 'UBND tỉnh Hà Giang', province: 'Hà Giang' }),
      ])
      const checked = await upload(file)
      expect(checked.data.import).toMatchObject({ rows: 3, errors: 0, known: 0, decisions: 1 + 1, matched: 1 })
      const { id } = checked.data.import
      expect(await rows('SELECT id FROM recognition ORDER BY id')).toEqual(before)
      expect(codeOf(await act(id, 'commit', southern))).toEqual([404, 'not_found'])
      expect(codeOf(await act(id, 'undo'))).toEqual([409, 'import_not_committed'])

      const taken = await Promise.all([act(id, 'commit'), act(id, 'commit')])
      expect(taken.map(({ status }) => status).sort()).toEqual([200, 409])
      const found = await register('?q=tan+trao&province=08&year=2025')
      expect([found.data.total, found.data.items[0].status]).toEqual([2, 'valid'])
      const again = await upload(file)
      expect(again.data.import).toMatchObject({ rows: 3, known: 3, errors: 0 })

      expect((await act(id, 'undo')).data.import.state).toBe('undone')
      expect(await rows('SELECT id FROM recognition ORDER BY id')).toEqual(before)
      expect(await rows('SELECT 1 FROM council_decision WHERE import_id IS NOT NULL')).toEqual([])
    })

    it('names every faulty cell and takes nothing over', async () => {
      const faulty = [
        [{ date: '31/02/2025' }, 'Ngày quyết định', 'cell_day'],
        [{ valid_to: '09/01/2025' }, 'Hiệu lực đến', 'cell_expiry_before_date'],
        [{ province: 'Atlantis' }, 'Tỉnh', 'cell_province'],
        [{ province: 'Đồng Tháp', authority: 'UBND tỉnh Đồng Tháp' }, 'Tỉnh', 'cell_province_outside'],
        [{ stars: '6' }, 'Hạng sao', 'cell_stars'],
        [{ points: '65' }, 'Điểm', 'cell_points_stars'],
        [{ authority: 'Hội Làm Vườn' }, 'Cơ quan ban hành', 'cell_authority'],
        [{ level: 'huyện', authority: 'UBND huyện Na Hang' }, 'Cấp', 'cell_level_not_authorised'],
        [{ product_name: '' }, 'Tên sản phẩm', 'cell_empty'],
        [{ number: '15/QĐ-UBND' }, 'Số quyết định', 'row_number_used'],
        [{ date: '11/01/2025', valid_from: '' }, 'Số quyết định', 'row_number_two_dates'],
        [{}, 'Tên sản phẩm', 'row_twice'],
      ] as const
      const list = [
        cells({ number: '21/QĐ-UBND' }),
        ...faulty.map(([change]) => cells({ number: '21/QĐ-UBND', ...change })),
      ]
      const { id, errors } = (await upload(csvOf(list))).data.import
      expect(errors).toBe(faulty.length)
      const page = await call('GET', `/official/decision-imports/${id}/rows?outcome=faulty`, { token: officer })
      const told = await rows<{ row_no: number; faults: { column: string; code: string }[] }>(
        `SELECT row_no, faults FROM decision_import_row WHERE import_id = '${id}' AND outcome = 'faulty' ORDER BY row_no`,
      )
      faulty.forEach(([, column, code], at) => {
        expect([
          at,
          page.data.rows[at].rowNo,
          page.data.rows[at].faults.map((each: { column: string }) => each.column),
        ]).toEqual([at, at + 3, expect.arrayContaining([column])])
        expect([code, told[at]?.faults.map((each) => each.code)]).toEqual([code, expect.arrayContaining([code])])
      })
      expect(codeOf(await act(id, 'commit'))).toEqual([409, 'import_not_open'])
    })

    it('refuses a file that is not what its name says, lacks columns or is empty', async () => {
      expect(codeOf(await upload('PK\u0003\u0004rest', 'so.csv'))).toEqual([422, 'import_file_kind'])
      expect(codeOf(await upload(csvOf([cells()]), 'so.xlsx'))).toEqual([422, 'import_file_kind'])
      expect(codeOf(await upload('a;b\r\n1;2'))).toEqual([422, 'import_header_missing'])
      expect(codeOf(await upload(csvOf([])))).toEqual([422, 'import_empty'])
      const template = await call('GET', '/official/decision-imports/template.xlsx', { token: officer, raw: true })
      const read = await upload(new Uint8Array(template.data), 'mau.xlsx')
      expect(read.data.import).toMatchObject({ rows: 1, errors: 0 })
    })

    it('stays once something stands on it; a row can be linked to a listing later', async () => {
      const { id } = (await upload(csvOf([cells({ product_name: 'Mật ong hoa rừng' })]))).data.import
      await act(id, 'commit')
      const [entry] = (await register('?q=hoa+rung')).data.items
      const link = (token: string) =>
        call('POST', `/official/recognitions/${entry.id}/link`, { token, body: { productId: shop.honey.id } })
      expect(codeOf(await link(southern))).toEqual([404, 'not_found'])
      expect((await link(officer)).status).toBe(200)
      expect(codeOf(await link(officer))).toEqual([409, 'recognition_linked'])
      expect((await register('?q=hoa+rung')).data.items[0].productHandle).toBe(shop.honey.handle)
      expect(codeOf(await act(id, 'undo'))).toEqual([409, 'import_built_upon'])
    })
  })

  it('hands the register on as files that hold every row once, and tells each status as the pure rule does', async () => {
    const list = Array.from({ length: 60 }, (_, n) =>
      cells({
        number: `${100 + (n % 7)}/QĐ-UBND`,
        product_name: `Sản phẩm ${n}`,
        valid_to: n % 3 === 0 ? '01/06/2026' : '09/01/2028',
      }),
    )
    await act((await upload(csvOf(list))).data.import.id, 'commit')
    await dbConnection.raw(`UPDATE recognition SET revoked_on = '2026-03-01' WHERE product_name LIKE '%7'`)
    await dbConnection.raw(`UPDATE recognition SET extended_to = '2026-12-31' WHERE product_name = 'Sản phẩm 3'`)
    await dbConnection.raw(`INSERT INTO recognition_suspension (id, "from", "to", reason, decision_number, decision_date, authority, recognition_id)
      SELECT 'recsus_' || id, '2026-02-01', '2026-08-31', 'x', '1', '2026-02-01', 'x', id FROM recognition WHERE product_name LIKE '%4'`)

    const json = await call('GET', '/store/register.json', { headers: store })
    const csv = await call('GET', '/store/register.csv?q=san+pham', { headers: store })
    expect(json.data).toHaveLength(61)
    expect(new Set(json.data.map((each: { id: string }) => each.id)).size).toBe(61)
    expect(csv.data.trim().split('\r\n')).toHaveLength(61)
    const seen: string[] = []
    for (let after = ''; ; ) {
      const page = (await register(`?after=${after}`)).data
      seen.push(...page.items.map((each: { id: string }) => each.id))
      if (page.next === null) break
      after = page.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([61, 61])
    expect(codeOf(await register('?status=gold'))).toEqual([400, 'register_query'])
    expect((await register(`?q=${encodeURIComponent("' & ! :* \\")}`)).status).toBe(200)

    const service = records()
    const stored = await service.listRecognitions({}, { take: null, relations: ['suspensions'] })
    const facts = new Map(stored.map((row) => [row.id, row]))
    for (const day of [
      '2025-01-09',
      '2025-01-10',
      '2026-02-15',
      '2026-03-01',
      '2026-06-01',
      '2026-06-02',
      '2026-12-31',
      '2027-01-01',
      '2028-01-10',
    ]) {
      const all = await service.readRegister(registerPage({ day }, 100, null))
      for (const status of REGISTER_STATUSES) {
        const filtered = await service.readRegister(registerPage({ day, status }, 100, null))
        expect([day, status, filtered]).toEqual([day, status, all.filter((row) => row.status === status)])
      }
      for (const row of all) {
        const known = facts.get(row.id)
        if (!known) throw new Error('unknown row')
        const phase = phaseOn(
          {
            validFrom: known.valid_from,
            validTo: known.valid_to,
            revokedOn: known.revoked_on,
            extendedTo: known.extended_to,
            suspensions: known.suspensions,
          },
          day,
          null,
        )
        expect([day, row.product_name, row.status]).toEqual([day, row.product_name, phase])
      }
    }
  })

  it('gives no star without a decision, whatever is done in whatever order', async () => {
    let count = 0
    const deed = fc.constantFrom('draft', 'sign', 'signOwn', 'drop', 'import', 'commit', 'undo', 'revoke')
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 8 }), async (deeds) => {
        const run = ++count
        let open: { id: string; name: string }[] = []
        let files: { id: string; name: string; state: 'checked' | 'committed'; built: boolean }[] = []
        const lawful = new Set<string>()
        for (const [at, each] of deeds.entries()) {
          const name = `Thứ ${run} ${at}`
          const first = open[0]
          const file = files[0]
          if (each === 'draft') {
            const made = await draft(grant({ productId: null, productName: name }))
            open.push({ id: made.data.draft.id, name })
          } else if (each === 'sign' && first) {
            expect((await sign(first.id, { number: `${run}.${at}/QĐ` })).status).toBe(200)
            lawful.add(first.name)
            open = open.slice(1)
          } else if (each === 'signOwn' && first) {
            expect((await sign(first.id, { number: `${run}.${at}/QĐ` }, officer)).status).toBe(403)
          } else if (each === 'drop' && first) {
            await call('POST', `/official/decisions/${first.id}/drop`, { token: officer, body: { version: 1 } })
            open = open.slice(1)
          } else if (each === 'import') {
            const { result: id } = await checkImportWorkflow(getContainer()).run({
              input: {
                by: { type: 'official', id: 'off_import', name: 'Cán bộ', post: null },
                provinceCode: '08',
                fileName: 'so.csv',
                content: Buffer.from(csvOf([cells({ number: `${run}.${at}/QĐ-X`, product_name: name })])).toString(
                  'base64',
                ),
                today: TODAY,
                sample: false,
              },
            })
            files.push({ id, name, state: 'checked', built: false })
          } else if (each === 'commit' && file) {
            const answer = await act(file.id, 'commit')
            expect(answer.status).toBe(file.state === 'checked' ? 200 : 409)
            file.state = 'committed'
            lawful.add(file.name)
          } else if (each === 'undo' && file) {
            const answer = await act(file.id, 'undo')
            const done = file.state === 'committed' && !file.built
            expect(answer.status).toBe(done ? 200 : 409)
            if (done) {
              lawful.delete(file.name)
              files = files.slice(1)
            }
          } else if (each === 'revoke') {
            const target = [...lawful][0]
            if (target === undefined) continue
            const [row] = await rows<{ id: string; revoked_on: string | null }>(
              `SELECT id, revoked_on FROM recognition WHERE product_name = '${target}'`,
            )
            if (!row || row.revoked_on !== null) continue
            const made = await draft(
              {
                recognitionId: row.id,
                ground: 'stopped',
                conclusionOn: TODAY,
                conclusion: 'Ngừng sản xuất',
                from: TODAY,
              },
              'revocation',
            )
            expect((await sign(made.data.draft.id, { number: `${run}.${at}/QĐ-R` })).status).toBe(200)
            for (const one of files) if (one.name === target) one.built = true
          }
          const stars = await rows<{ product_name: string }>(
            `SELECT r.product_name FROM recognition r JOIN council_decision d ON d.id = r.decision_id
              LEFT JOIN decision_draft f ON f.decision_id = d.id AND f.state = 'signed' AND f.signed_by <> f.drafted_by
              LEFT JOIN decision_import i ON i.id = d.import_id AND i.state = 'committed'
             WHERE r.product_name LIKE 'Thứ ${run} %' AND (f.id IS NOT NULL OR i.id IS NOT NULL)`,
          )
          const all = await rows(`SELECT 1 FROM recognition WHERE product_name LIKE 'Thứ ${run} %'`)
          expect([...stars.map(({ product_name }) => product_name)].sort()).toEqual([...lawful].sort())
          expect(all).toHaveLength(stars.length)
        }
      }),
      { numRuns: 30, seed: 26 },
    )
  }, 60_000)

  it('opens to nobody whose post or place it is not', async () => {
    const { id } = (await draft(grant())).data.draft
    const file = (await upload(csvOf([cells()]))).data.import.id
    const paths = [
      ...DECISION_ROUTES.flatMap(({ matcher, methods }) => methods.map((method) => ({ method, path: matcher }))),
      { method: 'POST', path: '/official/decision-imports' },
    ]
    const real = (path: string) =>
      path.replace(
        ':id',
        path.includes('imports') ? file : path.includes('recognitions') ? (shop.recognitionIds[0] ?? '') : id,
      )
    for (const { method, path } of paths) {
      expect([path, (await call(method, real(path), { body: {} })).status]).toEqual([path, 401])
      if (!path.includes(':id')) continue
      const bodies: Record<string, unknown> = {
        '/official/decisions/:id': {
          version: 1,
          kind: 'recognition',
          authority: 'UBND',
          legalBasis: 'Luật',
          rows: [grant()],
        },
        '/official/decisions/:id/drop': { version: 1 },
        '/official/decisions/:id/sign': { version: 1, number: '1', date: TODAY, signatories: SIGNED_BY },
        '/official/recognitions/:id/link': { productId: shop.honey.id },
      }
      for (const [token, statuses] of [
        [southern, [404]],
        [commune, [403, 404]],
      ] as const) {
        const answer = await call(method, real(path), { token, body: bodies[path] ?? {} })
        expect([method, path, statuses.some((status) => status === answer.status), answer.status]).toEqual([
          method,
          path,
          true,
          answer.status,
        ])
      }
    }
    expect((await call('GET', '/official/decisions', { token: southern })).data.drafts).toEqual([])
    expect((await call('GET', '/official/decisions', { token: officer })).data.drafts).toHaveLength(1)
  })
})
