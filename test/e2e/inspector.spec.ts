import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { VerdictResponse } from '@sao-lang/traceability/verify'
import { readRun, runFile } from './run.ts'

const { accounts, traceability, sampleCodes } = readRun()
const account = accounts.find(({ role }) => role === 'inspector')

/** Calls the traceability service as the shop does: the key of this install lies beside its run file. */
async function trace<T>(path: string, body?: unknown): Promise<T> {
  const { TRACE_INTERNAL_TOKEN } = JSON.parse(readFileSync(join(dirname(runFile()), 'secrets.json'), 'utf8'))
  const answer = await fetch(new URL(path, traceability), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${TRACE_INTERNAL_TOKEN}`,
      'content-type': 'application/json',
      'x-scan-log': 'off',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as T
}

/** The address on a signed label of the batch that a sample code is of, and what the register says of it. */
async function signedLabel(code: string): Promise<{ address: string; verdict: VerdictResponse }> {
  const verdict = await trace<VerdictResponse>(`/verify/${code}`)
  const party = verdict.passport?.producer.ref ?? ''
  const sheet = await trace<{ firstUrl: string }>(`/internal/parties/${encodeURIComponent(party)}/label-sheets`, {
    batchNo: verdict.batch?.batchNo,
    format: 'svg-labels',
    kind: 'signed',
    layout: { rollWidthMm: 60, rollHeightMm: 40 },
    requestKey: `e2e-inspector-${verdict.batch?.batchNo}`,
  })
  return { address: sheet.firstUrl, verdict }
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/kiem-tra')
  await page.getByLabel('Thư điện tử').fill(account?.email ?? '')
  await page.getByLabel('Mật khẩu').fill(account?.password ?? '')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/kiem-tra\/tra$/)
}

async function check(page: Page, text: string): Promise<void> {
  await page.getByLabel('Mã, đường dẫn hoặc số dưới mã vạch').fill(text)
  await page.getByRole('button', { name: 'Tra', exact: true }).click()
}

test.use({ viewport: { width: 390, height: 844 } })

test('an inspector finds a lapsed star and a wrong product without a network, and the record arrives once', async ({
  page,
  context,
}) => {
  const expired = await signedLabel(sampleCodes.expired)
  const genuine = await signedLabel(sampleCodes.genuine)
  const expiredName = expired.verdict.passport?.product.name.vi ?? ''
  const genuineName = genuine.verdict.passport?.product.name.vi ?? ''

  await signIn(page)
  await page.getByRole('link', { name: 'Dữ liệu', exact: true }).click()
  await expect(page.getByText('Trang này mở được khi không có mạng.')).toBeVisible({ timeout: 30_000 })
  // The sheets may have given their products numbers a moment ago.
  await page.getByRole('button', { name: 'Cập nhật dữ liệu' }).click()
  await expect(page.getByRole('button', { name: 'Cập nhật dữ liệu' })).toBeEnabled()
  await expect(page.getByText('Đồng Tháp', { exact: true })).toBeVisible()

  await context.setOffline(true)
  await page.goto('/kiem-tra/tra')
  await expect(page.getByText('Không có mạng', { exact: true })).toBeVisible()
  await expect(page.getByText(/Dữ liệu vừa cập nhật/)).toBeVisible()

  await check(page, expired.address)
  await expect(page.getByRole('heading', { name: 'Không còn hạng sao' })).toBeVisible()
  await expect(page.getByText(expiredName, { exact: true })).toBeVisible()

  const seen = page.getByLabel('Sản phẩm thấy trên bao bì')
  const other = await seen.locator('option').filter({ hasText: expiredName }).first().getAttribute('value')
  await seen.selectOption(other ?? '')
  await check(page, genuine.address)
  await expect(page.getByRole('heading', { name: 'Tem của sản phẩm khác' })).toBeVisible()
  await expect(page.getByText(`Tem cấp cho “${genuineName}”, còn bao bì là “${expiredName}”.`)).toBeVisible()

  const place = `Chợ thử ${Date.now()}`
  await page.getByRole('button', { name: 'Lập biên bản' }).click()
  await page.getByLabel('Nơi kiểm tra').fill(place)
  await expect(page.getByLabel('Gắn dấu lên sản phẩm khác của chủ thể')).toBeChecked()
  await page.getByLabel('Ảnh (nhiều nhất 12)').setInputFiles({
    name: 'tem.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
  })
  await expect(page.getByText('1 ảnh đã chọn')).toBeVisible()
  await page.getByRole('button', { name: 'Lưu biên bản' }).click()
  await expect(page.getByText('Đã lưu trên máy.')).toBeVisible()
  await page.getByRole('link', { name: /^Biên bản/ }).click()
  await expect(page.getByText('1 biên bản chờ gửi')).toBeVisible()

  await context.setOffline(false)
  await expect(page.getByText('Không có biên bản nào chờ gửi.')).toBeVisible({ timeout: 20_000 })
  const sent = page.getByRole('listitem').filter({ hasText: place })
  await expect(sent).toHaveCount(1)
  await page.reload()
  await expect(sent).toHaveCount(1)

  const download = page.waitForEvent('download')
  await sent.getByRole('link', { name: 'Tải hồ sơ (PDF)' }).click()
  const file = readFileSync(await (await download).path())
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
  expect(file.toString('latin1')).toContain('/Subtype /Image')
})

test('a picture of a label is read, and the register tells the code’s history', async ({ page }) => {
  await signIn(page)
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
