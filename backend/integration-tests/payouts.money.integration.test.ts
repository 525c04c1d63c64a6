import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import fc from 'fast-check'
import type { AuditActor } from '../src/officials/record-audit'
import type { Deed, History } from '../src/settlement/testing/histories'
import { loadSource } from './load-source'
import { shopSuite } from './shop-suite'

const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { freezeTerms } = loadSource<typeof import('../src/settlement/freeze-terms')>('./src/settlement/freeze-terms')
const { postPaid, postUnapplied, postFreight } = loadSource<typeof import('../src/settlement/post-receipts')>(
  './src/settlement/post-receipts',
)
const { postEarned } = loadSource<typeof import('../src/settlement/post-earned')>('./src/settlement/post-earned')
const { postRefundAsked, postRefundDone, postRefundRefused, quoteRefund } = loadSource<
  typeof import('../src/settlement/post-refunds')
>('./src/settlement/post-refunds')
const { postPayoutSent, postPayoutConfirmed, postPayoutReversed } = loadSource<
  typeof import('../src/settlement/post-payouts')
>('./src/settlement/post-payouts')
const { readOrderBooks } = loadSource<typeof import('../src/settlement/order-books')>('./src/settlement/order-books')
const { findFaults, checkBalance } = loadSource<typeof import('../src/settlement/check-balance')>(
  './src/settlement/check-balance',
)
const { linePosition } = loadSource<typeof import('../src/settlement/postings/line-position')>(
  './src/settlement/postings/line-position',
)
const { histories } = loadSource<typeof import('../src/settlement/testing/histories')>(
  './src/settlement/testing/histories',
)
const batches = loadSource<typeof import('../src/settlement/payout-batches')>('./src/settlement/payout-batches')
const { sealBankNumber } = loadSource<typeof import('../src/sellers/bank-accounts')>('./src/sellers/bank-accounts')

const AT = new Date('2026-11-20T03:00:00Z')
const LATER = new Date('2026-12-20T03:00:00Z')
const person = (id: string): AuditActor => ({ type: 'user', id, name: id, post: null })
const [an, binh] = [person('user_an'), person('user_binh')]

shopSuite(({ getContainer }) => {
  let container: MedusaContainer
  beforeEach(() => {
    container = getContainer()
  })
  const rows = <Row>(text: string, values: unknown[] = []) =>
    inTransaction(container, (sql) => sql.query<Row>(text, values))
  const held = async (account: string) => {
    const [row] = await rows<{ held: string }>(
      `SELECT (coalesce(sum(amount) FILTER (WHERE credit = ?), 0) - coalesce(sum(amount) FILTER (WHERE debit = ?), 0))::text AS held
       FROM ledger_entry WHERE credit = ? OR debit = ?`,
      [account, account, account, account],
    )
    return Number(row?.held)
  }

  async function sale(producerId: string, goods: number, no = 1) {
    const [orderId, groupId] = [`order_${producerId}_${no}`, `ogrp_${producerId}_${no}`]
    await inTransaction(container, async (sql) => {
      await freezeTerms(sql, {
        groupId,
        at: AT,
        orders: [
          {
            orderId,
            producerId,
            legalForm: 'cooperative',
            centreId: null,
            shipping: 0,
            lines: [{ lineId: `line_${orderId}`, productId: 'p', sector: 'food', quantity: 1, goods, discounts: [] }],
          },
        ],
      })
      await postPaid(sql, {
        receiptId: `receipt_${orderId}`,
        groupId,
        asset: 'bank:main',
        at: AT,
        orders: [{ orderId, producerId, total: goods }],
      })
      await postEarned(sql, { orderId, at: AT })
    })
    return { orderId, groupId }
  }
  async function account(producerId: string, number = '0123456789') {
    const { ciphertext, nonce, keyId } = sealBankNumber(producerId, number)
    await rows(`UPDATE bank_account SET replaced_at = now() WHERE producer_id = ?`, [producerId])
    await rows(
      `INSERT INTO bank_account (id, producer_id, bank_bin, holder, ciphertext, nonce, key_id, last_four, state, verified_by, verified_at)
       VALUES (?, ?, '970436', 'HTX CHE', ?, ?, ?, ?, 'verified', 'user_an', now())`,
      [`bacc_${producerId}_${number}`, producerId, ciphertext, nonce, keyId, number.slice(-4)],
    )
  }
  const payoutsOf = (batchId: string) =>
    rows<{ id: string; producer_id: string; state: string; amount: string; dropped_because: string | null }>(
      'SELECT id, producer_id, state, amount, dropped_because FROM payout WHERE batch_id = ? ORDER BY producer_id',
      [batchId],
    )

  describe('a payout batch', () => {
    it('pays whom has waited and has a verified account, once, with four eyes, to the last đồng', async () => {
      await sale('prod_a', 300_001)
      await sale('prod_small', 10_000)
      await account('prod_small')
      await sale('prod_without', 900_000)
      await account('prod_a')
      await expect(batches.draftBatch(container, an, AT)).rejects.toMatchObject({ code: 'payout_nobody' })
      const id = await batches.draftBatch(container, an, LATER)
      await expect(batches.draftBatch(container, binh, LATER)).rejects.toMatchObject({ code: 'payout_batch_open' })
      const [payout, ...others] = await payoutsOf(id)
      expect([payout?.producer_id, Number(payout?.amount), others]).toEqual(['prod_a', 300_001, []])

      await expect(batches.sendBatch(container, id, an, LATER)).rejects.toMatchObject({ code: 'payout_state' })
      await expect(batches.approveBatch(container, id, an)).rejects.toMatchObject({ code: 'four_eyes' })
      await batches.approveBatch(container, id, binh)
      await Promise.all([1, 2, 3].map(() => batches.sendBatch(container, id, an, LATER)))
      expect([await held('seller:prod_a'), await held(`transit:${payout?.id}`)]).toEqual([0, 300_001])

      const confirm = (bankReference: string) =>
        batches.confirmPayout(container, { batchId: id, payoutId: payout?.id ?? '', bankReference, at: LATER }, an)
      await Promise.all([confirm('FT1'), confirm('FT1')])
      await expect(confirm('FT2')).rejects.toMatchObject({ code: 'payout_state' })
      expect(await rows('SELECT state FROM payout_batch')).toEqual([{ state: 'closed' }])
      expect([await held(`transit:${payout?.id}`), await held('bank:main')]).toEqual([0, -(10_000 + 900_000)])

      const reverse = () =>
        batches.reversePayout(container, { batchId: id, payoutId: payout?.id ?? '', reason: 'Sai tên', at: LATER }, an)
      await Promise.all([reverse(), reverse()])
      expect([await held('seller:prod_a'), await held('bank:main')]).toEqual([300_001, -(300_001 + 910_000)])
      expect((await checkBalance(container)).faults.filter(({ fault }) => fault !== 'receipt')).toEqual([])
      const again = await batches.draftBatch(container, an, LATER)
      expect(Number((await payoutsOf(again))[0]?.amount)).toBe(300_001)
    })

    it('drops a payout whose balance fell or whose account changed after it was approved', async () => {
      const { orderId, groupId } = await sale('prod_a', 300_000)
      await sale('prod_b', 400_000)
      await sale('prod_c', 500_000)
      for (const id of ['prod_a', 'prod_b', 'prod_c']) await account(id)
      const id = await batches.draftBatch(container, an, LATER)
      await batches.approveBatch(container, id, binh)
      await account('prod_b', '999999999')
      await inTransaction(container, (sql) =>
        postRefundAsked(sql, { refundId: 'r1', groupId, orderId, receiptId: null, amount: 1, at: LATER }),
      )
      await batches.sendBatch(container, id, binh, LATER)
      expect((await payoutsOf(id)).map(({ state, dropped_because }) => [state, dropped_because])).toEqual([
        ['dropped', 'balance_fell'],
        ['dropped', 'account_changed'],
        ['sent', null],
      ])
      expect([await held('seller:prod_a'), await held('seller:prod_b'), await held('seller:prod_c')]).toEqual([
        299_999, 400_000, 0,
      ])
    })

    it('ends in the same state when the process dies at any step and the step is done again', async () => {
      await sale('prod_a', 300_000)
      await account('prod_a')
      let id = ''
      let payoutId = ''
      const steps: ((shop: MedusaContainer) => Promise<unknown>)[] = [
        async (shop) => {
          const [open] = await rows<{ id: string }>('SELECT id FROM payout_batch')
          id = open?.id ?? (await batches.draftBatch(shop, an, LATER))
          payoutId = (await payoutsOf(id))[0]?.id ?? ''
        },
        async (shop) => {
          const [{ state } = { state: '' }] = await rows<{ state: string }>('SELECT state FROM payout_batch')
          if (state === 'draft') await batches.approveBatch(shop, id, binh)
        },
        (shop) => batches.sendBatch(shop, id, an, LATER),
        (shop) => batches.confirmPayout(shop, { batchId: id, payoutId, bankReference: 'FT1', at: LATER }, an),
        (shop) => batches.reversePayout(shop, { batchId: id, payoutId, reason: 'Trả lại', at: LATER }, an),
      ]
      for (const step of steps) {
        // The database refuses the step's nth statement, as it does for a process that is gone: all of the step must be undone.
        for (let nth = 1; nth <= 30; nth += 1) {
          const before = await stateOfBooks()
          const dying = await withDeathAt(nth, step)
          if (!dying) break
          expect(await stateOfBooks()).toEqual(before)
        }
        await step(container)
        await step(container)
      }
      expect(await held('seller:prod_a')).toBe(300_000)
      expect(await rows('SELECT kind FROM ledger_entry WHERE payout_id IS NOT NULL ORDER BY id')).toHaveLength(4)
      expect(await findFaultsOfPayouts()).toEqual([])
    })

    const stateOfBooks = () =>
      rows(
        `SELECT (SELECT count(*) FROM ledger_entry)::int AS entries, (SELECT count(*) FROM audit_entry)::int AS deeds,
           (SELECT string_agg(state, ',') FROM payout) AS payouts, (SELECT string_agg(state, ',') FROM payout_batch) AS batches`,
      )
    const findFaultsOfPayouts = async () =>
      (await inTransaction(container, findFaults)).filter(
        ({ fault }) => fault === 'transit' || fault === 'trial_balance',
      )

    /** Runs a step whose nth statement fails; false when the step has fewer. */
    async function withDeathAt(nth: number, step: (shop: MedusaContainer) => Promise<unknown>): Promise<boolean> {
      let count = 0
      const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const dying = {
        transaction: (work: (open: object) => Promise<unknown>) =>
          connection.transaction((open) =>
            work({
              raw(text: string, values: never[]) {
                count += 1
                if (count === nth) throw new Error('killed')
                return open.raw(text, values)
              },
            }),
          ),
      }
      const shop = {
        resolve: (key: string) => (key === ContainerRegistrationKeys.PG_CONNECTION ? dying : container.resolve(key)),
      } as unknown as MedusaContainer
      try {
        await step(shop)
        return false
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'killed') throw error
        return true
      }
    }
  })

  it('says what is wrong with the books', async () => {
    await sale('prod_a', 5_000)
    await rows(
      `INSERT INTO ledger_entry (id, key, kind, debit, credit, amount, at) VALUES ('x', 'x', 'refund_asked', 'advance:order_x', 'claim:r', 7, now())`,
    )
    const check = await checkBalance(container)
    expect(check.ok).toBe(false)
    expect(check.faults).toContainEqual({ fault: 'negative_advance', subject: 'advance:order_x', difference: -7 })
  })

  it('keeps 300 random histories exact through the real wrappers', async () => {
    let no = 0
    const money = { in: 0, out: 0 }
    await fc.assert(
      fc.asyncProperty(histories(), async (history) => {
        no += 1
        await playOn(tagged(history, `h${no}`), `h${no}`, money)
      }),
      { numRuns: 300, endOnFailure: true },
    )
    const [total] = await rows<{ assets: string; owned: string }>(
      `SELECT sum(amount) FILTER (WHERE account ~ '^(gateway|bank|carrier|till):')::text AS assets,
         sum(-amount) FILTER (WHERE account !~ '^(gateway|bank|carrier|till):')::text AS owned
       FROM (SELECT debit AS account, amount FROM ledger_entry UNION ALL SELECT credit, -amount FROM ledger_entry) AS sides`,
    )
    expect([Number(total?.assets), Number(total?.owned)]).toEqual([money.in - money.out, money.in - money.out])
    expect(
      (await inTransaction(container, findFaults)).filter(({ fault }) => fault !== 'refund' && fault !== 'transit'),
    ).toEqual([])
  })

  /** Ids of their own for each history. */
  function tagged(history: History, tag: string): History {
    return {
      ...history,
      orders: history.orders.map((order) => ({
        ...order,
        orderId: `${tag}_${order.orderId}`,
        producerId: `${tag}_${order.producerId}`,
        lines: order.lines.map((line) => ({ ...line, lineId: `${tag}_${line.lineId}` })),
      })),
    }
  }

  async function playOn(history: History, tag: string, money: { in: number; out: number }): Promise<void> {
    const groupId = `ogrp_${tag}`
    await rows('UPDATE commission_rule SET deleted_at = now()')
    for (const rule of history.rules) {
      await rows(
        `INSERT INTO commission_rule (id, name, payee, basis, basis_points, amount, min_amount, max_amount, shipping_basis_points, scope,
           scope_id, position, exclusive_group, from_day, created_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2026-01-01', 'user_an')`,
        [
          `${tag}_${rule.id}`,
          rule.name,
          rule.payee,
          rule.basis,
          rule.basisPoints,
          rule.amount,
          rule.minAmount,
          rule.maxAmount,
          rule.shippingBasisPoints,
          rule.scope,
          rule.scopeId,
          rule.position,
          rule.exclusiveGroup,
        ],
      )
    }
    const freeze = () =>
      inTransaction(container, (sql) => freezeTerms(sql, { groupId, at: AT, orders: history.orders }))
    await freeze()
    await freeze()
    const books = (orderId: string) => inTransaction(container, (sql) => readOrderBooks(sql, orderId))
    const leftOf = async (orderId: string) =>
      (await books(orderId)).lines.reduce((sum, { terms, refunded }) => sum + terms.paid - refunded.amount, 0)
    const totals = await Promise.all(
      history.orders.map(async ({ orderId, producerId }) => ({ orderId, producerId, total: await leftOf(orderId) })),
    )
    const open: { refundId: string; amount: number; orderId: string | null }[] = []
    const payouts: { payoutId: string; payee: { kind: 'producer'; id: string }; amount: number; state: string }[] = []
    const twice = async (work: () => Promise<unknown>) => {
      await work()
      await work()
    }
    let index = 0
    for (const { what, pick, size } of history.deeds) {
      index += 1
      const order = totals[pick % totals.length]
      if (!order) continue
      const { orderId, producerId, total } = order
      const state = await books(orderId)
      const isPaid = state.advance > 0 || state.earned
      const left = await leftOf(orderId)
      const ask = async (amount: number, lines?: { lineId: string; quantity: number }[]) => {
        const refundId = `${tag}_refund_${index}`
        const refund = { refundId, groupId, orderId, receiptId: null, amount, at: AT, ...(lines ? { lines } : {}) }
        await twice(() => inTransaction(container, (sql) => postRefundAsked(sql, refund)))
        open.push({ refundId, amount, orderId })
      }
      const deeds: Record<Deed['what'], () => Promise<void>> = {
        async pay() {
          await twice(() =>
            inTransaction(container, (sql) =>
              postPaid(sql, { receiptId: `${tag}_receipt`, groupId, asset: 'gateway:vnpay', at: AT, orders: totals }),
            ),
          )
          money.in += totals.reduce((sum, each) => sum + each.total, 0)
        },
        async pay_twice() {
          if (total === 0) return
          const receiptId = `${tag}_receipt_${index}`
          const refundId = `${tag}_refund_${index}`
          await twice(() =>
            inTransaction(container, async (sql) => {
              await postUnapplied(sql, { receiptId, groupId, asset: 'bank:main', amount: total, at: AT })
              await postRefundAsked(sql, { refundId, groupId, orderId: null, receiptId, amount: total, at: AT })
            }),
          )
          open.push({ refundId, amount: total, orderId: null })
          money.in += total
        },
        async deliver() {
          if (history.cod && !state.earned) money.in += left
          const collected = history.cod ? { collectedBy: 'carrier:ghn' as const } : {}
          await twice(() => inTransaction(container, (sql) => postEarned(sql, { orderId, at: AT, ...collected })))
        },
        async refund_units() {
          const lines = state.lines.filter(({ terms, refunded }) => refunded.quantity < terms.quantity)
          const line = lines[size % Math.max(1, lines.length)]
          if (!line || !isPaid) return
          const quantity = 1 + (size % (line.terms.quantity - line.refunded.quantity))
          const asked = [{ lineId: line.terms.lineId, quantity }]
          const { amount } = await inTransaction(container, (sql) => quoteRefund(sql, orderId, asked))
          if (amount > 0) await ask(amount, asked)
        },
        async refund_amount() {
          if (isPaid && left > 0) await ask(1 + (size % left))
        },
        async cancel() {
          if (isPaid && left > 0) await ask(left)
        },
        async done() {
          const [refund] = open.splice(size % Math.max(1, open.length), 1)
          if (!refund) return
          const { refundId } = refund
          await twice(() =>
            inTransaction(container, (sql) => postRefundDone(sql, { refundId, asset: 'bank:main', at: AT })),
          )
          money.out += refund.amount
        },
        async refuse() {
          const at = open.findIndex((refund) => refund.orderId !== null)
          if (at < 0) return
          const refundId = open.splice(at, 1)[0]?.refundId ?? ''
          await twice(() => inTransaction(container, (sql) => postRefundRefused(sql, { refundId, at: AT })))
        },
        async payout() {
          const payee = { kind: 'producer' as const, id: producerId }
          const balance = await held(`seller:${producerId}`)
          if (balance <= 0) return
          const payout = { payoutId: `${tag}_payout_${index}`, payee, amount: 1 + (size % balance) }
          await twice(() => inTransaction(container, (sql) => postPayoutSent(sql, { ...payout, at: AT })))
          payouts.push({ ...payout, state: 'sent' })
        },
        async confirm() {
          const payout = payouts.find((each) => each.state === 'sent')
          if (!payout) return
          await twice(() => inTransaction(container, (sql) => postPayoutConfirmed(sql, { ...payout, at: AT })))
          payout.state = 'confirmed'
          money.out += payout.amount
        },
        async reverse() {
          const payout = payouts.find((each) => each.state !== 'reversed')
          if (!payout) return
          const paid = payout.state === 'confirmed'
          await twice(() => inTransaction(container, (sql) => postPayoutReversed(sql, { ...payout, at: AT }, paid)))
          if (paid) money.out -= payout.amount
          payout.state = 'reversed'
        },
        async freight() {
          const charge = {
            chargeId: `${tag}_${index}`,
            carrier: 'carrier:ghn' as const,
            amount: 20_000,
            producerId,
            at: AT,
          }
          await twice(() => inTransaction(container, (sql) => postFreight(sql, charge)))
          money.out += 20_000
        },
      }
      await deeds[what]()
    }
    for (const { orderId } of totals) {
      const { earned, advance, lines } = await books(orderId)
      if (!earned) continue
      expect(advance).toBe(0)
      for (const { terms, refunded, onBooks } of lines) {
        for (const { component, amount } of linePosition(terms, refunded))
          expect(onBooks.get(component) ?? 0).toBe(amount)
      }
    }
  }
})
