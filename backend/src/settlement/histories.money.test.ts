import fc from 'fast-check'
import type { Account } from '../modules/settlement/kinds'
import { orderTerms } from './order-terms'
import { accountOf, type Payee } from './payee'
import { linePosition } from './postings/line-position'
import { type Deed, type History, histories, RATES } from './testing/histories'
import { PaperBooks } from './testing/paper-books'

const GROUP = 'ogrp_1'

interface Played {
  books: PaperBooks
  history: History
  /** Kept beside the books, by plain adding up. */
  moneyIn: number
  moneyOut: number
}

function play(history: History): Played {
  const terms = history.orders.flatMap((order) => orderTerms(GROUP, order, history.rules, RATES))
  const books = new PaperBooks(terms)
  const played: Played = { books, history, moneyIn: 0, moneyOut: 0 }
  const payouts: { id: string; payee: Payee; amount: number; state: 'sent' | 'confirmed' | 'reversed' }[] = []
  const totals = history.orders.map((order) => ({ ...order, total: books.left(order.orderId) }))
  history.deeds.forEach(({ what, pick, size }, index) => {
    const order = totals[pick % totals.length]
    if (!order) return
    const { orderId, producerId, centreId, total } = order
    const isPaid = books.held(`advance:${orderId}`) > 0 || books.earned.has(orderId)
    const deeds: Record<Deed['what'], () => void> = {
      pay() {
        books.pay('receipt_1', GROUP, totals)
        played.moneyIn += totals.reduce((sum, each) => sum + each.total, 0)
      },
      pay_twice() {
        if (history.cod || total === 0) return
        books.unapplied(`receipt_${index}`, GROUP, total)
        played.moneyIn += total
      },
      deliver() {
        if (books.earned.has(orderId)) return
        if (history.cod) played.moneyIn += books.left(orderId)
        books.earn(orderId, history.cod ? 'carrier:ghn' : undefined)
      },
      refund_units() {
        if (!isPaid) return
        const open = books.states(orderId).filter(({ terms: { quantity }, refunded }) => refunded.quantity < quantity)
        const line = open[size % Math.max(1, open.length)]
        if (!line) return
        const units = 1 + (size % (line.terms.quantity - line.refunded.quantity))
        books.ask(`refund_${index}`, orderId, undefined, [{ lineId: line.terms.lineId, quantity: units }])
      },
      refund_amount() {
        const left = books.left(orderId)
        if (!isPaid || left === 0) return
        books.ask(`refund_${index}`, orderId, 1 + (size % left))
      },
      cancel() {
        const left = books.left(orderId)
        if (!isPaid || left === 0) return
        expect(books.ask(`refund_${index}`, orderId, left)).toBe(left)
        expect(books.left(orderId)).toBe(0)
      },
      done() {
        const [id, refund] =
          pickOf(
            [...books.shares].filter(([, { state }]) => state === 'open'),
            size,
          ) ?? []
        if (id === undefined || !refund) return
        books.done(id, GROUP, 'bank:main')
        played.moneyOut += refund.amount
      },
      refuse() {
        const open = [...books.shares].filter(([, { state, orderId: of }]) => state === 'open' && of !== null)
        const [id] = pickOf(open, size) ?? []
        if (id !== undefined) books.refuse(id)
      },
      payout() {
        // Centres are paid as producers are, each from its own account.
        const payee: Payee =
          centreId !== null && size % 2 === 1 ? { kind: 'centre', id: centreId } : { kind: 'producer', id: producerId }
        const balance = books.held(accountOf(payee))
        if (balance <= 0) return
        const amount = 1 + (size % balance)
        const others = books.accounts().filter(([account]) => account !== accountOf(payee))
        books.payout(`payout_${index}`, payee, amount)
        expect(books.held(accountOf(payee))).toBe(balance - amount)
        for (const [account, held] of others) expect(books.held(account as Account), account).toBe(held)
        payouts.push({ id: `payout_${index}`, payee, amount, state: 'sent' })
      },
      confirm() {
        const payout = pickOf(
          payouts.filter(({ state }) => state === 'sent'),
          size,
        )
        if (!payout) return
        books.confirm(payout.id, payout.payee, payout.amount)
        payout.state = 'confirmed'
        played.moneyOut += payout.amount
      },
      reverse() {
        const payout = pickOf(
          payouts.filter(({ state }) => state !== 'reversed'),
          size,
        )
        if (!payout) return
        books.reverse(payout.id, payout.payee, payout.amount, payout.state === 'confirmed')
        if (payout.state === 'confirmed') played.moneyOut -= payout.amount
        payout.state = 'reversed'
      },
      freight() {
        books.freight(`charge_${index}`, producerId, 20_000)
        played.moneyOut += 20_000
      },
    }
    deeds[what]()
    hold(played)
  })
  return played
}

const pickOf = <Item>(items: Item[], pick: number): Item | undefined => items[pick % Math.max(1, items.length)]
const sumOf = (books: PaperBooks, ...families: string[]) =>
  books
    .accounts()
    .filter(([account]) => families.some((family) => account.startsWith(`${family}:`)))
    .reduce((sum, [, held]) => sum + held, 0)

/** What must be true after every single deed. */
function hold({ books, history, moneyIn, moneyOut }: Played): void {
  expect(books.accounts().reduce((sum, [, held]) => sum + held, 0)).toBe(0)
  for (const [account, held] of books.accounts()) {
    const isOwedToOthers = /^(advance|unapplied|claim|transit):/.test(account)
    if (!Number.isSafeInteger(held) || (isOwedToOthers && held < 0)) throw new Error(`${account} holds ${held}`)
  }
  // Where the money lies is what came in and has not gone out; and it belongs to somebody, to the last đồng.
  expect(0 - sumOf(books, 'gateway', 'bank', 'carrier', 'till')).toBe(moneyIn - moneyOut)
  const owned = sumOf(books, 'seller', 'centre', 'tax', 'income', 'advance', 'unapplied', 'claim', 'transit')
  expect(owned + sumOf(books, 'cost')).toBe(moneyIn - moneyOut)
  for (const { orderId } of history.orders) {
    if (!books.earned.has(orderId)) continue
    expect(books.held(`advance:${orderId}`)).toBe(0)
    for (const { terms, refunded } of books.states(orderId)) {
      const onBooks = books.onBooks(terms)
      for (const { component, amount } of linePosition(terms, refunded)) {
        const booked = onBooks.get(component) ?? 0
        if (booked !== amount) throw new Error(`${terms.lineId} ${component}: ${booked} on the books, not ${amount}`)
      }
    }
  }
}

it('loses and invents no đồng over 10,000 random histories of carts, promotions, taxes, refunds, refusals and payouts', () => {
  fc.assert(
    fc.property(histories(), (history) => {
      hold(play(history))
    }),
    { numRuns: 10_000 },
  )
}, 180_000)

it('charges a line no more than it brings, and what buyers pay is what orders cost', () => {
  fc.assert(
    fc.property(histories(), ({ orders, rules }) => {
      for (const order of orders) {
        const terms = orderTerms(GROUP, order, rules, RATES)
        const discounts = order.lines.flatMap((line) => line.discounts).reduce((sum, { amount }) => sum + amount, 0)
        const goods = order.lines.reduce((sum, line) => sum + line.goods, 0)
        expect(terms.reduce((sum, { paid }) => sum + paid, 0)).toBe(goods - discounts + order.shipping)
        for (const { base, commissions, taxes } of terms) {
          const charged = [...commissions, ...taxes].reduce((sum, { amount }) => sum + amount, 0)
          expect(charged).toBeLessThanOrEqual(base)
        }
      }
    }),
    { numRuns: 5_000 },
  )
})

it('ends where one refund of everything ends, in whatever parts and order everything is given back', () => {
  fc.assert(
    fc.property(histories(), (history) => {
      const { books } = play({
        ...history,
        deeds: history.deeds.filter(({ what }) => what !== 'payout' && what !== 'freight'),
      })
      const freights = books.held('carrier:ghn')
      for (const { orderId } of history.orders) {
        if (!books.earned.has(orderId)) continue
        const left = books.left(orderId)
        const units = books.states(orderId).flatMap(({ terms, refunded }) => {
          const quantity = terms.quantity - refunded.quantity
          const amount = terms.paid - refunded.amount
          return quantity + amount > 0 ? [{ lineId: terms.lineId, quantity, amount }] : []
        })
        if (units.length > 0) books.ask(`last_${orderId}`, orderId, left, units)
        for (const terms of books.linesOf(orderId)) {
          for (const [component, amount] of books.onBooks(terms)) expect(amount, component).toBe(0)
        }
      }
      expect(sumOf(books, 'seller', 'centre', 'tax', 'income', 'cost')).toBe(0)
      expect(books.accounts().filter(([account, held]) => account.startsWith('seller:') && held !== 0)).toEqual([])
      expect(books.held('carrier:ghn')).toBe(freights)
    }),
    { numRuns: 2_000 },
  )
})
