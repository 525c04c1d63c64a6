import { expect, test } from '@playwright/test'
import { PHOTO } from './photo.ts'
import { freshName, signInProducer } from './producer.ts'

const DAY = 86_400_000
/** The calendar day at +07 so many days from now, as date fields take it. */
const dayIn = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * DAY).toISOString().slice(0, 10)
const page1 = { ...PHOTO, name: 'trang-1.png' }
const page2 = { ...PHOTO, name: 'trang-2.png' }

test.describe('a producer with a phone', () => {
  test.use({ viewport: { width: 360, height: 780 }, serviceWorkers: 'block' })

  test('puts a paper into the store from two photos, sees when it ends, and replaces it', async ({ page }) => {
    await signInProducer(page)
    await page.goto('/chu-the/ho-so/giay-to')
    await expect(page.getByRole('heading', { level: 1, name: 'Giấy tờ' })).toBeVisible()
    await page.getByRole('link', { name: 'Thêm giấy' }).click()

    const number = freshName('ATTP')
    await page.getByLabel('Loại giấy', { exact: true }).selectOption({ label: 'An toàn thực phẩm' })
    await page.getByLabel('Số giấy').fill(number)
    await page.getByLabel('Có giá trị đến hết ngày').fill(dayIn(20))
    await page.getByLabel('Chụp trang 1').setInputFiles(page1)
    await page.getByText('Chụp thêm trang').click()
    await page.getByLabel('Chụp trang 2').setInputFiles(page2)
    await page.getByRole('button', { name: 'Lưu vào kho' }).click()

    await expect(page.getByText('Đã lưu vào kho.')).toBeVisible()
    await expect(page.getByText(/PDF, 2 trang/)).toBeVisible()
    await expect(page.getByText(/Hết hạn sau 20 ngày/)).toBeVisible()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Tải tệp PDF' }).click()
    expect((await coming).suggestedFilename()).toMatch(/^food_safety-.*\.pdf$/)

    await page.getByRole('link', { name: 'Thay bằng bản mới' }).click()
    await page.getByLabel('Có giá trị đến hết ngày').fill(dayIn(500))
    await page.getByRole('button', { name: 'Lưu bản mới' }).click()
    await expect(page.getByText('Đã lưu bản mới.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Bản 1' })).toBeVisible()
    await expect(page.getByText(/Còn hạn đến/).first()).toBeVisible()

    await page.getByText('Rút khỏi kho', { exact: true }).first().click()
    await page.getByRole('button', { name: 'Rút khỏi kho' }).click()
    await expect(page.getByText('Đã rút giấy khỏi kho.')).toBeVisible()
    await page.getByRole('button', { name: 'Đưa lại vào kho' }).click()
    await expect(page.getByText('Giấy đã trở lại kho.')).toBeVisible()
  })

  test('is told by name which file is no paper, and keeps what was typed', async ({ page }) => {
    await signInProducer(page)
    await page.goto('/chu-the/ho-so/giay-to/them')
    await page.getByLabel('Loại giấy', { exact: true }).selectOption({ label: 'Tăng trưởng' })
    await page.getByLabel('Số giấy').fill('BC-2026')
    const program = { name: 'bao-cao.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ program') }
    await page.getByLabel('Hoặc chọn ảnh đã chụp').setInputFiles(program)
    await page.getByRole('button', { name: 'Lưu vào kho' }).click()
    await expect(page.getByRole('alert')).toContainText('bao-cao.pdf: Chỉ nhận ảnh')
    await expect(page.getByLabel('Số giấy')).toHaveValue('BC-2026')
  })

  test('sees what is kept about its representative only when it asks', async ({ page }) => {
    await signInProducer(page)
    await page.goto('/chu-the/ho-so/nguoi-dai-dien')
    await page.getByLabel('Dân tộc', { exact: false }).fill('Tày')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(page.getByText('Đã lưu, đã mã hóa.')).toBeVisible()
    await expect(page.getByText('Tày', { exact: true })).toHaveCount(0)
    await page.getByRole('button', { name: 'Hiện Dân tộc' }).click()
    await expect(page.getByText('Tày', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Xóa Dân tộc' }).click()
    await expect(page.getByText('Đã xóa hẳn.')).toBeVisible()
  })
})
