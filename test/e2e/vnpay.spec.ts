import { expect, type Page, test } from '@playwright/test'
import { balance, entriesOf, sum } from './operator-api.ts'
import { store } from './run.ts'
import { addToCart, agreeAndPayBy, fillDelivery, sellableOfDifferentProducers } from './shopper.ts'
import { callsOf, enterCard, ON_TIME, onPayPage, payButton, setNotices, transactionOf } from './vnpay.ts'

/** One at a time: how the simulator tells of payments holds for all that end meanwhile. */
test.describe.configure({ mode: 'default' })
test.afterEach(() => setNotices(ON_TIME))

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** What stands next to a word of a list of sums. */
const amountBeside = (page: Page, term: string) =>
  page
    .getByRole('definition')
    .and(page.locator(`dt:text-is("${term}") + dd`))
    .last()

interface Ordered {
  reference: string
  total: number
  producers: string[]
}

/** Puts goods of two producers into one cart and orders them; ends on the simulator's page. */
async function orderOfTwoProducers(page: Page): Promise<Ordered> {
  const cards = await sellableOfDifferentProducers(2)
  for (const card of cards) await addToCart(page, card)
  const producers = cards.map(({ producer }) => producer.name)
  for (const [at, producer] of producers.entries()) {
    const part = page.getByRole('region', { name: producer })
    await expect(part).toContainText(cards[at]?.title ?? '')
    await expect(part).toContainText('Cộng của chủ thể này')
  }
  await page.getByRole('main').getByRole('link', { name: 'Tới bước giao hàng' }).click()
  await fillDelivery(page)
  await page.getByRole('button', { name: 'Tới bước xác nhận' }).click()
  await agreeAndPayBy(page, /VNPay/)
  const total = await amountBeside(page, 'Tổng cộng').innerText()
  await page.getByRole('button', { name: /^Đặt hàng/ }).click()
  const reference = await onPayPage(page, total.trim())
  return { reference, total: Number(total.replace(/\D/g, '')), producers }
}

/** The order's own page from the page that one comes back to; out: its signed address. */
async function openOrder(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Mở trang đơn hàng' }).click()
  await expect(page).toHaveURL(/\/don-hang\/ogrp_[^?]+\?t=/)
  return page.url()
}

/** The order is paid: the buyer reads it, each producer has a parcel, and the books hold one payment of exactly the sum. */
async function expectPaid(page: Page, { reference, total, producers }: Ordered): Promise<void> {
  await expect(heading(page)).toHaveText('Đã nhận tiền, đơn đang được chuẩn bị')
  await expect(page.getByRole('region', { name: /^Kiện của / })).toHaveCount(producers.length)
  for (const producer of producers) {
    await expect(page.getByRole('region', { name: `Kiện của ${producer}` })).toContainText('Chờ chủ thể xác nhận')
  }
  await expect(amountBeside(page, 'Tổng cộng')).toHaveText(new RegExp(total.toLocaleString('vi-VN')))
  const url = new URL(page.url())
  const groupId = url.pathname.split('/').at(-1) ?? ''
  const answer = await store(`/store/order-groups/${groupId}`, {
    headers: { 'x-order-token': url.searchParams.get('t') ?? '' },
  })
  const { group } = (await answer.json()) as { group: { total: number; orders: { id: string; total: number }[] } }
  expect(group.total).toBe(total)
  const entries = await entriesOf(groupId)
  const paid = entries.filter(({ kind }) => kind === 'paid')
  expect(entries.filter(({ kind }) => kind === 'unapplied')).toEqual([])
  expect(paid.every(({ debit }) => debit === 'gateway:vnpay')).toBe(true)
  expect(sum(paid)).toBe(total)
  expect(paid.map(({ orderId, amount }) => [orderId, amount]).sort()).toEqual(
    group.orders.map(({ id, total: part }) => [id, part]).sort(),
  )
  expect(await transactionOf(reference)).toMatchObject({ amount: total, status: '00', refunds: [] })
  expect(await balance()).toEqual({ difference: 0, faults: [] })
}

test('IPN first: the buyer comes back to an order that is paid', async ({ page }) => {
  const ordered = await orderOfTwoProducers(page)
  await enterCard(page)
  await payButton(page).click()
  await expect(heading(page)).toHaveText('Thanh toán thành công')
  await openOrder(page)
  await expectPaid(page, ordered)
  expect(await callsOf(ordered.reference)).toEqual(['pay page', 'settled', 'ipn'])
})

test('return first: the page says that it waits, and changes by itself', async ({ page }) => {
  const ordered = await orderOfTwoProducers(page)
  await enterCard(page)
  await setNotices({ order: 'return_first', lost: false, delaySeconds: 120 })
  await payButton(page).click()
  await expect(heading(page)).toHaveText('Đang chờ VNPay báo kết quả')
  await expect(heading(page)).toHaveText('Thanh toán thành công')
  await openOrder(page)
  await expect.poll(() => callsOf(ordered.reference)).toContain('ipn')
  await expectPaid(page, ordered)
})

test('IPN lost: the shop asks VNPay, and the waiting page changes by itself', async ({ page }) => {
  const ordered = await orderOfTwoProducers(page)
  await enterCard(page)
  await setNotices({ ...ON_TIME, lost: true })
  await payButton(page).click()
  await expect(heading(page)).toHaveText('Đang chờ VNPay báo kết quả')
  await expect(heading(page)).toHaveText('Thanh toán thành công')
  await openOrder(page)
  await expectPaid(page, ordered)
  const calls = await callsOf(ordered.reference)
  expect(calls).toContain('querydr')
  expect(calls).not.toContain('ipn')
})

test('given up on VNPay’s page: the order can be paid after all', async ({ page }) => {
  const given = await orderOfTwoProducers(page)
  await page.getByRole('button', { name: 'Hủy thanh toán' }).click()
  await expect(heading(page)).toHaveText('Lần thanh toán vừa rồi chưa thành công')
  await expect(page.getByRole('main')).toContainText('bạn đã hủy giao dịch')
  await page.getByRole('link', { name: 'Thanh toán lại' }).click()
  await expect(heading(page)).toHaveText('Đơn đang chờ bạn thanh toán')
  await page.getByRole('button', { name: /^(Thanh toán lại|Thanh toán .* qua VNPay)$/ }).click()
  const total = new Intl.NumberFormat('vi-VN').format(given.total)
  const reference = await onPayPage(page, `${total} ₫`)
  expect(reference).not.toBe(given.reference)
  await enterCard(page)
  await payButton(page).click()
  await expect(heading(page)).toHaveText('Thanh toán thành công')
  await openOrder(page)
  await expectPaid(page, { ...given, reference })
})

test('the browser is closed after paying: the order’s link opens a paid order', async ({ browser, page }) => {
  const ordered = await orderOfTwoProducers(page)
  await page.getByRole('button', { name: 'Hủy thanh toán' }).click()
  await page.getByRole('link', { name: 'Thanh toán lại' }).click()
  const link = page.url()
  await page.getByRole('button', { name: /^(Thanh toán lại|Thanh toán .* qua VNPay)$/ }).click()
  const reference = await onPayPage(page, `${new Intl.NumberFormat('vi-VN').format(ordered.total)} ₫`)
  await enterCard(page)
  const gone = page.waitForRequest(/\/thanh-toan\/vnpay\?/)
  await page.route(/\/thanh-toan\/vnpay\?/, (route) => route.abort())
  await payButton(page).click()
  await gone
  await page.context().close()
  const other = await (await browser.newContext()).newPage()
  await other.goto(link)
  await expectPaid(other, { ...ordered, reference })
  await other.context().close()
})
