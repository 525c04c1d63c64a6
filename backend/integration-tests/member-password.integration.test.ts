import { loadSource } from './load-source'
import { adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')
const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { openPart } = loadSource<typeof import('../src/dispatch/dispatch')>('./src/dispatch/dispatch')

const NEW_PASSWORD = 'mot mat khau moi that dai'

shopSuite(({ getContainer, api, dbUtils }) => {
  const call = shopCall({ api })
  const tokens = { admin: '', owner: '', packer: '', stranger: '' }
  const ids = { producer: '', owner: '', packer: '', stranger: '' }
  let key = ''

  const rows = <Row>(text: string, values: unknown[] = []) =>
    inTransaction(getContainer(), (sql) => sql.query<Row>(text, values))
  let visitor = 0
  /** Each time from another address, unless told: the limit of one address is a rule of its own. */
  const store = (url: string, body: unknown, address?: string) => {
    visitor += 1
    const headers = { 'x-publishable-api-key': key, 'x-forwarded-for': address ?? `198.51.100.${visitor}` }
    return call('POST', url, { body, headers })
  }
  const forgot = (email: string) => store('/store/members/forgot', { email })
  const reset = (token: string, password = NEW_PASSWORD) => store('/store/members/reset', { token, password })
  const me = async (token: string) => (await call('GET', '/producer/me', { token })).status
  const tokenOf = (path: string) => new URL(path, 'http://x').searchParams.get('ma') ?? ''
  const letters = async () =>
    (
      await rows<{ id: string; sealed: Parameters<typeof openPart>[1]; params: unknown }>(
        `SELECT id, sealed, params FROM dispatch_message WHERE kind = 'password_reset' ORDER BY created_at, id`,
      )
    ).map(({ id, sealed, params }) => ({ ...openPart(id, sealed), params }))

  beforeAll(async () => {
    const container = getContainer()
    key = (await makeSampleShop(container)).publishableKey
    tokens.admin = await adminToken({ getContainer, api })
    const producers = await rows<{ id: string }>('SELECT id FROM producer ORDER BY id LIMIT 2')
    ids.producer = producers[0]?.id ?? ''
    const member = async (producerId: string, email: string, role: 'owner' | 'packer') =>
      (
        await createProducerMemberWorkflow(container).run({
          input: { producerId, name: 'Chị Mai', email, password: PASSWORD, role },
        })
      ).result
    ids.owner = await member(ids.producer, 'chu@example.com', 'owner')
    ids.packer = await member(ids.producer, 'goi@example.com', 'packer')
    ids.stranger = await member(producers[1]?.id ?? ids.producer, 'la@example.com', 'packer')
    tokens.owner = await signInAs(call, 'producer', 'chu@example.com')
    tokens.packer = await signInAs(call, 'producer', 'goi@example.com')
    tokens.stranger = await signInAs(call, 'producer', 'la@example.com')
    await dbUtils.snapshot()
  })

  it('says the same whether somebody signs in with the address, and writes to members alone', async () => {
    const [known, unknown] = [await forgot('CHU@example.com'), await forgot('ai-do@example.com')]
    expect([known.status, known.data]).toEqual([unknown.status, unknown.data])
    expect(known.data).toEqual({ sent: true })
    const sent = await letters()
    expect(sent).toMatchObject([{ address: 'chu@example.com', params: { hours: 1 } }])
    const kept = await rows<{ row: string }>('SELECT row_to_json(r)::text AS row FROM member_password_reset r')
    expect(kept).toHaveLength(1)
    expect(kept[0]?.row).not.toContain(tokenOf(sent[0]?.path ?? ''))
    expect((await store('/store/members/forgot', { email: 'khong-phai' })).data.error.code).toBe('email_invalid')
    expect((await store('/store/members/forgot', { email: 'a@b.vn', more: 1 })).status).toBe(400)
  })

  it('sends three letters an hour to one member, however often it is asked', async () => {
    for (let asked = 0; asked < 6; asked += 1) expect((await forgot('chu@example.com')).data).toEqual({ sent: true })
    expect(await letters()).toHaveLength(3)
  })

  it('takes ten requests a minute from one address', async () => {
    const answers: number[] = []
    for (let asked = 0; asked < 12; asked += 1) {
      answers.push((await store('/store/members/forgot', { email: 'ai-do@example.com' }, '203.0.113.7')).status)
    }
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429])
  })

  it('sets a password once, within the hour, by the newest link alone, and ends every session', async () => {
    await forgot('chu@example.com')
    await forgot('chu@example.com')
    const [older = '', newer = ''] = (await letters()).map(({ path }) => tokenOf(path ?? ''))
    expect((await reset(older)).data.error.code).toBe('reset_link')
    expect((await reset(newer, 'ngan')).data.error.code).toBe('password_invalid')
    expect((await reset('A'.repeat(32))).data.error.code).toBe('reset_link')
    expect(await me(tokens.owner)).toBe(200)
    // Tokens carry whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const answers = await Promise.all([reset(newer), reset(newer), reset(newer)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    expect(await me(tokens.owner)).toBe(401)
    const renewed = await call('POST', '/auth/token/refresh', { token: tokens.owner })
    expect(renewed.status).toBe(401)
    expect(await me(tokens.packer)).toBe(200)
    expect(await signInAs(call, 'producer', 'chu@example.com')).toBe('')
    const fresh = await signInAs(call, 'producer', 'chu@example.com', NEW_PASSWORD)
    expect(await me(fresh)).toBe(200)
    const again = await call('POST', '/auth/token/refresh', { token: fresh })
    expect([again.status, await me(again.data.token)]).toEqual([200, 200])
  })

  it('opens nothing with a link that is over, nor for a member who is gone', async () => {
    await forgot('chu@example.com')
    await rows(`UPDATE member_password_reset SET expires_at = now() - interval '1 second'`)
    expect((await reset(tokenOf((await letters())[0]?.path ?? ''))).data.error.code).toBe('reset_link')
    await forgot('goi@example.com')
    await rows('UPDATE producer_member SET deleted_at = now() WHERE id = ?', [ids.packer])
    expect((await reset(tokenOf((await letters())[1]?.path ?? ''))).data.error.code).toBe('reset_link')
  })

  it('lets an owner hand a link to one of their people, never to another owner or to strangers, on record', async () => {
    const link = (member: string, token: string) =>
      call('POST', `/producer/members/${member}/reset-link`, { token, body: {} })
    expect((await link(ids.packer, tokens.packer)).status).toBe(403)
    expect((await link(ids.owner, tokens.owner)).data.error.code).toBe('reset_owner')
    expect((await link('pmem_none', tokens.owner)).status).toBe(404)
    if (ids.stranger !== '') {
      const [row] = await rows<{ producer_id: string }>('SELECT producer_id FROM producer_member WHERE id = ?', [
        ids.stranger,
      ])
      expect((await link(ids.stranger, tokens.owner)).status).toBe(row?.producer_id === ids.producer ? 200 : 404)
    }
    const given = await link(ids.packer, tokens.owner)
    expect([given.status, given.data.minutes]).toEqual([200, 60])
    expect((await reset(tokenOf(given.data.path))).status).toBe(200)
    expect(await signInAs(call, 'producer', 'goi@example.com', NEW_PASSWORD)).not.toBe('')
    const audits = await rows<{ actor_id: string; subject_id: string }>(
      `SELECT actor_id, subject_id FROM audit_entry WHERE verb = 'member:reset_link' AND subject_id = ?`,
      [ids.packer],
    )
    expect(audits).toEqual([{ actor_id: ids.owner, subject_id: ids.packer }])
  })

  it('lets the operator hand a link to an owner, with the name of who did it', async () => {
    const link = (producer: string, member: string) =>
      call('POST', `/admin/producers/${producer}/members/${member}/reset-link`, { token: tokens.admin, body: {} })
    expect((await link('prod_none', ids.owner)).status).toBe(404)
    const given = await link(ids.producer, ids.owner)
    expect(given.data.url).toContain('/chu-the/dat-mat-khau?ma=')
    expect((await reset(tokenOf(given.data.url))).status).toBe(200)
    const audits = await rows(`SELECT 1 FROM audit_entry WHERE verb = 'member:reset_link' AND actor_type = 'user'`)
    expect(audits).toHaveLength(1)
  })
})
