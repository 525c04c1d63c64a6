import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { goodsCalled } from './centre.ts'
import { account, signInAt } from './official.ts'
import { readRun } from './run.ts'

const CHIPS = ['Bánh phồng chay cao cấp hạt sen', 'Hộp 200 g'] as const
const MANGO = ['Xoài sấy dẻo', 'Túi 200 g'] as const

const dong = (amount: number) => `${amount.toLocaleString('vi-VN')}\u00a0₫`
const dayIn = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const done = (page: Page, text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}

/** Nothing runs out of a phone's width. */
async function expectFits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBeLessThanOrEqual(0)
}

test('an official plans a fair with a booth and two products; everybody sees them with the stars of its days', async ({
  page,
}) => {
  test.slow()
  const [chips, mango] = await Promise.all([goodsCalled(...CHIPS), goodsCalled(...MANGO)])
  const name = `Hội chợ thử ${randomUUID().slice(0, 8)}`
  const main = page.getByRole('main')

  await signInAt(page, '/can-bo/trung-tam', account('centre'))
  await page.getByRole('link', { name: 'Hội chợ', exact: true }).first().click()
  await page.getByRole('link', { name: 'Lập hội chợ' }).click()
  await page.getByLabel('Tên hội chợ').fill(name)
  await page.getByLabel('Nơi tổ chức').fill('Quảng trường Văn Miếu')
  await page.getByLabel('Địa chỉ').fill('Đường Lý Thường Kiệt, phường Cao Lãnh')
  await page.getByLabel('Ngày đầu').fill(dayIn(3))
  await page.getByLabel('Ngày cuối').fill(dayIn(1))
  await page.getByRole('button', { name: 'Lập hội chợ' }).click()
  await expect(main).toContainText('Ngày cuối phải từ ngày đầu trở đi')
  await expect(page.getByLabel('Tên hội chợ')).toHaveValue(name)
  await page.getByLabel('Ngày cuối').fill(dayIn(7))
  await page.getByRole('button', { name: 'Lập hội chợ' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await done(page, 'Đã lập hội chợ.')

  await page.getByRole('button', { name: 'Mở hội chợ' }).click()
  await expect(main).toContainText('Hội chợ chưa có gian hàng nào nên chưa mở được.')
  await page.getByLabel('Tên gian hàng').fill('Gian A12')
  await page.getByRole('button', { name: 'Thêm gian hàng' }).click()
  await done(page, 'Đã thêm gian hàng.')
  for (const [goods, price] of [
    [chips, '55.000'],
    [mango, ''],
  ] as const) {
    await page.getByLabel('Sản phẩm', { exact: true }).selectOption(`${goods.productId} ${goods.variantId}`)
    await page.getByLabel('Giá tại hội chợ').last().fill(price)
    await page.getByRole('button', { name: 'Đưa vào danh mục' }).click()
    await done(page, 'Đã đưa sản phẩm vào danh mục.')
  }
  await page.getByLabel('Sản phẩm', { exact: true }).selectOption(`${mango.productId} ${mango.variantId}`)
  await page.getByRole('button', { name: 'Đưa vào danh mục' }).click()
  await expect(main).toContainText('Gian hàng đã có sản phẩm với quy cách này.')
  await expectAccessible(page)
  await expectFits(page)

  await page.getByRole('link', { name: 'Xem trang công khai' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const slug = new URL(page.url()).pathname
  const line = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  await expect(line(CHIPS[0])).toContainText(dong(55_000))
  await expect(line(MANGO[0])).toContainText('Hỏi giá tại gian hàng')
  // A star in gold, or a word in grey that says there is none: each product says one of them, booth and fair neither.
  await expect(main.locator('.star-line')).toHaveCount(2)
  await expect(main.locator('.star-line .stars')).toHaveCount(2)
  await expect(page.getByRole('img', { name: `Mã QR mở trang ${MANGO[0]}` })).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
  const pdf = await page.request.get(`${readRun().storefront}${slug}/danh-muc.pdf`)
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])

  await page.goto('/hoi-cho')
  await expect(line(name)).toContainText('Sắp diễn ra')
  await expect(line(name)).toContainText('2 sản phẩm trong danh mục')
  await expectAccessible(page)
  await expectFits(page)
})

test('a fair is closed once its goods are returned; until then its page says what is left, and where', async ({
  page,
}) => {
  test.slow()
  const mango = await goodsCalled(...MANGO)
  const name = `Phiên chợ thử ${randomUUID().slice(0, 8)}`
  const main = page.getByRole('main')
  await signInAt(page, '/can-bo/trung-tam/hoi-cho/moi', account('centre'))
  await page.getByLabel('Tên hội chợ').fill(name)
  await page.getByLabel('Nơi tổ chức').fill('Chợ Cao Lãnh')
  await page.getByLabel('Địa chỉ').fill('Đường Nguyễn Huệ')
  await page.getByLabel('Ngày đầu').fill(dayIn(0))
  await page.getByLabel('Ngày cuối').fill(dayIn(1))
  await page.getByRole('button', { name: 'Lập hội chợ' }).click()
  await page.getByLabel('Tên gian hàng').fill('Gian B2')
  await page.getByRole('button', { name: 'Thêm gian hàng' }).click()
  await page.getByRole('button', { name: 'Mở hội chợ' }).click()
  await done(page, 'Hội chợ đã mở')
  const fair = page.url().replace(/\?.*/, '')

  await page.getByRole('link', { name: /^Nhận hàng/ }).click()
  await page.getByLabel('Hàng', { exact: true }).first().selectOption(`${mango.productId} ${mango.variantId}`)
  await page.getByLabel('Số lượng').first().fill('4')
  await page.getByLabel('Giá bán').first().fill(String(mango.onlinePrice))
  await page.getByLabel('Người giao').fill('Chị Mai')
  await page.getByRole('button', { name: 'Lập phiếu' }).click()
  await expect(page.getByRole('region', { name: 'Phiếu đã lập' })).toContainText('Nhận hàng ký gửi')

  await page.goto(fair)
  await page.getByRole('button', { name: 'Đóng hội chợ' }).click()
  const refused = page.getByRole('status').filter({ hasText: 'Chưa đóng được hội chợ' })
  await refused.getByRole('link', { name: 'Gian B2: trả 4 món' }).click()
  await page.getByLabel(/còn 4/).fill('4')
  await page.getByLabel('Người giao').fill('Chị Mai')
  await page.getByRole('button', { name: 'Lập phiếu' }).click()
  await expect(page.getByRole('region', { name: 'Phiếu đã lập' })).toContainText('Trả hàng cho chủ thể')

  await page.goto(fair)
  await page.getByRole('button', { name: 'Đóng hội chợ' }).click()
  await done(page, 'Hội chợ đã đóng.')
  await expect(main).toContainText('Đã đóng')
  await page.goto('/hoi-cho')
  await expect(page.getByRole('main')).not.toContainText(name)
})
