import { expect, test } from '@playwright/test'
import { signInInspector } from './inspector.ts'
import { readRun } from './run.ts'

const { sampleCodes, traceability } = readRun()

test.use({ viewport: { width: 390, height: 844 } })

test('a picture of a label is read, and the register tells the code’s history', async ({ page }) => {
  await signInInspector(page)
  await expect(page.getByText(/Dữ liệu vừa cập nhật/)).toBeVisible()
  const picture = await fetch(new URL(`/qr/${sampleCodes.genuine}.png`, traceability))
  await page.getByLabel('Chọn ảnh chụp tem').setInputFiles({
    name: 'tem.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await picture.arrayBuffer()),
  })
  await expect(page.getByRole('heading', { name: 'Cần có mạng để trả lời' })).toBeVisible()
  await page.getByRole('button', { name: 'Xem lịch sử mã (cần mạng)' }).click()
  await expect(page.getByText('Mã do chủ thể phát hành')).toBeVisible()
  await page.getByRole('link', { name: 'Cảnh báo', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Cảnh báo sao chép' })).toBeVisible()
})

test('nobody else comes in', async ({ page, request }) => {
  await page.goto('/kiem-tra/tra')
  await expect(page).toHaveURL(/\/kiem-tra\/dang-nhap$/)
  for (const path of ['me', 'records', 'bundles/82', 'alerts']) {
    expect((await request.get(`/kiem-tra/du-lieu/${path}`)).status()).toBe(401)
  }
  expect((await request.get('/kiem-tra/du-lieu/anything')).status()).toBe(404)
  const policy = (await request.get('/kiem-tra/dang-nhap')).headers()['content-security-policy']
  expect(policy).toContain("'wasm-unsafe-eval'")
})
