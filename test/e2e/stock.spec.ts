import { expect, test } from '@playwright/test'
import { signInProducer } from './producer.ts'

test('a producer counts the stock: a wrong number is told and kept, a right one counts at once', async ({ page }) => {
  await signInProducer(page)
  await page.goto('/chu-the')
  await page.getByRole('link', { name: 'Kho hàng' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kho hàng' })).toBeVisible()
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('textbox') })
    .last()
  const field = item.getByRole('textbox')
  const before = Number(await field.inputValue())
  await field.fill('nhiều')
  await item.getByRole('button', { name: /^Ghi lại/ }).click()
  await expect(page.getByRole('main')).toContainText('Hãy nhập một số nguyên, ví dụ 120.')
  await expect(field).toHaveValue('nhiều')
  await field.fill(String(before + 7))
  await item.getByRole('button', { name: /^Ghi lại/ }).click()
  await expect(item.getByRole('status')).toHaveText('Đã ghi. Người mua thấy số mới ngay.')
  await expect(field).toHaveValue(String(before + 7))
  await field.fill(String(before))
  await item.getByRole('button', { name: /^Ghi lại/ }).click()
  await expect(field).toHaveValue(String(before))
})
