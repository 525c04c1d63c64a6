import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { addToCart, agreeAndPayBy, fillDelivery, sellable } from './shopper.ts'

const PASSWORD = 'mot-mat-khau-rat-dai'

async function register(page: Page, email: string): Promise<void> {
  await page.goto('/tai-khoan/dang-ky')
  for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  await page.getByLabel('Họ và tên').fill('Trần Thị Linh')
  await page.getByRole('textbox', { name: 'Thư điện tử' }).fill(email)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.getByRole('button', { name: 'Mở tài khoản' }).click()
  await expect(page.getByRole('main')).toContainText('chưa mở được tài khoản')
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.getByRole('checkbox', { name: /để mở và giữ tài khoản/ }).check()
  await page.getByRole('checkbox', { name: /hạng sao của sản phẩm tôi theo dõi/ }).check()
  await page.getByRole('button', { name: 'Mở tài khoản' }).click()
  await expect(page.getByRole('main')).toContainText('Đã mở tài khoản')
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Thư điện tử' }).fill(email)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

test.use({ javaScriptEnabled: false })

test('open an account, follow, order, see it, take a copy of the data, delete it all', async ({ page }) => {
  const email = `linh-${Date.now()}@example.com`
  const card = await sellable()
  await register(page, email)

  await page.goto(`/san-pham/${card.handle}`)
  await page.getByRole('button', { name: 'Theo dõi' }).click()
  await signIn(page, email)
  await page.getByRole('button', { name: 'Theo dõi' }).click()
  await expect(page.getByRole('main')).toContainText('Đã theo dõi.')
  await expect(page.getByRole('main')).toContainText(card.title)

  await addToCart(page, card)
  await page.goto('/thanh-toan/giao-hang')
  await fillDelivery(page, { name: 'Trần Thị Linh', scripts: false })
  await page.getByRole('button', { name: 'Tới bước xác nhận' }).click()
  await agreeAndPayBy(page, /Trả tiền mặt khi nhận hàng/)
  await page.getByRole('button', { name: /^Đặt hàng/ }).click()
  await expect(page).toHaveURL(/\/don-hang\/ogrp_/)
  const order = page.url()
  const number = (await page.getByText(/Đơn số SL-/).innerText()).replace('Đơn số ', '').trim()

  await page.goto('/tai-khoan')
  await expect(page.getByRole('heading', { level: 3, name: number })).toBeVisible()
  await page.getByRole('link', { name: 'Đã hủy, hết hạn' }).click()
  await expect(page.getByRole('main')).toContainText('Chưa có đơn nào ở mục này')

  await page.goto('/tai-khoan/du-lieu')
  await expect(page.getByRole('main')).toContainText('bản câu chữ 23/11/2026')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải tệp JSON' }).click()
  const copy = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
    data: Record<string, Record<string, unknown>[]>
  }
  expect(copy.data.customer).toMatchObject([{ email }])
  expect(copy.data.order_group).toMatchObject([{ display_no: number }])

  await page.getByLabel('Mật khẩu của bạn, để xác nhận').fill('khong-phai-mat-khau')
  await page.getByRole('button', { name: 'Xóa tài khoản' }).click()
  await expect(page.getByRole('main')).toContainText('Mật khẩu chưa đúng')
  await page.getByLabel('Mật khẩu của bạn, để xác nhận').fill(PASSWORD)
  await page.getByRole('button', { name: 'Xóa tài khoản' }).click()
  await expect(page.getByRole('main')).toContainText('đã được xóa')
  await signIn(page, email)
  await expect(page.getByRole('main')).toContainText('không đúng')
  // The law keeps the order, and its own link opens it still.
  await page.goto(order)
  await expect(page.getByRole('main')).toContainText(card.title)
})

test('a complaint gets a number and a page of its own', async ({ page }) => {
  await page.goto('/khieu-nai')
  await page.getByRole('main').getByRole('link', { name: 'Gửi khiếu nại' }).click()
  await page.getByLabel('Khiếu nại về').selectOption({ label: 'Hoàn tiền' })
  await page.getByLabel('Họ và tên').fill('Lê Văn Nam')
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill('0912 345 678')
  await page.getByLabel(/Sự việc/).fill('Đã hủy đơn nhưng chưa nhận lại tiền.')
  await page.waitForTimeout(3_200)
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Khiếu nại KN-/)
  await expect(page.getByRole('main')).toContainText('Trả lời chậm nhất ngày')
  const signed = new URL(page.url())
  expect((await page.goto(signed.pathname))?.status()).toBe(404)
})

test('the pages a platform owes are there, and ranking lists what the code sorts by', async ({ page }) => {
  for (const path of ['/don-vi-van-hanh', '/dieu-khoan', '/quyen-rieng-tu', '/khieu-nai', '/giao-hang-doi-tra']) {
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 200])
    await expect(page.getByRole('main')).toContainText('áp dụng từ')
  }
  await page.goto('/tieu-chi-xep-hang')
  await expect(page.getByRole('main')).toContainText('không có chỗ đứng nào được bán')
})
