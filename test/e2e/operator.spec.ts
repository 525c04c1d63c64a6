import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { openAlert, openPage, signInOperator } from './operator.ts'
import { readRun } from './run.ts'

const { sampleCodes } = readRun()

test('the operator settles a buyer’s report and a sign of copying', async ({ page }) => {
  const message = `Gói bị hở, mua ở chợ ${randomUUID()}`
  await page.goto(`/q/${sampleCodes.genuine}`)
  await page.getByRole('link', { name: 'Báo vấn đề' }).click()
  await page.getByLabel('Bạn gặp vấn đề gì?').selectOption({ label: 'Chất lượng hoặc an toàn' })
  await page.getByLabel('Điều bạn thấy').fill(message)
  // Whoever sends within three seconds is told to look again; the same form then passes.
  await expect(async () => {
    await page.getByRole('button', { name: 'Gửi phản ánh' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nhận phản ánh của bạn', { timeout: 500 })
  }).toPass()
  const size = await openAlert(sampleCodes.genuine)
  await signInOperator(page)
  const entries = page.getByRole('main').getByRole('listitem')

  await test.step('a report goes with a note, and can be opened again', async () => {
    await openPage(page, 'Báo vấn đề')
    const report = entries.filter({ hasText: message })
    await expect(report.getByRole('heading', { name: 'Chất lượng hoặc an toàn' })).toBeVisible()
    await expect(report.getByRole('link', { name: sampleCodes.genuine })).toBeVisible()
    await report.getByLabel('Ghi chú cho đồng nghiệp').fill('Đã gọi cho chủ thể')
    await report.getByRole('button', { name: 'Đánh dấu đã xử lý' }).click()
    await expect(report).toHaveCount(0)
    await page.getByRole('button', { name: 'Đã xử lý', exact: true }).click()
    await expect(report).toContainText('Đã gọi cho chủ thể')
    await report.getByRole('button', { name: 'Mở lại' }).click()
    await expect(report).toHaveCount(0)
    await page.getByRole('button', { name: 'Chưa xử lý', exact: true }).click()
    await expect(report.getByLabel('Ghi chú cho đồng nghiệp')).toHaveValue('Đã gọi cho chủ thể')
  })

  await test.step('a sign of copying tells its reasons, and is dismissed with one', async () => {
    await openPage(page, 'Dấu hiệu sao chép')
    const alert = entries.filter({ hasText: `tem số ${size}` })
    await expect(alert).toContainText('Được kiểm tra ở hai tỉnh xa nhau trong khoảng thời gian không đủ để di chuyển.')
    await expect(alert).toContainText('Đồng Tháp: 9 lượt')
    await expect(alert).toContainText('03:00 ngày 10/11/2026')
    await alert.getByRole('button', { name: 'Kết luận cảnh báo' }).click()
    await alert.getByRole('radio', { name: 'Không phải sao chép' }).click()
    await alert.getByRole('button', { name: 'Lưu kết luận' }).click()
    await expect(alert.getByRole('alert')).toHaveText('Hãy ghi lý do, để sau này ai xem lại cũng hiểu.')
    await alert.getByLabel('Lý do').fill('Tem in thử của chủ thể')
    await alert.getByRole('button', { name: 'Lưu kết luận' }).click()
    await expect(alert).toHaveCount(0)
    await page.getByRole('button', { name: 'Đã đóng', exact: true }).click()
    await expect(alert.first()).toContainText('Tem in thử của chủ thể')
  })
})

test('the operator enters a promotion centre, stops it with a reason and lets it go on', async ({ page }) => {
  const name = `Trung tâm thử ${randomUUID().slice(0, 8)}`
  await signInOperator(page)
  await openPage(page, 'Trung tâm xúc tiến')
  await expect(page.getByRole('listitem').filter({ hasText: 'Bán tại quầy 30 ngày qua' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Thêm trung tâm' }).click()
  const form = page.getByRole('form', { name: 'Thêm trung tâm' })
  await form.getByLabel('Tên trung tâm').fill(name)
  await form.getByLabel('Đơn vị chủ quản').fill('Sở Công Thương')
  await form.getByRole('button', { name: 'Thêm trung tâm' }).click()
  await expect(form.getByRole('alert')).toHaveText('Hãy chọn tỉnh.')
  await form.getByLabel('Tỉnh').click()
  await page.getByRole('option', { name: 'Đồng Tháp' }).click()
  await form.getByRole('button', { name: 'Thêm trung tâm' }).click()
  const entry = page.getByRole('listitem').filter({ hasText: name })
  await entry.getByRole('button', { name: 'Tạm ngừng…' }).click()
  await entry.getByLabel(/^Lý do/).fill('Chưa nộp lại giấy phép hoạt động.')
  await entry.getByRole('button', { name: 'Tạm ngừng', exact: true }).click()
  await expect(entry.getByRole('button', { name: 'Cho hoạt động lại…' })).toBeVisible()
  await entry.getByRole('button', { name: 'Cho hoạt động lại…' }).click()
  await entry.getByLabel(/^Lý do/).fill('Đã nộp đủ giấy phép.')
  await entry.getByRole('button', { name: 'Cho hoạt động lại', exact: true }).click()
  await expect(entry.getByRole('button', { name: 'Tạm ngừng…' })).toBeVisible()
})
