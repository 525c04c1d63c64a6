import { randomBytes } from 'node:crypto'
import { vietnamDay } from '@sao-lang/traceability/verify'
import sharp from 'sharp'
import type { DossierView } from '../src/dossiers/dossier-view'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { type Answer, forgedToken, PASSWORD, shopCall, signInAs } from './shop-client'
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
const { OWN_PRODUCER_ROUTES } = loadSource<typeof import('../src/api/producer/own-routes')>(
  './src/api/producer/own-routes',
)
const { OWN_OFFICIAL_ROUTES } = loadSource<typeof import('../src/api/official/own-routes')>(
  './src/api/official/own-routes',
)
type Evidence = import('../src/modules/evidence/service').EvidenceModuleService

const DAY_MS = 86_400_000
const dayFromNow = (days: number) => vietnamDay(new Date(Date.now() + days * DAY_MS))
const FORM = {
  ...{ representative: 'Nguyễn Thị Trà', position: 'Giám đốc', phone: '0912345678', address: 'Thôn 1' },
  ...{ businessNumber: '5000123456', description: 'Mật ong rừng già.', capacity: '2 tấn một năm', statements: {} },
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let shop: SampleShop
  let producerId = ''
  let owner = ''
  let second = ''
  let stranger = ''
  let officer = ''
  let neighbour = ''
  let paperIds: Record<string, string> = {}

  beforeAll(async () => {
    const container = getContainer()
    shop = await makeSampleShop(container)
    await adoptSeedRules(container)
    const other = {
      ...{ handle: 'ho-lua', name: 'Hộ Lúa Vàng', legalForm: 'household' as const, provinceCode: '08' },
      ...{ communeCode: '00700', address: null, legacyPlace: null, phone: null, storyVi: null, storyEn: null },
      ...{ source: null, sample: [] },
    }
    await upsertProducersWorkflow(container).run({ input: { producers: [other] } })
    const ids = await rows<{ id: string; handle: string }>('SELECT id, handle FROM producer')
    const idOf = (handle: string) => ids.find((row) => row.handle === handle)?.id ?? ''
    producerId = idOf('htx-son-tra')
    const member = async (email: string, of: string) => {
      const input = { producerId: of, name: `Người ${email}`, email, password: PASSWORD, role: 'manager' as const }
      await createProducerMemberWorkflow(container).run({ input })
      return signInAs(call, 'producer', email)
    }
    owner = await member('tra@example.com', producerId)
    second = await member('hai@example.com', producerId)
    stranger = await member('lua@example.com', idOf('ho-lua'))
    const official = async (email: string, communeCode: string) => {
      await makeOfficial(container, email, PASSWORD, [samplePost('commune_officer', { communeCode })])
      return signInAs(call, 'official', email)
    }
    officer = await official('xa@example.com', '00691')
    neighbour = await official('xa-ben@example.com', '00700')
    paperIds = await papers()
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }

  async function papers(): Promise<Record<string, string>> {
    const evidence = getContainer().resolve<Evidence>('evidence')
    const kinds = ['business_registration', 'food_safety', 'test_report', 'origin']
    const made = await evidence.createPapers(
      kinds.map((kind) => ({
        ...{ producer_id: producerId, member_id: 'pmem_x', kind, title: `Giấy ${kind}`, file: `private-${kind}.pdf` },
        ...{ pages: 1, bytes: 1_000, sha256: randomBytes(32).toString('hex'), media_type: 'application/pdf' },
        expires_on: kind === 'food_safety' ? dayFromNow(30) : null,
      })),
    )
    return Object.fromEntries(made.map(({ kind, id }) => [kind, id]))
  }

  const send = (token: string, method: string, path: string, body?: unknown) => call(method, path, { token, body })
  const begin = async () => {
    const body = { productId: shop.honey.id, kind: 'first', setNo: 4 }
    const answer = await send(owner, 'POST', '/producer/dossiers', body)
    return answer.data.dossier as DossierView
  }
  const put = async (view: DossierView, what: string, body: object, token = owner): Promise<Answer> =>
    send(token, 'PUT', `/producer/dossiers/${view.id}/${what}`, { version: view.version, ...body })
  const codeOf = ({ status, data }: Answer) => [status, data.error?.code]

  /** Fills everything in: the best option of each criterion, one paper for all. */
  async function fill(begun: DossierView): Promise<DossierView> {
    let view = (await put(begun, 'form', { form: FORM })).data.dossier as DossierView
    const answers = view.sections.flatMap(({ criteria }) =>
      criteria.map(({ id, options }) => ({
        criterionId: id,
        optionId: options.at(-1)?.id,
        paperIds: [paperIds.origin],
      })),
    )
    view = (await put(view, 'scores', { answers })).data.dossier
    const required = view.required.map(({ paper }) => ({ paper, paperIds: [paperIds[paper]] }))
    view = (await put(view, 'papers', { papers: required })).data.dossier
    const story = { version: 0, vi: 'Ong lấy mật trên núi cao. '.repeat(20), en: '', pictures: shown(view) }
    expect((await send(owner, 'PUT', `/producer/stories/${shop.honey.id}`, story)).status).toBe(200)
    return view
  }
  const shown = (view: DossierView) =>
    (view.story?.pictures ?? []).map(({ variants, alt }) => ({ path: variants[0]?.path, alt }))
  const submit = (view: DossierView, token = owner) =>
    send(token, 'POST', `/producer/dossiers/${view.id}/submit`, { version: view.version })
  const act = (view: DossierView, what: string, body: object = {}, token = officer) =>
    send(token, 'POST', `/official/dossiers/${view.id}/${what}`, { version: view.version, ...body })
  const confirm = (view: DossierView, items = ['origin', 'labour', 'idea', 'identity']) =>
    act(view, 'confirm', {
      items: items.map((item) => ({ item, confirmed: true, figure: '80%', note: 'Đã xem tại cơ sở' })),
    })

  it('keeps every route to its own producer and its own commune', async () => {
    const view = await fill(await begin())
    const body = { version: view.version }
    const mine = OWN_PRODUCER_ROUTES.filter(({ matcher }) => /dossiers|stories/.test(matcher)).flatMap((route) =>
      route.methods.map((method) => ({ method, path: route.matcher })),
    )
    expect(mine.length).toBeGreaterThan(13)
    for (const { method, path } of mine) {
      const asked = path.replace(':id', view.id).replace(':product', shop.honey.id)
      const right: Record<string, unknown> = {
        form: { ...body, form: FORM },
        scores: { ...body, answers: [{ criterionId: view.sections[0]?.criteria[0]?.id ?? '' }] },
        papers: { ...body, papers: [{ paper: 'food_safety', paperIds: [] }] },
        dossiers: { productId: shop.honey.id, kind: 'first', setNo: 4 },
        'take-back': {},
      }
      const last = path.split('/').at(-1) ?? ''
      const story = { version: 1, vi: 'Của tôi', en: '', pictures: [] }
      const sent = method === 'GET' ? undefined : last === ':product' ? story : (right[last] ?? body)
      for (const token of ['', officer, forgedToken('producer', 'pmem_gone')]) {
        expect([method, path, (await send(token, method, asked, sent)).status]).toEqual([method, path, 401])
      }
      const foreign = await send(stranger, method, asked, sent)
      const expected = path === '/producer/dossiers' ? (method === 'GET' ? 200 : 422) : 404
      expect([method, path, foreign.status]).toEqual([method, path, expected])
    }
    expect((await send(stranger, 'GET', '/producer/dossiers')).data.dossiers).toEqual([])

    // A draft is nobody's business at the commune; afterwards it is its own commune's alone.
    expect((await send(officer, 'GET', `/official/dossiers/${view.id}`)).status).toBe(404)
    expect((await submit(view)).status).toBe(200)
    const theirs = OWN_OFFICIAL_ROUTES.filter(({ matcher }) => matcher.startsWith('/official/dossiers/')).flatMap(
      (route) => route.methods.map((method) => ({ method, path: route.matcher })),
    )
    expect(theirs.length).toBeGreaterThan(7)
    for (const { method, path } of theirs) {
      const right: Record<string, unknown> = {
        confirm: { items: [{ item: 'origin', confirmed: true, figure: '1', note: 'Đã xem' }] },
        return: { deadline: dayFromNow(5), items: [{ what: 'field', ref: 'story', reason: 'Quá ngắn' }] },
      }
      const sent = method === 'GET' ? undefined : { version: 99, ...(right[path.split('/').at(-1) ?? ''] as object) }
      const asked = path.replace(':id', view.id)
      expect([path, (await send(neighbour, method, asked, sent)).status]).toEqual([path, 404])
      expect([path, (await send(owner, method, asked, sent)).status]).toEqual([path, 401])
    }
    expect((await send(neighbour, 'GET', '/official/dossiers')).data).toMatchObject({ dossiers: [], total: 0 })
    expect((await send(officer, 'GET', '/official/dossiers')).data).toMatchObject({ total: 1, overdue: 0 })
  })

  it('hands in only what is complete, once however often it is sent, with a number of its commune and year', async () => {
    const draft = await begin()
    const early = await submit(draft)
    expect(codeOf(early)).toEqual([422, 'dossier_incomplete'])
    expect(early.data.missing.length).toBeGreaterThan(20)
    expect(
      codeOf(await send(owner, 'POST', '/producer/dossiers', { productId: shop.honey.id, kind: 'first', setNo: 4 })),
    ).toEqual([409, 'dossier_open'])
    const full = await fill(draft)
    expect((await send(owner, 'GET', `/producer/dossiers/${full.id}`)).data.dossier.missing).toEqual([])
    const answers = await Promise.all([submit(full), submit(full, second), submit(full)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const year = dayFromNow(0).slice(0, 4)
    for (const { data } of answers) {
      expect(data.dossier).toMatchObject({ state: 'submitted', receiptNumber: `1/PĐK-08-00691-${year}` })
    }
    expect(await rows("SELECT act FROM dossier_event WHERE act = 'submitted'")).toHaveLength(1)
    expect(await rows("SELECT kind FROM notice WHERE kind LIKE 'dossier_%' ORDER BY kind")).toEqual([
      { kind: 'dossier_received' },
      { kind: 'dossier_waiting' },
    ])
    for (const form of ['registration', 'self-assessment']) {
      const pdf = await call('GET', `/producer/dossiers/${full.id}/${form}.pdf`, { token: owner, raw: true })
      expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    }
    await expect(dbConnection.raw("UPDATE dossier_event SET act = 'nothing'")).rejects.toThrow(/insert-only/)
  })

  it('tells the second of two who save at once, and loses neither', async () => {
    const view = await begin()
    const first = await put(view, 'form', { form: { ...FORM, capacity: 'Một tấn' } })
    const late = await put(view, 'form', { form: { ...FORM, capacity: 'Hai tấn' } }, second)
    expect([first.status, ...codeOf(late)]).toEqual([200, 409, 'dossier_changed'])
    const both = await Promise.all(
      ['Ba tấn', 'Bốn tấn'].map((capacity) => put(first.data.dossier, 'form', { form: { ...FORM, capacity } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const [criterion] = view.sections[0]?.criteria ?? []
    const wrong = [{ criterionId: criterion?.id, optionId: view.sections[1]?.criteria[0]?.options[0]?.id }]
    const now = both.find(({ status }) => status === 200)?.data.dossier
    expect(codeOf(await put(now, 'scores', { answers: wrong }))).toEqual([422, 'dossier_pick_invalid'])
    const foreign = [{ criterionId: criterion?.id, paperIds: ['paper_of_another'] }]
    expect(codeOf(await put(now, 'scores', { answers: foreign }))).toEqual([422, 'dossier_paper_unknown'])
  })

  it('comes back with reasons and a deadline, is mended, and passes on only whole and confirmed', async () => {
    const draft = await fill(await begin())
    let view = (await submit(draft)).data.dossier as DossierView
    view = (await act(view, 'open')).data.dossier
    expect(view.state).toBe('in_review')
    const items = [{ what: 'paper', ref: 'food_safety', reason: 'Bản chụp bị mờ, hãy chụp lại' }]
    expect(codeOf(await act(view, 'return', { deadline: dayFromNow(0), items }))).toEqual([422, 'dossier_deadline'])
    const unknown = [{ what: 'paper', ref: 'no_such', reason: 'Không có giấy này' }]
    expect(codeOf(await act(view, 'return', { deadline: dayFromNow(9), items: unknown }))).toEqual([
      422,
      'dossier_return_items',
    ])
    view = (await act(view, 'return', { deadline: dayFromNow(9), items })).data.dossier
    expect(view).toMatchObject({ state: 'returned', returns: [{ deadline: dayFromNow(9), items, answeredAt: null }] })

    view = (await put(view, 'papers', { papers: [{ paper: 'food_safety', paperIds: [] }] })).data.dossier
    expect(codeOf(await submit(view))).toEqual([422, 'dossier_incomplete'])
    view = (await put(view, 'papers', { papers: [{ paper: 'food_safety', paperIds: [paperIds.food_safety] }] })).data
      .dossier
    view = (await submit(view)).data.dossier
    expect(view).toMatchObject({ state: 'in_review', returns: [{ answeredAt: expect.any(String) }] })

    expect(codeOf(await act(view, 'pass-on'))).toEqual([422, 'dossier_not_confirmed'])
    view = (await confirm(view, ['origin', 'labour', 'idea'])).data.dossier
    const open = await act(view, 'pass-on')
    expect([codeOf(open), open.data.open]).toEqual([[422, 'dossier_not_confirmed'], ['identity']])
    view = (await confirm(view)).data.dossier
    // What has run out since, or was replaced in the store, stops it at the commune too.
    await dbConnection.raw("UPDATE paper SET expires_on = '2020-01-01' WHERE kind = 'food_safety'")
    const stopped = await act(view, 'pass-on')
    expect([codeOf(stopped), stopped.data.missing]).toMatchObject([[422, 'dossier_incomplete'], [{ code: 'expired' }]])
    await dbConnection.raw(`UPDATE paper SET expires_on = '${dayFromNow(30)}' WHERE kind = 'food_safety'`)
    view = (await act(view, 'pass-on')).data.dossier
    expect(view).toMatchObject({ state: 'passed_on', acts: [], passedOnAt: expect.any(String) })
    const report = await call('GET', `/official/dossiers/${view.id}/commune-report.pdf`, { token: officer, raw: true })
    expect(report.status).toBe(200)
    const deeds = await rows<{ verb: string }>('SELECT verb FROM audit_entry ORDER BY at, id')
    expect(deeds.map(({ verb }) => verb).filter((verb) => verb.startsWith('dossier:'))).toEqual([
      'dossier:open',
      'dossier:return',
      'dossier:confirm',
      'dossier:confirm',
      'dossier:pass_on',
    ])
    expect(codeOf(await put(view, 'form', { form: FORM }))).toEqual([409, 'dossier_state'])
  })

  it('refuses an answer after its last day, and takes one after the commune set a new day', async () => {
    let view = (await submit(await fill(await begin()))).data.dossier as DossierView
    const items = [{ what: 'field', ref: 'story', reason: 'Chuyện còn chung chung' }]
    view = (await act(view, 'return', { deadline: dayFromNow(3), items })).data.dossier
    await dbConnection.raw("UPDATE dossier_return SET deadline = '2026-01-01'")
    expect(codeOf(await submit(view))).toEqual([409, 'dossier_answer_late'])
    view = (await act(view, 'return', { deadline: dayFromNow(3), items })).data.dossier
    expect((await submit(view)).data.dossier.state).toBe('in_review')
    const gone = await send(owner, 'POST', `/producer/dossiers/${view.id}/withdraw`, {
      ...{ version: (await send(owner, 'GET', `/producer/dossiers/${view.id}`)).data.dossier.version, reason: 'Đổi ý' },
    })
    expect(gone.data.dossier.state).toBe('withdrawn')
    expect((await begin()).state).toBe('draft')
  })

  /** Sends a photo for the story of the tea. */
  async function picture(): Promise<Answer> {
    const jpeg = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#4a7' } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(jpeg)]), 'doi-che.jpg')
    form.set('title', 'Đồi chè buổi sáng')
    form.set('public', 'true')
    const encoded = new Response(form)
    return call('POST', `/producer/stories/${shop.tea.id}/pictures`, {
      token: owner,
      body: Buffer.from(await encoded.arrayBuffer()),
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    })
  }

  it('shows a story only once it is published, and can take it back', async () => {
    const path = `/producer/stories/${shop.tea.id}`
    const { story } = (await send(owner, 'GET', path)).data
    const shownNow = async () =>
      (await rows<{ s: string }>(`SELECT story_vi AS s FROM listing_detail WHERE product_id = '${shop.tea.id}'`))[0]?.s
    const saved = await send(owner, 'PUT', path, { version: story.version, vi: 'Chuyện mới.', en: '', pictures: [] })
    expect([saved.status, await shownNow()]).toEqual([200, 'Chuyện sản phẩm.'])
    expect(codeOf(await send(second, 'PUT', path, { version: 0, vi: 'Khác', en: '', pictures: [] }))).toEqual([
      409,
      'story_changed',
    ])
    expect((await send(owner, 'POST', `${path}/publish`, { version: 1 })).status).toBe(200)
    expect(await shownNow()).toBe('Chuyện mới.')
    const queued = await rows(`SELECT 1 FROM outbox_message WHERE topic = 'passport' AND key = '${shop.tea.id}'`)
    expect(queued.length).toBeGreaterThan(0)
    expect((await send(owner, 'POST', `${path}/take-back`, {})).data.story).toMatchObject({ canTakeBack: false })
    expect(await shownNow()).toBe('Chuyện sản phẩm.')
    const photo = await picture()
    expect(photo.status).toBe(201)
    const added = photo.data.story.pictures.at(-1)
    expect(added).toMatchObject({ alt: 'Đồi chè buổi sáng', width: 900, height: 600 })
    expect(added.variants.map(({ width }: { width: number }) => width)).toEqual([640])
    expect((await call('GET', `/files/${added.variants[0].path}`)).status).toBe(200)
    const alien = { version: 1, vi: 'x', en: '', pictures: [{ path: 'cua-nguoi-khac.webp', alt: 'x' }] }
    expect((await send(owner, 'PUT', path, alien)).status).toBe(422)
  })
})
