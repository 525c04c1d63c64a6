import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')
const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { freezeTerms } = loadSource<typeof import('../src/settlement/freeze-terms')>('./src/settlement/freeze-terms')
const { postEarned } = loadSource<typeof import('../src/settlement/post-earned')>('./src/settlement/post-earned')
const { sealBankNumber } = loadSource<typeof import('../src/sellers/bank-accounts')>('./src/sellers/bank-accounts')

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let shop: SampleShop
  let admin = ''
  let producer = ''
  let producerId = ''

  beforeAll(async () => {
    const container = getContainer()
    shop = await makeSampleShop(container)
    expect(shop).toBeDefined()
    const { rows } = await dbConnection.raw('SELECT id FROM producer ORDER BY id LIMIT 1')
    producerId = rows[0].id
    const input = { producerId, name: 'Trà', email: 'tra@example.com', password: PASSWORD, role: 'owner' as const }
    await createProducerMemberWorkflow(container).run({ input })
    producer = await signInAs(call, 'producer', 'tra@example.com')
    admin = await adminToken({ getContainer, api })
    await inTransaction(container, async (sql) => {
      const at = new Date(Date.now() - 30 * 86_400_000)
      const lines = [{ lineId: 'l1', productId: 'p', sector: 'food', quantity: 1, goods: 200_000, discounts: [] }]
      const order = { orderId: 'o1', producerId, legalForm: 'household', centreId: null, shipping: 20_000, lines }
      await freezeTerms(sql, { groupId: 'g1', at, orders: [order] })
      await postEarned(sql, { orderId: 'o1', collectedBy: 'carrier:ghn', at })
      const { ciphertext, nonce, keyId } = sealBankNumber(producerId, '0123456789')
      await sql.query(
        `INSERT INTO bank_account (id, producer_id, bank_bin, holder, ciphertext, nonce, key_id, last_four, state, verified_by, verified_at)
         VALUES ('b1', ?, '970436', 'Nguyễn Thị Trà', ?, ?, ?, '6789', 'verified', 'u', now())`,
        [producerId, ciphertext, nonce, keyId],
      )
    })
    await dbUtils.snapshot()
  })

  it('shows a producer a statement that equals the ledger, as a page, PDF and workbook', async () => {
    const { data } = await call('GET', '/producer/statements', { token: producer })
    expect(data.coming).toMatchObject({ balance: 217_000, payable: 217_000, hold: null })
    const [{ month }] = data.months
    const { statement } = (await call('GET', `/producer/statements/${month}`, { token: producer })).data
    expect(statement).toMatchObject({ opening: 0, closing: 217_000 })
    expect(statement.totals).toMatchObject({ goods: 200_000, shipping: 20_000, vat: -2_000, pit: -1_000, refund: 0 })
    for (const [format, start] of [
      ['pdf', '%PDF'],
      ['xlsx', 'PK'],
    ]) {
      const file = await call('GET', `/producer/statements/${month}/statement.${format}`, {
        token: producer,
        raw: true,
      })
      expect([file.status, String(file.data.subarray(0, 8))]).toEqual([200, expect.stringContaining(start ?? '')])
    }
    expect((await call('GET', '/producer/statements/2026-13', { token: producer })).status).toBe(404)
  })

  it('balances, lists entries, and says what tax was withheld', async () => {
    const { data } = await call('GET', '/admin/ledger', { token: admin })
    const sum = (side: string) =>
      data.accounts.reduce((all: number, line: Record<string, number>) => all + (line[side] ?? 0), 0)
    expect(sum('debit')).toBe(sum('credit'))
    expect((await call('POST', '/admin/ledger/check', { token: admin, body: {} })).data.check).toMatchObject({
      ok: true,
    })
    const { entries, count } = (await call('GET', '/admin/ledger/entries?group=g1&limit=2', { token: admin })).data
    expect([entries.length, count, entries[0].kind]).toEqual([2, 5, 'collected'])
    const csv = await call('GET', `/admin/ledger/entries.csv?producer=${producerId}`, { token: admin })
    expect(csv.data.split('\r\n').filter(Boolean)).toHaveLength(6)
    const month = entries[0].at.slice(0, 7)
    const { sellers } = (await call('GET', `/admin/withheld-tax?month=${month}`, { token: admin })).data
    expect(sellers).toMatchObject([{ producerId, base: 200_000, vat: 2_000, pit: 1_000 }])
    expect((await call('GET', `/admin/withheld-tax.csv?month=${month}`, { token: admin })).data).toContain(
      '200000,2000,1000,3000',
    )
    const remit = { month, tax: 'vat', amount: 2_000, reference: 'GNT-1' }
    const pay = (body: object) => call('POST', '/admin/withheld-tax/remit', { token: admin, body })
    expect([(await pay(remit)).status, (await pay(remit)).status]).toEqual([200, 200])
    expect((await pay({ ...remit, reference: 'GNT-2' })).data.error.code).toBe('tax_remitted_too_much')
  })

  it('takes rules, rates and settings for days to come alone', async () => {
    const rule = {
      name: 'Phí',
      payee: 'platform',
      basis: 'percent',
      basisPoints: 500,
      scope: 'all',
      from: '2099-01-01',
    }
    const add = (body: object) => call('POST', '/admin/commission-rules', { token: admin, body })
    const { status, data } = await add(rule)
    expect(status).toBe(201)
    expect((await add({ ...rule, from: '2026-01-01' })).data.error.code).toBe('settlement_day_past')
    expect((await add({ ...rule, amount: 5 })).data.error.code).toBe('commission_rule_invalid')
    expect((await add({ ...rule, scope: 'producer', scopeId: 'nobody' })).data.error.field).toBe('scopeId')
    expect((await add({ ...rule, surprise: 1 })).status).toBe(400)
    const end = await call('POST', `/admin/commission-rules/${data.id}/end`, {
      token: admin,
      body: { to: '2099-02-01' },
    })
    expect(end.status).toBe(200)
    const rate = { tax: 'vat', category: 'goods', basisPoints: 150, from: '2099-01-01', source: 'Nghị định mới' }
    const set = () => call('POST', '/admin/withholding-rates', { token: admin, body: rate })
    expect([(await set()).status, (await set()).data.error.code]).toEqual([201, 'settlement_day_taken'])
    const { rates } = (await call('GET', '/admin/withholding-rates', { token: admin })).data
    expect(rates.find((each: { id: string }) => each.id === 'whrt_vat_goods_20260701').to).toBe('2098-12-31')
  })

  it('draws up a batch that its maker cannot approve, and gives no bank file before it is sent', async () => {
    const made = await call('POST', '/admin/payout-batches', { token: admin, body: {} })
    expect(made.status).toBe(201)
    const path = `/admin/payout-batches/${made.data.id}`
    expect((await call('POST', `${path}/approve`, { token: admin, body: {} })).data.error.code).toBe('four_eyes')
    expect((await call('GET', `${path}/bank-file`, { token: admin })).data.error.code).toBe('payout_state')
    await dbConnection.raw("UPDATE payout_batch SET state = 'approved', approved_by = 'user_other'")
    expect((await call('POST', `${path}/send`, { token: admin, body: {} })).status).toBe(200)
    const file = await call('GET', `${path}/bank-file?format=csv`, { token: admin })
    expect(file.data).toContain('0123456789,NGUYEN THI TRA,970436,217000,SAO LANG CT ')
    const { payouts } = (await call('GET', path, { token: admin })).data
    expect(payouts).toMatchObject([{ state: 'sent', amount: 217_000, lastFour: '6789' }])
    expect(JSON.stringify(payouts)).not.toContain('0123456789')
  })
})
