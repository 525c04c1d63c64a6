import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { readRun } from './run.ts'

const { sampleCodes, storefront } = readRun()
const UNIT = `/q/${sampleCodes.genuine}`

test.describe('one address for people and programs', () => {
  test('a program gets the link set, a verdict in JSON, or the link it names', async ({ request }) => {
    const linkset = await request.get(UNIT, { headers: { accept: 'application/linkset+json' } })
    expect(linkset.headers()['content-type']).toContain('application/linkset+json')
    expect(linkset.headers()['access-control-allow-origin']).toBe('*')
    expect(linkset.headers().vary).toMatch(/accept/i)
    expect((await linkset.json()).linkset[0].anchor).toBe(`${storefront}${UNIT}`)

    const verdict = await request.get(UNIT, { headers: { accept: 'application/json, */*;q=0.1' } })
    expect(new URL(verdict.url()).pathname).toBe(`/trace/verify/${sampleCodes.genuine}`)
    expect((await verdict.json()).verdict).toBe('genuine')

    const product = await request.get(`${UNIT}?linkType=gs1:pip`, {
      maxRedirects: 0,
      headers: { 'accept-language': 'vi' },
    })
    expect(product.status()).toBe(307)
    expect(product.headers().location).toContain('/san-pham/')
    const preflight = await request.fetch(UNIT, { method: 'OPTIONS' })
    expect([preflight.status(), preflight.headers().allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  test('a browser gets the page, also for the link that is the page itself', async ({ page }) => {
    for (const query of ['', '?linkType=gs1:verificationService', '?linkType=gs1:defaultLink']) {
      const response = await page.goto(`${UNIT}${query}`)
      expect([query, response?.status(), response?.headers()['content-type']]).toEqual([
        query,
        200,
        'text/html; charset=utf-8',
      ])
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mã này do chủ thể phát hành')
    }
  })

  test('a Digital Link nobody registered is the site’s own “not found”, and JSON for programs', async ({
    page,
    request,
  }) => {
    expect((await page.goto('/01/09506000134352'))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const told = await request.get('/01/09506000134352', { headers: { accept: 'application/json' } })
    expect([told.status(), (await told.json()).error.code]).toEqual([404, 'not_registered'])
  })

  test('a code under the number of another product says so', async ({ page }) => {
    expect((await page.goto(`/01/09506000134352/21/${sampleCodes.genuine}`))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mã này không thuộc sản phẩm ghi trong liên kết')
  })

  test('nothing but public data is behind /trace', async ({ request }) => {
    expect((await request.get(`/trace/verify/${sampleCodes.genuine}`)).status()).toBe(200)
    for (const path of [
      'internal/label-layouts',
      'epcis/events',
      'health',
      'verify/%2e%2e/internal/label-layouts',
      '%69nternal/label-layouts',
    ]) {
      expect([path, (await request.get(`/trace/${path}`)).status()]).toEqual([path, 404])
    }
    expect((await request.post(`/trace/verify/${sampleCodes.genuine}`)).status()).toBe(405)
  })
})

test.describe('what a scan page leads to', () => {
  test('every link to a proof or an export answers', async ({ page, request }) => {
    await page.goto(UNIT)
    const section = page.getByRole('heading', { name: 'Tự kiểm chứng' }).locator('..')
    const files = await section
      .locator('.evidence-links a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(files.length).toBeGreaterThanOrEqual(7)
    for (const file of files) expect([file, (await request.get(file ?? '')).status()]).toEqual([file, 200])
    await expect(section.getByRole('link', { name: 'Mở trang Đối chứng' })).toHaveAttribute('href', '/doi-chung')
  })

  test('every answer prints on one sheet of A4', async ({ page }) => {
    for (const code of [sampleCodes.genuine, sampleCodes.expired, sampleCodes.recalled, sampleCodes.void]) {
      await page.goto(`/q/${code}`)
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
      expect([code, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([code, 1])
    }
  })

  test('in both languages it stays within 25 kB', async ({ request }) => {
    for (const lang of ['vi', 'en']) {
      expect(gzipSync(await (await request.get(`${UNIT}?lang=${lang}`)).body()).length).toBeLessThanOrEqual(25_000)
    }
  })
})

test.describe('reporting a problem without scripts', () => {
  test.use({ javaScriptEnabled: false })

  /** The smallest picture there is: one pixel, PNG. */
  const PIXEL = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  test('from the scan page to a receipt number, with a photo', async ({ page }) => {
    await page.goto(UNIT)
    await page.getByRole('link', { name: 'Báo vấn đề' }).click()
    await page.getByLabel('Bạn gặp vấn đề gì?').selectOption({ label: 'Chất lượng hoặc an toàn' })
    await page.getByLabel('Điều bạn thấy').fill('Mua ở chợ Bến Thành, gói bị hở.')
    await page.getByLabel(/Ảnh gói hàng/).setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: PIXEL })
    // Whoever sends within three seconds is told to look again; the same form then passes.
    await expect(async () => {
      await page.getByRole('button', { name: 'Gửi phản ánh' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận phản ánh của bạn', { timeout: 500 })
    }).toPass()
    await expect(page.getByRole('main')).toContainText(/PA-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    await expect(page.getByRole('link', { name: 'Trở lại trang của mã' })).toHaveAttribute('href', UNIT)
  })

  test('what is missing is named, and what was typed stays', async ({ page }) => {
    await page.goto('/bao-van-de')
    await page.getByLabel('Số điện thoại hoặc email').fill('0912345678')
    await expect(async () => {
      await page.getByRole('button', { name: 'Gửi phản ánh' }).click()
      await expect(page.getByRole('main')).toContainText('Hãy chọn một loại vấn đề.', { timeout: 500 })
    }).toPass()
    await expect(page.getByLabel('Số điện thoại hoặc email')).toHaveValue('0912345678')
  })

  test('a program that fills every field is refused', async ({ request }) => {
    const html = await (await request.get('/bao-van-de')).text()
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const multipart = { token, kind: 'other', message: 'buy now', website: 'https://spam.example' }
    expect((await request.post('/bao-van-de', { multipart })).status()).toBe(400)
    expect((await request.post('/bao-van-de', { multipart: { ...multipart, website: '' } })).status()).toBe(400)
    expect((await request.post('/bao-van-de', { multipart: { ...multipart, website: '', token: 'x' } })).status()).toBe(
      400,
    )
  })
})
