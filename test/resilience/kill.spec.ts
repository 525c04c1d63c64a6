import { expect, test } from '@playwright/test'
import { readRun } from '../e2e/run.ts'
import { addToCart, fillDelivery, sellable } from '../e2e/shopper.ts'

const { sampleCodes } = readRun()

/** Somebody with a browser of their own. */
function visitor(javaScriptEnabled: boolean) {
  return { baseURL: readRun().storefront, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', javaScriptEnabled }
}

async function healthy(service: 'storefront' | 'backend' | 'traceability'): Promise<number> {
  return fetch(new URL('/health', readRun()[service]), { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.status,
    () => 0,
  )
}

test('a scan is answered while the shop is stopped', async ({ page }) => {
  page.setDefaultNavigationTimeout(30_000)
  const { backend } = readRun().pids
  process.kill(backend as number, 'SIGSTOP')
  try {
    await page.goto(`/q/${sampleCodes.genuine}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/chủ thể phát hành/i)
    await expect(page.getByRole('main')).toContainText(/QĐ/)
    await page.goto(`/q/${sampleCodes.recalled}`)
    await expect(page.getByRole('main')).toContainText(/thu hồi/i)
  } finally {
    process.kill(backend as number, 'SIGCONT')
  }
})

test('an address sent while the shop hangs is kept, with scripts and without', async ({ browser }) => {
  const people = [true, false].map((scripts) => ({ scripts, context: browser.newContext(visitor(scripts)) }))
  const forms = await Promise.all(
    people.map(async ({ scripts, context }) => {
      const page = await (await context).newPage()
      await addToCart(page, await sellable())
      await page.getByRole('main').getByRole('link', { name: 'Tới bước giao hàng' }).click()
      await fillDelivery(page, { scripts })
      return { page, commune: await page.getByLabel('Xã, phường, đặc khu').inputValue() }
    }),
  )
  const { backend } = readRun().pids
  process.kill(backend as number, 'SIGSTOP')
  try {
    await Promise.all(
      forms.map(async ({ page, commune }) => {
        await page.getByRole('button', { name: 'Tới bước xác nhận' }).click({ timeout: 90_000 })
        await expect(page.getByText('chưa lưu được địa chỉ').first()).toBeVisible({ timeout: 90_000 })
        await expect(page.getByLabel('Họ và tên người nhận')).toHaveValue('Nguyễn Thị Hoa')
        await expect(page.getByLabel('Tỉnh, thành phố')).toHaveValue('82')
        await expect(page.getByLabel('Xã, phường, đặc khu')).toHaveValue(commune)
        await expect(page.getByLabel(/Số nhà, đường/)).toHaveValue('12 Ấp Mỹ Phú')
      }),
    )
  } finally {
    process.kill(backend as number, 'SIGCONT')
  }
  for (const { page } of forms) {
    await page.getByRole('button', { name: 'Tới bước xác nhận' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem lại lần cuối')
    await page.context().close()
  }
})

test('a scan that cannot be checked is called unchecked, never genuine', async ({ page }) => {
  const { traceability } = readRun().pids
  process.kill(traceability as number, 'SIGSTOP')
  try {
    const response = await page.goto(`/q/${sampleCodes.genuine}`)
    expect(response?.status()).toBe(503)
    await expect(page.getByRole('main')).toContainText(/chưa kiểm tra được/i)
    await expect(page.getByRole('main')).not.toContainText(/do chủ thể phát hành/i)
  } finally {
    process.kill(traceability as number, 'SIGCONT')
  }
})

for (const name of ['traceability', 'backend', 'storefront', 'postgres'] as const)
  test(`kill -9 of ${name} is survived`, async ({ page }) => {
    const before = readRun().pids[name] as number
    process.kill(before, 'SIGKILL')
    await expect.poll(() => readRun().pids[name], { timeout: 60_000 }).not.toBe(before)
    for (const service of ['traceability', 'backend', 'storefront'] as const)
      await expect.poll(() => healthy(service), { timeout: 120_000, intervals: [500] }).toBe(200)
    await page.goto('/san-pham')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goto(`/q/${sampleCodes.genuine}`)
    await expect(page.getByRole('main')).toContainText(/QĐ/)
  })
