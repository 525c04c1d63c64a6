import { expect, type Page, test } from '@playwright/test'
import { type Goods, goodsCalled, printBarcode, salesOf, shopWith, stockOf } from './centre.ts'
import { account, signInAt } from './official.ts'
import { balance } from './operator-api.ts'
import { packageOf } from './package-of.ts'
import { scannedAddresses } from './printed-sheet.ts'
import { readRun } from './run.ts'

/** On the package of the first goods, to be scanned. */
const GTIN = '8938509990015'
const CHIPS = ['Bánh phồng chay cao cấp hạt sen', 'Hộp 200 g'] as const
const MANGO = ['Xoài sấy dẻo', 'Túi 200 g'] as const
const PIECES = 6

const dong = (amount: number) => `${amount.toLocaleString('vi-VN')}\u00a0₫`
const nameOf = ({ productTitle, variantTitle }: Goods) => `${productTitle}, ${variantTitle}`
const basket = (page: Page) => page.getByRole('region', { name: 'Giỏ hàng' })
const finish = (page: Page) => page.getByRole('button', { name: 'Thu tiền' })
const waiting = (page: Page, count: number) => page.getByText(`${count} lần bán đang chờ gửi trên máy này.`)

/** What a hand scanner does: the code, then Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.getByLabel('Quét hoặc gõ mã').fill(code)
  await page.getByLabel('Quét hoặc gõ mã').press('Enter')
}

async function openTill(page: Page, shop: { id: string; name: string }): Promise<void> {
  await signInAt(page, `/can-bo/trung-tam/${shop.id}/quay`, account('centre-seller'))
  await expect(page.getByRole('heading', { level: 1, name: `Quầy: ${shop.name}` })).toBeVisible()
}

/** One piece, found by its name, paid in cash to the đồng. */
async function sellOne(page: Page, goods: Goods & { onlinePrice: number }): Promise<void> {
  await page.getByRole('button', { name: `Thêm vào giỏ ${nameOf(goods)}` }).click()
  await page.getByLabel('Khách đưa').fill(String(goods.onlinePrice))
  await finish(page).click()
}

/** The worker holds the till and what it needs: from here it opens without a network. */
async function keptOnDevice(page: Page): Promise<void> {
  const kept = () => page.evaluate(async () => Boolean(await caches.match(location.pathname)))
  await expect.poll(kept).toBe(true)
}

test('a seller finds the shop from the desk, sells by barcode and by label, takes cash and closes the till', async ({
  page,
}) => {
  test.slow()
  const [chips, mango] = await Promise.all([goodsCalled(...CHIPS), goodsCalled(...MANGO)])
  await printBarcode(chips, GTIN)
  const shop = await shopWith(PIECES, chips, mango)
  const label = await packageOf(mango.productId, { any: true })

  await signInAt(page, '/can-bo', account('centre-seller'))
  await page.getByRole('link', { name: 'Vào trung tâm xúc tiến' }).click()
  await page.getByRole('listitem').filter({ hasText: shop.name }).getByRole('link', { name: 'Bán tại quầy' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Quầy: ${shop.name}` })).toBeVisible()
  await expect(basket(page)).toContainText('Giỏ đang trống.')

  await scan(page, GTIN)
  await scan(page, GTIN)
  await expect(basket(page).getByLabel(`Số lượng ${nameOf(chips)}`)).toHaveValue('2')
  await scan(page, new URL(`/q/${label}`, readRun().storefront).href)
  await expect(basket(page).getByLabel(`Số lượng ${nameOf(mango)}`)).toHaveValue('1')
  await scan(page, label)
  await expect(page.getByRole('alert')).toHaveText('Gói mang mã này đã có trong giỏ.')
  await scan(page, '8930000000000')
  await expect(page.getByRole('alert')).toContainText('Không tìm thấy mã này.')
  await expect(basket(page).getByRole('listitem')).toHaveCount(2)

  const total = 2 * chips.onlinePrice + mango.onlinePrice
  await page.getByLabel('Khách đưa').fill(String(total - 1))
  await finish(page).click()
  await expect(page.getByRole('alert')).toHaveText('Tiền khách đưa chưa đủ. Hãy nhập lại số tiền.')
  await page.getByLabel('Khách đưa').fill('500.000')
  await expect(basket(page)).toContainText(`Trả lại${dong(500_000 - total)}`)
  await finish(page).click()
  await expect(page.getByText(`Đã bán, ${dong(total)}. Trả lại khách ${dong(500_000 - total)}.`)).toBeVisible()
  await expect(basket(page)).toContainText('Giỏ đang trống.')

  await page.getByRole('link', { name: 'In hoá đơn' }).click()
  const receipt = page.getByRole('article')
  await expect(receipt.getByRole('heading', { level: 1, name: shop.name })).toBeVisible()
  for (const line of [
    `2 × ${dong(chips.onlinePrice)}`,
    `1 × ${dong(mango.onlinePrice)}`,
    `Tổng cộng${dong(total)}`,
    `Tiền mặt${dong(500_000)}`,
    `Trả lại${dong(500_000 - total)}`,
  ])
    await expect(receipt).toContainText(line)

  expect(await stockOf(shop.id, chips.variantId)).toBe(PIECES - 2)
  expect(await stockOf(shop.id, mango.variantId)).toBe(PIECES - 1)
  await page.goto(`/can-bo/trung-tam/${shop.id}`)
  await expect(page.getByRole('listitem').filter({ hasText: chips.productTitle })).toContainText(`còn ${PIECES - 2}`)

  await page.getByRole('link', { name: 'Bán tại quầy' }).click()
  await scan(page, label)
  await expect(basket(page).getByRole('listitem')).toHaveCount(1)
  await page.getByLabel('Khách đưa').fill(String(mango.onlinePrice))
  await finish(page).click()
  await expect(page.getByRole('alert')).toContainText('Gói hàng mang mã này đã được bán.')
  expect(await salesOf(shop.id)).toHaveLength(1)

  await page.getByRole('link', { name: 'Chốt quầy' }).click()
  await expect(page.getByRole('main')).toContainText(`Tiền mặt theo sổ${dong(total)}`)
  await page.getByLabel('Tiền mặt đếm được').fill(String(total - 1000))
  await page.getByRole('button', { name: 'Chốt quầy' }).click()
  await expect(page.getByRole('alert').or(page.getByRole('status'))).toContainText('chênh lệch')
  await expect(page.getByLabel('Tiền mặt đếm được')).toHaveValue(String(total - 1000))
  await page.getByLabel('Lý do chênh lệch').fill('Trả thừa cho khách')
  await page.getByRole('button', { name: 'Chốt quầy' }).click()
  await expect(page.getByRole('region', { name: 'Các lần chốt' })).toContainText('Trả thừa cho khách')
  await expect(page.getByRole('region', { name: 'Các lần chốt' })).toContainText(`Chênh lệch -${dong(1000)}`)
  await expect(page.getByRole('main')).toContainText(`Tiền mặt theo sổ${dong(0)}`)
  expect(await salesOf(shop.id)).toEqual([])
  expect(await balance()).toEqual({ difference: 0, faults: [] })
})

test('a buyer pays by VietQR: the code holds sum and content, the receipt names the transfer', async ({ page }) => {
  const mango = await goodsCalled(...MANGO)
  const shop = await shopWith(PIECES, mango)
  await openTill(page, shop)
  await page.getByRole('button', { name: `Thêm vào giỏ ${nameOf(mango)}` }).click()
  await page.getByRole('radio', { name: 'Chuyển khoản (VietQR)' }).check()
  const code = basket(page).getByRole('img', { name: `Mã VietQR ${dong(mango.onlinePrice)}` })
  await expect(code).toBeVisible()
  await basket(page)
    .getByLabel(`Số lượng ${nameOf(mango)}`)
    .fill('2')
  const doubled = basket(page).getByRole('img', { name: `Mã VietQR ${dong(2 * mango.onlinePrice)}` })
  await expect(doubled).toBeVisible()
  const content = /SL[0-9A-Z]{7}$/.exec((await doubled.getAttribute('aria-label')) ?? '')?.[0] ?? ''
  const [payload = ''] = await scannedAddresses(await doubled.screenshot())
  // Tag 54 of EMVCo is the sum, and the content stands in 62.
  expect(payload).toContain(`5406${2 * mango.onlinePrice}`)
  expect(payload).toContain(content)
  await finish(page).click()
  await expect(page.getByText(`Đã bán, ${dong(2 * mango.onlinePrice)}, khách chuyển khoản.`)).toBeVisible()
  await page.getByRole('link', { name: 'In hoá đơn' }).click()
  await expect(page.getByRole('article')).toContainText(`Chuyển khoản (VietQR)${content}`)
  expect(await stockOf(shop.id, mango.variantId)).toBe(PIECES - 2)

  await page.goto(`/can-bo/trung-tam/${shop.id}/chot`)
  await expect(page.getByRole('main')).toContainText(`Tiền mặt theo sổ${dong(0)}`)
  await expect(page.getByRole('main')).toContainText(`Chuyển khoản${dong(2 * mango.onlinePrice)}`)
})

test('sales without a network stay on the device over a reload and are booked once each when it is back', async ({
  page,
  context,
}) => {
  test.slow()
  const mango = await goodsCalled(...MANGO)
  const shop = await shopWith(PIECES, mango)
  await openTill(page, shop)
  await keptOnDevice(page)

  await context.setOffline(true)
  await expect(page.getByText('Đang mất mạng. Cứ bán tiếp')).toBeVisible()
  await sellOne(page, mango)
  await expect(page.getByText(`Đã lưu trên máy, ${dong(mango.onlinePrice)}.`)).toBeVisible()
  await expect(waiting(page, 1)).toBeVisible()

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: `Quầy: ${shop.name}` })).toBeVisible()
  await expect(waiting(page, 1)).toBeVisible()
  await sellOne(page, mango)
  await expect(waiting(page, 2)).toBeVisible()
  expect(await salesOf(shop.id)).toEqual([])
  expect(await stockOf(shop.id, mango.variantId)).toBe(PIECES)

  await context.setOffline(false)
  await expect(page.getByText('lần bán đang chờ gửi')).toBeHidden()
  await expect(page.getByText('Đang mất mạng')).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: `Quầy: ${shop.name}` })).toBeVisible()
  await expect(page.getByText('lần bán đang chờ gửi')).toBeHidden()
  expect(await salesOf(shop.id)).toMatchObject([
    { total: mango.onlinePrice, offline: true },
    { total: mango.onlinePrice, offline: true },
  ])
  expect(await stockOf(shop.id, mango.variantId)).toBe(PIECES - 2)

  await page.goto(`/can-bo/trung-tam/${shop.id}/chot`)
  await expect(page.getByRole('main')).toContainText(`Tiền mặt theo sổ${dong(2 * mango.onlinePrice)}`)
  await expect(page.getByText('bán khi mất mạng')).toHaveCount(2)
})

test('a sale whose answer is lost on the way is sent again and booked once', async ({ page }) => {
  const mango = await goodsCalled(...MANGO)
  const shop = await shopWith(PIECES, mango)
  await openTill(page, shop)
  await page.route(
    `**/can-bo/trung-tam/${shop.id}/ban`,
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await sellOne(page, mango)
  await expect(waiting(page, 1)).toBeVisible()
  expect(await salesOf(shop.id)).toHaveLength(1)

  await page.getByRole('button', { name: 'Gửi ngay' }).click()
  await expect(page.getByText('lần bán đang chờ gửi')).toBeHidden()
  expect(await salesOf(shop.id)).toHaveLength(1)
  expect(await stockOf(shop.id, mango.variantId)).toBe(PIECES - 1)
})

test('more sold without a network than the book holds waits for a person, and the money is in the drawer', async ({
  page,
  context,
}) => {
  test.slow()
  const mango = await goodsCalled(...MANGO)
  const shop = await shopWith(1, mango)
  await openTill(page, shop)
  await context.setOffline(true)
  await sellOne(page, mango)
  await expect(waiting(page, 1)).toBeVisible()
  await sellOne(page, mango)
  await expect(waiting(page, 2)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Một lần bán chưa ghi sổ được, đang chờ quản lý xử lý.')).toBeVisible()
  expect(await salesOf(shop.id)).toHaveLength(1)

  await page.goto(`/can-bo/trung-tam/${shop.id}/chot`)
  await expect(page.getByRole('main')).toContainText(`Tiền mặt theo sổ${dong(2 * mango.onlinePrice)}`)
  await expect(page.getByRole('region', { name: 'Lần bán chờ xử lý' })).toContainText('sổ không đủ hàng')
})
