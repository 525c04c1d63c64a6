import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, devices, expect, type Page, test } from '@playwright/test'
import { lookUp, signedLabel, signInInspector } from './inspector.ts'
import { PHOTO } from './photo.ts'
import { firstPageOf, scannedAddresses } from './printed-sheet.ts'
import { makeBatch, makeSheet } from './printing.ts'
import { freshName, keptForTheField, keptHere, saveEntry, signInProducer } from './producer.ts'
import { readRun } from './run.ts'

const { defaultBrowserType: _, ...pixel } = devices['Pixel 5']
const PHONE = { ...pixel, viewport: { width: 360, height: 740 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' }
const PRODUCT = 'Hạt sen sấy'
const { sampleCodes, storefront } = readRun()

test('a journey written offline is on the label a buyer scans, and the label tells an offline inspector that the pack is another’s', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const name = freshName('Sen ngoài đồng')
  const address = await asSomeone(browser, async (page, context) => {
    await signInProducer(page)
    await writeOffline(page, context, name)
    await sendAndOpenPack(page, context, name)
    return printSigned(page, browser)
  })
  await asSomeone(browser, (page) => readJourney(page, address, name))
  await asSomeone(browser, (page, context) => inspect(page, context, address))
})

/** On a phone of their own, without anybody's cookies. */
async function asSomeone<T>(browser: Browser, work: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ ...PHONE, baseURL: storefront })
  try {
    return await work(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

/** Harvest with a photo, drying and packing, all kept on the phone. */
async function writeOffline(page: Page, context: BrowserContext, name: string): Promise<void> {
  await keptForTheField(page)
  await context.setOffline(true)

  await page.getByRole('link', { name: 'Thu hoạch lô mới' }).click()
  await expect(keptHere(page)).toBeVisible()
  await page.getByLabel('Tên hàng').fill(name)
  await page.getByLabel('Được bao nhiêu').fill('60')
  await page.getByText('Giờ, mã lô, ghi chú, ảnh').click()
  await page.getByLabel('Chụp ảnh').setInputFiles(PHOTO)
  await saveEntry(page).click()
  const waiting = page.getByRole('region', { name: /Chờ gửi/ })
  await expect(waiting.getByText(name)).toBeVisible()

  await waiting.getByRole('link', { name: 'Sấy' }).click()
  await expect(page.getByLabel('Từ lô').locator('option:checked')).toContainText(name)
  await expect(keptHere(page)).toBeVisible()
  await page.getByLabel('Được bao nhiêu').fill('20')
  await saveEntry(page).click()
  await expect(waiting.getByText(`${name}, sấy`)).toBeVisible()

  await waiting.getByRole('listitem').last().getByRole('link', { name: 'Đóng gói' }).click()
  await expect(keptHere(page)).toBeVisible()
  await page.getByLabel('Sản phẩm').selectOption({ label: PRODUCT })
  await page.getByLabel('Được mấy gói').fill('78')
  await page.getByLabel('Mỗi gói chứa').fill('250')
  await saveEntry(page).click()
  await expect(page.getByRole('heading', { name: 'Chờ gửi: 3' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Chờ gửi: 3' })).toBeVisible()
}

/** Everything arrives once; ends on the page of the packed lot. */
async function sendAndOpenPack(page: Page, context: BrowserContext, name: string): Promise<void> {
  await context.setOffline(false)
  await expect(page.getByText('Đã gửi hết.')).toBeVisible({ timeout: 20_000 })
  for (let look = 0; look < 2; look++) {
    await page.goto(`/chu-the/lo?q=${encodeURIComponent(name)}`)
    await expect(page.getByRole('heading', { level: 3 })).toHaveCount(2)
    await expect(page.getByRole('heading', { name: /Chờ gửi/ })).toHaveCount(0)
  }
  await page.getByRole('link', { name: `${name}, sấy` }).click()
  const became = page.getByRole('link', { name: /ĐG|DG/ })
  await expect(became).toHaveCount(1)
  await became.click()
  await expect(page.getByRole('heading', { level: 1, name: PRODUCT })).toBeVisible()
  await expect(page.getByText('Còn 19,5 kg')).toBeVisible()
}

/** Signed labels for the lot whose page is open. Out: the address in the first symbol of the printed sheet, as a scanner reads it. */
async function printSigned(page: Page, browser: Browser): Promise<string> {
  await page.getByRole('link', { name: 'Làm tem', exact: true }).click()
  await expect(page.getByLabel('Số tem')).toHaveValue('78')
  await makeBatch(page, 25)
  await makeSheet(page, /Hình cả trang A4/, true)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải tất cả' }).click()
  const sheet = await firstPageOf(browser, await coming)
  const addresses = await scannedAddresses(sheet)
  expect(new Set(addresses).size).toBe(21)
  return addresses[0] ?? ''
}

async function readJourney(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mã này do chủ thể phát hành')
  await expect(page.getByText(PRODUCT, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Hành trình của gói hàng' })).toBeVisible()
  for (const step of [/^Thu hoạch\s*60\skg/, /^Sấy, phơi\s*20\skg/, /^Đóng gói\s*78\sgói/]) {
    await expect(page.getByRole('listitem').filter({ hasText: step })).toHaveCount(1)
  }
  await expect(page.getByText(`${name}, sấy`).first()).toBeVisible()
}

async function inspect(page: Page, context: BrowserContext, address: string): Promise<void> {
  const expired = await signedLabel(sampleCodes.expired)
  const expiredName = expired.verdict.passport?.product.name.vi ?? ''
  await signInInspector(page)
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

  await lookUp(page, expired.address)
  await expect(page.getByRole('heading', { name: 'Không còn hạng sao' })).toBeVisible()
  await expect(page.getByText(expiredName, { exact: true })).toBeVisible()

  const seen = page.getByLabel('Sản phẩm thấy trên bao bì')
  const other = await seen.locator('option').filter({ hasText: expiredName }).first().getAttribute('value')
  await seen.selectOption(other ?? '')
  await lookUp(page, address)
  await expect(page.getByRole('heading', { name: 'Tem của sản phẩm khác' })).toBeVisible()
  await expect(page.getByText(`Tem cấp cho “${PRODUCT}”, còn bao bì là “${expiredName}”.`)).toBeVisible()

  const place = `Chợ thử ${Date.now()}`
  await page.getByRole('button', { name: 'Lập biên bản' }).click()
  await page.getByLabel('Nơi kiểm tra').fill(place)
  await expect(page.getByLabel('Gắn dấu lên sản phẩm khác của chủ thể')).toBeChecked()
  await page.getByLabel('Ảnh (nhiều nhất 12)').setInputFiles(PHOTO)
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
}
