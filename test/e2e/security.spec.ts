import { expect, test } from '@playwright/test'
import { readRun, store } from './run.ts'

const run = readRun()

test('every URL of run.json answers', async ({ request }) => {
  for (const url of [
    run.storefront,
    run.admin,
    `${run.backend}/health`,
    `${run.traceability}/health`,
    `${run.storefront}/live`,
  ])
    expect((await request.get(url)).status(), url).toBeLessThan(400)
})

test('the operator of run.json can sign in to the admin', async ({ page }) => {
  const operator = run.accounts.find(({ role }) => role === 'operator')
  await page.goto(run.admin)
  await page.locator('input[name="email"]').fill(operator?.email ?? '')
  await page.locator('input[name="password"]').fill(operator?.password ?? '')
  await page.locator('button[type="submit"]').click()
  await expect(page).toHaveURL(/\/app\/(orders|products|$)/, { timeout: 30_000 })
})

test('orders and returns of Medusa are closed to strangers', async () => {
  expect([401, 403]).toContain((await store('/store/orders/order_01AAAAAAAAAAAAAAAAAAAAAAAA')).status)
  expect([401, 403]).toContain((await store('/store/returns', { method: 'POST', body: '{}' })).status)
  expect((await store('/store/carts/cart_x/complete', { method: 'POST', body: '{}' })).status).toBeGreaterThanOrEqual(
    400,
  )
})

test('pages carry an enforced policy with a fresh nonce and closed doors', async ({ request }) => {
  const [first, second] = [(await request.get('/')).headers(), (await request.get('/')).headers()]
  const policy = first['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src[^;]*'nonce-/)
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(policy).toMatch(/object-src 'none'/)
  expect(policy).toMatch(/base-uri 'none'/)
  expect(policy).toMatch(/frame-ancestors 'none'/)
  expect(policy).not.toBe(second['content-security-policy'])
  expect(first['x-content-type-options']).toBe('nosniff')
  expect(first['referrer-policy']).toBeTruthy()
  expect(first['x-powered-by']).toBeUndefined()
})

test('cookies are httpOnly and sameSite', async ({ page, context }) => {
  await page.goto('/san-pham')
  await page.goto(`/q/${run.sampleCodes.genuine}`)
  await page.goto('/gio-hang')
  for (const cookie of await context.cookies()) {
    expect(cookie.httpOnly, cookie.name).toBe(true)
    expect(cookie.sameSite, cookie.name).not.toBe('None')
  }
})

test('a stranger’s page may not read the shop’s answers', async () => {
  for (const url of [`${run.backend}/store/catalogue`, `${run.traceability}/verify/${run.sampleCodes.genuine}`]) {
    const response = await fetch(url, {
      headers: { origin: 'https://evil.example', 'x-publishable-api-key': run.publishableKey },
    })
    expect(response.headers.get('access-control-allow-origin'), url).not.toBe('https://evil.example')
    expect(response.headers.get('access-control-allow-origin'), url).not.toBe('*')
  }
})

test('internal routes of traceability refuse callers without the token', async () => {
  for (const [method, path] of [
    ['PUT', '/internal/parties/x'],
    ['PUT', '/internal/passports/x'],
    ['POST', '/internal/units/void'],
  ] as const)
    expect((await fetch(new URL(path, run.traceability), { method, body: '{}' })).status, path).toBe(401)
})

test('the request id of a caller is answered and shown on error pages', async ({ request }) => {
  const id = 'e2e-request-0001'
  for (const url of [`${run.storefront}/khong-co`, `${run.backend}/health`, `${run.traceability}/health`])
    expect((await request.get(url, { headers: { 'x-request-id': id } })).headers()['x-request-id'], url).toBe(id)
  expect(
    await (await request.get('/khong-co', { headers: { 'x-request-id': id, accept: 'text/html' } })).text(),
  ).toContain(id)
})
