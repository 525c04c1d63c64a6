import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { readRun } from './run.ts'

const { sampleCodes } = readRun()

interface Scan {
  batch: { batchNo: number }
  passport: { recognitions: { ref: string }[] }
}

async function scan(page: Page): Promise<Scan> {
  const answer = await fetch(`${readRun().traceability}/verify/${sampleCodes.genuine}`)
  expect(answer.status).toBe(200)
  await page.goto('/doi-chung')
  return answer.json()
}

async function text(page: Page, path: string, accept = '*/*'): Promise<string> {
  const answer = await page.request.get(path, { headers: { accept } })
  expect(answer.status(), path).toBe(200)
  return answer.text()
}

const check = (page: Page) => page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()

test.describe('checking evidence without the network', () => {
  test('a log proof holds for its document, and fails for one changed letter', async ({ page, context }) => {
    const { batch } = await scan(page)
    const proof = await text(page, `/log/proof/label-batch/${batch.batchNo}`)
    const document = await text(page, `/log/document/label-batch/${batch.batchNo}`)
    await context.setOffline(true)

    await page.getByLabel('Bằng chứng', { exact: true }).fill(proof)
    await check(page)
    const result = page.getByRole('region', { name: 'Kết quả' })
    await expect(result).toContainText('Cần thêm tài liệu gốc')
    await page.getByLabel('Hoặc chọn tệp tài liệu gốc').setInputFiles({
      name: 'batch.json',
      mimeType: 'application/json',
      buffer: Buffer.from(document),
    })
    await check(page)
    await expect(result).toContainText('Tài liệu có trong sổ nhật ký')
    await expect(result).toContainText('Đợt in tem')

    await page.getByLabel('Hoặc chọn tệp tài liệu gốc').setInputFiles({
      name: 'batch.json',
      mimeType: 'application/json',
      buffer: Buffer.from(document.replace('LabelBatch', 'LabelBatcH')),
    })
    await check(page)
    await expect(result).toContainText('Bằng chứng không khớp')
  })

  test('a credential needs its status lists, holds with them, and fails for one changed letter', async ({
    page,
    context,
  }) => {
    const { passport } = await scan(page)
    const ref = passport.recognitions[0]?.ref ?? ''
    const named = JSON.parse(await text(page, `/credentials/by-recognition/${encodeURIComponent(ref)}`))
    const token = await text(page, new URL(named.credentials[0].url).pathname, 'application/vc+jwt')
    await page.getByLabel('Bằng chứng', { exact: true }).fill(token)
    await check(page)
    const result = page.getByRole('region', { name: 'Kết quả' })
    await expect(result).toContainText('Chữ ký đúng, chưa biết đã bị thu hồi hay chưa')
    const lists: { name: string; mimeType: string; buffer: Buffer }[] = []
    for (const link of await result.getByRole('link').all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      lists.push({ name: 'list', mimeType: 'application/jwt', buffer: await readFile(await download.path()) })
    }
    expect(lists.length).toBeGreaterThan(0)

    await context.setOffline(true)
    await page.getByLabel('Danh sách trạng thái').setInputFiles(lists)
    await check(page)
    await expect(result).toContainText('Chứng nhận đúng và đang có hiệu lực')
    await expect(result).toContainText('Trạng thái tính đến')

    const at = token.indexOf('.') + 20
    await page
      .getByLabel('Bằng chứng', { exact: true })
      .fill(token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1))
    await check(page)
    await expect(result).toContainText('Không chấp nhận chứng nhận này')
    await expect(result).toContainText('Chữ ký không đúng')
  })

  test('text that is no evidence is told so', async ({ page }) => {
    await page.goto('/doi-chung')
    await check(page)
    const result = page.getByRole('region', { name: 'Kết quả' })
    await expect(result).toContainText('Hãy dán bằng chứng')
    await page.getByLabel('Bằng chứng', { exact: true }).fill('Xin chào')
    await check(page)
    await expect(result).toContainText('Không nhận ra')
    await page.getByRole('button', { name: 'Xóa, kiểm tra cái khác' }).click()
    await expect(page.getByLabel('Bằng chứng', { exact: true })).toHaveValue('')
  })
})
