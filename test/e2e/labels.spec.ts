import { expect, type Page, test } from '@playwright/test'
import { firstPageOf, scannedAddresses } from './printed-sheet.ts'
import { makeBatch, makeSheet } from './printing.ts'
import { readRun } from './run.ts'

const [account] = readRun().accounts.filter(({ role }) => role === 'producer')

async function signIn(page: Page, then: string): Promise<void> {
  await page.goto(then)
  await page.getByLabel('Thư điện tử').fill(account?.email ?? '')
  await page.getByLabel('Mật khẩu').fill(account?.password ?? '')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(new RegExp(then))
}

/** Notes what happened to labels, by way of the page that asks whether it is right. */
async function note(page: Page, what: string, first: number, last: number, why: string, yes: string): Promise<void> {
  await page.getByRole('link', { name: 'Kích hoạt, hủy, trả lại…' }).click()
  await page.getByLabel('Việc gì?').selectOption({ label: what })
  await page.getByLabel('Từ tem số').fill(String(first))
  await page.getByLabel('đến tem số').fill(String(last))
  await page.getByLabel('Lý do').fill(why)
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem lại trước khi ghi')
  await page.getByRole('button', { name: yes }).click()
}

test.describe('a producer with a phone', () => {
  // Requests that pass the journal's worker would be out of the test's reach.
  test.use({ viewport: { width: 360, height: 780 }, serviceWorkers: 'block' })

  test('prints labels whose codes, read from the sheet, open a genuine scan page', async ({ page, browser }) => {
    await signIn(page, '/chu-the/tem')
    await page.getByRole('link', { name: 'Làm đợt tem mới' }).click()
    await makeBatch(page, 25)
    const batch = page.url().replace(/\?.*/, '')
    await makeSheet(page, /Hình cả trang A4/)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Tải tất cả' }).click()
    const download = await coming
    await expect(page.getByText('Đã tải xong và kiểm tra đủ.')).toBeVisible()
    await expect(page.getByText('25 trên 25 tem')).toBeVisible()
    await page.reload()
    await expect(page.getByText(/đã tải .* đúng nguyên bản trên máy này/)).toBeVisible()

    const addresses = await scannedAddresses(await firstPageOf(browser, download))
    expect(new Set(addresses).size).toBe(21)
    await page.goto(addresses[0] ?? '')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mã này do chủ thể phát hành')
    await page.goto(batch)
    await expect(page.getByText('Cả đợt đã có tờ in.')).toBeVisible()
  })

  test('loses nothing when the network goes away midway', async ({ page }) => {
    await signIn(page, '/chu-the/tem')
    await page.getByRole('link', { name: 'Làm đợt tem mới' }).click()
    await makeBatch(page, 40)
    await makeSheet(page, /bảng CSV/)
    let cut = 0
    await page.route('**/phan/1', (route) => {
      cut++
      return cut <= 2 ? route.abort('internetdisconnected') : route.continue()
    })
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Tải tất cả' }).click()
    await expect(page.getByText('Mất mạng.')).toBeVisible()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^tem-\d+-1-40\.csv$/)
    await expect(page.getByText('Đã tải xong và kiểm tra đủ.')).toBeVisible()
    expect(cut).toBe(3)
  })

  test('takes no file that differs from what was made', async ({ page }) => {
    await signIn(page, '/chu-the/tem')
    await page.getByRole('link', { name: 'Làm đợt tem mới' }).click()
    await makeBatch(page, 3)
    await makeSheet(page, /bảng CSV/)
    await page.route('**/phan/1', async (route) => {
      const answer = await route.fetch()
      const body = await answer.body()
      body[body.length - 5] = (body[body.length - 5] ?? 0) ^ 1
      await route.fulfill({ response: answer, body })
    })
    await page.getByRole('button', { name: 'Tải tất cả' }).click()
    await expect(page.getByText('không khớp với bản gốc')).toBeVisible()
    await expect(page.getByText('0 trên 3 tem')).toBeVisible()
  })
})

test.describe('labels without scripts', () => {
  test.use({ viewport: { width: 360, height: 780 }, javaScriptEnabled: false })

  test('are printed ahead, activated, sold, taken back, voided and reprinted', async ({ page }) => {
    await signIn(page, '/chu-the/tem')
    await page.getByRole('link', { name: 'Làm đợt tem mới' }).click()
    await makeBatch(page, 12, { ahead: true })
    const states = page.getByRole('region', { name: 'Tem đang ở đâu' })
    await expect(states).toContainText(/Chưa kích hoạt\s*12 tem/)
    const batch = page.url().replace(/\?.*/, '')

    await note(page, 'Kích hoạt, đã dán lên hàng', 1, 10, '', 'Đúng, ghi lại')
    await expect(states).toContainText(/Chưa kích hoạt\s*2 tem/)
    await expect(states).toContainText(/Đang có hiệu lực\s*10 tem/)

    await note(page, 'Đã bán', 3, 4, '', 'Đúng, ghi lại')
    await page.getByRole('link', { name: 'Lấy lại' }).click()
    await page.getByLabel('Lý do').fill('Khách đổi ý')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Đúng, ghi lại' }).click()
    await expect(states).toContainText(/Đang có hiệu lực\s*10 tem/)

    await page.getByRole('link', { name: 'Kích hoạt, hủy, trả lại…' }).click()
    await page.getByLabel('Việc gì?').selectOption({ label: 'Hủy tem (in hỏng, rách)' })
    await page.getByLabel('Từ tem số').fill('5')
    await page.getByLabel('đến tem số').fill('99')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await expect(page.getByRole('alert')).toContainText('từ 1 đến 12')
    await page.goto(batch)

    await note(page, 'Hủy tem (in hỏng, rách)', 5, 6, 'Máy in nhòe mực', 'Đúng, hủy tem')
    await expect(page.getByRole('status').first()).toContainText('Đã ghi cho 2 tem.')
    await expect(states).toContainText(/Đã hủy tem\s*2 tem/)

    await page.getByLabel('Nhập số thứ tự').fill('5')
    await page.getByRole('button', { name: 'Tìm' }).click()
    const found = page.getByRole('status').filter({ hasText: 'Tem số 5: Đã hủy tem' })
    await expect(found).toContainText('Máy in nhòe mực')
    await found.getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tem này đã bị hủy')

    await page.goto(batch)
    await page.getByRole('link', { name: 'In lại tem hỏng' }).click()
    await page.getByLabel('Từ tem số').fill('7')
    await page.getByLabel('đến tem số').fill('8')
    await page.getByLabel('Lý do').fill('Rách khi dán')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Đúng, hủy và làm tem mới' }).click()
    await expect(page.getByRole('status')).toContainText('thay cho tem hỏng')
    await expect(states).toContainText(/Đang có hiệu lực\s*2 tem/)

    await makeSheet(page, /bảng CSV/)
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Tải phần 1' }).click()
    expect((await coming).suggestedFilename()).toMatch(/^tem-\d+-1-2\.csv$/)
  })
})

test('labels of a producer are nobody else’s page', async ({ page }) => {
  await page.goto('/chu-the/tem/1')
  await expect(page).toHaveURL(/\/chu-the\/dang-nhap\?ve=/)
  await signIn(page, '/chu-the/tem/999999')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có trang này')
})
