import { vietnamDay } from '@sao-lang/traceability/verify'
import { loadSource } from './load-source'
import { PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { adoptSeedRules } = loadSource<typeof import('./sample-rules')>('./integration-tests/sample-rules')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { recordDecisionWorkflow } = loadSource<typeof import('../src/workflows/recognition/workflows/record-decision')>(
  './src/workflows/recognition/workflows/record-decision',
)

const TODAY = vietnamDay(new Date())
const YEAR = TODAY.slice(0, 4)

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let leader = ''
  let officer = ''
  let southern = ''
  let ministry = ''
  let member = ''
  let honeyId = ''
  let key = ''

  beforeAll(async () => {
    const container = getContainer()
    const shop = await makeSampleShop(container)
    honeyId = shop.honey.id
    key = shop.publishableKey
    await adoptSeedRules(container)
    const made = async (email: string, post: Parameters<typeof makeOfficial>[3]) => {
      await makeOfficial(container, email, PASSWORD, post)
      return await signInAs(call, 'official', email)
    }
    leader = await made('tinh@example.com', [samplePost('province_leader')])
    officer = await made('xa@example.com', [samplePost('commune_leader')])
    southern = await made('nam@example.com', [samplePost('province_leader', { provinceCode: '82' })])
    ministry = await made('bo@example.com', [samplePost('ministry_leader')])
    member = await made('uy-vien@example.com', [samplePost('council_member')])
    await dbUtils.snapshot()
  })

  /** A star for the honey, decided on a day of the past but written down only now. */
  async function recordLate(date: string): Promise<void> {
    await recordDecisionWorkflow(getContainer()).run({
      input: {
        decision: {
          ...{ number: '99/QĐ-UBND', date, authority: 'UBND tỉnh Tuyên Quang', level: 'province' },
          ...{ legalBasis: null, source: null, sample: true },
        },
        recognitions: [
          {
            ...{ productId: honeyId, productName: 'Mật ong rừng', stars: 3, points: 60, rubricVersion: '148/2023' },
            ...{ validFrom: date, validTo: '2099-01-01', sample: true },
          },
        ],
      },
    })
  }

  const open = (query: string) =>
    call('GET', `/store/programme-figures?${query}`, { headers: { 'x-publishable-api-key': key } })
  const report = (token: string, path: string) => call('GET', `/official/reports/${path}`, { token })
  const release = (token: string, body: object = {}) =>
    call('POST', `/official/reports/${YEAR}/release`, { token, body })

  it('counts the programme from decisions on record, for whoever asks and for any past period', async () => {
    const now = await open('province=08')
    expect(now.data.report).toMatchObject({
      provinceCode: '08',
      asOf: TODAY,
      sample: true,
      figures: {
        inForce: { five: 0, four: 1, three: 0, all: 1 },
        holders: { all: 1 },
        bySector: [{ sector: 'drink' }],
      },
    })
    const then = await open('province=08&period=2024')
    expect(then.data.report.figures.inForce.all).toBe(0)
    const began = await open('period=2025-01')
    expect(began.data.report.figures.movement).toMatchObject({ start: 0, gained: 1, lost: 0 })
    for (const [query, status, code] of [
      ['period=2099', 404, 'not_found'],
      ['period=2026-13', 400, 'report_period'],
      ['province=99', 404, 'not_found'],
      ['tinh=08', 400, 'unknown_field'],
    ] as const) {
      const refused = await open(query)
      expect([query, refused.status, refused.data.error.code]).toEqual([query, status, code])
    }
  })

  it('keeps a report as it was handed in, whatever is written down later', async () => {
    const first = await release(leader)
    expect([first.status, first.data.releases]).toMatchObject([201, [{ edition: 1, note: '' }]])
    await recordLate(`${YEAR}-01-05`)
    const [kept, live] = [await report(leader, `${YEAR}?edition=1`), await report(leader, YEAR)]
    expect(kept.data.report.figures.inForce.all).toBe(1)
    expect(kept.data.sha256).toBe(kept.data.releases[0].sha256)
    expect(live.data.report.figures).toMatchObject({ inForce: { all: 2 }, awarded: { first: { three: 1 } } })
    expect(live.data.sha256).not.toBe(kept.data.sha256)

    const again = await release(leader)
    expect([again.status, again.data.error.code]).toEqual([422, 'report_note_missing'])
    const second = await release(leader, { note: 'Bổ sung quyết định ghi muộn.' })
    expect(second.data.releases.map(({ edition }: { edition: number }) => edition)).toEqual([1, 2])
    const audit = await dbConnection.raw(`SELECT count(*)::int AS n FROM audit_entry WHERE verb = 'report:release'`)
    expect(audit.rows).toEqual([{ n: 2 }])
    expect((await report(leader, `${YEAR}?edition=3`)).status).toBe(404)
  })

  it('gives the report as a workbook and on paper', async () => {
    for (const [file, head] of [
      ['report.xlsx', 'PK'],
      ['report.pdf', '%PDF-'],
    ] as const) {
      const answer = await call('GET', `/official/reports/${YEAR}/${file}`, { token: leader, raw: true })
      expect([answer.status, Buffer.from(answer.data).toString('latin1', 0, head.length)]).toEqual([200, head])
    }
  })

  it('sets a target in place of the one before, and lets a report handed in keep the old one', async () => {
    const plan = (target: number) =>
      call('POST', '/official/plan-targets', {
        token: leader,
        body: { year: Number(YEAR), measure: 'recognised', target, source: 'Kế hoạch thử' },
      })
    const first = await plan(4)
    expect([first.status, first.data.error]).toEqual([201, undefined])
    await release(leader)
    expect((await plan(8)).status).toBe(201)
    const targets = (answer: Awaited<ReturnType<typeof report>>) =>
      answer.data.report.figures.plan.map(({ target, result }: { target: number; result: number }) => [target, result])
    expect(targets(await report(leader, `${YEAR}?edition=1`))).toEqual([[4, 0]])
    expect(targets(await report(leader, YEAR))).toEqual([[8, 0]])
    const wrong = await call('POST', '/official/plan-targets', {
      token: leader,
      body: { year: Number(YEAR), measure: 'recognised', target: -1, source: 'Kế hoạch thử' },
    })
    expect([wrong.status, wrong.data.error.code]).toEqual([400, 'plan_target'])
  })

  it('lets a province read and hand in its own reports, a commune read them, the ministry the country’s', async () => {
    expect((await report(leader, `${YEAR}?province=82`)).status).toBe(404)
    expect((await report(southern, YEAR)).data.report).toMatchObject({
      provinceCode: '82',
      figures: { inForce: { all: 0 } },
    })
    expect((await report(officer, YEAR)).data.report.provinceCode).toBe('08')
    expect((await release(officer)).status).toBe(403)
    expect((await report(member, YEAR)).status).toBe(403)
    expect((await report(ministry, YEAR)).data.report).toMatchObject({
      provinceCode: null,
      figures: { inForce: { all: 1 } },
    })
    expect((await report(ministry, `${YEAR}?province=82`)).data.report.provinceCode).toBe('82')
    const list = await call('GET', '/official/reports', { token: leader })
    expect(list.data.periods[0]).toMatchObject({ key: YEAR, dueOn: `${YEAR}-12-14`, releases: [] })
  })
})
