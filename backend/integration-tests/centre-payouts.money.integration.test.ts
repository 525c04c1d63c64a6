import { loadSource } from './load-source'
import { adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { makeOfficial, samplePost } = loadSource<typeof import('./sample-officials')>(
  './integration-tests/sample-officials',
)
const { foundCentreWorkflow } = loadSource<typeof import('../src/workflows/promotion-centre/workflows/found-centre')>(
  './src/workflows/promotion-centre/workflows/found-centre',
)
const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { post } = loadSource<typeof import('../src/settlement/post')>('./src/settlement/post')
const batches = loadSource<typeof import('../src/settlement/payout-batches')>('./src/settlement/payout-batches')
const { findFaults } = loadSource<typeof import('../src/settlement/check-balance')>('./src/settlement/check-balance')

const SYSTEM = { type: 'system' as const, id: 'test', name: 'Bộ kiểm thử', post: null }
const person = (id: string) => ({ type: 'user' as const, id, name: id, post: null })
const NUMBER = '1500205987654'
const ACCOUNT = { bankBin: '970405', number: NUMBER, holder: 'TT XUC TIEN', password: PASSWORD }
const DAY = 86_400_000
const SHOP = {
  ...{ name: 'Quầy Hồng Thái', kind: 'ocop_shop', status: 'operating', provinceCode: '08', communeCode: null },
  ...{ address: 'Thôn 1', phone: null, openingHours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '18:00' }] },
  ...{ latitude: null, longitude: null, pickUp: true, signNote: null, note: null },
}

shopSuite(({ getContainer, api, dbUtils }) => {
  const call = shopCall({ api })
  let admin = ''
  let manager = ''
  let seller = ''
  let stranger = ''
  let centreId = ''

  const rows = <Row>(text: string, values: unknown[] = []) =>
    inTransaction(getContainer(), (sql) => sql.query<Row>(text, values))
  const held = async (account: string) => {
    const [row] = await rows<{ held: string }>(
      `SELECT (coalesce(sum(amount) FILTER (WHERE credit = ?), 0) - coalesce(sum(amount) FILTER (WHERE debit = ?), 0))::text AS held FROM ledger_entry`,
      [account, account],
    )
    return Number(row?.held)
  }
  /** A commission that the centre earned so many days ago. */
  const earned = (order: string, amount: number, daysAgo: number) =>
    inTransaction(getContainer(), (sql) =>
      post(sql, [
        {
          ...{ key: `terms:${order}`, kind: 'terms', debit: 'seller:prod_x', credit: `centre:${centreId}` },
          ...{ amount, at: new Date(Date.now() - daysAgo * DAY), orderId: order, producerId: 'prod_x', centreId },
          memo: { component: 'commission:x' },
        },
      ]),
    )
  const official = (method: string, path: string, body?: unknown, token = manager) =>
    call(method, `/official/centre${path}`, { token, ...(body === undefined ? {} : { body }) })
  const verify = async () => {
    const [row] = await rows<{ id: string }>(
      `SELECT id FROM bank_account WHERE centre_id = ? AND replaced_at IS NULL`,
      [centreId],
    )
    return (await call('POST', `/admin/bank-accounts/${row?.id}/verify`, { token: admin, body: {} })).status
  }
  const draft = () => batches.draftBatch(getContainer(), person('user_1'), new Date())
  const sent = async () => {
    const id = await draft()
    await batches.approveBatch(getContainer(), id, person('user_2'))
    await batches.sendBatch(getContainer(), id, person('user_2'), new Date())
    const [payout] = await rows<{ id: string; amount: string; state: string; dropped_because: string | null }>(
      'SELECT id, amount, state, dropped_because FROM payout WHERE batch_id = ? AND centre_id = ?',
      [id, centreId],
    )
    return { batchId: id, payout }
  }

  beforeAll(async () => {
    const container = getContainer()
    await makeSampleShop(container)
    admin = await adminToken({ getContainer, api })
    const found = async (name: string) =>
      (
        await foundCentreWorkflow(container).run({
          input: { provinceCode: '08', name, unit: 'Sở Công Thương', by: SYSTEM },
        })
      ).result
    centreId = await found('Trung tâm xúc tiến Tuyên Quang')
    const other = await found('Trung tâm khác')
    const made = async (email: string, role: 'centre_manager' | 'centre_seller', centre: string) => {
      await makeOfficial(container, email, PASSWORD, [samplePost(role, { centreId: centre })])
      return await signInAs(call, 'official', email, PASSWORD)
    }
    manager = await made('quan-ly@example.com', 'centre_manager', centreId)
    seller = await made('ban-hang@example.com', 'centre_seller', centreId)
    stranger = await made('khac@example.com', 'centre_manager', other)
    await dbUtils.snapshot()
  })

  it('takes an account from the manager alone, with the password, sealed, and pays nothing until it is verified', async () => {
    expect((await official('POST', '/bank-account', ACCOUNT, seller)).status).toBe(403)
    expect((await official('POST', '/bank-account', { ...ACCOUNT, password: 'sai' })).data.error.code).toBe(
      'password_wrong',
    )
    expect((await official('POST', '/bank-account', { ...ACCOUNT, bankBin: '999999' })).data.error.code).toBe(
      'bank_unknown',
    )
    expect((await official('POST', '/bank-account', { ...ACCOUNT, number: '12' })).data.error.code).toBe('bank_number')
    expect((await official('POST', '/bank-account', ACCOUNT)).data.account).toEqual({
      ...{ bankName: 'Agribank', holder: 'TT XUC TIEN', lastFour: '7654', state: 'unverified' },
    })
    const [kept] = await rows<{ row: string }>('SELECT row_to_json(b)::text AS row FROM bank_account b')
    expect(kept?.row).not.toContain(NUMBER)
    await earned('order_1', 200_000, 8)
    const { coming } = (await official('GET', '/statements')).data
    expect(coming).toMatchObject({ balance: 200_000, payable: 200_000, hold: 'account_unverified' })
    await expect(draft()).rejects.toMatchObject({ code: 'payout_nobody' })
    expect(await verify()).toBe(200)
    const { payout } = await sent()
    expect(payout).toMatchObject({ amount: '200000', state: 'sent' })
    // Another account, another comparison with papers.
    await official('POST', '/bank-account', { ...ACCOUNT, number: '999900001111' })
    await earned('order_2', 100_000, 8)
    await expect(draft()).rejects.toMatchObject({ code: 'payout_nobody' })
  })

  it('pays what has waited long enough, less the cash in the tills, to the last đồng', async () => {
    await official('POST', '/bank-account', ACCOUNT)
    await verify()
    await earned('order_1', 123_457, 8)
    await earned('order_2', 500_000, 2)
    const { shop } = (await official('POST', '/shops', SHOP)).data
    await inTransaction(getContainer(), (sql) =>
      post(sql, [
        {
          ...{ key: 'collected:x', kind: 'collected', debit: `till:${shop.id}`, credit: 'advance:order_9' },
          ...{ amount: 40_000, at: new Date(), orderId: 'order_9' },
        },
      ]),
    )
    const { payees } = (await call('GET', '/admin/payout-batches', { token: admin })).data
    expect(payees.find((each: { payee: { id: string } }) => each.payee.id === centreId)).toMatchObject({
      ...{ payee: { kind: 'centre' }, balance: 623_457, payable: 83_457, why: 'ready' },
    })
    const { batchId, payout } = await sent()
    expect(Number(payout?.amount)).toBe(83_457)
    expect(await held(`centre:${centreId}`)).toBe(540_000)
    expect(await held(`transit:${payout?.id}`)).toBe(83_457)
    const file = await call('GET', `/admin/payout-batches/${batchId}/bank-file?format=csv`, { token: admin })
    expect(file.data).toContain(NUMBER)
    expect(file.data).toContain('83457')
    const confirm = () =>
      batches.confirmPayout(
        getContainer(),
        { batchId, payoutId: payout?.id ?? '', bankReference: 'FT1', at: new Date() },
        person('user_1'),
      )
    await Promise.all([confirm(), confirm()])
    expect(await held('bank:main')).toBe(83_457)
    expect(await held(`transit:${payout?.id}`)).toBe(0)
    expect(
      (await inTransaction(getContainer(), findFaults)).filter(({ fault }) => fault !== 'negative_advance'),
    ).toEqual([])
    await batches.reversePayout(
      getContainer(),
      { batchId, payoutId: payout?.id ?? '', reason: 'Sai số tài khoản', at: new Date() },
      person('user_1'),
    )
    expect(await held(`centre:${centreId}`)).toBe(623_457)
    expect(await held('bank:main')).toBe(0)
  })

  it('drops a payout whose account changed, whose balance fell, or whose centre is suspended, and says why', async () => {
    await official('POST', '/bank-account', ACCOUNT)
    await verify()
    await earned('order_1', 100_000, 8)
    for (const [why, change] of [
      ['account_changed', async () => void ((await official('POST', '/bank-account', ACCOUNT)) && (await verify()))],
      [
        'suspended',
        async () => void (await rows(`UPDATE promotion_centre SET status = 'suspended' WHERE id = ?`, [centreId])),
      ],
    ] as const) {
      const id = await draft()
      await batches.approveBatch(getContainer(), id, person('user_2'))
      await change()
      await batches.sendBatch(getContainer(), id, person('user_2'), new Date())
      const [payout] = await rows<{ state: string; dropped_because: string }>(
        'SELECT state, dropped_because FROM payout WHERE batch_id = ?',
        [id],
      )
      expect(payout).toEqual({ state: 'dropped', dropped_because: why })
    }
    expect(await held(`centre:${centreId}`)).toBe(100_000)
  })

  it('shows each centre its own statement, as numbers and as files', async () => {
    await official('POST', '/bank-account', ACCOUNT)
    await verify()
    await earned('order_1', 200_000, 8)
    await sent()
    const { months } = (await official('GET', '/statements')).data
    const sums = months.reduce(
      (all: { sold: number; paidOut: number }, each: { sold: number; paidOut: number }) => ({
        sold: all.sold + each.sold,
        paidOut: all.paidOut + each.paidOut,
      }),
      { sold: 0, paidOut: 0 },
    )
    expect(sums).toEqual({ sold: 200_000, paidOut: 200_000 })
    const month = months[0].month
    const { statement } = (await official('GET', `/statements/${month}`)).data
    expect(statement.closing).toBe(0)
    expect(statement.totals.payout).toBe(-200_000)
    for (const [format, head] of [
      ['pdf', '%PDF-'],
      ['xlsx', 'PK'],
    ] as const) {
      const url = `/official/centre/statements/${month}/statement.${format}`
      const file = await call('GET', url, { token: manager, raw: true })
      expect([file.status, Buffer.from(file.data).subarray(0, head.length).toString()]).toEqual([200, head])
      expect((await call('GET', url, { token: seller })).status).toBe(403)
    }
    expect((await official('GET', '/statements/2026-13')).status).toBe(404)
    expect((await official('GET', `/statements/${month}`, undefined, stranger)).data.statement.rows).toEqual([])
    expect((await official('GET', '/statements', undefined, stranger)).data).toMatchObject({
      months: [],
      account: null,
    })
  })
})
