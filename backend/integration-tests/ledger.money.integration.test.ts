import type { MedusaContainer } from '@medusajs/framework/types'
import { loadSource } from './load-source'
import { shopSuite } from './shop-suite'

const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { post } = loadSource<typeof import('../src/settlement/post')>('./src/settlement/post')
const { freezeTerms } = loadSource<typeof import('../src/settlement/freeze-terms')>('./src/settlement/freeze-terms')
const { postPaid } = loadSource<typeof import('../src/settlement/post-receipts')>('./src/settlement/post-receipts')
const { postEarned } = loadSource<typeof import('../src/settlement/post-earned')>('./src/settlement/post-earned')
const { postRefundAsked, postRefundDone, postRefundRefused } = loadSource<
  typeof import('../src/settlement/post-refunds')
>('./src/settlement/post-refunds')

const AT = new Date('2026-11-20T03:00:00Z')

shopSuite(({ getContainer }) => {
  let container: MedusaContainer
  beforeEach(() => {
    container = getContainer()
  })

  const rows = <Row>(text: string, values: unknown[] = []) =>
    inTransaction(container, (sql) => sql.query<Row>(text, values))
  const balance = async (account: string) => {
    const [row] = await rows<{ held: string }>(
      `SELECT (coalesce(sum(amount) FILTER (WHERE credit = ?), 0) - coalesce(sum(amount) FILTER (WHERE debit = ?), 0))::text AS held
       FROM ledger_entry`,
      [account, account],
    )
    return Number(row?.held)
  }
  const entry = {
    key: 'paid:prec_1:order_1',
    kind: 'paid',
    debit: 'bank:main',
    credit: 'advance:order_1',
    amount: 3_000_000_000,
    at: AT,
    groupId: 'ogrp_1',
  } as const

  describe('post', () => {
    it('posts a key once, however often and however many at once', async () => {
      await Promise.all(Array.from({ length: 20 }, () => inTransaction(container, (sql) => post(sql, [entry]))))
      await inTransaction(container, (sql) => post(sql, [{ ...entry, at: new Date() }]))
      expect(await balance('advance:order_1')).toBe(3_000_000_000)
    })

    it('refuses a key with other content, also when both are written at once', async () => {
      const outcomes = await Promise.allSettled(
        [1, 2, 3, 4].map((amount) => inTransaction(container, (sql) => post(sql, [{ ...entry, amount }]))),
      )
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await expect(inTransaction(container, (sql) => post(sql, [{ ...entry, amount: 9 }]))).rejects.toThrow(
        /other content/,
      )
      await expect(
        inTransaction(container, (sql) =>
          post(sql, [
            { ...entry, key: 'x', amount: 1 },
            { ...entry, key: 'x', amount: 2 },
          ]),
        ),
      ).rejects.toThrow(/other content/)
      expect(await rows("SELECT 1 FROM ledger_entry WHERE key = 'x'")).toEqual([])
    })

    it('keeps nothing of a transaction that fails', async () => {
      const failing = inTransaction(container, async (sql) => {
        await post(sql, [entry])
        throw new Error('the process died')
      })
      await expect(failing).rejects.toThrow('the process died')
      expect(await rows('SELECT 1 FROM ledger_entry')).toEqual([])
    })

    it('cannot be changed or deleted, nor hold an amount of 0 or an account paid to itself', async () => {
      await inTransaction(container, (sql) => post(sql, [entry]))
      await expect(rows('UPDATE ledger_entry SET amount = 1')).rejects.toThrow(/insert-only/)
      await expect(rows('DELETE FROM ledger_entry')).rejects.toThrow(/insert-only/)
      const insert = (debit: string, amount: number) =>
        rows(
          "INSERT INTO ledger_entry (id, key, kind, debit, credit, amount, at) VALUES ('x', 'x', 'paid', ?, 'bank:main', ?, now())",
          [debit, amount],
        )
      await expect(insert('till:a', 0)).rejects.toThrow(/ledger_entry_amount/)
      await expect(insert('bank:main', 1)).rejects.toThrow(/ledger_entry_two_accounts/)
      await expect(inTransaction(container, (sql) => post(sql, [{ ...entry, amount: 0.5 }]))).rejects.toThrow(
        /whole đồng/,
      )
    })
  })

  describe('an order', () => {
    const order = {
      orderId: 'order_1',
      producerId: 'prod_a',
      legalForm: 'household',
      centreId: null,
      shipping: 30_000,
      lines: [
        {
          lineId: 'line_1',
          productId: 'prod_tea',
          sector: 'drink',
          quantity: 3,
          goods: 300_001,
          discounts: [{ offerId: 'po_1', bearer: 'platform' as const, amount: 10_000 }],
        },
      ],
    }
    const total = 320_001

    beforeEach(async () => {
      await rows(
        `INSERT INTO commission_rule (id, name, payee, basis, basis_points, shipping_basis_points, scope, position, from_day, created_by)
         VALUES ('comr_1', 'Phí sàn', 'platform', 'percent', 500, 0, 'all', 1, '2026-01-01', 'user_1')`,
      )
      await inTransaction(container, (sql) => freezeTerms(sql, { groupId: 'ogrp_1', at: AT, orders: [order] }))
    })

    const pay = () =>
      inTransaction(container, (sql) =>
        postPaid(sql, {
          receiptId: 'prec_1',
          groupId: 'ogrp_1',
          asset: 'gateway:vnpay',
          at: AT,
          orders: [{ orderId: 'order_1', producerId: 'prod_a', total }],
        }),
      )
    const earn = (collectedBy?: `carrier:${string}`) =>
      inTransaction(container, (sql) =>
        postEarned(sql, { orderId: 'order_1', at: AT, ...(collectedBy === undefined ? {} : { collectedBy }) }),
      )

    it('is earned once, with commission and tax by its frozen terms', async () => {
      await pay()
      await rows('UPDATE commission_rule SET basis_points = 9000')
      expect(await Promise.all([earn(), earn(), earn()])).toEqual(expect.arrayContaining([true, false, false]))
      expect(await balance('advance:order_1')).toBe(0)
      expect(await balance('income:commission')).toBe(15_000)
      expect(await balance('tax:vat')).toBe(3_000)
      expect(await balance('tax:pit')).toBe(1_500)
      expect(await balance('cost:promotion')).toBe(-10_000)
      expect(await balance('seller:prod_a')).toBe(total + 10_000 - 15_000 - 3_000 - 1_500)
    })

    it('posts the cash of a COD parcel to its carrier', async () => {
      expect(await earn('carrier:ghn')).toBe(true)
      expect(await balance('carrier:ghn')).toBe(-total)
      expect(await balance('advance:order_1')).toBe(0)
    })

    it('is not earned when its advance does not hold what it costs', async () => {
      await expect(earn()).rejects.toThrow(/in advance/)
    })

    it('comes back whole by units, and a refused refund as if it had never been asked', async () => {
      await pay()
      const ask = (refundId: string, amount: number, lines?: { lineId: string; quantity: number }[]) =>
        inTransaction(container, (sql) =>
          postRefundAsked(sql, {
            refundId,
            groupId: 'ogrp_1',
            orderId: 'order_1',
            receiptId: 'prec_1',
            amount,
            at: AT,
            ...(lines === undefined ? {} : { lines }),
          }),
        )
      await ask('r1', 96_667, [{ lineId: 'line_1', quantity: 1 }])
      await earn()
      const before = await balance('seller:prod_a')
      await ask('r2', 96_667, [{ lineId: 'line_1', quantity: 1 }])
      await ask('r2', 96_667, [{ lineId: 'line_1', quantity: 1 }])
      await expect(ask('r2', 5)).rejects.toThrow(/other content/)
      await expect(ask('r3', 200_000)).rejects.toThrow(/are left/)
      const refuse = (refundId: string) =>
        inTransaction(container, (sql) => postRefundRefused(sql, { refundId, at: AT }))
      await Promise.all([refuse('r2'), refuse('r2')])
      expect(await balance('seller:prod_a')).toBe(before)
      await ask('r4', 193_334 + 30_000)
      const done = (refundId: string) =>
        inTransaction(container, (sql) => postRefundDone(sql, { refundId, asset: 'gateway:vnpay', at: AT }))
      await done('r1')
      await done('r4')
      await done('r4')
      await expect(refuse('r4')).rejects.toThrow(/was paid/)
      const left = await rows<{ account: string }>(
        `SELECT account FROM (SELECT debit AS account, amount FROM ledger_entry UNION ALL SELECT credit, -amount FROM ledger_entry) AS e
         GROUP BY account HAVING sum(amount) <> 0`,
      )
      expect(left).toEqual([])
    })
  })
})
