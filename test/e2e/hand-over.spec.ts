import { type Browser, type BrowserContext, devices, expect, type Page, test } from '@playwright/test'
import { freshName, harvest, keptForTheField, keptHere, saveEntry, signInProducer } from './producer.ts'
import { readRun } from './run.ts'

const { defaultBrowserType: _, ...pixel } = devices['Pixel 5']
const PHONE = { ...pixel, viewport: { width: 360, height: 740 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' }
const { storefront } = readRun()

/** On a phone of their own, without anybody's cookies; signs in the nth demo producer. */
async function asProducer<T>(
  browser: Browser,
  nth: number,
  work: (page: Page, context: BrowserContext, name: string) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ ...PHONE, baseURL: storefront })
  try {
    const page = await context.newPage()
    await signInProducer(page, nth)
    const me = (await page.locator('.desk-producer').first().textContent())?.trim() ?? ''
    return await work(page, context, me)
  } finally {
    await context.close()
  }
}

/** The form that gives some of the lot away whose page is open. */
async function openShipping(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Bước khác' }).click()
  await page.getByRole('link', { name: 'Gửi đi', exact: true }).click()
  await expect(page.getByLabel(/^Giao cho chủ thể/)).toBeVisible()
}

const handedOver = (page: Page, goods: string) =>
  page.getByRole('region', { name: 'Hàng giao đến' }).getByRole('listitem').filter({ hasText: goods })

test('goods are handed to another producer without a network, who takes them in; then they cannot be struck', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const goods = freshName('Sen giao đi')
  const receiver = await asProducer(browser, 1, async (_page, _context, me) => me)

  const sender = await asProducer(browser, 0, async (page, context, me) => {
    await harvest(page, goods, '40')
    const lot = page.url()
    await openShipping(page)
    const to = page.getByLabel(/^Giao cho chủ thể/)
    expect(await to.locator('option').allTextContents()).not.toContainEqual(expect.stringContaining(me))
    await to.selectOption({ label: await labelOf(page, receiver) })
    await page.getByLabel('Lấy bao nhiêu').fill('50')
    await saveEntry(page).click()
    await expect(page.getByRole('alert')).toContainText('chỉ còn 40')
    await expect(to.locator('option:checked')).toContainText(receiver)
    await page.getByLabel('Lấy bao nhiêu').fill('15')
    await keptForTheField(page)
    await context.setOffline(true)
    await expect(keptHere(page)).toBeVisible()
    await saveEntry(page).click()
    await expect(page.getByRole('heading', { name: 'Chờ gửi: 1' })).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText('Đã gửi hết.')).toBeVisible({ timeout: 20_000 })
    await page.goto(lot)
    await expect(page.getByText('Còn 25 kg trong 40 kg')).toBeVisible()
    await expect(page.getByText(`Giao cho ${receiver}`)).toBeVisible()
    return { me, lot }
  })

  await asProducer(browser, 1, async (page) => {
    await expect(handedOver(page, goods)).toContainText(`Nhận từ ${sender.me}`)
    await expect(handedOver(page, goods)).toContainText(/^.*15\skg, giao ngày/)
    await handedOver(page, goods).getByRole('link').click()
    await expect(page.getByLabel('Nhận bao nhiêu')).toHaveValue('15')
    await expect(page.getByLabel('Được bao nhiêu')).toHaveValue('15')
    await saveEntry(page).click()
    await expect(page.getByRole('heading', { level: 1, name: goods })).toBeVisible()
    await expect(page.getByText('Còn 15 kg')).toBeVisible()
    await expect(page.getByText(`Nhận từ ${sender.me}`)).toBeVisible()
    await page.goto('/chu-the/lo')
    await expect(handedOver(page, goods)).toHaveCount(0)
  })

  await asProducer(browser, 0, async (page) => {
    await page.goto(sender.lot)
    await page
      .getByRole('listitem')
      .filter({ hasText: `Giao cho ${receiver}` })
      .getByRole('link', { name: /^Sửa dòng/ })
      .click()
    await expect(page.getByText('nên không sửa từng ô được')).toBeVisible()
    await page.getByLabel(/^Lý do gạch/).fill('Giao nhầm người nhận')
    await page.getByRole('button', { name: 'Gạch bỏ cả dòng' }).click()
    await expect(page.getByRole('alert')).toContainText('Người nhận đã đưa lô')
  })
})

async function labelOf(page: Page, receiver: string): Promise<string> {
  const options = await page
    .getByLabel(/^Giao cho chủ thể/)
    .locator('option')
    .allTextContents()
  return options.find((option) => option.startsWith(receiver)) ?? ''
}

test.describe('without scripts', () => {
  test.use({ ...PHONE, javaScriptEnabled: false })

  test('the same forms hand goods over and take them in', async ({ page, browser }) => {
    test.slow()
    const goods = freshName('Sen giao tay')
    const receiver = await asProducer(browser, 1, async (_page, _context, me) => me)
    await signInProducer(page)
    await harvest(page, goods, '8')
    await openShipping(page)
    await page.getByLabel(/^Giao cho chủ thể/).selectOption({ label: await labelOf(page, receiver) })
    await saveEntry(page).click()
    await expect(page.getByText(`Giao cho ${receiver}`)).toBeVisible()
    await page.context().clearCookies()
    await signInProducer(page, 1)
    await handedOver(page, goods).getByRole('link').click()
    await page.getByLabel('Được bao nhiêu').fill('9')
    await saveEntry(page).click()
    await expect(page.getByRole('alert')).toContainText('nhiều hơn 8 kg đã bỏ vào')
    await page.getByLabel('Được bao nhiêu').fill('7,5')
    await saveEntry(page).click()
    await expect(page.getByText('Còn 7,5 kg')).toBeVisible()
  })
})
