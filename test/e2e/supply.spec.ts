import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { goodsCalled } from './centre.ts'
import { account, signInAt } from './official.ts'
import { signInProducer } from './producer.ts'

const MANGO = ['Xoài sấy dẻo', 'Túi 200 g'] as const

const dayIn = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const done = (page: Page, text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}

test('a manager drafts a contract with a retailer, puts it in force, notes a delivery and sees what is left', async ({
  page,
}) => {
  test.slow()
  const mango = await goodsCalled(...MANGO)
  const number = `HĐ-${Date.now().toString(36)}`
  const main = page.getByRole('main')
  await page.setViewportSize({ width: 360, height: 740 })

  await signInAt(page, '/can-bo/trung-tam/hop-dong', account('centre'))
  await expect(main).toContainText('Bên mua trả tiền thẳng cho chủ thể theo hợp đồng.')
  await page.getByRole('link', { name: 'Lập hợp đồng' }).click()
  await page.getByLabel('Bên mua', { exact: true }).fill('Siêu thị Sông Quê')
  await page.getByLabel('Mã số thuế của bên mua').fill('0100109107')
  await page.getByLabel('Số hợp đồng').fill(number)
  await page.getByLabel('Ngày ký').fill(dayIn(-40))
  await page.getByLabel('Từ ngày').fill(dayIn(-35))
  await page.getByLabel('Đến hết ngày').fill(dayIn(20))
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click()
  await expect(main).toContainText('Mã số thuế của bên mua chưa đúng.')
  await expect(page.getByLabel('Số hợp đồng')).toHaveValue(number)
  await page.getByLabel('Mã số thuế của bên mua').fill('0100109106')
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click()
  await done(page, 'Đã lưu bản thảo.')

  await page.getByRole('button', { name: 'Đưa vào thực hiện' }).click()
  await expect(main).toContainText('Hợp đồng chưa có dòng hàng nào. Hãy thêm hàng trước.')
  await page.getByLabel('Sản phẩm').selectOption(`${mango.productId} ${mango.variantId}`)
  await page.getByLabel('Số lượng').fill('1.200')
  await page.getByLabel('Tính theo').selectOption('total')
  await page.getByLabel('Đơn vị', { exact: true }).fill('túi')
  await page.getByLabel('Giá một đơn vị').fill('42.000')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Thêm hàng' }).click()
  await done(page, 'Đã thêm hàng.')
  await page.getByRole('button', { name: 'Đưa vào thực hiện' }).click()
  await done(page, 'Hợp đồng đã được đưa vào thực hiện.')
  await expect(main).toContainText('Hợp đồng hết hạn ngày')

  await page.getByRole('link', { name: /^Ghi lần giao/ }).click()
  await page.getByLabel('Số lượng đã giao').fill('nhiều')
  await page.getByRole('button', { name: 'Ghi lần giao' }).click()
  await expect(main).toContainText('Số lượng là số nguyên từ 1 đến 10 triệu.')
  await page.getByLabel('Số lượng đã giao').fill('500')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ghi lần giao' }).click()
  await done(page, 'Đã ghi lần giao.')
  await expect(main).toContainText('Đã giao 500 túi, còn 700 túi')
  await expectAccessible(page)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBeLessThanOrEqual(0)

  await page.goto(`/can-bo/trung-tam/hop-dong?q=${encodeURIComponent(number)}&tt=soon`)
  await expect(main.getByRole('listitem')).toHaveCount(1)
  await expect(main.getByRole('listitem')).toContainText('Sắp hết hạn')
  await expectAccessible(page)
  const file = await page.request.get('/can-bo/trung-tam/hop-dong/tai?tt=all')
  expect([file.status(), file.headers()['content-type']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
})

test('a producer reads the contracts that name it, and changes none', async ({ page }) => {
  await signInProducer(page)
  await page.goto('/chu-the')
  await page.getByRole('link', { name: 'Hợp đồng cung ứng' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hợp đồng cung ứng' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expectAccessible(page)
})
