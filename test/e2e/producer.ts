import { expect, type Page } from '@playwright/test'
import { readRun } from './run.ts'

/** Signs a demo producer in; ends on the lot book. `nth` is its place among the accounts of run.json. */
export async function signInProducer(page: Page, nth = 0): Promise<void> {
  const account = readRun().accounts.filter(({ role }) => role === 'producer')[nth]
  if (!account) throw new Error('the seed has no such producer')
  await page.goto('/chu-the/lo')
  await expect(page).toHaveURL(/\/chu-the\/dang-nhap/)
  await page.getByLabel('Thư điện tử').fill(account.email)
  await page.getByLabel('Mật khẩu').fill(account.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sổ lô' })).toBeVisible()
}

/** A name no other test uses, so that the book's search finds it alone. */
export function freshName(what: string): string {
  return `${what} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`
}

/** Saves the entry on the open form. */
export const saveEntry = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true })

/** Says that the page's script is there and would keep an entry; before that, Save is a plain form. */
export const keptHere = (page: Page) => page.getByText('Bấm Lưu thì bước này nằm trên máy')

/** Writes a harvest down and ends on the page of its lot. */
export async function harvest(page: Page, name: string, amount: string): Promise<void> {
  await page.getByRole('link', { name: 'Thu hoạch lô mới' }).click()
  await page.getByLabel('Tên hàng').fill(name)
  await page.getByLabel('Được bao nhiêu').fill(amount)
  await saveEntry(page).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Waits until the worker holds the lot book and the form: what follows can be done without a network. */
export async function keptForTheField(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () =>
      (await Promise.all(['/chu-the/lo', '/chu-the/ghi'].map((path) => caches.match(path)))).every(Boolean),
    )
  await expect.poll(kept, { timeout: 20_000 }).toBe(true)
}

/** Confirms an order, packs all of it and hands it to the first carrier; ends on the order's page. */
export async function sendOrder(page: Page, orderNo: string, trackingNo: string): Promise<void> {
  await page.goto('/chu-the/don-hang')
  await page.getByRole('link', { name: `Mở đơn ${orderNo}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: orderNo })).toBeVisible()
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await page.getByRole('link', { name: 'Đóng gói', exact: true }).click()
  await page.getByRole('button', { name: 'Đóng gói xong' }).click()
  await page.getByLabel('Bên vận chuyển').selectOption({ label: 'Giao Hàng Nhanh' })
  await page.getByLabel('Mã vận đơn').fill(trackingNo)
  await page.getByRole('button', { name: 'Đã giao cho bên vận chuyển' }).click()
  await expect(page.getByRole('heading', { level: 3, name: 'Kiện 1: Đang giao' })).toBeVisible()
}

/** Begins an application to sell and ends on its form, which takes nothing from programs: they are quicker than people. */
export async function beginApplication(page: Page, name: string): Promise<void> {
  await page.getByLabel('Tên cơ sở').fill(name)
  await expect(async () => {
    await page.getByRole('button', { name: 'Bắt đầu' }).click()
    await expect(page).toHaveURL(/\/ban-hang\/dang-ky\/[^/]+\?k=/, { timeout: 2_000 })
  }).toPass()
}
