import { randomUUID } from 'node:crypto'
import { vietnamDay } from '@sao-lang/traceability/verify'
import sharp from 'sharp'
import { loadSource } from './load-source'
import { type Answer, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { adoptSeedRules } = loadSource<typeof import('./sample-rules')>('./integration-tests/sample-rules')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')
const { upsertProducersWorkflow } = loadSource<typeof import('../src/workflows/producer/workflows/upsert-producers')>(
  './src/workflows/producer/workflows/upsert-producers',
)
const { recordDecisionWorkflow } = loadSource<typeof import('../src/workflows/recognition/workflows/record-decision')>(
  './src/workflows/recognition/workflows/record-decision',
)
const { createInspectorWorkflow } = loadSource<typeof import('../src/workflows/inspection/workflows/create-inspector')>(
  './src/workflows/inspection/workflows/create-inspector',
)
const { keepInspectionRecordWorkflow } = loadSource<typeof import('../src/workflows/inspection/workflows/keep-record')>(
  './src/workflows/inspection/workflows/keep-record',
)
const { signDecisionWorkflow } = loadSource<typeof import('../src/workflows/decision/workflows/sign-decision')>(
  './src/workflows/decision/workflows/sign-decision',
)
const { settleProposals } = loadSource<typeof import('../src/post-inspection/settle-proposals')>(
  './src/post-inspection/settle-proposals',
)
const { POST_INSPECTION_ROUTES } = loadSource<typeof import('../src/api/official/post-inspection-routes')>(
  './src/api/official/post-inspection-routes',
)

const DAY_MS = 86_400_000
const dayFromNow = (days: number) => vietnamDay(new Date(Date.now() + days * DAY_MS))
const TODAY = dayFromNow(0)

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const token: Record<string, string> = {}
  let tea = ''
  let honey = ''
  let teaProduct = ''
  let recordId = ''

  beforeAll(async () => {
    const container = getContainer()
    const shop = await makeSampleShop(container)
    await adoptSeedRules(container)
    tea = shop.recognitionIds[0] ?? ''
    teaProduct = shop.tea.id
    const { result: best } = await recordDecisionWorkflow(container).run({
      input: {
        decision: {
          number: '99/QĐ-BNNMT',
          date: '2026-01-10',
          authority: 'Bộ Nông nghiệp và Môi trường',
          level: 'central',
          legalBasis: '148/QĐ-TTg',
          source: null,
          sample: true,
        },
        recognitions: [
          {
            productId: shop.honey.id,
            productName: 'Mật ong rừng',
            stars: 5,
            points: 92,
            rubricVersion: '148/2023',
            validFrom: '2026-01-10',
            validTo: '2099-01-09',
            sample: true,
          },
        ],
      },
    })
    honey = best.recognitionIds[0] ?? ''
    const officials: [string, Parameters<typeof samplePost>][] = [
      ['officer', ['province_officer']],
      ['secretary', ['council_secretary']],
      ['leader', ['province_leader']],
      ['southern', ['province_officer', { provinceCode: '82' }]],
      ['commune', ['commune_officer']],
      ['neighbour', ['commune_officer', { communeCode: '00700' }]],
      ['advisor', ['advisor']],
      ['ministry', ['ministry_officer']],
    ]
    for (const [name, post] of officials) {
      await makeOfficial(container, `${name}@example.com`, PASSWORD, [samplePost(...post)])
      token[name] = await signInAs(call, 'official', `${name}@example.com`)
    }
    await upsertProducersWorkflow(container).run({
      input: {
        producers: [
          {
            handle: 'ho-khac',
            name: 'Hộ khác',
            legalForm: 'household',
            provinceCode: '08',
            communeCode: '00691',
            address: null,
            legacyPlace: null,
            phone: null,
            storyVi: null,
            storyEn: null,
            source: null,
            sample: [],
          },
        ],
      },
    })
    for (const { id, handle } of (await dbConnection.raw('SELECT id, handle FROM producer')).rows) {
      await createProducerMemberWorkflow(container).run({
        input: { producerId: id, name: 'Chị Mai', email: `${handle}@example.com`, password: PASSWORD, role: 'owner' },
      })
    }
    token.holder = await signInAs(call, 'producer', 'htx-son-tra@example.com')
    token.other = await signInAs(call, 'producer', 'ho-khac@example.com')
    const { result: inspectorId } = await createInspectorWorkflow(container).run({
      input: {
        name: 'Kiểm tra viên',
        email: 'tra@example.com',
        password: PASSWORD,
        agency: 'Đội 1',
        provinceCodes: ['08'],
      },
    })
    const { result: kept } = await keepInspectionRecordWorkflow(container).run({
      input: {
        scope: { inspectorId, sample: false },
        receivedAt: new Date().toISOString(),
        record: {
          requestKey: randomUUID(),
          provinceCode: '08',
          place: 'Chợ Tam Cờ',
          foundAt: new Date().toISOString(),
          deviceNow: new Date().toISOString(),
          scanned: null,
          productRef: teaProduct,
          productName: 'Chè Shan tuyết',
          seller: 'Sạp số 3',
          findings: ['wrong_stars', 'void_label'],
          notes: 'Hộp ghi 5 sao.',
          verdict: null,
          followUpBy: null,
          photos: [],
        },
      },
    })
    recordId = kept.id
    await dbUtils.snapshot()
  })

  const ask = (who: string, method: string, url: string, body?: unknown): Promise<Answer> =>
    call(method, url, { token: token[who] ?? '', ...(body === undefined ? {} : { body }) })
  const refusal = ({ status, data }: Answer) => [status, data.error?.code ?? null]

  const opening = (recognitionId = tea) => ({
    recognitionId,
    trigger: 'inspector_record',
    triggerNote: 'Chợ báo hộp ghi sai số sao.',
    recordIds: recognitionId === tea ? [recordId] : [],
  })
  const seen = (changes: Record<string, unknown> = {}) => ({
    place: 'Xưởng chè thôn 1',
    day: TODAY,
    team: [{ name: 'Nguyễn Văn Hậu', unit: 'Sở Nông nghiệp và Môi trường' }],
    looks: [
      { look: 'criteria', result: 'pass', note: '' },
      { look: 'mark_use', result: 'fail', note: 'Hộp mới in 5 sao.' },
    ],
    violations: ['wrong_stars'],
    ...changes,
  })
  const concluded = (changes: Record<string, unknown> = {}) => ({
    conclusion: 'Bao bì mới ghi sai số sao so với quyết định.',
    concludedOn: TODAY,
    followUps: [{ what: 'Thu hồi hộp in sai, in lại nhãn.', dueOn: dayFromNow(10) }],
    ...changes,
  })
  async function opened(): Promise<string> {
    return (await ask('officer', 'POST', '/official/post-inspections', opening())).data.inspection.id
  }
  async function concludedInspection(
    changes: Record<string, unknown> = {},
  ): Promise<{ path: string; data: Answer['data'] }> {
    const path = `/official/post-inspections/${await opened()}`
    await ask('officer', 'POST', `${path}/record`, seen())
    const { data } = await ask('officer', 'POST', `${path}/conclude`, concluded(changes))
    return { path, data }
  }
  async function photo(colour: string): Promise<{ body: Buffer; headers: Record<string, string> }> {
    const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'anh.jpg')
    form.set('look', 'mark_use')
    form.set('title', 'Hộp mới')
    const encoded = new Response(form)
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' }
    return { body: Buffer.from(await encoded.arrayBuffer()), headers }
  }

  it('shows and changes nothing outside of an official’s place, nor without the verb, nor to another holder', async () => {
    const { path, data } = await concludedInspection()
    const photos = await photo('#884422')
    const followUp = data.followUps[0].id
    const proposal = { recognitionId: tea, ground: 'mark_misuse', reason: 'Cố ý ghi sai số sao.', evidence: 'Biên bản' }
    const bodies: Record<string, unknown> = {
      'POST /official/post-inspections': opening(),
      'POST /official/revocation-proposals': proposal,
      [`POST ${path}/record`]: seen(),
      [`POST ${path}/links`]: { recordId },
      [`POST ${path}/conclude`]: concluded(),
      [`POST ${path}/close`]: { note: 'Xong hết rồi' },
      [`POST ${path}/cancel`]: { note: 'Không làm nữa' },
      [`POST ${path}/follow-ups/${followUp}/review`]: { verdict: 'accepted', note: 'Đã in lại' },
    }
    const walked = POST_INSPECTION_ROUTES.flatMap(({ matcher, methods }) =>
      methods.map((method) => ({ method, matcher })),
    )
      .map(({ method, matcher }) => ({
        method,
        url: matcher
          .replace('/official/post-inspections/:id', path)
          .replace(':follow_up', followUp)
          .replace(':recognition', tea)
          .replace(/:\w+/g, 'x'),
      }))
      .filter(
        ({ method, url }) =>
          !url.includes('inspection-plans') &&
          !/proposals\/x/.test(url) &&
          (method === 'GET' || bodies[`${method} ${url}`]),
      )
    expect(walked.length).toBeGreaterThan(14)
    for (const { method, url } of walked) {
      const body = bodies[`${method} ${url}`]
      const list = /(post-inspections|revocation-proposals|mark-uses(\.\w+)?)$/.test(url) && method === 'GET'
      for (const who of ['southern', 'neighbour']) {
        const answer = await ask(who, method, url, body)
        expect([method, url, who, answer.status]).toEqual([method, url, who, list ? 200 : 404])
        expect([url, who, JSON.stringify(answer.data).includes('Chè')]).toEqual([url, who, false])
      }
      expect([method, url, ...refusal(await ask('advisor', method, url, body))]).toEqual([
        method,
        url,
        403,
        'not_permitted',
      ])
    }
    expect((await call('POST', `${path}/photos`, { token: token.southern ?? '', ...photos })).status).toBe(404)
    // A commune records in its commune, and plans nowhere.
    expect((await ask('commune', 'GET', path)).status).toBe(200)
    const plan = { year: 2026, provinceCode: '08', title: 'Kế hoạch hậu kiểm', items: [] }
    expect(refusal(await ask('commune', 'POST', '/official/inspection-plans', plan))).toEqual([403, 'not_permitted'])
    expect((await ask('southern', 'POST', '/official/inspection-plans', plan)).status).toBe(404)

    const id = path.split('/').at(-1)
    const answerPath = `/producer/post-inspections/follow-ups/${followUp}/answer`
    expect((await ask('other', 'POST', answerPath, { note: 'Đã sửa xong' })).status).toBe(404)
    expect((await ask('other', 'GET', `/producer/post-inspections/${id}/minutes.pdf`)).status).toBe(404)
    expect((await ask('other', 'GET', '/producer/post-inspections')).data).toEqual({ inspections: [] })
    expect((await ask('other', 'GET', '/producer/mark-uses')).data).toEqual({ markUses: [] })
    const artwork = {
      usedOn: 'label',
      title: 'Hộp',
      printedName: 'Chè Shan tuyết',
      printedStars: 4,
      since: TODAY,
      file: 'x',
    }
    expect((await ask('other', 'POST', `/producer/mark-uses/${tea}/artwork`, artwork)).status).toBe(404)
  })

  it('leaves products with 5 stars to the ministry (art. 9)', async () => {
    const asked = (who: string) => ask(who, 'POST', '/official/post-inspections', opening(honey))
    expect(refusal(await asked('officer'))).toEqual([403, 'five_star_ministry'])
    expect(refusal(await asked('commune'))).toEqual([403, 'five_star_ministry'])
    const made = await asked('ministry')
    expect([made.status, made.data.inspection.stars]).toEqual([201, 5])
    expect((await ask('ministry', 'POST', '/official/post-inspections', opening())).status).toBe(201)
  })

  it('plans a year: a draft is changed, approved by a decision once, and becomes inspections', async () => {
    const items = [{ recognitionId: tea, month: 3 }]
    const plan = { year: 2026, provinceCode: '08', title: 'Kế hoạch hậu kiểm năm 2026', items: [] }
    const made = await ask('officer', 'POST', '/official/inspection-plans', plan)
    expect([made.status, made.data.plan.state]).toEqual([201, 'draft'])
    expect(refusal(await ask('leader', 'POST', '/official/inspection-plans', plan))).toEqual([409, 'plan_exists'])
    const path = `/official/inspection-plans/${made.data.plan.id}`
    const approval = { decisionNumber: '12/KH-SNNMT', decisionDate: TODAY }
    expect(refusal(await ask('leader', 'POST', `${path}/approve`, approval))).toEqual([422, 'plan_empty'])
    const stray = { title: plan.title, items: [{ recognitionId: honey, month: 3 }] }
    expect(refusal(await ask('officer', 'PUT', path, stray))).toEqual([403, 'five_star_ministry'])
    expect((await ask('officer', 'PUT', path, { title: plan.title, items })).data.plan.items).toHaveLength(1)
    const both = await Promise.all(['leader', 'officer'].map((who) => ask(who, 'POST', `${path}/approve`, approval)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const list = await ask('officer', 'GET', '/official/post-inspections?year=2026')
    expect(list.data.summary).toEqual({ planned: 1, plannedDone: 0, adHoc: 0, adHocDone: 0 })
    expect(list.data.inspections[0]).toMatchObject({ planned: true, plannedFor: '2026-03', state: 'planned' })
    expect(refusal(await ask('officer', 'PUT', path, { title: plan.title, items }))).toEqual([409, 'plan_approved'])
    const duties = (await ask('officer', 'GET', '/official/duties')).data.duties
    expect(duties).toContainEqual(
      expect.objectContaining({ key: 'inspection_planned', dueOn: '2026-03-31', overdue: true }),
    )
  })

  it('goes from a market record over the four looks to what is mended, told, answered, refused and taken', async () => {
    const path = `/official/post-inspections/${await opened()}`
    const found = await ask('officer', 'GET', path)
    expect(found.data.records).toMatchObject([{ id: recordId, violations: ['wrong_stars'] }])
    expect(found.data.rule.grounds).toHaveLength(6)
    expect(refusal(await ask('officer', 'POST', `${path}/conclude`, concluded()))).toEqual([422, 'nothing_looked_at'])
    const wrong = seen({ violations: [] })
    expect(refusal(await ask('officer', 'POST', `${path}/record`, wrong))).toEqual([422, 'violation_missing'])
    expect(refusal(await ask('officer', 'POST', `${path}/record`, seen({ day: dayFromNow(1) })))).toEqual([
      422,
      'inspection_day',
    ])
    expect((await ask('commune', 'POST', `${path}/record`, seen())).data.inspection.state).toBe('under_way')
    const upload = async () =>
      call('POST', `${path}/photos`, { token: token.officer ?? '', ...(await photo('#228844')) })
    const first = await upload()
    expect([first.status, first.data.photos.length]).toEqual([201, 1])
    expect(refusal(await upload())).toEqual([409, 'photo_known'])
    const file = first.data.photos[0].file
    expect((await ask('officer', 'GET', `${path}/photos/${file}`)).headers['content-type']).toBe('image/jpeg')
    expect((await call('GET', `/files/${file}`)).status).toBe(404)

    // The holder knows nothing of it before the conclusion.
    expect((await ask('holder', 'GET', '/producer/post-inspections')).data.inspections).toEqual([])
    const late = concluded({ followUps: [{ what: 'In lại nhãn', dueOn: TODAY }] })
    expect(refusal(await ask('officer', 'POST', `${path}/conclude`, late))).toEqual([422, 'follow_up_day'])
    const both = await Promise.all([1, 2].map(() => ask('officer', 'POST', `${path}/conclude`, concluded())))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(refusal(await ask('officer', 'POST', `${path}/close`, { note: 'Đóng luôn' }))).toEqual([
      409,
      'follow_up_open',
    ])

    const told = (await ask('holder', 'GET', '/producer/notices')).data.notices
    expect(told.map(({ kind }: { kind: string }) => kind)).toContain('post_inspection_concluded')
    const [mine] = (await ask('holder', 'GET', '/producer/post-inspections')).data.inspections
    expect(mine).toMatchObject({ state: 'concluded', violations: ['wrong_stars'], followUps: [{ state: 'open' }] })
    const followUp = mine.followUps[0].id
    const answer = () =>
      ask('holder', 'POST', `/producer/post-inspections/follow-ups/${followUp}/answer`, { note: 'Đã in lại 500 hộp.' })
    expect(
      refusal(
        await ask('holder', 'POST', `/producer/post-inspections/follow-ups/${followUp}/answer`, {
          note: 'Đã xong',
          file: 'cua-nguoi-khac.pdf',
        }),
      ),
    ).toEqual([422, 'evidence_unknown'])
    expect((await answer()).data.inspection.followUps[0].state).toBe('answered')
    expect(refusal(await answer())).toEqual([409, 'follow_up_state'])
    const review = (body: Record<string, unknown>) =>
      ask('officer', 'POST', `${path}/follow-ups/${followUp}/review`, body)
    const refused = { verdict: 'refused', note: 'Ảnh chưa thấy nhãn mới.', dueOn: dayFromNow(20) }
    expect((await review(refused)).data.followUps[0]).toMatchObject({ state: 'refused', dueOn: dayFromNow(20) })
    await answer()
    const mended = await review({ verdict: 'accepted', note: 'Đã kiểm tra nhãn mới.' })
    expect(mended.data).toMatchObject({ inspection: { state: 'followed_up' }, followUps: [{ state: 'accepted' }] })
    expect(mended.data.followUps[0].answers).toHaveLength(2)

    for (const [who, url] of [
      ['officer', `${path}/minutes.pdf`],
      ['holder', `/producer/post-inspections/${mine.id}/minutes.pdf`],
    ] as const) {
      const pdf = await call('GET', url, { token: token[who] ?? '', raw: true })
      expect([pdf.status, Buffer.from(pdf.data).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    }
    const closed = await ask('officer', 'POST', `${path}/close`, { note: 'Đã khắc phục xong.' })
    expect(closed.data.inspection.state).toBe('closed')
    const { rows } = await dbConnection.raw(
      "SELECT verb FROM audit_entry WHERE subject_type = 'post_inspection' ORDER BY at",
    )
    expect(rows.map(({ verb }: { verb: string }) => verb)).toEqual(
      expect.arrayContaining([
        'post_inspection:record',
        'post_inspection:conclude',
        'follow_up:review',
        'post_inspection:close',
      ]),
    )
  })

  it('keeps the register of mark use: the right by law, registered artwork, what was found, as a file too', async () => {
    const { data: open } = await call('GET', `/store/mark-uses/${tea}`, { headers: await keyHeader() })
    expect(open.markUse).toMatchObject({ stars: 4, right: { allowed: true, state: 'valid', until: '2099-01-09' } })
    expect(open.markUse.violations).toBeUndefined()
    expect((await call('GET', '/store/mark-uses/recog_x', { headers: await keyHeader() })).status).toBe(404)

    const file = await ownPaper()
    const artwork = {
      usedOn: 'packaging',
      title: 'Hộp 100 g',
      printedName: 'Chè Shan tuyết',
      printedStars: 4,
      since: TODAY,
      file,
    }
    const register = (changes: Record<string, unknown> = {}) =>
      ask('holder', 'POST', `/producer/mark-uses/${tea}/artwork`, { ...artwork, ...changes })
    expect(refusal(await register({ printedStars: 5 }))).toEqual([422, 'artwork_wrong_stars'])
    expect(refusal(await register({ printedName: 'Chè xanh' }))).toEqual([422, 'artwork_other_product'])
    expect(refusal(await register({ since: '2024-01-01' }))).toEqual([422, 'artwork_lapsed'])
    expect(refusal(await register({ file: 'cua-nguoi-khac.jpg' }))).toEqual([422, 'evidence_unknown'])
    const made = await register()
    expect(made.status).toBe(201)

    const { data } = await ask('officer', 'GET', '/official/mark-uses?q=che%20shan')
    expect(data.markUses).toMatchObject([
      {
        recognitionId: tea,
        artwork: [{ title: 'Hộp 100 g', violations: [] }],
        violations: [{ kind: 'wrong_stars', source: 'inspector_record', id: recordId }],
      },
    ])
    expect((await ask('officer', 'GET', '/official/mark-uses')).data.total).toBe(2)
    expect((await ask('officer', 'GET', `/official/mark-uses/${tea}`)).data).toMatchObject({ labels: null })
    const csv = await ask('officer', 'GET', '/official/mark-uses.csv')
    expect(csv.data.split('\r\n')).toHaveLength(4)
    expect(csv.data).toContain('Ghi sai số sao')
    const xlsx = await call('GET', '/official/mark-uses.xlsx', { token: token.officer ?? '', raw: true })
    expect(Buffer.from(xlsx.data).subarray(0, 2).toString()).toBe('PK')
    const own = made.data.markUses.find((use: { recognitionId: string }) => use.recognitionId === tea)
    const end = () => ask('holder', 'POST', `/producer/mark-uses/artwork/${own.artwork[0].id}/end`, { until: TODAY })
    expect((await end()).status).toBe(200)
    expect(refusal(await end())).toEqual([409, 'artwork_ended'])
  })

  it('proposes a revocation on a conclusion alone, on one of the grounds, once, with the day it must be decided by (art. 8)', async () => {
    const proposal = (changes: Record<string, unknown> = {}) => ({
      recognitionId: tea,
      ground: 'mark_misuse',
      reason: 'Cố ý ghi sai số sao, đã nhắc mà không sửa.',
      evidence: 'Biên bản hậu kiểm và ảnh hộp in sai.',
      ...changes,
    })
    const propose = (changes: Record<string, unknown> = {}, who = 'officer') =>
      ask(who, 'POST', '/official/revocation-proposals', proposal(changes))
    const postInspectionId = await opened()
    expect(refusal(await propose())).toEqual([409, 'not_concluded'])
    expect(refusal(await propose({ postInspectionId }))).toEqual([409, 'not_concluded'])
    const path = `/official/post-inspections/${postInspectionId}`
    await ask('officer', 'POST', `${path}/record`, seen())
    expect(refusal(await propose({ postInspectionId }))).toEqual([409, 'not_concluded'])
    await ask('officer', 'POST', `${path}/conclude`, concluded({ followUps: [] }))
    expect(refusal(await propose({ postInspectionId, ground: 'khac' }))).toEqual([422, 'revocation_ground_unknown'])
    expect(refusal(await propose({ postInspectionId }, 'commune'))).toEqual([403, 'not_permitted'])
    expect(refusal(await propose({ postInspectionId }, 'leader'))).toEqual([403, 'not_permitted'])
    const both = await Promise.all([1, 2].map(() => propose({ postInspectionId })))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const [made] = both.filter(({ status }) => status === 201)
    expect(made?.data.proposal).toMatchObject({ state: 'proposed', concludedOn: TODAY, dueOn: dayFromNow(15) })
    expect(refusal(await ask('officer', 'POST', `${path}/close`, { note: 'Đóng lại' }))).toEqual([409, 'proposal_open'])
    const dropped = await ask('officer', 'POST', `/official/revocation-proposals/${made?.data.proposal.id}/drop`, {
      note: 'Chủ thể đã khắc phục.',
    })
    expect(dropped.data.proposal.state).toBe('dropped')
    const authority = { authority: 'Chi cục An toàn thực phẩm', authorityPaper: '45/KL-ATTP', ground: 'authority' }
    expect(refusal(await propose({ ...authority, concludedOn: dayFromNow(1) }))).toEqual([422, 'conclusion_day'])
    const late = await propose({ ...authority, concludedOn: dayFromNow(-15) })
    expect(late.data.proposal).toMatchObject({ inspectionId: null, dueOn: TODAY })
    const { data: all } = await ask('secretary', 'GET', '/official/revocation-proposals')
    expect(all.proposals.map(({ state }: { state: string }) => state).sort()).toEqual(['dropped', 'proposed'])
    expect([all.today, all.grounds.length]).toEqual([TODAY, 6])
  })

  it('revokes by the hand of another: proposal, draft, signature, and the mark may no longer be used', async () => {
    const { data } = await concludedInspection({ followUps: [] })
    const proposed = await ask('officer', 'POST', '/official/revocation-proposals', {
      recognitionId: tea,
      postInspectionId: data.inspection.id,
      ground: 'mark_misuse',
      reason: 'Cố ý ghi sai số sao, đã nhắc mà không sửa.',
      evidence: 'Biên bản hậu kiểm',
    })
    const path = `/official/revocation-proposals/${proposed.data.proposal.id}`
    expect(refusal(await ask('leader', 'POST', `${path}/draft`, {}))).toEqual([403, 'not_permitted'])
    expect((await ask('southern', 'POST', `${path}/draft`, {})).status).toBe(404)
    const both = await Promise.all([1, 2].map(() => ask('secretary', 'POST', `${path}/draft`, {})))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { rows: drafts } = await dbConnection.raw('SELECT id, version, drafted_by, authority FROM decision_draft')
    expect(drafts).toMatchObject([{ authority: 'UBND tỉnh Tuyên Quang' }])
    expect(refusal(await ask('officer', 'POST', `${path}/drop`, { note: 'Rút lại' }))).toEqual([409, 'proposal_state'])

    const { rows: people } = await dbConnection.raw("SELECT id, email FROM official WHERE email LIKE 'leader@%'")
    const sign = (id: string) =>
      signDecisionWorkflow(getContainer()).run({
        input: {
          by: { type: 'official', id, name: 'Lãnh đạo', post: null },
          post: { level: 'province', provinceCode: '08' },
          draftId: drafts[0].id,
          version: drafts[0].version,
          number: '77/QĐ-UBND',
          date: TODAY,
          signatories: [{ name: 'Lãnh đạo', title: 'Chủ tịch' }],
          lateReason: null,
          today: TODAY,
        },
      })
    await expect(sign(drafts[0].drafted_by)).rejects.toMatchObject({ code: 'four_eyes' })
    expect(await settleProposals(getContainer())).toBe(0)
    await sign(people[0].id)
    expect(await settleProposals(getContainer())).toBe(1)
    expect(await settleProposals(getContainer())).toBe(0)
    const detail = await ask('officer', 'GET', `/official/post-inspections/${data.inspection.id}`)
    expect(detail.data.proposals).toMatchObject([{ state: 'decided', decisionNumber: '77/QĐ-UBND', decidedOn: TODAY }])
    const { data: open } = await call('GET', `/store/mark-uses/${tea}`, { headers: await keyHeader() })
    expect(open.markUse.right).toMatchObject({ allowed: false, state: 'revoked', until: dayFromNow(-1) })
    for (const who of ['holder', 'commune']) {
      const told = (await ask(who, 'GET', who === 'holder' ? '/producer/notices' : '/official/notices')).data.notices
      expect(told.map(({ kind }: { kind: string }) => kind)).toContain('revocation_decided')
    }
    const again = await ask('officer', 'POST', '/official/revocation-proposals', {
      recognitionId: tea,
      postInspectionId: data.inspection.id,
      ground: 'mark_misuse',
      reason: 'Cố ý ghi sai số sao lần nữa.',
      evidence: 'Biên bản',
    })
    expect(refusal(again)).toEqual([409, 'recognition_already_revoked'])
  })

  async function keyHeader(): Promise<Record<string, string>> {
    const { rows } = await dbConnection.raw("SELECT token FROM api_key WHERE type = 'publishable'")
    return { 'x-publishable-api-key': rows[0].token }
  }

  async function ownPaper(): Promise<string> {
    const form = new FormData()
    const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer()
    form.set('file', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'hop.jpg')
    form.set('title', 'Mẫu hộp')
    form.set('public', 'false')
    const encoded = new Response(form)
    const answer = await call('POST', '/producer/evidence', {
      token: token.holder ?? '',
      body: Buffer.from(await encoded.arrayBuffer()),
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    })
    return answer.data.file
  }
})
