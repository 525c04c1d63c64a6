import { loadSource } from './load-source'
import { adminToken, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')

const CENTRE = {
  ...{ provinceCode: '82', name: 'Trung tâm Khuyến công Đồng Tháp', unit: 'Sở Công Thương tỉnh Đồng Tháp' },
  ...{ phone: '0277 385 1234', email: null },
}
const REASON = 'Chưa nộp lại giấy phép hoạt động.'

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let admin = ''

  beforeAll(async () => {
    await makeSampleShop(getContainer())
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })

  const desk = (method: 'GET' | 'POST', path = '', body?: unknown) =>
    call(method, `/admin/promotion-centres${path}`, { token: admin, ...(body === undefined ? {} : { body }) })

  it('enters a centre once, and says what goes on at it', async () => {
    const made = await desk('POST', '', CENTRE)
    expect(made.status).toBe(201)
    expect((await desk('POST', '', CENTRE)).status).toBe(409)
    expect((await desk('POST', '', { ...CENTRE, provinceCode: '00' })).status).toBe(422)
    expect((await desk('GET')).data.centres).toContainEqual({
      ...CENTRE,
      ...{ id: made.data.centre.id, province: expect.any(String), status: 'active', sample: false, shops: [] },
      ...{ agreements: 0, people: 0, kept: 0, sales: { count: 0, total: 0 } },
    })
  })

  it('stops a centre and lifts it, each once and with a reason that stands in the journal', async () => {
    const { id } = (await desk('POST', '', CENTRE)).data.centre
    expect((await desk('POST', `/${id}`, { status: 'suspended', reason: 'Vì' })).status).toBe(400)
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => desk('POST', `/${id}`, { status: 'suspended', reason: REASON })),
    )
    expect(answers.map(({ status, data }) => [status, data.centre.status])).toEqual(
      Array.from({ length: 3 }, () => [200, 'suspended']),
    )
    expect((await desk('POST', `/${id}`, { status: 'active', reason: 'Đã nộp đủ giấy tờ.' })).data.centre.status).toBe(
      'active',
    )
    expect((await desk('POST', '/pcen_none', { status: 'active', reason: REASON })).status).toBe(404)
    const { rows } = await dbConnection.raw(
      `SELECT verb, details->>'reason' AS reason FROM audit_entry WHERE subject_id = ? AND verb <> 'centre:found' ORDER BY created_at, id`,
      [id],
    )
    expect(rows).toEqual([
      { verb: 'centre:suspend', reason: REASON },
      { verb: 'centre:lift', reason: 'Đã nộp đủ giấy tờ.' },
    ])
  })
})
