import { expect, type Page, test } from '@playwright/test'
import { operator } from './operator-api.ts'
import { signInProducer } from './producer.ts'
import { addToCart, cardOf, orderBy } from './shopper.ts'

/** Goods of the first producer with an account. */
const GOODS = 'hat-sen-say'

const expectNoSidewaysScroll = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)

test('a buyer writes, the producer reads and answers, the buyer sees the answer; the site may hide what breaks the rules', async ({
  browser,
  page,
}) => {
  test.slow()
  await page.setViewportSize({ width: 360, height: 740 })
  const main = page.getByRole('main')
  const asked = `Chị ơi, gửi giúp em trước thứ Sáu được không? Lượt thử ${Date.now()}`
  const answer = 'Được ạ, chiều nay bên em gửi. '.repeat(6).trim()
  await addToCart(page, await cardOf(GOODS))
  await orderBy(page, /Trả tiền mặt khi nhận hàng/)
  const order = page.url()
  const parcel = page.getByRole('region', { name: /^Kiện của / })
  const orderNo = /SL-[A-Z0-9-]+/.exec(await parcel.innerText())?.[0] ?? ''

  await page.getByRole('link', { name: 'Nhắn cho người bán' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nhắn cho người bán' })).toBeVisible()
  await expect(main).toContainText('Hai bên chưa nhắn gì.')
  await expect(main).toContainText('Đừng chuyển tiền theo lời nhắn')
  // The browser's own check is stepped around: the site answers for itself.
  await page.getByLabel('Tin nhắn của bạn').evaluate((field) => field.removeAttribute('required'))
  await page.getByRole('button', { name: 'Gửi tin nhắn' }).click()
  await expect(main).toContainText('Hãy viết tin nhắn, nhiều nhất 2.000 ký tự.')
  await page.getByLabel('Tin nhắn của bạn').fill(`${asked} ${'dài'.repeat(60)}`)
  await page.getByRole('button', { name: 'Gửi tin nhắn' }).click()
  await expect(main).toContainText('Đã gửi tin nhắn.')
  const mine = page.getByRole('region', { name: 'Tin nhắn', exact: true }).getByRole('listitem')
  await expect(mine).toContainText(asked)
  await expect(mine).toContainText('Đã gửi')
  await expectNoSidewaysScroll(page)

  const seller = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await signInProducer(seller)
  await seller.goto('/chu-the')
  await seller.getByRole('link', { name: /đơn có tin nhắn chưa đọc/ }).click()
  await seller.getByRole('link', { name: new RegExp(`^1 tin nhắn chưa đọc ?: ${orderNo}`) }).click()
  const talk = seller.getByRole('region', { name: 'Tin nhắn', exact: true })
  await expect(talk).toContainText(asked)
  await expect(talk.getByRole('listitem')).toContainText('Mới')
  await talk.getByLabel('Tin nhắn của bạn').fill(answer)
  await talk.getByRole('button', { name: 'Gửi tin nhắn' }).click()
  await expect(talk).toContainText('Đã gửi tin nhắn.')
  await expect(talk.getByRole('listitem').last()).toContainText(answer)
  await expectNoSidewaysScroll(seller)
  await seller.goto('/chu-the/don-hang?xem=unread')
  await expect(seller.getByRole('link', { name: new RegExp(`chưa đọc ?: ${orderNo}`) })).toHaveCount(0)

  await page.goto(order)
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: '1 tin mới từ người bán' }).click()
  await expect(mine.first()).toContainText('Đã xem')
  await expect(mine.last()).toContainText(answer)
  await expect(mine.last()).toContainText('Mới')
  await page.getByRole('link', { name: 'Xem có tin mới không' }).click()
  await expect(mine.last()).not.toContainText('Mới')
  await seller.goto(`/chu-the/don-hang`)
  await seller.getByRole('link', { name: `Mở đơn ${orderNo}` }).click()
  await expect(talk.getByRole('listitem').last()).toContainText('Đã xem')

  const { conversations } = await operator<{ conversations: { messages: { id: string; text: string }[] }[] }>(
    '/admin/order-conversations',
    { order: orderNo, because: 'complaint', reference: 'cmpl_thu' },
  )
  const [first] = conversations[0]?.messages ?? []
  expect(first?.text).toContain(asked)
  await operator(`/admin/order-messages/${first?.id}`, { state: 'hidden', reason: 'advertising' })
  for (const each of [page, seller]) {
    await each.reload()
    await expect(each.getByRole('main')).toContainText('Tin này đã bị sàn ẩn vì là lời quảng cáo.')
    await expect(each.getByRole('main')).not.toContainText(asked)
  }
  await seller.context().close()
})
