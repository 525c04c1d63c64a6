import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { readRun } from './run.ts'

const { sampleCodes, traceability } = readRun()

test.describe('scanning a package', () => {
  for (const scripts of [true, false])
    test.describe(`with scripts ${scripts ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled: scripts })

      test('a genuine code names producer, source, lot and decision', async ({ page }) => {
        await page.goto('/kiem-tra-tem')
        const typed = sampleCodes.genuine.toLowerCase().replace(/(.{4})/g, '$1 ')
        await page.getByLabel('Mã trên tem').fill(typed)
        await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mã này do chủ thể phát hành')
        const main = page.getByRole('main')
        for (const words of [
          /OCOP [345] sao, còn hiệu lực đến/,
          /QĐ/,
          /Chủ thể/,
          /Nguyên liệu/,
          /Lô/,
          /Hành trình của gói hàng/,
        ])
          await expect(main).toContainText(words)
        await expect(main).toContainText(/minh hoạ/)
      })

      test('a recalled lot warns with its reason', async ({ page }) => {
        expect((await page.goto(`/q/${sampleCodes.recalled}`))?.status()).toBe(200)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lô hàng này đang bị thu hồi')
        await expect(page.getByRole('main')).toContainText('Lý do')
      })

      test('a void label is told so', async ({ page }) => {
        expect((await page.goto(`/q/${sampleCodes.void}`))?.status()).toBe(200)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tem này đã bị hủy')
      })

      test('an unknown code is “not issued here”, with what to do', async ({ page }) => {
        expect((await page.goto(`/q/${sampleCodes.unknown}`))?.status()).toBe(404)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có mã này trong sổ tem')
        await expect(page.getByRole('main')).not.toContainText(/hàng giả|làm giả/i)
      })
    })

  test('an inspector sees since when a star has lapsed, and that the packing day was covered', async ({ page }) => {
    await page.goto(`/q/${sampleCodes.expired}`)
    const main = page.getByRole('main')
    await expect(main).toContainText(/hết hiệu lực từ/i)
    await expect(main).toContainText(/\d{1,2}\/\d{1,2}\/\d{4}/)
    await expect(main).not.toContainText(/còn hiệu lực đến/)
    await page
      .getByRole('main')
      .getByRole('link', { name: /xem sản phẩm|mua lại/i })
      .first()
      .click()
    await expect(page.getByRole('main')).toContainText(/hết hiệu lực|hết hạn/i)
    await expect(page.getByRole('main')).not.toContainText(/còn hiệu lực đến/)
  })

  test('hostile and mistyped codes get kind words and no internals', async ({ page }) => {
    const cut = sampleCodes.genuine.slice(0, 9)
    for (const code of [
      cut,
      '0',
      'A'.repeat(5_000),
      '%00',
      '..%2f..%2fetc%2fpasswd',
      "'%20OR%201=1--",
      '%F0%9F%90%9D',
      '%3Cscript%3Ealert(1)%3C/script%3E',
      '%E0%A4%A',
    ]) {
      const response = await page.request.get(`/q/${code}`, { headers: { accept: 'text/html' } })
      expect([400, 404, 414], code.slice(0, 20)).toContain(response.status())
      expect(await response.text(), code.slice(0, 20)).not.toMatch(
        /\bat [\w.<>]+ \(|node_modules|SELECT .* FROM|ECONNREFUSED/i,
      )
    }
  })

  test('the page weighs at most 25 kB compressed and carries no script', async ({ request }) => {
    const html = await (await request.get(`/q/${sampleCodes.genuine}`)).text()
    expect(gzipSync(html).length).toBeLessThanOrEqual(25_000)
    expect(html).not.toMatch(/<script[^>]+src=/)
  })

  test('every sample code has a verdict and a QR image', async ({ request }) => {
    const verdicts = {
      genuine: 'genuine',
      expired: 'expired_recognition',
      recalled: 'recalled',
      void: 'void',
      unknown: 'not_issued_here',
    }
    for (const [name, verdict] of Object.entries(verdicts)) {
      const code = sampleCodes[name as keyof typeof sampleCodes]
      const answer = await (await request.get(new URL(`/verify/${code}`, traceability).href)).json()
      expect(answer.verdict, name).toBe(verdict)
    }
    const svg = await request.get(new URL(`/qr/${sampleCodes.genuine}.svg`, traceability).href)
    expect(svg.headers()['content-type']).toContain('image/svg+xml')
    expect((await request.get(new URL(`/qr/${sampleCodes.unknown}.png`, traceability).href)).status()).toBe(404)
  })
})
