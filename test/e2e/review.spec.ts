import { expect, test } from '@playwright/test'
import { operator } from './operator-api.ts'
import { sendOrder, signInProducer } from './producer.ts'
import { addToCart, cardOf, orderBy } from './shopper.ts'

/** Goods of the second producer with an account. */
const GOODS = 'che-shan-tuyet-hong-thai-1-tom-2-la'
const SELLER = 1

test('a buyer reviews what has arrived; it shows once the site has looked at it, and the producer answers', async ({
  browser,
  page,
}) => {
  test.slow()
  const words = `Nước xanh, hậu ngọt. Lượt thử ${Date.now()}.`
  const main = page.getByRole('main')
  const card = await cardOf(GOODS)
  await addToCart(page, card)
  await orderBy(page, /Trả tiền mặt khi nhận hàng/)
  const order = page.url()
  await expect(page.getByRole('link', { name: 'Đánh giá hàng đã nhận' })).toHaveCount(0)
  const parcel = page.getByRole('region', { name: /^Kiện của / })
  const orderNo = /SL-[A-Z0-9-]+/.exec(await parcel.innerText())?.[0] ?? ''

  const seller = await (await browser.newContext()).newPage()
  await signInProducer(seller, SELLER)
  await sendOrder(seller, orderNo, `GHN${Date.now().toString(36)}`.toUpperCase())
  await seller.getByRole('button', { name: 'Khách đã nhận hàng' }).click()
  await expect(seller.getByRole('heading', { level: 3, name: 'Kiện 1: Đã đến nơi' })).toBeVisible()

  await page.reload()
  await page.getByRole('link', { name: 'Đánh giá hàng đã nhận' }).click()
  await page.getByLabel('Bạn cho mấy điểm?').selectOption('4')
  // The browser's own check is stepped around: the site answers for itself.
  await page.getByLabel('Món hàng thế nào?').evaluate((field) => field.removeAttribute('minlength'))
  await page.getByLabel('Món hàng thế nào?').fill('Ngon')
  await page.getByLabel('Tên hiển thị').fill('Chị Hoa')
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
  await expect(main).toContainText('Hãy viết vài lời về sản phẩm, từ 10 đến 2.000 ký tự.')
  await expect(page.getByLabel('Tên hiển thị')).toHaveValue('Chị Hoa')
  await expect(page.getByLabel('Bạn cho mấy điểm?')).toHaveValue('4')
  await page.getByLabel('Món hàng thế nào?').fill(words)
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
  await expect(main).toContainText('Cảm ơn bạn. Đánh giá sẽ hiện ra sau khi sàn xem qua.')
  await expect(main).toContainText('đang chờ sàn xem')

  const product = `/san-pham/${card.handle}`
  await page.goto(product)
  await expect(main).not.toContainText(words)
  const { reviews } = await operator<{ reviews: { id: string; body: string }[] }>('/admin/reviews?limit=50')
  const waiting = reviews.find(({ body }) => body === words)
  await operator(`/admin/reviews/${waiting?.id}`, { state: 'shown' })
  await page.reload()
  const said = page.getByRole('region', { name: 'Người mua nói gì' }).getByRole('listitem').filter({ hasText: words })
  await expect(said).toContainText('4/5 điểm')
  await expect(said).toContainText('Chị Hoa')
  await expect(page.getByRole('region', { name: 'Người mua nói gì' })).toContainText('trên 5 điểm')

  await seller.goto('/chu-the/danh-gia')
  const mine = seller.getByRole('listitem').filter({ hasText: words })
  await mine.getByLabel('Câu trả lời của bạn').fill('Cảm ơn chị, mùa này chè đượm hơn.')
  await mine.getByRole('button', { name: 'Trả lời' }).click()
  await expect(seller.getByRole('main')).toContainText('Đã đăng câu trả lời.')
  await page.reload()
  await expect(said).toContainText('Cảm ơn chị, mùa này chè đượm hơn.')

  await page.goto(order)
  await page.getByRole('link', { name: 'Đánh giá hàng đã nhận' }).click()
  await expect(main).toContainText('đang hiển thị')
  await page.getByRole('button', { name: 'Rút đánh giá' }).click()
  await expect(main).toContainText('Đã rút đánh giá.')
  await page.goto(product)
  await expect(main).not.toContainText(words)
  await seller.context().close()
})
