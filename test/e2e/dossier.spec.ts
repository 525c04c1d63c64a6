import { expect, type Page, test } from '@playwright/test'
import { readRun } from './run.ts'

const PRODUCT = 'Chè Shan Tuyết Hồng Thái 1 tôm 1 lá'

function account(role: string, email: string) {
  const found = readRun().accounts.find((each) => each.role === role && each.email === email)
  if (!found) throw new Error(`the seed has no account ${email}`)
  return found
}

async function signIn(page: Page, then: string, who: { email: string; password: string }): Promise<void> {
  await page.goto(then)
  await page.getByLabel('Thư điện tử').fill(who.email)
  await page.getByLabel('Mật khẩu').fill(who.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(new RegExp(`${then}$`))
}

/** The day a week from now at +07, as a date field takes it. */
function nextWeek(): string {
  return new Date(Date.now() + 7 * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
}

test.describe('a dossier on its way', () => {
  // Requests that pass the journal's worker would be out of the test's reach.
  test.use({ viewport: { width: 360, height: 780 }, serviceWorkers: 'block' })

  test('is finished on a phone, submitted, sent back by the commune with reasons, and read by its producer', async ({
    page,
    browser,
  }) => {
    await signIn(page, '/chu-the/ho-so', account('producer', 'che-shan@saolang.example'))
    await page.getByRole('link', { name: PRODUCT }).click()
    const dossier = page.url()

    await test.step('says what is missing, and leads there', async () => {
      await page.getByRole('link', { name: 'Kiểm tra và nộp' }).click()
      await expect(page.getByRole('heading', { name: /^Còn \d+ việc trước khi nộp được$/ })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Nộp hồ sơ' })).toHaveCount(0)
      await page.getByRole('link', { name: /^Tự chấm tiêu chí 3\.1 / }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('3. ')
    })

    await test.step('reckons points while a section is filled in', async () => {
      const live = page.getByRole('status').filter({ hasText: 'Mục này' })
      await expect(live).toContainText('0/12 điểm')
      const criteria = page.getByRole('group', { name: /^3\.\d/ })
      for (let at = 0; at < (await criteria.count()); at++) {
        await criteria.nth(at).getByRole('radio').last().check()
      }
      await expect(live).toContainText('12/12 điểm')
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await page.getByRole('button', { name: 'Lưu', exact: true }).click()
      await expect(page.getByText('Đã lưu.')).toBeVisible()
    })

    await test.step('is submitted once, with a receipt', async () => {
      await page.goto(`${dossier}/nop`)
      await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nộp hồ sơ')
      await expect(page.getByText(/Số tiếp nhận \d+\/PĐK-08-02260-\d{4}/)).toBeVisible()
    })

    await test.step('comes back with a reason', async () => {
      const office = await browser.newPage()
      await signIn(office, '/can-bo/ho-so', account('commune', 'can-bo-xa@saolang.example'))
      await office.getByRole('link', { name: PRODUCT }).click()
      await office.getByRole('button', { name: 'Nhận xem hồ sơ' }).click()
      await expect(office.getByText('Đã nhận xem hồ sơ.')).toBeVisible()
      await office.getByRole('link', { name: 'Trả lại để bổ sung' }).click()
      await office.getByLabel('Hạn bổ sung (hết ngày)').fill(nextWeek())
      await office.getByLabel('Lý do: Quy mô, sản lượng một năm').fill('Ghi rõ sản lượng năm 2025.')
      await office.getByRole('button', { name: 'Trả lại hồ sơ' }).click()
      await expect(office.getByText('Đã trả lại hồ sơ và báo cho chủ thể.')).toBeVisible()
      await office.close()

      await page.goto(dossier)
      await expect(page.getByRole('heading', { name: 'Xã yêu cầu bổ sung' })).toBeVisible()
      await expect(page.getByText('Ghi rõ sản lượng năm 2025.')).toBeVisible()
      await page.getByRole('link', { name: 'Quy mô, sản lượng một năm' }).click()
      await page.getByLabel('Quy mô, sản lượng một năm').fill('Năm 2025: 2,1 tấn chè khô.')
      await page.getByRole('button', { name: 'Lưu' }).click()
      await page.goto(`${dossier}/nop`)
      await page.getByRole('button', { name: 'Nộp lại' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nộp hồ sơ')
    })
  })
})
