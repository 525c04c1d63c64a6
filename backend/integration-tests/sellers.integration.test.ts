import sharp from 'sharp'
import { loadSource } from './load-source'
import { type Answer, adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')
const { verifiedBankAccount } = loadSource<typeof import('../src/sellers/bank-accounts')>('./src/sellers/bank-accounts')
const { liftEndedSuspensions } = loadSource<typeof import('../src/sellers/suspensions')>('./src/sellers/suspensions')

const NUMBER = '1903 1234 5678 90'
const FIELDS = {
  legalForm: 'household',
  taxCode: '001 085 001 234',
  provinceCode: '82',
  communeCode: '29905',
  street: 'Ấp 3',
  representative: 'Nguyễn Thị Sáu',
  phone: '0987 654 321',
  email: 'sau@example.com',
  goods: 'Bánh phồng tôm và khô cá lóc',
  bankBin: '970436',
  bankHolder: 'NGUYEN THI SAU',
  bankNumber: NUMBER,
  terms: true,
  privacy: true,
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let key = ''
  let admin = ''
  let tea = { producerId: '', owner: '', ownerId: '' }

  beforeAll(async () => {
    const container = getContainer()
    key = (await makeSampleShop(container)).publishableKey
    const [producer] = await rows<{ id: string }>("SELECT id FROM producer WHERE handle = 'htx-son-tra'")
    const input = { producerId: producer?.id ?? '', name: 'Chị Mai', email: 'mai@example.com', password: PASSWORD }
    const { result } = await createProducerMemberWorkflow(container).run({ input: { ...input, role: 'owner' } })
    tea = { producerId: input.producerId, ownerId: result, owner: await signInAs(call, 'producer', input.email) }
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }

  interface Linked {
    id: string
    token: string
  }
  const store = (method: 'GET' | 'POST', path: string, token: string, body?: unknown): Promise<Answer> =>
    call(method, `/store/${path}`, {
      headers: { 'x-publishable-api-key': key, 'x-seller-token': token },
      ...(method === 'POST' ? { body: body ?? {} } : {}),
    })
  const application = ({ id, token }: Linked, path = '', body?: unknown) =>
    store(body === undefined ? 'GET' : 'POST', `seller-applications/${id}${path}`, token, body)
  async function began(name = 'Hộ kinh doanh Cô Sáu'): Promise<Linked> {
    return (await store('POST', 'seller-applications', '', { name })).data
  }
  async function addPaper({ id, token }: Linked, kind = 'business_registration'): Promise<Answer> {
    const photo = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#eee' } })
      .png()
      .toBuffer()
    const form = new FormData()
    form.set('kind', kind)
    form.append('file', new Blob([new Uint8Array(photo)]), 'giay-phep.png')
    return await call('POST', `/store/seller-applications/${id}/papers`, {
      headers: { 'x-publishable-api-key': key, 'x-seller-token': token },
      body: form,
    })
  }
  async function handedIn(fields: object = FIELDS): Promise<Linked> {
    const made = await began()
    await application(made, '', fields)
    await addPaper(made)
    expect((await application(made, '/submit', {})).status).toBe(200)
    return made
  }
  const judge = (id: string, deed: string, body: object) =>
    call('POST', `/admin/seller-applications/${id}/${deed}`, { token: admin, body })

  describe('An application to sell', () => {
    it('is kept as it is typed, and handed in only when it is whole', async () => {
      const made = await began()
      const half = await application(made, '', { taxCode: '0100109107', phone: '09' })
      expect(half.data.application).toMatchObject({ state: 'draft', fields: { taxCode: '0100109107', phone: '09' } })
      const refused = await application(made, '/submit', {})
      expect([refused.status, refused.data.error.code]).toEqual([422, 'application_incomplete'])
      const problems: { field: string; code: string }[] = refused.data.error.details?.problems ?? refused.data.problems
      expect(problems).toEqual(expect.arrayContaining([{ field: 'taxCode', code: 'invalid' }]))
      await application(made, '', FIELDS)
      await addPaper(made)
      const done = await application(made, '/submit', {})
      expect(done.data.application).toMatchObject({ state: 'submitted', fields: { taxCode: '001085001234' } })
      const late = await application(made, '', { name: 'Tên khác' })
      expect([late.status, late.data.error.code]).toEqual([409, 'application_state'])
    })

    it('never answers or stores the account number in the clear', async () => {
      const made = await began()
      const saved = await application(made, '', FIELDS)
      expect(JSON.stringify(saved.data)).not.toContain('19031234567890')
      expect(saved.data.application.bankLastFour).toBe('7890')
      expect(JSON.stringify(await rows('SELECT * FROM seller_application'))).not.toContain('19031234567890')
    })

    it('opens for its link alone', async () => {
      const [mine, other] = [await began(), await began('Hộ khác')]
      for (const wrong of ['', 'x.y', other.token]) {
        const answer = await application({ id: mine.id, token: wrong })
        expect([answer.status, answer.data.error.code]).toEqual([404, 'link_invalid'])
      }
      const paper = (await addPaper(other)).data.application.papers[0].id
      expect((await application(mine, `/papers/${paper}/file`)).status).toBe(404)
      expect((await application(mine, `/papers/${paper}/remove`, {})).status).toBe(404)
    })

    it('refuses a commune of another province and a file that is neither photo nor PDF', async () => {
      const made = await began()
      const answer = await application(made, '', { provinceCode: '08', communeCode: '29905' })
      expect([answer.status, answer.data.error.field]).toEqual([400, 'communeCode'])
      const form = new FormData()
      form.set('kind', 'other')
      form.append('file', new Blob(['#!/bin/sh']), 'a.sh')
      const headers = { 'x-publishable-api-key': key, 'x-seller-token': made.token }
      const sent = await call('POST', `/store/seller-applications/${made.id}/papers`, { headers, body: form })
      expect(sent.status).toBe(422)
    })

    it('takes the same paper once, and gives it back by a link of its own', async () => {
      const made = await began()
      await addPaper(made)
      const again = await addPaper(made)
      expect(again.data.application.papers).toHaveLength(1)
      const [{ id }] = again.data.application.papers
      expect((await application(made, `/papers/${id}/file`)).status).toBe(200)
      const emptied = await application(made, `/papers/${id}/remove`, {})
      expect(emptied.data.application.papers).toEqual([])
    })
  })

  describe('The operator', () => {
    it('sends back with reasons, sees it mended, approves, and the owner gets in by the invitation, once', async () => {
      const made = await handedIn()
      const back = await judge(made.id, 'send-back', { reasons: [{ field: 'papers', reason: 'Ảnh giấy phép bị mờ.' }] })
      expect(back.data.application).toMatchObject({ state: 'sent_back', reasons: [{ field: 'papers' }] })
      expect((await application(made)).data.application.reasons).toEqual([
        { field: 'papers', reason: 'Ảnh giấy phép bị mờ.' },
      ])
      await addPaper(made, 'bank_proof')
      await application(made, '/submit', {})
      const number = await call('POST', `/admin/seller-applications/${made.id}/bank-number`, { token: admin, body: {} })
      expect(number.data.number).toBe('19031234567890')
      expect(await rows(`SELECT 1 FROM audit_entry WHERE verb = 'bank_account:read'`)).toHaveLength(1)
      const approved = await judge(made.id, 'approve', { bankVerified: true })
      const { producerId } = approved.data.application
      expect(await verifiedBankAccount(getContainer(), producerId)).toMatchObject({
        ...{ bankBin: '970436', holder: 'NGUYEN THI SAU', number: '19031234567890' },
      })
      expect(await rows(`SELECT handle, tax_code, legal_form FROM producer WHERE id = '${producerId}'`)).toEqual([
        { handle: 'ho-kinh-doanh-co-sau', tax_code: '001085001234', legal_form: 'household' },
      ])
      const { invitation } = (await application(made)).data.application
      const path = `member-invitations/${invitation.id}`
      expect((await store('GET', path, invitation.token)).data.invitation).toMatchObject({
        ...{ producerName: 'Hộ kinh doanh Cô Sáu', role: 'owner', email: 'sau@example.com' },
      })
      const account = { name: 'Nguyễn Thị Sáu', email: 'sau@example.com', password: PASSWORD }
      expect((await store('POST', `${path}/accept`, invitation.token, account)).status).toBe(201)
      const again = await store('POST', `${path}/accept`, invitation.token, { ...account, email: 'khac@example.com' })
      expect([again.status, again.data.error.code]).toEqual([410, 'invitation_used'])
      const token = await signInAs(call, 'producer', 'sau@example.com')
      expect((await call('GET', '/producer/me', { token })).data.member.role).toBe('owner')
      expect((await application(made)).data.application.invitation).toBeNull()
    })

    it('decides once: of two who decide, the second hears that it is done', async () => {
      const { id } = await handedIn()
      const answers = await Promise.all([
        judge(id, 'approve', { bankVerified: false }),
        judge(id, 'refuse', { reason: 'Không đủ điều kiện.' }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    })

    it('sees who the applicant may be already, and connects instead of making twice', async () => {
      await dbConnection.raw(`UPDATE producer SET phone = '0987654321' WHERE id = '${tea.producerId}'`)
      const { id } = await handedIn()
      const seen = await call('GET', `/admin/seller-applications/${id}`, { token: admin })
      expect(seen.data.application.duplicates).toEqual([
        { kind: 'producer', id: tea.producerId, name: 'Hợp tác xã Sơn Trà', same: ['phone'] },
      ])
      const before = await rows('SELECT id FROM producer')
      await judge(id, 'approve', { producerId: tea.producerId, bankVerified: false })
      expect(await rows('SELECT id FROM producer')).toHaveLength(before.length)
      expect(await verifiedBankAccount(getContainer(), tea.producerId)).toBeNull()
    })

    it('does not see drafts, and lists those that wait', async () => {
      const draft = await began()
      const { id } = await handedIn()
      const listed = await call('GET', '/admin/seller-applications', { token: admin })
      expect(listed.data.applications.map((each: { id: string }) => each.id)).toEqual([id])
      expect((await call('GET', `/admin/seller-applications/${draft.id}`, { token: admin })).status).toBe(404)
    })
  })

  describe('A suspension', () => {
    it('takes the goods off the shop, lets orders finish, and ends with its last day', async () => {
      const path = `/admin/producers/${tea.producerId}`
      const past = await call('POST', `${path}/suspend`, {
        token: admin,
        body: { reason: 'Vi phạm', untilDay: '2020-01-01' },
      })
      expect([past.status, past.data.error.code]).toEqual([422, 'until_past'])
      const body = { reason: 'Đang kiểm tra chất lượng', untilDay: '2099-01-01' }
      expect((await call('POST', `${path}/suspend`, { token: admin, body })).status).toBe(200)
      expect((await call('POST', `${path}/suspend`, { token: admin, body })).status).toBe(409)
      expect(await rows(`SELECT status FROM producer WHERE id = '${tea.producerId}'`)).toEqual([
        { status: 'suspended' },
      ])
      expect((await call('GET', '/producer/me', { token: tea.owner })).status).toBe(200)
      const change = await call('POST', '/producer/invitations', {
        token: tea.owner,
        body: { name: 'Anh Ba', role: 'packer', contact: 'ba@example.com' },
      })
      expect([change.status, change.data.error.code]).toEqual([403, 'producer_suspended'])
      expect(await liftEndedSuspensions(getContainer(), new Date('2099-01-01T10:00:00Z'))).toBe(0)
      expect(await liftEndedSuspensions(getContainer(), new Date('2099-01-02T00:00:00Z'))).toBe(1)
      expect(await rows(`SELECT status FROM producer WHERE id = '${tea.producerId}'`)).toEqual([{ status: 'open' }])
    })
  })

  describe('The people of a producer', () => {
    const asOwner = (method: 'GET' | 'POST', path: string, body?: object) =>
      call(method, `/producer/${path}`, { token: tea.owner, ...(body ? { body } : {}) })
    async function joined(role: string, email: string): Promise<{ id: string; token: string }> {
      const { data } = await asOwner('POST', 'invitations', { name: 'Anh Ba', role, contact: '0912 000 111' })
      await store('POST', `member-invitations/${data.id}/accept`, data.token, {
        name: 'Anh Ba',
        email,
        password: PASSWORD,
      })
      const token = await signInAs(call, 'producer', email)
      return { token, id: (await call('GET', '/producer/me', { token })).data.member.id }
    }

    it('are invited with a role, do what it allows, and are out at once when they are removed', async () => {
      const packer = await joined('packer', 'ba@example.com')
      const denied = await call('POST', '/producer/invitations', {
        token: packer.token,
        body: { name: 'Bạn', role: 'owner', contact: 'ban@example.com' },
      })
      expect([denied.status, denied.data.error.code]).toEqual([403, 'role_may_not'])
      expect((await call('GET', '/producer/bank-account', { token: packer.token })).status).toBe(403)
      expect((await asOwner('POST', `members/${packer.id}/role`, { role: 'bookkeeper' })).status).toBe(200)
      expect((await call('GET', '/producer/bank-account', { token: packer.token })).status).toBe(200)
      expect((await asOwner('POST', `members/${packer.id}/remove`, {})).status).toBe(200)
      expect((await call('GET', '/producer/me', { token: packer.token })).status).toBe(401)
      expect(await signInAs(call, 'producer', 'ba@example.com').catch(() => '')).toBe('')
    })

    it('keep at least one owner, also when two leave at the same moment', async () => {
      const alone = await asOwner('POST', `members/${tea.ownerId}/remove`, {})
      expect([alone.status, alone.data.error.code]).toEqual([409, 'last_owner'])
      const second = await joined('owner', 'hai@example.com')
      const left = await Promise.all([
        asOwner('POST', `members/${tea.ownerId}/remove`, {}),
        call('POST', `/producer/members/${second.id}/remove`, { token: second.token, body: {} }),
      ])
      expect(left.map(({ status }) => status).sort()).toEqual([200, 409])
    })

    it('cannot reach members of another producer', async () => {
      const made = await handedIn()
      await judge(made.id, 'approve', { bankVerified: false })
      const { invitation } = (await application(made)).data.application
      const account = { name: 'Sáu', email: 'sau@example.com', password: PASSWORD }
      await store('POST', `member-invitations/${invitation.id}/accept`, invitation.token, account)
      const token = await signInAs(call, 'producer', 'sau@example.com')
      const foreign = await call('POST', `/producer/members/${tea.ownerId}/remove`, { token, body: {} })
      expect([foreign.status, foreign.data.error.code]).toEqual([404, 'not_found'])
    })

    it('change the account with the owner’s password, and payouts wait until it is verified', async () => {
      const account = { bankBin: '970436', number: '0011 0022 0033', holder: 'HTX SON TRA' }
      const wrong = await asOwner('POST', 'bank-account', { ...account, password: 'not-the-password' })
      expect([wrong.status, wrong.data.error.code]).toEqual([422, 'password_wrong'])
      const changed = await asOwner('POST', 'bank-account', { ...account, password: PASSWORD })
      expect(changed.data.account).toMatchObject({ lastFour: '0033', state: 'unverified', hold: 'account_unverified' })
      expect(await verifiedBankAccount(getContainer(), tea.producerId)).toBeNull()
      const listed = await call('GET', '/admin/sellers?state=unverified&q=son tra', { token: admin })
      expect(listed.data.sellers).toMatchObject([{ id: tea.producerId, account: { lastFour: '0033' } }])
      const { id } = listed.data.sellers[0].account
      const shown = await call('POST', `/admin/bank-accounts/${id}/number`, { token: admin, body: {} })
      expect(shown.data.number).toBe('001100220033')
      const verify = () => call('POST', `/admin/bank-accounts/${id}/verify`, { token: admin, body: {} })
      expect([(await verify()).status, (await verify()).status]).toEqual([200, 409])
      expect(await verifiedBankAccount(getContainer(), tea.producerId)).toMatchObject({ number: '001100220033' })
    })

    it('change their own password with the old one', async () => {
      const password = 'mot-mat-khau-khac-han'
      expect((await asOwner('POST', 'password', { current: 'wrong-one', password })).status).toBe(422)
      expect((await asOwner('POST', 'password', { current: PASSWORD, password })).status).toBe(200)
      expect(await signInAs(call, 'producer', 'mai@example.com').catch(() => '')).toBe('')
    })
  })
})
