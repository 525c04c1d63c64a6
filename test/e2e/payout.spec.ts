import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import pg from 'pg'
import { cellsOf, wordsOf } from './documents.ts'
import { openPage, signInOperator } from './operator.ts'
import { balance, operator, secondOperator } from './operator-api.ts'
import { sendOrder, signInProducer } from './producer.ts'
import { readRun } from './run.ts'
import { addToCart, cardOf, orderBy } from './shopper.ts'
import { enterCard, onPayPage, payButton } from './vnpay.ts'

/** Of the first producer with an account. */
const GOODS = ['hat-sen-say', 'mit-say'] as const
const PRODUCER = 'Công ty TNHH Nam Huy'

interface Entry {
  kind: string
  debit: string
  credit: string
  amount: number
  at: string
  groupNo: string | null
  orderId: string | null
  producerId: string | null
  payoutId: string | null
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const dong = (amount: number) => `${amount.toLocaleString('vi-VN')}\u00a0₫`
const amountIn = (text: string) => Number(text.replace(/[^0-9−-]/g, '').replace('−', '-'))
const monthOf = (moment: string) => new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 7)
const thisMonth = () => monthOf(new Date().toISOString())

/** Every entry of the ledger that moved what the producer is owed, and by how much it did. */
async function moves(producerId: string): Promise<(Entry & { signed: number })[]> {
  const account = `seller:${producerId}`
  const all: Entry[] = []
  for (;;) {
    const { entries, count } = await operator<{ entries: Entry[]; count: number }>(
      `/admin/ledger/entries?account=${account}&limit=200&offset=${all.length}`,
    )
    all.push(...entries)
    if (all.length >= count) break
  }
  return all.map((entry) => ({ ...entry, signed: entry.credit === account ? entry.amount : -entry.amount }))
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

async function amountOf(list: Locator, name: string): Promise<number> {
  return amountIn(
    await list
      .getByRole('definition')
      .and(list.locator(`dt:text-is("${name}") + dd`))
      .innerText(),
  )
}

async function orderNoOn(page: Page): Promise<string> {
  return /SL-[A-Z0-9-]+/.exec(await page.getByRole('region', { name: /^Kiện của / }).innerText())?.[0] ?? ''
}

async function delivered(page: Page, seller: Page): Promise<string> {
  const number = await orderNoOn(page)
  await sendOrder(
    seller,
    number,
    `GHN${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`.toUpperCase(),
  )
  await seller.getByRole('button', { name: 'Khách đã nhận hàng' }).click()
  await expect(seller.getByRole('heading', { level: 3, name: 'Kiện 1: Đã đến nơi' })).toBeVisible()
  return number
}

async function fileOf(page: Page, link: string): Promise<Uint8Array> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  return new Uint8Array(readFileSync(await (await download).path()))
}

/**
 * Compares the open month with the ledger: what the page, the workbook and the paper say of each order, of the whole and of both
 * balances. Entries may be made meanwhile by other tests, so the ledger is read before and after.
 */
async function statementEqualsLedger(page: Page, producerId: string, numbers: readonly string[]): Promise<void> {
  const month = thisMonth()
  await expect(async () => {
    const before = await moves(producerId)
    await page.goto(`/chu-the/doi-soat/${month}`)
    const [workbook, paper] = [await fileOf(page, 'Tải bảng Excel'), await fileOf(page, 'Tải bản PDF')]
    expect(await moves(producerId)).toHaveLength(before.length)

    const rows = cellsOf(workbook)
    const words = wordsOf(paper).replace(/\s+/g, ' ')
    const opening = sum(before.filter(({ at }) => monthOf(at) < month).map(({ signed }) => signed))
    const closing = sum(before.filter(({ at }) => monthOf(at) <= month).map(({ signed }) => signed))
    const whole = page.getByRole('region', { name: 'Cả tháng' })
    expect(await amountOf(whole, 'Số dư đầu tháng')).toBe(opening)
    expect(await amountOf(whole, 'Số dư cuối tháng')).toBe(closing)
    expect(Number(rows.find((row) => row.includes('Số dư đầu kỳ'))?.at(-1))).toBe(opening)
    expect(Number(rows.find((row) => row.includes('Số dư cuối kỳ'))?.at(-1))).toBe(closing)
    expect(words).toContain(`Số dư cuối kỳ ${closing.toLocaleString('vi-VN')} đ`)

    // Every part of the month by itself, not their sum alone.
    const inMonth = before.filter(({ at }) => monthOf(at) === month)
    const paid = sum(inMonth.filter(({ kind }) => kind === 'payout_sent').map(({ signed }) => signed))
    const named = await whole.getByRole('term').allInnerTexts()
    if (paid === 0) expect(named).not.toContain('Đã chuyển vào tài khoản')
    else expect(await amountOf(whole, 'Đã chuyển vào tài khoản')).toBe(paid)
    const fee = sum(
      inMonth.filter(({ debit, credit }) => [debit, credit].includes('income:commission')).map(({ signed }) => signed),
    )
    expect(await amountOf(whole, 'Phí sàn')).toBe(fee)

    for (const number of numbers) {
      const net = sum(
        inMonth.filter(({ groupNo, orderId }) => groupNo === number && orderId).map(({ signed }) => signed),
      )
      expect(net).toBeGreaterThan(0)
      const order = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: `${number}/1` }) })
      expect(await amountOf(order, 'Cộng')).toBe(net)
      expect(Number(rows.find((row) => row.includes(`${number}/1`))?.at(-1))).toBe(net)
      expect(words).toContain(`${number}/1`)
      expect(words.slice(words.indexOf(`${number}/1`))).toContain(`Cộng ${net.toLocaleString('vi-VN')} đ`)
    }
  }).toPass({ timeout: 60_000 })
}

/** Orders wait no day for their payout, which the operator may set from tomorrow on only: a test cannot wait that long. */
async function payAtOnce(): Promise<void> {
  const client = new pg.Client({ connectionString: readRun().database })
  await client.connect()
  try {
    await client.query(
      `insert into payout_setting (id, from_day, hold_days, min_amount, note, created_by)
       values ('pset_e2e', '2026-01-02', 0, 50000, 'e2e', 'e2e') on conflict do nothing`,
    )
  } finally {
    await client.end()
  }
}

/** One batch at a time is on its way: one that a broken-off run left would be in the way of this one. */
async function dropDrafts(): Promise<void> {
  const { batches } = await operator<{ batches: { id: string; state: string }[] }>('/admin/payout-batches')
  for (const { id, state } of batches) {
    if (state === 'draft' || state === 'approved') await operator(`/admin/payout-batches/${id}/cancel`, {})
  }
}

test('what the producer reads is what the ledger holds, and one payout brings exactly that to the bank', async ({
  browser,
  page,
}) => {
  test.slow()
  const seller = await (await browser.newContext()).newPage()
  await signInProducer(seller)

  await addToCart(page, await cardOf(GOODS[0]))
  await orderBy(page, /Trả tiền mặt khi nhận hàng/)
  await expect(heading(page)).toHaveText('Đã nhận đơn hàng của bạn')
  const inCash = await delivered(page, seller)

  await addToCart(page, await cardOf(GOODS[1]))
  await orderBy(page, /VNPay/)
  await onPayPage(page)
  await enterCard(page)
  await payButton(page).click()
  await expect(heading(page)).toHaveText('Thanh toán thành công')
  await page.getByRole('link', { name: 'Mở trang đơn hàng' }).click()
  const byCard = await delivered(page, seller)

  const { entries } = await operator<{ entries: Entry[] }>(`/admin/ledger/entries?group=${inCash}&limit=100`)
  const producerId = entries.find((entry) => entry.producerId)?.producerId ?? ''
  await statementEqualsLedger(seller, producerId, [inCash, byCard])

  await payAtOnce()
  const owed = sum((await moves(producerId)).map(({ signed }) => signed))
  await seller.goto('/chu-the/doi-soat')
  const held = seller.getByRole('region', { name: 'Sàn đang giữ cho bạn' })
  expect(await amountOf(held, 'Chi trả đợt tới')).toBe(owed)

  await dropDrafts()
  await signInOperator(page)
  await openPage(page, 'Chi trả')
  await page.getByRole('button', { name: 'Lập đợt chi trả' }).click()
  const batch = page.getByRole('listitem').filter({ hasText: 'Chờ duyệt' })
  await expect(batch).toHaveCount(1)
  await batch.getByRole('button', { name: 'Xem từng khoản' }).click()
  await expect(batch).toContainText(`${PRODUCER} · ${owed.toLocaleString('vi-VN')} đ`)
  await expect(batch).toContainText('Bạn lập đợt này nên người khác phải duyệt.')
  await expect(batch.getByRole('button', { name: 'Duyệt' })).toBeDisabled()
  const { batches } = await operator<{ batches: { id: string; number: string; state: string }[] }>(
    '/admin/payout-batches',
  )
  const made = batches.find(({ state }) => state === 'draft')
  const approve = await secondOperator()
  await approve(`/admin/payout-batches/${made?.id}/approve`, {})

  await page.reload()
  const mine = page.getByRole('listitem', { name: made?.number ?? '' })
  await mine.getByRole('button', { name: 'Gửi chi trả' }).click()
  await expect(mine).toContainText('Đã gửi ngân hàng')
  const download = page.waitForEvent('download')
  await mine.getByRole('link', { name: 'Tệp ngân hàng (CSV)' }).click()
  const bankFile = readFileSync(await (await download).path(), 'utf8')
  expect(bankFile.split('\n').filter((line) => line.includes(String(owed)))).toHaveLength(1)

  await mine.getByRole('button', { name: 'Xem từng khoản' }).click()
  const payout = mine.getByRole('listitem').filter({ hasText: PRODUCER })
  const reference = `FT${Date.now()}`
  await payout.getByLabel('Số giao dịch của ngân hàng').fill(reference)
  await payout.getByRole('button', { name: 'Xác nhận đã chuyển' }).click()
  await expect(payout).toContainText(`Đã chuyển`)
  await expect(payout).toContainText(`số giao dịch ${reference}`)

  await seller.goto('/chu-the/doi-soat')
  expect(await amountOf(held, 'Sàn đang giữ cho bạn')).toBe(0)
  await statementEqualsLedger(seller, producerId, [inCash, byCard])
  await expect(seller.getByRole('region', { name: 'Cả tháng' })).toContainText('Đã chuyển vào tài khoản')
  await expect(seller.getByRole('region', { name: 'Từng đơn' })).toContainText(dong(-owed))
  const sent = (await moves(producerId)).filter(({ kind }) => kind === 'payout_sent')
  expect(sent.map(({ amount }) => amount)).toContain(owed)
  expect(await balance()).toEqual({ difference: 0, faults: [] })
  await seller.context().close()
})
