import { randomInt } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { signInOperator } from './operator.ts'
import { PHOTO } from './photo.ts'
import { beginApplication, freshName } from './producer.ts'

const PASSWORD = 'một câu ngắn dễ nhớ'

const address = (who: string) => `${who}-${Date.now().toString(36)}${randomInt(1000)}@example.com`

/** A personal number as a head of household has one: Đồng Tháp, born in 1985. */
const personalNumber = () => `082085${randomInt(1_000_000).toString().padStart(6, '0')}`

/** Chooses in a list of Medusa Admin. */
async function choose(page: Page, list: string, choice: string): Promise<void> {
  await page.getByRole('main').getByRole('combobox', { name: list }).click()
  await page.getByRole('option', { name: choice, exact: true }).click()
}

/** From an invitation's page to the desk of the producer. */
async function makeAccount(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.getByLabel('Họ tên của bạn').fill(name)
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu').fill('ngắn quá')
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await expect(page.getByRole('main')).toContainText('Mật khẩu phải từ 12 ký tự.')
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await expect(page.getByText('Đã tạo tài khoản. Hãy đăng nhập.')).toBeVisible()
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/chu-the$/)
}

test('a stranger applies, mends what the operator asks for, is taken in, signs in and invites a member', async ({
  browser,
  page,
}) => {
  test.slow()
  const business = freshName('Hộ làm bánh phồng')
  const owner = { name: 'Lê Thị Sáu', email: address('chu') }

  await page.goto('/ban-hang')
  await page.getByRole('link', { name: 'Đăng ký bán hàng' }).first().click()
  await beginApplication(page, business)
  await page.getByLabel('Loại giấy').selectOption({ label: 'Giấy đăng ký kinh doanh, hợp tác xã' })
  await page.getByLabel('Ảnh hoặc PDF').setInputFiles(PHOTO)
  await page.getByRole('button', { name: 'Thêm giấy tờ' }).click()
  await expect(page.getByText('Đã thêm giấy tờ.')).toBeVisible()

  await page.getByRole('button', { name: 'Nộp đơn' }).click()
  await expect(page.getByText(/Có \d+ mục cần xem lại/)).toBeInViewport()
  await expect(page.getByRole('main')).toContainText('Mã số thuế: chưa có')

  await page.getByLabel('Loại hình').selectOption({ label: 'Hợp tác xã' })
  await page.getByLabel('Mã số thuế').fill(personalNumber())
  await page.getByLabel('Bạn định bán gì?').fill('Bánh phồng tôm, mỗi tháng chừng hai trăm gói')
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Đồng Tháp' })
  const commune = page.getByLabel('Xã, phường, đặc khu')
  await expect(commune.locator('option').nth(1)).toBeAttached()
  await commune.selectOption({ index: 1 })
  await page.getByLabel('Số nhà, thôn, ấp').fill('12 ấp Mỹ Phú')
  await page.getByLabel('Họ tên người đại diện').fill(owner.name)
  await page.getByLabel('Điện thoại').fill('0912 345 678')
  await page.getByLabel('Thư điện tử').fill(owner.email)
  await page.getByLabel('Ngân hàng', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Số tài khoản').fill('0071000123456')
  await page.getByLabel('Tên chủ tài khoản').fill('LE THI SAU')
  await page.getByLabel(/Tôi đồng ý với điều khoản bán hàng/).check()
  await page.getByLabel(/Tôi đồng ý để Sao Làng/).check()
  await page.getByRole('button', { name: 'Nộp đơn' }).click()
  await expect(page.getByRole('main')).toContainText('loại hình này dùng mã số thuế 10 số')
  await expect(page.getByLabel('Số nhà, thôn, ấp')).toHaveValue('12 ấp Mỹ Phú')
  await page.getByLabel('Loại hình').selectOption({ label: 'Hộ kinh doanh' })
  await page.getByRole('button', { name: 'Nộp đơn' }).click()
  await expect(page.getByRole('main')).toContainText('Đang chờ duyệt')
  await expect(page.getByText('Đã nộp đơn.')).toBeInViewport()
  const application = page.url()

  const desk = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  await signInOperator(desk)
  await desk.getByRole('link', { name: 'Đơn đăng ký bán', exact: true }).click()
  const entry = desk.getByRole('listitem', { name: business })
  await entry.getByRole('button', { name: 'Xem đơn' }).click()
  await expect(entry).toContainText('LE THI SAU')
  await expect(entry).toContainText('••••3456')
  await expect(entry).not.toContainText('0071000123456')
  await choose(desk, 'Quyết định', 'Trả lại để bổ sung')
  await entry.getByLabel('Cần sửa thế nào').fill('Ảnh giấy đăng ký bị mờ, hãy chụp lại')
  await entry.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await expect(desk.getByText('Đã trả lại', { exact: true }).first()).toBeVisible()
  await expect(entry).toBeHidden()

  await page.goto(application)
  await expect(page.getByRole('main')).toContainText('Cần bổ sung')
  await expect(page.getByRole('main')).toContainText('Ảnh giấy đăng ký bị mờ, hãy chụp lại')
  await page.getByRole('button', { name: /^Bỏ: Giấy đăng ký kinh doanh/ }).click()
  await expect(page.getByText('Đã bỏ giấy tờ.')).toBeVisible()
  await page.getByLabel('Ảnh hoặc PDF').setInputFiles(PHOTO)
  await page.getByRole('button', { name: 'Thêm giấy tờ' }).click()
  await expect(page.getByText('Đã thêm giấy tờ.')).toBeVisible()
  await page.getByRole('button', { name: 'Nộp lại' }).click()
  await expect(page.getByRole('main')).toContainText('Đang chờ duyệt')

  await desk.reload()
  await entry.getByRole('button', { name: 'Xem đơn' }).click()
  await entry.getByLabel('Đã đối chiếu số và tên chủ tài khoản với giấy tờ').check()
  await entry.getByRole('button', { name: 'Duyệt và mời chủ cơ sở' }).click()
  await expect(entry).toBeHidden()
  await desk.context().close()

  await page.goto(application)
  await expect(page.getByRole('main')).toContainText('Đã duyệt')
  await page.getByRole('link', { name: 'Đặt mật khẩu' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Lời mời của ${business}` })).toBeVisible()
  await makeAccount(page, owner)
  await page.goto('/chu-the/tai-khoan')
  await expect(page.getByRole('main')).toContainText('số kết thúc bằng 3456')
  await expect(page.getByRole('main')).toContainText('Đã xác nhận')

  const packer = { name: 'Nguyễn Văn Bảy', email: address('goi') }
  await page.goto('/chu-the/thanh-vien')
  await page.getByLabel('Họ tên').fill(packer.name)
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(packer.email)
  await page.getByLabel('Vai trò', { exact: true }).selectOption({ label: 'Đóng gói' })
  await page.getByRole('button', { name: 'Tạo lời mời' }).click()
  const link = /http\S+\/loi-moi\/\S+/.exec(await page.getByRole('main').innerText())?.[0] ?? ''

  const theirs = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  await theirs.goto(link)
  await expect(theirs.getByRole('main')).toContainText('với vai trò Đóng gói')
  await makeAccount(theirs, packer)
  await theirs.goto('/chu-the/thanh-vien')
  await expect(theirs.getByRole('main')).toContainText('Chỉ chủ cơ sở mời người và đổi vai trò.')
  await expect(theirs.getByRole('button', { name: 'Tạo lời mời' })).toHaveCount(0)
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Lời mời không còn dùng được')
  await theirs.context().close()

  await page.goto('/chu-the/thanh-vien')
  await expect(page.getByRole('listitem').filter({ hasText: packer.email })).toContainText('Đóng gói')
})
