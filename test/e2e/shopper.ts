import { expect, type Page } from '@playwright/test'
import { store } from './run.ts'

export interface Card {
  handle: string
  title: string
  price: number
}

/** The cheapest products in stock of so many producers, one of each. */
export async function sellableOfDifferentProducers(count: number): Promise<(Card & { producer: { name: string } })[]> {
  const { items } = (await (await store('/store/catalogue?sort=price&per_page=60')).json()) as {
    items: (Card & { inStock: boolean; producer: { name: string } })[]
  }
  const first = new Map<string, (typeof items)[number]>()
  for (const item of items) {
    if (item.inStock && item.price > 0 && !first.has(item.producer.name)) first.set(item.producer.name, item)
  }
  if (first.size < count) throw new Error(`the seed sells goods of ${first.size} producers only`)
  return [...first.values()].slice(0, count)
}

/** A product that can be bought, cheap enough to be in stock in numbers. */
export async function sellable(skip = 0): Promise<Card> {
  const { items } = (await (await store('/store/catalogue?sort=price&per_page=60')).json()) as {
    items: (Card & { inStock: boolean })[]
  }
  const card = items.filter((item) => item.inStock && item.price > 0)[skip]
  if (!card) throw new Error('the seed sells nothing')
  return card
}

/** A product of which fewer are left than a cart line may ask for. */
export async function scarce(): Promise<Card> {
  const { items } = (await (await store('/store/catalogue?per_page=60')).json()) as {
    items: (Card & { inStock: boolean })[]
  }
  for (const item of items.filter(({ inStock }) => inStock)) {
    const { product } = (await (await store(`/store/catalogue/${item.handle}`)).json()) as {
      product: { variants: { available: number }[] }
    }
    if ((product.variants[0]?.available ?? 99) < 99) return item
  }
  throw new Error('every product of the seed has 99 or more in stock')
}

/** Opens a product and puts one piece into the cart; ends on the cart's page. */
export async function addToCart(page: Page, card: Card): Promise<void> {
  await page.goto(`/san-pham/${card.handle}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(card.title)
  await page.getByRole('button', { name: /thêm vào giỏ/i }).click()
  await expect(page).toHaveURL(/\/gio-hang/)
  await expect(page.getByRole('main')).toContainText(card.title)
}

/** Picks a province and a commune in the delivery form, without scripts by way of the form's extra button. */
export async function chooseCommune(page: Page, scripts: boolean): Promise<void> {
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Đồng Tháp' })
  if (!scripts) await page.getByRole('button', { name: 'Xem các xã, phường của tỉnh này' }).click()
  const commune = page.getByLabel('Xã, phường, đặc khu')
  await expect(commune.locator('option').nth(1)).toBeAttached()
  await commune.selectOption({ index: 1 })
}

/** Fills the delivery form in; ends on it. */
export async function fillDelivery(page: Page, { name = 'Nguyễn Thị Hoa', scripts = true } = {}): Promise<void> {
  await page.getByLabel('Họ và tên người nhận').fill(name)
  await page.getByLabel('Số điện thoại').fill('0912 345 678')
  await chooseCommune(page, scripts)
  await page.getByLabel(/Số nhà, đường/).fill('12 Ấp Mỹ Phú')
}

/** Chooses how to pay and agrees to what the order needs; ends on the confirmation, ready for its button. */
export async function agreeAndPayBy(page: Page, method: RegExp): Promise<void> {
  const needed = page.getByRole('checkbox', { name: /cho đơn hàng này/ })
  await expect(needed).not.toBeChecked()
  await page.getByRole('radio', { name: method }).check()
  await needed.check()
}

/** From the cart to an order paid in some way; ends where its button leads. */
export async function orderBy(page: Page, method: RegExp): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Tới bước giao hàng' }).click()
  await fillDelivery(page)
  await page.getByRole('button', { name: 'Tới bước xác nhận' }).click()
  await agreeAndPayBy(page, method)
  await page.getByRole('button', { name: /^Đặt hàng/ }).click()
}

/** How many of a product may be bought now. */
export async function available(handle: string): Promise<number> {
  const { product } = (await (await store(`/store/catalogue/${handle}`)).json()) as {
    product: { variants: { available: number }[] }
  }
  return product.variants[0]?.available ?? 0
}

/** The product of a producer who has an account, by its address. */
export async function cardOf(handle: string): Promise<Card> {
  const { items } = (await (await store('/store/catalogue?per_page=60')).json()) as { items: Card[] }
  const card = items.find((item) => item.handle === handle)
  if (!card) throw new Error(`the seed has no ${handle}`)
  return card
}
