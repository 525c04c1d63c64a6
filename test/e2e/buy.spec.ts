import { expect, test } from '@playwright/test'
import { addToCart, agreeAndPayBy, chooseCommune, fillDelivery, scarce, sellable } from './shopper.ts'

for (const scripts of [true, false])
  test.describe(`buying with scripts ${scripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: scripts })

    test('browse by star, open a product, buy it with cash on delivery, see the order', async ({ page }) => {
      await page.goto('/')
      await page.getByRole('navigation').getByRole('link', { name: 'Sản phẩm' }).first().click()
      await expect(page).toHaveURL(/\/san-pham/)
      await page.goto('/san-pham?stars=4')
      await expect(page.locator('a[href^="/san-pham/"]').first()).toBeVisible()

      const card = await sellable()
      await addToCart(page, card)
      await page.getByRole('main').getByRole('link', { name: 'Tới bước giao hàng' }).click()

      await fillDelivery(page, { name: 'Nguyễn Thị Ẫm', scripts })
      await page.getByRole('button', { name: 'Tới bước xác nhận' }).click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem lại lần cuối')
      await expect(page.getByRole('main')).toContainText('Nguyễn Thị Ẫm')
      for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
      await agreeAndPayBy(page, /Trả tiền mặt khi nhận hàng/)
      await page.getByRole('button', { name: /^Đặt hàng/ }).click()

      await expect(page).toHaveURL(/\/don-hang\/ogrp_[^?]+\?t=/)
      await expect(page.getByRole('main')).toContainText('Đã nhận đơn hàng của bạn')
      await expect(page.getByRole('main')).toContainText(card.title)
      await expect(page.getByRole('main')).toContainText('Đồng Tháp')

      const signed = new URL(page.url())
      const withoutToken = await page.goto(signed.pathname)
      expect([401, 403]).toContain(withoutToken?.status())
      await expect(page.getByRole('main')).not.toContainText('Nguyễn Thị Ẫm')
      signed.searchParams.set('t', `${signed.searchParams.get('t')?.slice(0, -4)}AAAA`)
      expect((await page.goto(signed.href))?.status()).toBe(403)
    })

    test('a form error keeps what was typed and names the field', async ({ page }) => {
      await addToCart(page, await sellable(1))
      await page.goto('/thanh-toan/giao-hang')
      await page.getByLabel('Họ và tên người nhận').fill('Trần Văn Ổn')
      await page.getByLabel('Số điện thoại').fill('12345')
      await chooseCommune(page, scripts)
      await page.getByLabel(/Số nhà, đường/).fill('Thôn Bản Bung')
      await page.getByRole('button', { name: 'Tới bước xác nhận' }).click()
      await expect(page.getByRole('main')).toContainText('Số điện thoại cần đủ 10 chữ số')
      await expect(page.getByLabel('Số điện thoại')).toHaveAttribute('aria-invalid', 'true')
      await expect(page.getByLabel('Họ và tên người nhận')).toHaveValue('Trần Văn Ổn')
      await expect(page.getByLabel('Số điện thoại')).toHaveValue('12345')
      await expect(page.getByLabel(/Số nhà, đường/)).toHaveValue('Thôn Bản Bung')
    })

    test('a line can be changed, removed and brought back', async ({ page }) => {
      const card = await sellable(2)
      await addToCart(page, card)
      await page.getByRole('spinbutton', { name: `Số lượng ${card.title}`, exact: true }).fill('2')
      await page.getByRole('button', { name: `Cập nhật số lượng ${card.title}` }).click()
      await expect(page.getByRole('spinbutton', { name: `Số lượng ${card.title}`, exact: true })).toHaveValue('2')
      await expect(page.getByRole('main')).toContainText((card.price * 2).toLocaleString('vi-VN'))
      await page.getByRole('button', { name: `Bỏ ${card.title} ra khỏi giỏ` }).click()
      await expect(page.getByRole('main')).toContainText('Giỏ hàng đang trống')
      await page.getByRole('button', { name: 'Lấy lại' }).click()
      await expect(page.getByRole('spinbutton', { name: `Số lượng ${card.title}`, exact: true })).toHaveValue('2')
    })
  })

test('a bank transfer shows its code, and the order can be paid another way or cancelled', async ({ page }) => {
  await addToCart(page, await sellable(1))
  await page.goto('/thanh-toan/giao-hang')
  await fillDelivery(page)
  await page.getByRole('button', { name: 'Tới bước xác nhận' }).click()
  await agreeAndPayBy(page, /VietQR/)
  await page.getByRole('button', { name: /^Đặt hàng/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đơn đang chờ bạn thanh toán')
  await expect(page.getByRole('img', { name: /Mã VietQR/ })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Nội dung chuyển khoản')
  await page.getByRole('button', { name: /Đổi sang: Trả tiền khi nhận/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận đơn hàng của bạn')
  await page.getByText('Hủy cả đơn').click()
  await page.getByRole('button', { name: 'Hủy, tôi chắc chắn' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đơn đã hủy')
})

test('no order without a way to pay and without consent', async ({ page }) => {
  await addToCart(page, await sellable(1))
  await page.goto('/thanh-toan/giao-hang')
  await fillDelivery(page)
  await page.getByRole('button', { name: 'Tới bước xác nhận' }).click()
  await page.locator('form:has(input[name="idempotencyKey"])').evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })
  await page.getByRole('button', { name: /^Đặt hàng/ }).click()
  await expect(page.getByRole('main')).toContainText('Hãy chọn một cách trả tiền')
  await expect(page.getByRole('main')).toContainText('chưa có đồng ý thì chưa đặt được')
})

test('more than the stock is refused in words, before paying', async ({ page }) => {
  const card = await scarce()
  await addToCart(page, card)
  await page.getByRole('spinbutton', { name: `Số lượng ${card.title}`, exact: true }).fill('99')
  await page.getByRole('button', { name: `Cập nhật số lượng ${card.title}` }).click()
  await expect(page.getByRole('main')).toContainText(/chỉ còn|không đủ|tối đa/i)
  await expect(page.getByRole('main')).toContainText(card.title)
})

test('catalogue pages and policies: CSP is never violated while buying', async ({ page }) => {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text())
  })
  page.on('pageerror', (error) => violations.push(error.message))
  const card = await sellable()
  for (const path of ['/', '/san-pham', '/vung', '/nha-san-xuat', '/so-lieu', '/kiem-tra-tem']) await page.goto(path)
  await addToCart(page, card)
  await page.getByRole('main').getByRole('link', { name: 'Tới bước giao hàng' }).click()
  await expect(page.getByLabel('Họ và tên người nhận')).toBeVisible()
  expect(violations).toEqual([])
})
