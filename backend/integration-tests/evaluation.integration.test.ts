import { criteriaOf, setOf } from '@sao-lang/traceability/verify/rating'
import type { EvaluationView } from '../src/evaluations/read-evaluation'
import type { SittingPage } from '../src/evaluations/read-sittings'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { type Answer, forgedToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { adoptSeedRules } = loadSource<typeof import('./sample-rules')>('./integration-tests/sample-rules')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { OWN_OFFICIAL_ROUTES } = loadSource<typeof import('../src/api/official/own-routes')>(
  './src/api/official/own-routes',
)
const { rulesOn } = loadSource<typeof import('../src/rules/rules-on')>('./src/rules/rules-on')
type Dossiers = import('../src/modules/dossier/service').DossierModuleService

/** Honey and other raw farm food, by the criteria in force. */
const SET = 4
const VERSION = '26/2026'
const ADVICE = {
  ...{ papersSound: true, papersNote: 'Đủ giấy tờ', visitedOn: null, visitPlace: '', visitNote: '' },
  ...{ testPapers: [], testNote: '', picks: {}, report: 'Đề nghị đưa ra hội đồng.' },
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const tokens: Record<string, string> = {}
  const ids: Record<string, string> = {}
  let shop: SampleShop
  let producerId = ''
  let best: Record<string, string | null> = {}
  let points: { id: string; options: { id: string; points: number }[] }[] = []

  beforeAll(async () => {
    const container = getContainer()
    shop = await makeSampleShop(container)
    await adoptSeedRules(container)
    const [producer] = await rows<{ id: string }>("SELECT id FROM producer WHERE handle = 'htx-son-tra'")
    producerId = producer?.id ?? ''
    const people = {
      advisor: samplePost('advisor'),
      secretary: samplePost('council_secretary'),
      chair: samplePost('council_chair'),
      an: samplePost('council_member'),
      binh: samplePost('council_member'),
      officer: samplePost('province_officer'),
      commune: samplePost('commune_officer'),
      elsewhere: samplePost('council_secretary', { provinceCode: '82' }),
      ministryAdvisor: samplePost('advisor', { level: 'ministry', provinceCode: null }),
      ministry: samplePost('ministry_officer'),
      ministrySecretary: samplePost('council_secretary', { level: 'ministry', provinceCode: null }),
      ministryChair: samplePost('council_chair', { level: 'ministry', provinceCode: null }),
      ministryOne: samplePost('council_member', { level: 'ministry', provinceCode: null }),
      ministryTwo: samplePost('council_member', { level: 'ministry', provinceCode: null }),
    }
    for (const [name, post] of Object.entries(people)) {
      const email = `${name.toLowerCase()}@example.com`
      ids[name] = await makeOfficial(container, email, PASSWORD, [post])
      tokens[name] = await signInAs(call, 'official', email)
    }
    const rules = await rulesOn(container, '2026-11-23')
    points = criteriaOf(setOf(rules.rubricOf(VERSION), SET)).map(({ id, options }) => ({ id, options: [...options] }))
    best = Object.fromEntries(points.map(({ id, options }) => [id, options.at(-1)?.id ?? null]))
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }
  const send = (who: string, method: string, path: string, body?: unknown) =>
    call(method, `/official/${path}`, { token: tokens[who] ?? '', body })
  const codeOf = ({ status, data }: Answer) => [status, data.error?.code ?? null]
  const ok = <T>(answer: Answer, key?: string): T => {
    expect([answer.status, answer.data.error ?? null]).toEqual([answer.status < 300 ? answer.status : 200, null])
    return (key ? answer.data[key] : answer.data) as T
  }

  /** Options that lose so many points against the best sheet, from the criteria with the most to lose. */
  function picksBelow(lost: number): Record<string, string | null> {
    let left = lost
    return Object.fromEntries(
      points.map(({ id, options }) => {
        const top = options.at(-1)
        const found = options.filter((each) => (top?.points ?? 0) - each.points <= left)[0] ?? top
        left -= (top?.points ?? 0) - (found?.points ?? 0)
        return [id, found?.id ?? null]
      }),
    )
  }

  async function dossier(kind = 'first'): Promise<string> {
    const dossiers = getContainer().resolve<Dossiers>('dossier')
    const made = await dossiers.createDossiers({
      ...{ producer_id: producerId, product_id: shop.honey.id, product_name: 'Mật ong rừng', kind },
      ...{ rubric_version: VERSION, set_no: SET, variant: null, state: 'passed_on', form: {} },
      ...{ province_code: '08', commune_code: '00691', passed_on_at: new Date() },
    } as unknown as Parameters<Dossiers['createDossiers']>[0])
    return (made as unknown as { id: string }).id
  }

  async function councilOf(level: 'province' | 'ministry'): Promise<{ council: string; round: string }> {
    const [by, chair, one, two, secretary] =
      level === 'province'
        ? ['secretary', 'chair', 'an', 'binh', 'secretary']
        : ['ministrySecretary', 'ministryChair', 'ministryOne', 'ministryTwo', 'ministrySecretary']
    const provinceCode = level === 'province' ? '08' : null
    const seat = (name: string, role: string) => ({ officialId: ids[name], role, body: 'Sở' })
    const council = await send(by, 'POST', 'councils', {
      ...{ level, provinceCode, number: `01/${level}`, date: '2026-05-30', foundedBy: 'UBND tỉnh' },
      members: [seat(chair, 'chair'), seat(one, 'member'), seat(two, 'member'), seat(secretary, 'secretary')],
    })
    const round = await send(by, 'POST', 'rounds', {
      ...{ level, provinceCode, year: 2026, no: 2, sendsUntil: null, meetsBy: null },
    })
    return { council: ok<{ id: string }>(council, 'council').id, round: ok<{ id: string }>(round, 'round').id }
  }

  /** Receives, advises and calls one dossier; out: the open sitting and the sheets by member. */
  async function opened(
    level: 'province' | 'ministry' = 'province',
    { from = {} as object, mode = 'meeting', kind = 'first' } = {},
  ) {
    const at =
      level === 'province' ? { s: 'secretary', a: 'advisor' } : { s: 'ministrySecretary', a: 'ministryAdvisor' }
    const { council, round } = await councilOf(level)
    const source = level === 'province' ? { dossierId: await dossier(kind) } : from
    let view = ok<EvaluationView>(await send(at.s, 'POST', 'evaluations', { ...source, roundId: round }), 'evaluation')
    const advice = { ...ADVICE, version: view.version, handIn: true }
    view = ok(await send(at.a, 'POST', `evaluations/${view.id}/advice`, advice), 'evaluation')
    expect(view.state).toBe('ready')
    const agenda = [{ evaluationId: view.id, version: view.version }]
    const sitting = { councilId: council, roundId: round, day: '2026-11-25', place: 'Phòng họp', mode, agenda }
    let page = ok<SittingPage>(await send(at.s, 'POST', 'sittings', sitting))
    page = ok(await send(at.s, 'POST', `sittings/${page.sitting.id}/open`, { version: page.sitting.version }))
    return { evaluation: view, page, path: `sittings/${page.sitting.id}`, council, round }
  }
  const sheetOf = async (who: string) => {
    const { sittings } = ok<{ sittings: { toScore: { id: string }[] }[] }>(await send(who, 'GET', 'sheets'))
    return sittings.flatMap(({ toScore }) => toScore)[0]?.id ?? ''
  }
  const score = async (who: string, picks = best, submit = true, stance: string | null = null) =>
    send(who, 'POST', `sheets/${await sheetOf(who)}`, { picks, opinion: `Ý kiến ${who}`, stance, submit })
  const evaluationOf = async (id: string, who = 'secretary') =>
    ok<EvaluationView>(await send(who, 'GET', `evaluations/${id}`), 'evaluation')
  const settle = async (id: string, who = 'secretary') =>
    send(who, 'POST', `evaluations/${id}/settle`, { version: (await evaluationOf(id, who)).version })

  it('opens no route to strangers, another province, or a post that may not', async () => {
    const { evaluation, page } = await opened()
    const sheet = await sheetOf('an')
    const routes = OWN_OFFICIAL_ROUTES.filter(({ matcher }) =>
      /^\/official\/(evaluations|rounds|councils|sittings|sheets)/.test(matcher),
    ).flatMap(({ matcher, methods }) => methods.map((method) => ({ matcher, method })))
    expect(routes.length).toBeGreaterThan(25)
    const item = page.sitting.items[0]
    const bodies: Record<string, object> = {
      advice: { ...ADVICE, version: 1, handIn: false },
      'fall-back': { version: 1, grant: true },
      close: { version: 1 },
      rescore: { note: 'Đã trao đổi' },
      exclude: { memberId: item?.sheets[0]?.memberId, ground: null, reason: 'Đi công tác' },
      readmit: { memberId: item?.sheets[0]?.memberId },
      conflict: { ground: 'family', reason: 'Người thân' },
      adjourn: {},
      draft: {},
    }
    for (const { matcher, method } of routes) {
      const subject = /sheets/.test(matcher) ? sheet : /sittings/.test(matcher) ? page.sitting.id : evaluation.id
      const path = matcher
        .replace(':id', subject)
        .replace(':item', item?.id ?? '')
        .replace(':file', 'x')
      for (const token of ['', forgedToken('producer', 'pmem_1'), forgedToken('official', 'offl_gone')]) {
        expect([path, (await call(method, path, { token, body: {} })).status]).toEqual([path, 401])
      }
      if (path === matcher || matcher.endsWith('/replay')) continue
      const last = path.split('/').at(-1) ?? ''
      const reason = matcher.includes('evaluations') && last === 'close' ? { reason: 'Hồ sơ giả mạo' } : {}
      const whole = bodies[last] ?? { version: 1 }
      const body = /sheets\/:id$/.test(matcher)
        ? { picks: best, opinion: '', stance: null, submit: true }
        : { ...whole, ...reason }
      const { status, data } = await send('elsewhere', method, path.slice('/official/'.length), body)
      expect([path, status, data.error?.code]).toEqual([
        path,
        /sheets/.test(matcher) || last === 'advice' || last === 'photos' ? expect.any(Number) : 404,
        expect.stringMatching(/not_found|not_permitted/),
      ])
    }
    expect(codeOf(await send('an', 'POST', `sittings/${page.sitting.id}/close`, { version: 2 }))).toEqual([
      403,
      'not_permitted',
    ])
    expect(codeOf(await send('commune', 'GET', `sittings/${page.sitting.id}`))).toEqual([404, 'not_found'])
    const ofCommune = await evaluationOf(evaluation.id, 'commune')
    expect([ofCommune.advice, ofCommune.result]).toEqual([null, null])
    const byMember = await evaluationOf(evaluation.id, 'an')
    expect(byMember.advice?.picks).toEqual({})
    expect(codeOf(await send('binh', 'GET', `sheets/${sheet}`))).toEqual([404, 'not_found'])
  })

  it('seals every sheet until the last is in: nobody reads another’s through any route', async () => {
    const { evaluation, page, path } = await opened()
    const picks = picksBelow(3)
    ok(await score('an', picks))
    const secret = [
      'Ý kiến an',
      ...Object.values(picks).filter((id) => id !== null && !Object.values(best).includes(id)),
    ]
    const everywhere = [
      ...['evaluations?state=all', `evaluations/${evaluation.id}`, path, 'sittings', 'rounds', 'councils'],
      ...['duties', 'notices', 'sheets', `sheets/${await sheetOf('binh')}`, 'audit'],
    ]
    for (const who of ['secretary', 'binh', 'chair', 'officer', 'advisor', 'ministry']) {
      for (const each of everywhere) {
        const text = JSON.stringify((await send(who, 'GET', each)).data)
        const leaked = secret.filter((word) => text.includes(`${word}`) && !text.includes('"criteria"'))
        expect([who, each, leaked, text.includes('Ý kiến an')]).toEqual([who, each, [], false])
      }
    }
    const seen = ok<SittingPage>(await send('secretary', 'GET', path)).sitting
    expect(seen.phase).toBe('sealed')
    expect(seen.items[0]).toMatchObject({ result: null, progress: { seats: 3, submitted: 1, waiting: 2 } })
    expect(seen.items[0]?.sheets.every(({ open }) => open === null)).toBe(true)
    const own = page.sitting.items[0]?.sheets[0]
    expect(own).toBeDefined()

    const mine = seen.items[0]?.sheets.find(({ state }) => state === 'submitted')
    const again = { picks: best, opinion: '', stance: null, submit: true }
    expect(codeOf(await send('an', 'POST', `sheets/${mine?.id}`, again))).toEqual([409, 'sheet_sealed'])
    await expect(dbConnection.raw("UPDATE score_sheet SET opinion = 'x' WHERE state = 'submitted'")).rejects.toThrow(
      'sealed',
    )
    expect(codeOf(await settle(evaluation.id))).toEqual([409, 'evaluation_changed'])

    expect(codeOf(await score('binh', { ...best, [points[0]?.id ?? '']: 'q26-99' }))).toEqual([
      422,
      'score_outside_options',
    ])
    expect(codeOf(await score('binh', {}))).toEqual([422, 'score_incomplete'])
    ok(await score('binh', {}, false))
    ok(await score('binh'))
    ok(await score('chair'))
    const open = ok<SittingPage>(await send('secretary', 'GET', path)).sitting
    expect(open.phase).toBe('revealed')
    expect(open.items[0]?.result).toMatchObject({ mean: 99, stars: expect.any(Number), rescore: false })
    expect(open.items[0]?.sheets.map(({ open: sheet }) => sheet?.points).sort()).toEqual([100, 100, 97])
    // 99 points, but no minimum of 5 stars is missing: the ministry decides, there is nothing to draft here.
    ok(await settle(evaluation.id))
    expect(codeOf(await send('secretary', 'POST', `${path}/draft`, {}))).toEqual([409, 'nothing_to_draft'])
    const notes = await rows<{ details: object }>("SELECT details FROM audit_entry WHERE verb = 'sheet:submit'")
    expect(JSON.stringify(notes)).not.toMatch(/points|picks|opinion/)
  })

  it('asks for another round above the spread, leaves out a conflict of interest, and keeps a quorum', async () => {
    const { evaluation, path } = await opened()
    ok(await score('an', picksBelow(14)))
    ok(await score('binh'))
    ok(await score('chair'))
    expect(codeOf(await settle(evaluation.id))).toEqual([409, 'rescore_needed'])
    const page = ok<SittingPage>(await send('secretary', 'GET', path))
    const item = page.sitting.items[0]
    expect(item?.result).toMatchObject({ rescore: true, stars: null })
    const note = { note: 'Đã trao đổi mục 1' }
    ok(await send('secretary', 'POST', `${path}/items/${item?.id}/rescore`, note))
    expect(codeOf(await send('secretary', 'POST', `${path}/items/${item?.id}/rescore`, note))).toEqual([
      409,
      'rescore_not_asked',
    ])
    const chair = item?.sheets.find(({ member }) => member.includes('chair'))?.memberId
    const absent = { memberId: chair, ground: null, reason: 'Đi công tác' }
    expect(codeOf(await send('secretary', 'POST', `${path}/items/${item?.id}/exclude`, absent))).toEqual([
      409,
      'quorum_lost',
    ])
    expect(await rows("SELECT 1 FROM score_sheet WHERE scoring_round = 1 AND state = 'submitted'")).toHaveLength(3)

    const sheet = await sheetOf('an')
    const grounds = { ground: 'nothing', reason: 'Người thân' }
    expect(codeOf(await send('an', 'POST', `sheets/${sheet}/conflict`, grounds))).toEqual([422, 'conflict_ground'])
    ok(await send('an', 'POST', `sheets/${sheet}/conflict`, { ...grounds, ground: 'family' }))
    ok(await score('binh'))
    ok(await score('chair'))
    // Two of three are no quorum (three at least): nothing opens, the dossier goes to another sitting.
    const stuck = ok<SittingPage>(await send('secretary', 'GET', path)).sitting.items[0]
    expect(stuck).toMatchObject({ state: 'scoring', result: null, progress: { conflict: 1, submitted: 2, waiting: 0 } })
    ok(await send('secretary', 'POST', `${path}/items/${item?.id}/adjourn`, {}))
    expect((await evaluationOf(evaluation.id)).state).toBe('ready')
    const pdf = await call('GET', `/official/${path}/minutes.pdf`, { token: tokens.secretary ?? '', raw: true })
    expect([pdf.status, Buffer.from(pdf.data).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  it('lets one of two officials win: receiving, settling and closing', async () => {
    const { round } = await councilOf('province')
    const dossierId = await dossier()
    const received = await Promise.all(
      ['secretary', 'officer'].map((who) => send(who, 'POST', 'evaluations', { dossierId, roundId: round })),
    )
    expect(received.map(({ status }) => status).sort()).toEqual([201, 409])
    const [line] = ok<{ evaluations: { id: string; version: number }[] }>(
      await send('officer', 'GET', 'evaluations'),
    ).evaluations
    const close = { version: line?.version, reason: 'Giấy tờ giả mạo' }
    const closed = await Promise.all(
      ['secretary', 'officer'].map((who) => send(who, 'POST', `evaluations/${line?.id}/close`, close)),
    )
    expect(closed.map(codeOf).sort()).toEqual([
      [200, null],
      [409, 'evaluation_changed'],
    ])
    const [{ state } = { state: '' }] = await rows<{ state: string }>('SELECT state FROM dossier')
    expect(state).toBe('refused')
    expect(await rows("SELECT 1 FROM audit_entry WHERE verb = 'evaluation:close' AND undoes IS NULL")).toHaveLength(1)
  })

  it('from 90 points the province forwards; the ministry’s lower result falls back to 4 stars', async () => {
    const first = await opened()
    for (const who of ['an', 'binh', 'chair']) ok(await score(who))
    ok(await settle(first.evaluation.id))
    expect(await evaluationOf(first.evaluation.id)).toMatchObject({ state: 'forwarded_to_ministry', points: 100 })
    const grant = async () => {
      const { version } = await evaluationOf(first.evaluation.id)
      return send('secretary', 'POST', `evaluations/${first.evaluation.id}/fall-back`, { version, grant: true })
    }
    expect(codeOf(await grant())).toEqual([409, 'evaluation_changed'])

    const above = await opened('ministry', { from: { evaluationId: first.evaluation.id } })
    expect(codeOf(await send('secretary', 'GET', `evaluations/${above.evaluation.id}`))).toEqual([404, 'not_found'])
    for (const who of ['ministryOne', 'ministryTwo', 'ministryChair']) ok(await score(who, picksBelow(12)))
    ok(await settle(above.evaluation.id, 'ministrySecretary'))
    const back = await evaluationOf(first.evaluation.id)
    expect(back).toMatchObject({ state: 'forwarded_to_ministry', above: { outcome: 'fell_short', points: 88 } })
    expect(back.fallBack?.points).toBe(88)
    ok(await grant())
    expect(await evaluationOf(first.evaluation.id)).toMatchObject({
      ...{ state: 'result', outcome: 'fall_back_granted', points: 88, stars: back.fallBack?.stars },
    })
    expect(await rows("SELECT 1 FROM dossier WHERE state = 'evaluated'")).toHaveLength(1)
    expect(codeOf(await send('an', 'POST', `${first.path}/draft`, {}))).toEqual([403, 'not_permitted'])
    const drafts = await Promise.all(
      ['secretary', 'officer'].map((who) => send(who, 'POST', `${first.path}/draft`, {})),
    )
    expect(drafts.map(({ status }) => status).sort()).toEqual([201, 409])
    const kept = await rows<{ rows: { stars: number; points: number }[]; authority: string }>(
      'SELECT rows, authority FROM decision_draft WHERE deleted_at IS NULL',
    )
    expect(kept).toMatchObject([
      { authority: 'UBND tỉnh Tuyên Quang', rows: [{ points: 88, stars: back.fallBack?.stars }] },
    ])
    const told = await rows<{ kind: string }>(`SELECT kind FROM notice WHERE audience = 'producer:${producerId}'`)
    expect(told.map(({ kind }) => kind)).toContain('evaluation_result')
  })

  it('a re-evaluation is done in writing, is due in 45 days, and meets on disagreement', async () => {
    const { evaluation, path } = await opened('province', { mode: 'written_opinion', kind: 'renewal' })
    expect(Date.parse(evaluation.dueOn) - Date.parse(evaluation.receivedOn)).toBeLessThanOrEqual(45 * 86_400_000)
    expect(codeOf(await score('an'))).toEqual([422, 'stance_needed'])
    ok(await score('an', best, true, 'agree'))
    ok(await score('binh', best, true, 'meet'))
    ok(await score('chair', best, true, 'agree'))
    expect(codeOf(await settle(evaluation.id))).toEqual([409, 'written_disagreement'])
    const item = ok<SittingPage>(await send('secretary', 'GET', path)).sitting.items[0]
    ok(await send('secretary', 'POST', `${path}/items/${item?.id}/adjourn`, {}))
    expect((await evaluationOf(evaluation.id)).state).toBe('ready')
  })

  it('replays an imported score by the rules of its day', async () => {
    const { data } = await send('officer', 'GET', 'evaluations/replay?on=2021-06-21&district=49.99&province=80')
    expect(data).toMatchObject({ stars: 2, decidedBy: null })
    expect(data.sentences.vi.at(-1)).toContain('không được xét')
    const [id] = shop.recognitionIds
    const recorded = await send('officer', 'GET', `evaluations/replay?recognition=${id}`)
    expect(recorded.data).toMatchObject({ on: '2025-01-10', stars: 4, recorded: { agrees: true } })
    expect(codeOf(await send('officer', 'GET', 'evaluations/replay?on=2021-06-21'))).toEqual([422, 'replay_scores'])
  })
})
