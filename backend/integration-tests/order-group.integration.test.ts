import { randomUUID } from 'node:crypto'
import { loadSource } from './load-source'
import { shopSuite } from './shop-suite'

const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { graph } = loadSource<typeof import('../src/container/graph')>('./src/container/graph')
const { lockGroup, lockGroupOfOrder, markGroupPaid, moveSellerOrder } = loadSource<
  typeof import('../src/order-groups/settle-group')
>('./src/order-groups/settle-group')

shopSuite(({ getContainer, dbConnection }) => {
  async function makeGroup(state: 'placing' | 'awaiting_payment' = 'awaiting_payment'): Promise<string> {
    const id = `ogrp_${randomUUID()}`
    await dbConnection.raw(
      `INSERT INTO order_group (id, display_no, cart_id, phone, buyer_hash, method, state, total, expires_at, placed_at, order_ids)
       VALUES (?, ?, ?, '0912345678', 'x', 'vnpay', ?, 3000000000, now() + interval '30 minutes', now(), ?)`,
      [id, id, `cart_${id}`, state, [`order_${id}_1`, `order_${id}_2`]],
    )
    for (const position of [1, 2]) {
      await dbConnection.raw(
        `INSERT INTO seller_order (order_id, group_id, position, producer_id, delivery_method, goods, discount, shipping, total, state)
         VALUES (?, ?, ?, 'producer_1', 'flat', 1499980000, 10000, 30000, 1500000000, 'awaiting_payment')`,
        [`order_${id}_${position}`, id, position],
      )
    }
    return id
  }
  const at = new Date('2026-11-23T03:00:00.000Z')

  it('hands out a locked group with its seller orders, amounts as numbers beyond 32 bits', async () => {
    const id = await makeGroup()
    const group = await inTransaction(getContainer(), (sql) => lockGroup(sql, id))
    expect(group).toMatchObject({ id, total: 3_000_000_000, state: 'awaiting_payment', paidAt: null })
    expect(group?.orders.map(({ position, total, discount }) => [position, total, discount])).toEqual([
      [1, 1_500_000_000, 10_000],
      [2, 1_500_000_000, 10_000],
    ])
    const same = await inTransaction(getContainer(), (sql) => lockGroupOfOrder(sql, `order_${id}_2`))
    expect(same?.id).toBe(id)
    expect(await inTransaction(getContainer(), (sql) => lockGroup(sql, 'ogrp_unknown'))).toBeNull()
    const halfMade = await makeGroup('placing')
    expect(await inTransaction(getContainer(), (sql) => lockGroup(sql, halfMade))).toBeNull()
  })

  it('marks a group paid once, whoever comes second', async () => {
    const id = await makeGroup()
    const pay = () =>
      inTransaction(getContainer(), async (sql) => {
        const group = await lockGroup(sql, id)
        return group !== null && (await markGroupPaid(sql, group, at))
      })
    const answers = await Promise.all(Array.from({ length: 10 }, pay))
    expect(answers.filter(Boolean)).toHaveLength(1)
    const [group] = await graph<{ state: string; paid_at: Date; expires_at: Date | null }>(getContainer(), {
      entity: 'order_group',
      fields: ['state', 'paid_at', 'expires_at'],
      filters: { id },
    })
    expect(group).toMatchObject({ state: 'placed', paid_at: at, expires_at: null })
    const orders = await graph<{ state: string }>(getContainer(), {
      entity: 'seller_order',
      fields: ['order_id', 'state', 'producer.name', 'order.id'],
      filters: { group_id: id },
    })
    expect(orders.map((order) => order.state)).toEqual(['to_confirm', 'to_confirm'])
  })

  it('moves a seller order only from the states named, and notes when', async () => {
    const id = await makeGroup()
    const orderId = `order_${id}_1`
    const move = (...args: [from: ('to_confirm' | 'awaiting_payment')[], to: 'confirmed' | 'canceled']) =>
      inTransaction(getContainer(), (sql) => moveSellerOrder(sql, orderId, ...args, at))
    expect(await move(['to_confirm'], 'confirmed')).toBe(false)
    expect(await move(['awaiting_payment', 'to_confirm'], 'canceled')).toBe(true)
    const { rows } = await dbConnection.raw(
      'SELECT state, closed_at, confirmed_at FROM seller_order WHERE order_id = ?',
      [orderId],
    )
    expect(rows).toEqual([{ state: 'canceled', closed_at: at, confirmed_at: null }])
  })

  it('keeps one group a cart for ever, and amounts that add up', async () => {
    const id = await makeGroup()
    await expect(
      dbConnection.raw(
        `INSERT INTO order_group (id, display_no, cart_id, phone, buyer_hash, method, state, total, placed_at, order_ids)
         VALUES ('ogrp_2', 'no-2', ?, '0', 'x', 'cod', 'placing', 0, now(), '{}')`,
        [`cart_${id}`],
      ),
    ).rejects.toThrow(/IDX_order_group_cart_unique/)
    await expect(
      dbConnection.raw('UPDATE seller_order SET total = total + 1 WHERE group_id = ?', [id]),
    ).rejects.toThrow(/check constraint/)
  })
})
