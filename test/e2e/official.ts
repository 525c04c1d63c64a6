import { type Browser, expect, type Page } from '@playwright/test'
import { readRun } from './run.ts'

/** The demo account of a role; with an address where a role has several. */
export function account(role: string, email?: string): { email: string; password: string } {
  const found = readRun().accounts.find((each) => each.role === role && (email === undefined || each.email === email))
  if (!found) throw new Error(`the seed has no account ${email ?? role}`)
  return found
}

/** Signs in on the way to a page of a desk, and ends there. */
export async function signInAt(page: Page, then: string, who: { email: string; password: string }): Promise<void> {
  await page.goto(then)
  await page.getByLabel('Thư điện tử').fill(who.email)
  await page.getByLabel('Mật khẩu').fill(who.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(new RegExp(`${then}$`))
}

/** Lets an official work at a desk of their own, from a page on. */
export async function asOfficial(
  browser: Browser,
  role: string,
  path: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    ...{ baseURL: readRun().storefront, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
    viewport: { width: 1024, height: 900 },
  })
  try {
    const page = await context.newPage()
    await signInAt(page, path, account(role))
    await work(page)
  } finally {
    await context.close()
  }
}

/** Signs the open draft decision on the page with a number. */
export async function signDecision(page: Page, number: string): Promise<void> {
  await page.getByLabel('Số quyết định').fill(number)
  await page.getByLabel('Họ tên người ký').fill('Nguyễn Văn Minh Hoạ')
  await page.getByLabel('Chức vụ người ký').fill('Phó Chủ tịch')
  await page.getByRole('button', { name: 'Ký', exact: true }).click()
  await expect(page.getByText('Quyết định đã ký')).toBeVisible()
}
