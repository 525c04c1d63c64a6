import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { DossierModuleService } from '../src/modules/dossier/service'
import { loadSource } from './load-source'
import { type Answer, adminToken, forgedToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { adoptSeedRules } = loadSource<typeof import('./sample-rules')>('./integration-tests/sample-rules')
const { OWN_PRODUCER_ROUTES } = loadSource<typeof import('../src/api/producer/own-routes')>(
  './src/api/producer/own-routes',
)
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')
const { upsertProducersWorkflow } = loadSource<typeof import('../src/workflows/producer/workflows/upsert-producers')>(
  './src/workflows/producer/workflows/upsert-producers',
)
const { remindOfPapers } = loadSource<typeof import('../src/papers/remind-of-papers')>('./src/papers/remind-of-papers')
const { resealOldFields } = loadSource<typeof import('../src/personal-data/reseal-old-fields')>(
  './src/personal-data/reseal-old-fields',
)
const { PersonalKeys } = loadSource<typeof import('../src/personal-data/sealed-field')>(
  './src/personal-data/sealed-field',
)

const SECRETS = { personal_id: '008190001234', gender: 'female', ethnicity: 'Tày', disability: 'Khiếm thính nhẹ' }

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const tokens = { owner: '', staff: '', other: '', commune: '', elsewhere: '', member: '' }
  let tea = ''
  let admin = ''

  beforeAll(async () => {
    const container = getContainer()
    await makeSampleShop(container)
    await adoptSeedRules(container)
    const [producer] = await rows<{ id: string }>("SELECT id FROM producer WHERE handle = 'htx-son-tra'")
    tea = producer?.id ?? ''
    const rice = await otherProducer()
    for (const [who, producerId, role] of [
      ['owner', tea, 'owner'],
      ['staff', tea, 'manager'],
      ['other', rice, 'owner'],
    ] as const) {
      const input = { producerId, name: `Người ${who}`, email: `${who}@example.com`, password: PASSWORD, role }
      await createProducerMemberWorkflow(container).run({ input })
      tokens[who] = await signInAs(call, 'producer', input.email)
    }
    for (const [who, post] of [
      ['commune', samplePost('commune_officer')],
      ['elsewhere', samplePost('commune_officer', { provinceCode: '82', communeCode: '29905' })],
      ['member', samplePost('council_member')],
    ] as const) {
      await makeOfficial(container, `${who}@example.gov.vn`, PASSWORD, [post])
      tokens[who] = await signInAs(call, 'official', `${who}@example.gov.vn`)
    }
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }

  async function otherProducer(): Promise<string> {
    const { result } = await upsertProducersWorkflow(getContainer()).run({
      input: {
        producers: [
          {
            ...{ handle: 'ho-lua', name: 'Hộ kinh doanh Lúa Vàng', legalForm: 'household' as const },
            ...{ provinceCode: '82', communeCode: '29905', address: null, legacyPlace: null, phone: null },
            ...{ storyVi: null, storyEn: null, source: null, sample: [] },
          },
        ],
      },
    })
    return result[0]?.id ?? ''
  }

  const page = (shade: string) =>
    sharp({ create: { width: 600, height: 800, channels: 3, background: shade } })
      .jpeg()
      .toBuffer()
  const pdf = (pages: number) =>
    Buffer.from(
      `%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count ${pages}>> endobj\nstartxref\n9\n%%EOF\n`,
    )

  /** Sends a form as a browser does: fields first, then files. */
  function send(
    fields: Record<string, string>,
    files: [Buffer, string][],
    { token = tokens.owner, path = '/producer/papers' } = {},
  ): Promise<Answer> {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    for (const [bytes, name] of files) form.append('file', new Blob([new Uint8Array(bytes)]), name)
    return call('POST', path, { token, body: form })
  }
  const registration = { kind: 'business_registration', number: '0106789', issuedOn: '2024-03-14' }
  const added = async (fields: Record<string, string> = registration): Promise<string> =>
    (await send(fields, [[await page('#ddd'), 'trang-1.jpg']])).data.paper.id

  /** A dossier of the tea producer in its commune that cites a paper, filed or still a draft. */
  async function citedBy(paperId: string, filed: boolean): Promise<string> {
    const dossiers: DossierModuleService = getContainer().resolve('dossier')
    const dossier = await dossiers.createDossiers({
      ...{ producer_id: tea, product_id: `prod_${paperId}_${filed}`, product_name: 'Chè Shan tuyết', kind: 'first' },
      ...{ rubric_version: '26/2026', set_no: 1, variant: null, state: filed ? 'submitted' : 'draft' },
      ...{ province_code: '08', commune_code: '00691', form: {}, receipt_number: filed ? `${paperId}/PĐK` : null },
    } as unknown as Parameters<typeof dossiers.createDossiers>[0])
    const { id } = [dossier].flat()[0] as { id: string }
    await dossiers.createDossierPapers({ dossier_id: id, place: 'slot:x', paper_id: paperId, sha256: '0'.repeat(64) })
    return id
  }

  it('photos of a phone become one private PDF that its producer sees and nobody else', async () => {
    const pages: [Buffer, string][] = [
      [await page('#eee'), 'IMG_1.jpg'],
      [await page('#ccc'), 'IMG_2.jpg'],
    ]
    const made = await send({ ...registration, title: 'Giấy đăng ký HTX' }, pages)
    expect(made).toMatchObject({
      status: 201,
      data: {
        paper: {
          ...{ kind: 'business_registration', title: 'Giấy đăng ký HTX', number: '0106789', issuer: null, pages: 2 },
          ...{ expiresOn: null, state: 'active', standing: 'valid', version: 1, verified: null },
        },
      },
    })
    const { id, sha256 } = made.data.paper
    const file = await call('GET', `/producer/papers/${id}/file`, { token: tokens.staff, raw: true })
    const bytes = Buffer.from(file.data)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' })
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="business_registration-paper_/)
    const [row] = await rows<{ file: string }>(`SELECT file FROM paper WHERE id = '${id}'`)
    expect(row?.file).toMatch(/^private-/)
    expect((await call('GET', `/files/${row?.file}`)).status).toBe(404)
    const list = await call('GET', '/producer/papers', { token: tokens.staff })
    expect(list.data).toMatchObject({
      ...{ total: 1, papers: [{ id }], kindsHeld: ['business_registration'], counts: { expiring: 0, expired: 0 } },
      limits: { photos: 20, pages: 200 },
    })
    expect(list.data.kinds.map(({ code }: { code: string }) => code)).toContain('food_safety')
    expect(JSON.stringify(list.data)).not.toContain(row?.file)
    expect((await call('GET', '/producer/papers', { token: tokens.other })).data.papers).toEqual([])
  })

  it('what is not a paper is refused with a sentence, by name, and leaves nothing behind', async () => {
    const jpeg = await page('#fff')
    const food = { kind: 'food_safety', expiresOn: '2027-12-31' }
    const many = Array.from({ length: 21 }, (_, at): [Buffer, string] => [jpeg, `${at + 1}.jpg`])
    const cases: [Record<string, string>, [Buffer, string][], number, string][] = [
      [food, [[Buffer.from('MZ program'), 'giay.pdf']], 422, 'file_kind'],
      [food, [[pdf(300), 'quet.pdf']], 422, 'paper_pages_many'],
      [food, [[pdf(2).subarray(0, 40), 'hong.pdf']], 422, 'document_damaged'],
      [
        food,
        [
          [jpeg, 'a.jpg'],
          [pdf(1), 'b.pdf'],
        ],
        422,
        'paper_mixed',
      ],
      [food, many, 422, 'paper_photos_many'],
      [food, [[Buffer.alloc(25 * 1024 * 1024 + 1), 'to.pdf']], 413, 'paper_too_large'],
      [food, [], 422, 'paper_file_missing'],
      [{ kind: 'food_safety' }, [[jpeg, 'a.jpg']], 422, 'paper_expiry_needed'],
      [{ ...food, issuedOn: '2028-01-01' }, [[jpeg, 'a.jpg']], 422, 'paper_issued_later'],
      [{ ...food, issuedOn: '2026-01-02', expiresOn: '2026-01-01' }, [[jpeg, 'a.jpg']], 422, 'paper_expiry_first'],
      [{ kind: 'passport' }, [[jpeg, 'a.jpg']], 422, 'paper_kind_unknown'],
      [{ ...food, productRef: 'prod_of_another' }, [[jpeg, 'a.jpg']], 422, 'product_not_yours'],
      [{ ...food, producer_id: tea }, [[jpeg, 'a.jpg']], 400, 'unknown_field'],
    ]
    for (const [fields, files, status, code] of cases) {
      const answer = await send(fields, files)
      expect([code, answer.status, answer.data.error?.code]).toEqual([code, status, code])
      expect(answer.data.error.message).toMatch(
        /[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/i,
      )
    }
    const wrong = await send({ ...food, number: 'A-1' }, [[Buffer.from('GIF89a'), 'C:\\anh\\bìa.gif']])
    expect(wrong.data).toMatchObject({ details: { file: 'bìa.gif' }, values: { number: 'A-1' } })
    expect(await rows('SELECT count(*)::int AS n FROM paper')).toEqual([{ n: 0 }])
  })

  it('a replaced paper keeps the version that dossiers cite; two at once make one', async () => {
    const old = await added()
    const dossier = await citedBy(old, true)
    const path = `/producer/papers/${old}/replace`
    const both = await Promise.all([
      send({ ...registration, number: 'A' }, [[pdf(3), 'moi.pdf']], { path }),
      send({ ...registration, number: 'B' }, [], { path }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const fresh = both.find(({ status }) => status === 201)?.data.paper
    expect(both.find(({ status }) => status === 409)?.data.error.code).toBe('paper_moved')
    const seen = await call('GET', `/producer/papers/${fresh.id}`, { token: tokens.staff })
    expect(seen.data).toMatchObject({
      paper: { version: 2, state: 'active' },
      versions: [{ id: fresh.id }, { id: old, state: 'replaced', standing: 'replaced', replacedBy: fresh.id }],
      uses: [{ dossierId: dossier, paperId: old, productName: 'Chè Shan tuyết' }],
    })
    expect((await call('GET', `/producer/papers/${old}/file`, { token: tokens.owner })).status).toBe(200)
    expect((await call('GET', `/official/papers/${old}/file`, { token: tokens.commune })).status).toBe(200)
    // Without a file the next version shows the same one.
    const again = await send({ ...registration, title: 'Tên khác' }, [], {
      path: `/producer/papers/${fresh.id}/replace`,
    })
    expect(again.data.paper).toMatchObject({ version: 3, title: 'Tên khác', sha256: fresh.sha256, pages: fresh.pages })
    expect((await send(registration, [], { path })).data.error.code).toBe('paper_moved')
  })

  it('a withdrawn paper leaves the store and comes back', async () => {
    const id = await added()
    const move = (what: string) => call('POST', `/producer/papers/${id}/${what}`, { token: tokens.owner, body: {} })
    const total = async (query = '') =>
      (await call('GET', `/producer/papers${query}`, { token: tokens.owner })).data.total
    expect((await move('withdraw')).data.paper.standing).toBe('withdrawn')
    expect([await total(), await total('?standing=withdrawn')]).toEqual([0, 1])
    expect((await move('withdraw')).data.error.code).toBe('paper_moved')
    expect((await move('restore')).data.paper.standing).toBe('valid')
    expect(await total('?standing=valid&kind=business_registration')).toBe(1)
  })

  it('every route is shut to strangers, and to another producer with the right number', async () => {
    const id = await added()
    const routes = OWN_PRODUCER_ROUTES.filter(({ matcher }) => /^\/producer\/(papers|representative)/.test(matcher))
      .flatMap(({ matcher, methods }) => methods.map((method) => ({ method, matcher })))
      .concat(
        { method: 'POST', matcher: '/producer/papers' },
        { method: 'POST', matcher: '/producer/papers/:id/replace' },
      )
    expect(routes.length).toBe(11)
    const strangers = ['', admin, tokens.commune, forgedToken('producer', 'pmem_gone'), forgedToken('user', tea)]
    for (const { method, matcher } of routes) {
      const url = matcher.replace(':id', id).replace(':field', 'ethnicity')
      for (const token of strangers) {
        const answer = await call(method, url, { token, body: method === 'GET' ? undefined : {} })
        expect([method, url, answer.status]).toEqual([method, url, 401])
      }
      if (!matcher.includes(':id')) continue
      const foreign = await call(method, url, { token: tokens.other, body: method === 'GET' ? undefined : {} })
      expect([method, url, foreign.status]).toEqual([method, url, 404])
    }
    const staff = { token: tokens.staff }
    for (const [method, url, body] of [
      ['POST', '/producer/papers', {}],
      ['POST', `/producer/papers/${id}/replace`, {}],
      ['POST', `/producer/papers/${id}/withdraw`, {}],
      ['GET', '/producer/representative', undefined],
      ['PUT', '/producer/representative', { ethnicity: 'Kinh' }],
      ['POST', '/producer/representative/ethnicity/show', {}],
      ['POST', '/producer/representative/ethnicity/erase', {}],
    ] as const) {
      const answer = await call(method, url, { ...staff, body })
      expect([url, answer.status, answer.data.error?.code]).toEqual([url, 403, 'owner_required'])
    }
    expect((await call('GET', `/producer/papers/${id}`, staff)).data.paper.state).toBe('active')
  })

  it('personal fields are nowhere in the clear: not in the database, not in lists, not for strangers', async () => {
    const put = (body: object) => call('PUT', '/producer/representative', { token: tokens.owner, body })
    const kept = await put(SECRETS)
    expect(kept.data.fields.map(({ field, masked }: { field: string; masked: string }) => [field, masked])).toEqual([
      ['personal_id', '•••••••••234'],
      ['gender', '••••••'],
      ['ethnicity', '••••••'],
      ['disability', '••••••'],
    ])
    const id = await added()
    await citedBy(id, true)
    const lists = await Promise.all(
      ['/producer/papers', `/producer/papers/${id}`, '/producer/representative', '/producer/me'].map((path) =>
        call('GET', path, { token: tokens.owner }),
      ),
    )
    const everything = JSON.stringify([
      ...lists.map(({ data }) => data),
      await rows('SELECT * FROM personal_field'),
      await rows('SELECT * FROM audit_entry'),
      await rows('SELECT * FROM notice'),
    ])
    for (const secret of [SECRETS.personal_id, SECRETS.ethnicity, SECRETS.disability]) {
      expect(everything).not.toContain(secret)
    }
    const show = (token: string) => call('POST', '/producer/representative/ethnicity/show', { token, body: {} })
    expect((await show(tokens.owner)).data).toEqual({ field: 'ethnicity', value: 'Tày' })
    expect((await show(tokens.other)).status).toBe(404)
    for (const [wrong, field] of [
      [{ personal_id: '123' }, 'personal_id'],
      [{ gender: 'x' }, 'gender'],
      [{ religion: 'x' }, 'religion'],
    ] as const) {
      expect((await put(wrong)).data.error.field).toBe(field)
    }
    await put({ ethnicity: 'Dao' })
    expect((await show(tokens.owner)).data.value).toBe('Dao')
    const erase = await call('POST', '/producer/representative/ethnicity/erase', { token: tokens.owner, body: {} })
    expect(erase.data.fields).toHaveLength(3)
    expect(await rows("SELECT 1 FROM personal_field WHERE field = 'ethnicity'")).toEqual([])
  })

  it('a rotated key seals anew what the older one sealed', async () => {
    const [old, fresh] = [process.env.PERSONAL_DATA_KEY ?? '', '5'.repeat(64)]
    await call('PUT', '/producer/representative', { token: tokens.owner, body: SECRETS })
    const rotated = new PersonalKeys([fresh, old])
    expect(await resealOldFields(getContainer(), rotated)).toBe(4)
    expect(await resealOldFields(getContainer(), rotated)).toBe(0)
    const sealed = await rows<{ field: string; key_id: string; ciphertext: string; nonce: string }>(
      'SELECT * FROM personal_field',
    )
    const alone = new PersonalKeys([fresh])
    for (const { field, key_id: keyId, ciphertext, nonce } of sealed) {
      const place = { producerId: tea, subject: 'representative', field }
      expect(alone.open({ keyId, ciphertext, nonce }, place)).toBe(SECRETS[field as keyof typeof SECRETS])
    }
    // A key that is gone opens nothing, and breaks nothing.
    expect(await resealOldFields(getContainer(), new PersonalKeys([old]))).toBe(0)
  })

  it('officials read a paper and a person only where a filed dossier is theirs, and each reading is on record', async () => {
    await call('PUT', '/producer/representative', { token: tokens.owner, body: SECRETS })
    const id = await added({ kind: 'labour' })
    const get = (path: string, who: keyof typeof tokens) => call('GET', path, { token: tokens[who] })
    const person = `/official/producers/${tea}/representative`
    await citedBy(id, false)
    expect((await get(`/official/papers/${id}`, 'commune')).status).toBe(404)
    expect((await get(person, 'commune')).status).toBe(404)
    await citedBy(id, true)
    expect((await get(`/official/papers/${id}`, 'commune')).data.paper).toMatchObject({ id, kind: 'labour' })
    expect((await get(`/official/papers/${id}/file`, 'elsewhere')).status).toBe(404)
    expect((await get(person, 'elsewhere')).status).toBe(404)
    expect((await get(person, 'member')).status).toBe(403)
    expect((await get(person, 'owner')).status).toBe(401)
    expect(await rows("SELECT 1 FROM audit_entry WHERE verb IN ('person:read', 'paper:read')")).toEqual([])
    expect((await get(`/official/papers/${id}/file`, 'commune')).status).toBe(200)
    expect((await get(person, 'commune')).data.fields).toContainEqual({ field: 'ethnicity', value: 'Tày' })
    const entries = await rows<{ verb: string; details: unknown; commune_code: string }>(
      "SELECT verb, subject_id, commune_code, details FROM audit_entry WHERE verb IN ('person:read', 'paper:read') ORDER BY id",
    )
    expect(entries).toEqual([
      expect.objectContaining({ verb: 'paper:read', subject_id: id, commune_code: '00691' }),
      expect.objectContaining({
        verb: 'person:read',
        subject_id: tea,
        details: { fields: ['personal_id', 'gender', 'ethnicity', 'disability'] },
      }),
    ])
    const verify = (who: keyof typeof tokens) =>
      call('POST', `/official/papers/${id}/verify`, { token: tokens[who], body: { note: 'Khớp bản gốc' } })
    expect([(await verify('member')).status, (await verify('elsewhere')).status]).toEqual([403, 404])
    expect((await verify('commune')).data.paper.verified).toMatchObject({ note: 'Khớp bản gốc' })
    expect(await rows("SELECT subject_id FROM audit_entry WHERE verb = 'paper:verify'")).toEqual([{ subject_id: id }])
  })

  it('reminders come once each, by the days of the rule book, and never for what is out of the store', async () => {
    const food = (expiresOn: string) => added({ kind: 'food_safety', title: `Hạn ${expiresOn}`, expiresOn })
    const ends = await food('2027-06-30')
    const gone = await food('2027-06-30')
    await call('POST', `/producer/papers/${gone}/withdraw`, { token: tokens.owner, body: {} })
    const remind = (moment: string) => remindOfPapers(getContainer(), new Date(moment))
    expect(await remind('2027-01-01T00:00:00Z')).toBe(0)
    expect(await remind('2027-05-31T01:00:00Z')).toBe(1)
    expect(await remind('2027-05-31T09:00:00Z')).toBe(0)
    expect(await remind('2027-06-23T01:00:00Z')).toBe(1)
    // Midnight at +07 makes the last good day, and ends it.
    expect(await remind('2027-06-29T16:59:59Z')).toBe(0)
    expect(await remind('2027-06-29T17:00:00Z')).toBe(1)
    expect(await remind('2027-06-30T17:00:00Z')).toBe(0)
    const told = await rows<{ audience: string; subject_id: string; params: unknown }>('SELECT * FROM notice')
    expect(told).toHaveLength(3)
    for (const notice of told) {
      expect(notice).toMatchObject({ subject_id: ends, params: { title: 'Hạn 2027-06-30', on: '2027-06-30' } })
      expect(notice.audience).toContain(tea)
    }
  })
})
