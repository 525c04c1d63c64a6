import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { freshName, signInProducer } from './producer.ts'

test('a producer fetches the sheet, sends it back with a fault, corrects it, sees what it does and agrees', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signInProducer(page)
  await page.goto('/chu-the/san-pham')
  await page.getByRole('link', { name: 'Sửa nhiều sản phẩm bằng tệp' }).click()
  const fetched = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải bảng CSV' }).click()
  const sheet = await readFile(await (await fetched).path(), 'utf8')
  expect(sheet).toContain('Mã hàng,Sản phẩm,Quy cách')

  const send = async (text: string) => {
    await page.goto('/chu-the/san-pham/tep')
    const file = { name: 'san-pham.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
    await page.getByLabel('Tệp Excel (.xlsx) hoặc CSV').setInputFiles(file)
    await page.getByRole('button', { name: 'Đọc thử' }).click()
  }
  const main = page.getByRole('main')
  await send(sheet)
  await expect(main).toContainText('Tệp giống hệt những gì đang bán nên không có gì để làm.')

  const name = freshName('Trà hoa vàng')
  const row = (price: string) =>
    `,${name},Hộp 50 g,${price},120,30,Đồ uống,Trà hoa vàng sấy lạnh từ vườn nhà.,50 g,Hoa trà vàng,,Nơi khô,Pha với nước sôi,,,không\r\n`
  await send(sheet + row('rẻ'))
  await expect(main).toContainText(/Dòng \d+, cột Giá \(đồng\): “rẻ” không phải số nguyên/)
  await expect(page.getByRole('button', { name: 'Đồng ý, làm tất cả' })).toHaveCount(0)

  await send(sheet + row('350000'))
  await expect(page.getByRole('heading', { name: `Sản phẩm mới: ${name}` })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.getByRole('button', { name: 'Đồng ý, làm tất cả' }).click()
  await expect(main).toContainText('Đã làm xong.')
  await page.goto('/chu-the/san-pham')
  await page.getByRole('link', { name }).click()
  await expect(main).toContainText('Chờ duyệt')
  await page.getByRole('button', { name: 'Rút lại để sửa' }).click()
  await page.getByRole('button', { name: 'Bỏ bản này' }).click()
  await expect(main).toContainText('Đã bỏ bản nháp.')
})
