import { randomUUID } from 'node:crypto'
import { Modules } from '@medusajs/framework/utils'
import sharp from 'sharp'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { type Answer, adminToken, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { eraseOldReports } = loadSource<typeof import('../src/scan-reports/erase-old-reports')>(
  './src/scan-reports/erase-old-reports',
)

const CODE = '0K7QM2X9RTD4P8HJ'

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let shop: SampleShop
  let admin = ''

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })

  /** Each visitor has an allowance of its own. */
  let visitor = 0
  function report(changes: Record<string, string | File> = {}, from = `198.51.100.${++visitor}`): Promise<Answer> {
    const form = new FormData()
    const fields = {
      requestKey: randomUUID(),
      kind: 'quality',
      message: 'Gói bị hở, có mùi lạ',
      code: CODE,
      ...changes,
    }
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const headers = { 'x-publishable-api-key': shop.publishableKey, 'x-forwarded-for': from }
    return call('POST', '/store/scan-reports', { body: form, headers })
  }
  async function photo(): Promise<File> {
    const bytes = await sharp({ create: { width: 2_400, height: 1_200, channels: 3, background: '#3a7' } })
      .jpeg()
      .withExif({ IFD0: { Model: 'X-Secret' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 17/1 0/1' } })
      .toBuffer()
    return new File([new Uint8Array(bytes)], 'anh.jpg', { type: 'image/jpeg' })
  }
  const listed = async (query = '') => (await call('GET', `/admin/scan-reports${query}`, { token: admin })).data

  it('a report gets a receipt number, and the staff see it with its photo, cleaned', async () => {
    const { status, data } = await report({ photo: await photo(), contact: ' 0912 345 678 ' })
    expect([status, data.receipt]).toEqual([201, expect.stringMatching(/^PA-[0-9A-Z]{4}-[0-9A-Z]{4}$/)])
    const { reports, count } = await listed()
    expect(count).toBe(1)
    expect(reports[0]).toMatchObject({
      receipt: data.receipt,
      code: CODE,
      kind: 'quality',
      message: 'Gói bị hở, có mùi lạ',
      contact: '0912 345 678',
      hasPhoto: true,
      handledAt: null,
    })
    const shown = await call('GET', `/admin/scan-reports/${reports[0].id}/photo`, { token: admin, raw: true })
    const metadata = await sharp(Buffer.from(shown.data)).metadata()
    expect([metadata.format, metadata.width, metadata.exif]).toEqual(['jpeg', 2_000, undefined])
    const [kept] = (await dbConnection.raw('SELECT photo FROM scan_report')).rows
    expect((await call('GET', `/files/${kept.photo}`)).status).toBe(404)
  })

  it('the same form twice, also at once, is one report with one photo', async () => {
    const requestKey = randomUUID()
    const answers = await Promise.all([1, 2, 3, 4].map(() => report({ requestKey })))
    expect(new Set(answers.map(({ data }) => data.receipt)).size).toBe(1)
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true)
    expect((await listed()).count).toBe(1)
  })

  it('is marked handled with who and a note, and opened again', async () => {
    await report()
    const { id } = (await listed()).reports[0]
    const handled = await call('POST', `/admin/scan-reports/${id}`, {
      token: admin,
      body: { handled: true, note: 'Đã gọi cho chủ thể' },
    })
    expect(handled.data.report).toMatchObject({ handledNote: 'Đã gọi cho chủ thể', handledBy: expect.any(String) })
    expect([(await listed()).count, (await listed('?state=handled')).count]).toEqual([0, 1])
    await call('POST', `/admin/scan-reports/${id}`, { token: admin, body: { handled: false } })
    expect([(await listed()).count, (await listed('?state=handled')).count]).toEqual([1, 0])
    expect((await call('POST', '/admin/scan-reports/srep_x', { token: admin, body: { handled: true } })).status).toBe(
      404,
    )
  })

  it('nobody but staff reads or handles reports', async () => {
    await report()
    const { id } = (await listed()).reports[0]
    for (const [method, url] of [
      ['GET', '/admin/scan-reports'],
      ['GET', `/admin/scan-reports/${id}/photo`],
      ['POST', `/admin/scan-reports/${id}`],
    ] as const) {
      expect([
        url,
        (await call(method, url, { body: method === 'POST' ? { handled: true } : undefined })).status,
      ]).toEqual([url, 401])
    }
  })

  it.each([
    ['a kind that is none', { kind: 'spam' }, 400, 'kind'],
    ['no message', { message: 'x' }, 400, 'message'],
    ['a message too long', { message: 'x'.repeat(2_001) }, 400, 'message'],
    ['a contact too long', { contact: 'x'.repeat(121) }, 400, 'contact'],
    ['what is no code', { code: 'not a code' }, 400, 'code'],
    ['no key of a form', { requestKey: '1' }, 400, 'requestKey'],
    ['a field nobody knows', { admin: 'true' }, 400, 'admin'],
    [
      'a picture with scripts',
      { photo: new File(['<svg onload="x"/>'], 'anh.jpg', { type: 'image/jpeg' }) },
      422,
      'photo',
    ],
    ['a paper for a photo', { photo: new File(['%PDF-1.4\nstartxref\n0\n%%EOF'], 'a.pdf') }, 422, 'photo'],
    ['a photo too large', { photo: new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a.jpg') }, 413, 'photo'],
  ])('refuses %s, naming the field, and keeps nothing', async (_what, changes, status, field) => {
    const refused = await report(changes as Record<string, string | File>)
    expect([refused.status, refused.data.error.field]).toEqual([status, field])
    expect((await listed()).count).toBe(0)
  })

  it('takes a form alone: JSON is refused', async () => {
    const headers = { 'x-publishable-api-key': shop.publishableKey, 'x-forwarded-for': '198.51.100.250' }
    expect((await call('POST', '/store/scan-reports', { body: { kind: 'quality' }, headers })).status).toBe(415)
  })

  it('one address sends five a minute', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push((await report({}, '203.0.113.77')).status)
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429])
  })

  it('after twelve months what is personal is gone, and the figures stay', async () => {
    await report({ photo: await photo(), contact: 'an@example.com' })
    await report()
    const { rows } = await dbConnection.raw('SELECT id, photo FROM scan_report ORDER BY created_at')
    const [old] = rows
    const now = new Date()
    await dbConnection.raw(
      `UPDATE scan_report SET created_at = now() - interval '12 months 1 day' WHERE id = '${old.id}'`,
    )
    expect(await eraseOldReports(getContainer(), now)).toBe(1)
    expect(await eraseOldReports(getContainer(), now)).toBe(0)
    const { reports } = await listed()
    const erased = reports.find((each: { id: string }) => each.id === old.id)
    expect(erased).toMatchObject({ code: CODE, kind: 'quality', message: null, contact: null, hasPhoto: false })
    expect(reports.find((each: { id: string }) => each.id !== old.id).message).toBe('Gói bị hở, có mùi lạ')
    await expect(getContainer().resolve(Modules.FILE).getAsBuffer(old.photo)).rejects.toThrow()
  })
})
