import { type Browser, expect, type Page, test } from '@playwright/test'
import { balance, entriesOf, operator, sum } from './operator-api.ts'
import { PHOTO } from './photo.ts'
import { sendOrder, signInProducer } from './producer.ts'
import { addToCart, available, cardOf, orderBy } from './shopper.ts'
import { enterCard, onPayPage, payButton, transactionOf } from './vnpay.ts'

/** Goods of the second producer with an account. */
const REFUSED_GOODS = 'che-shan-tuyet-hong-thai-1-tom-1-la'
const RETURNED_GOODS = 'che-shan-tuyet-hong-thai-1-tom-2-la'
const SELLER = 1

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const dong = (amount: number) => `${amount.toLocaleString('vi-VN')}\u00a0₫`
const groupOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''
const parcel = (page: Page) => page.getByRole('region', { name: /^Kiện của / })
const trackingNo = () => `GHN${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`.toUpperCase()

/** The number of the only parcel on the order's page. */
async function orderNoOn(page: Page): Promise<string> {
  return /SL-[A-Z0-9-]+/.exec(await parcel(page).innerText())?.[0] ?? ''
}

/** A browser of the seller's own, signed in. */
async function sellersPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInProducer(page, SELLER)
  return page
}

test('cash on delivery, not taken: goods come back, the seller bears both ways, no money moves', async ({
  browser,
  page,
}) => {
  test.slow()
  const card = await cardOf(REFUSED_GOODS)
  const before = await available(card.handle)
  await addToCart(page, card)
  await orderBy(page, /Trả tiền mặt khi nhận hàng/)
  await expect(heading(page)).toHaveText('Đã nhận đơn hàng của bạn')
  expect(await available(card.handle)).toBe(before - 1)

  const seller = await sellersPage(browser)
  const tracking = trackingNo()
  await sendOrder(seller, await orderNoOn(page), tracking)
  await seller.getByRole('group').filter({ hasText: 'Khách không nhận' }).getByText('Khách không nhận').first().click()
  await seller.getByLabel('Lý do').fill('Gọi ba lần không nghe máy')
  await seller.getByRole('button', { name: 'Khách không nhận' }).click()
  await expect(seller.getByRole('heading', { level: 3, name: 'Kiện 1: Khách không nhận' })).toBeVisible()

  await page.reload()
  await expect(heading(page)).toHaveText('Đơn không được nhận')
  await expect(parcel(page)).toContainText('Đã từ chối nhận')
  await expect(parcel(page)).toContainText('Gọi ba lần không nghe máy')
  await expect(page.getByRole('main')).not.toContainText('Bạn trả tiền cho người giao hàng')

  expect(await available(card.handle)).toBe(before - 1)
  await seller.getByRole('button', { name: 'Đã về, bán lại được' }).click()
  await expect(seller.getByRole('main')).toContainText('Hàng đã về.')
  expect(await available(card.handle)).toBe(before)

  const file = new FormData()
  file.set('carrier', 'ghn')
  const rows = `Mã vận đơn,Trạng thái,Tiền thu hộ,Phí giao hàng,Phí chuyển hoàn\n${tracking},Chuyển hoàn,0,32000,16000\n`
  file.set('file', new Blob([rows], { type: 'text/csv' }), `${tracking}.csv`)
  await operator('/admin/carrier-files', file)
  await expect.poll(() => entriesOf(groupOf(page))).toHaveLength(1)
  const [freight] = await entriesOf(groupOf(page))
  expect(freight).toMatchObject({ kind: 'freight', credit: 'carrier:ghn', amount: 48_000 })
  expect(freight?.debit).toMatch(/^seller:/)
  expect(await balance()).toEqual({ difference: 0, faults: [] })
  await seller.context().close()
})

test('one of two packages goes back: exactly its price is returned through VNPay', async ({ browser, page }) => {
  test.slow()
  const card = await cardOf(RETURNED_GOODS)
  await addToCart(page, card)
  await page.getByRole('spinbutton', { name: `Số lượng ${card.title}`, exact: true }).fill('2')
  await page.getByRole('button', { name: `Cập nhật số lượng ${card.title}` }).click()
  await expect(page.getByRole('main')).toContainText(dong(card.price * 2))
  await orderBy(page, /VNPay/)
  const reference = await onPayPage(page)
  await enterCard(page)
  await payButton(page).click()
  await expect(heading(page)).toHaveText('Thanh toán thành công')
  await page.getByRole('link', { name: 'Mở trang đơn hàng' }).click()
  await expect(heading(page)).toHaveText('Đã nhận tiền, đơn đang được chuẩn bị')
  const order = page.url()

  const seller = await sellersPage(browser)
  await sendOrder(seller, await orderNoOn(page), trackingNo())
  await seller.getByRole('button', { name: 'Khách đã nhận hàng' }).click()
  await expect(seller.getByRole('heading', { level: 3, name: 'Kiện 1: Đã đến nơi' })).toBeVisible()

  await page.reload()
  await expect(heading(page)).toHaveText('Đơn đã giao xong')
  await parcel(page).getByRole('link', { name: 'Trả hàng' }).click()
  await page.getByRole('spinbutton', { name: 'Số lượng' }).fill('1')
  await page.getByLabel('Lý do').selectOption({ label: 'Hàng hỏng, vỡ' })
  await page.getByLabel('Nói thêm').fill('Một gói bị rách')
  await page.getByLabel('Ảnh chụp hàng').setInputFiles(PHOTO)
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await expect(page.getByRole('main')).toContainText('Đã gửi. Người bán sẽ trả lời tại đây.')
  await expect(page.getByRole('main')).toContainText(`Số tiền hoàn nếu được chấp nhận: ${dong(card.price)}`)

  await seller.reload()
  await seller.getByRole('button', { name: 'Đồng ý và hoàn tiền' }).click()
  await expect(seller.getByRole('main')).toContainText(`Số tiền hoàn: ${dong(card.price)}`)

  await page.reload()
  await expect(page.getByRole('main')).toContainText('đã đồng ý hoàn tiền')
  await expect(page.getByRole('main')).toContainText(`Số tiền hoàn: ${dong(card.price)}`)
  await page.goto(order)
  await expect(page.getByRole('main')).toContainText(`Tiền hoàn: ${dong(card.price)}`)

  await expect
    .poll(async () => (await transactionOf(reference)).refunds)
    .toMatchObject([{ amount: card.price, type: '03' }])
  const done = async () => (await entriesOf(groupOf(page))).filter(({ kind }) => kind === 'refund_done')
  await expect.poll(async () => sum(await done()), { timeout: 60_000 }).toBe(card.price)
  expect((await done()).every(({ credit }) => credit === 'gateway:vnpay')).toBe(true)
  expect(await balance()).toEqual({ difference: 0, faults: [] })
  await seller.context().close()
})
