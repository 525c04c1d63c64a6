import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { operator } from './operator-api.ts'
import { signInProducer } from './producer.ts'

const HOMESTAY = 'homestay-nam-dip'
/** Its producer's account. */
const HOST = 2

/** The calendar day so many days from today, at +07. */
function day(ahead: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)
}

/** Nothing for axe to find, and nothing to scroll sideways to. */
async function expectWhole(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(wide).toBeLessThanOrEqual(seen)
}

async function fillQuestion(page: Page, name: string, from: number): Promise<void> {
  await page.getByLabel('Ngày đến').fill(day(from))
  await page.getByLabel('Ngày về').fill(day(from + 2))
  await page.getByLabel('Người lớn').fill('3')
  await page.getByLabel('Trẻ em').fill('1')
  await page.getByLabel('Tên của bạn').fill(name)
  await page.getByLabel('Điện thoại').fill('0912 345 678')
  await page.getByLabel('Lời nhắn cho chủ nhà').fill('Nhà tôi có một cụ 80 tuổi.')
  await page.getByRole('checkbox', { name: /^Tôi đồng ý để Sao Làng chuyển tên/ }).check()
}

/** Sends a question and ends on its page; the form takes nothing from programs, which are quicker than people. */
async function sendQuestion(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
    await expect(page).toHaveURL(/\/hoi-dat\/stay_[^/]+\?t=/, { timeout: 2_000 })
  }).toPass()
}

// Colours change at once, not over a transition; a phone's width throughout.
test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 360, height: 740 } })

test('a buyer asks a homestay, its host offers, and the buyer accepts', async ({ browser, page }) => {
  test.setTimeout(240_000)
  const name = `Chị Hoa ${Date.now().toString(36)}`
  const main = page.getByRole('main')
  // Each run asks for days of its own.
  const from = 20 + Math.floor(Math.random() * 300)

  await page.goto(`/san-pham/${HOMESTAY}`)
  await expectWhole(page)
  await expect(page.getByRole('button', { name: 'Thêm vào giỏ' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Hỏi đặt chỗ' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hỏi đặt chỗ: Homestay Nặm Đíp' })).toBeVisible()
  await expect(main).toContainText('Sao Làng không thu tiền cọc, không giữ tiền')
  await expectWhole(page)

  await fillQuestion(page, name, from)
  await page.getByLabel('Ngày về').fill(day(from - 1))
  await page.getByLabel('Điện thoại').fill('')
  await expect(async () => {
    await page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
    await expect(page.getByRole('alert')).toContainText('Hãy ghi điện thoại hoặc thư điện tử', { timeout: 2_000 })
  }).toPass()
  await expect(page.getByLabel('Tên của bạn')).toHaveValue(name)
  await page.getByLabel('Điện thoại').fill('0912 345 678')
  await page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  await expect(page.getByRole('alert')).toContainText('Ngày cuối phải bằng hoặc sau ngày đầu.')
  await expectWhole(page)
  await page.getByLabel('Ngày về').fill(day(from + 2))
  await sendQuestion(page)
  await expect(main).toContainText('Đã gửi câu hỏi cho chủ nhà.')
  await expect(main).toContainText('3 người lớn, 1 trẻ em')
  await expectWhole(page)
  const question = page.url().replace('&xong=gui', '')

  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 360, height: 740 } })
  const host = await context.newPage()
  await signInProducer(host, HOST)
  await host.goto('/chu-the')
  await expect(host.getByRole('main')).toContainText('lượt hỏi đặt chỗ chờ bạn trả lời')
  await host.getByRole('link', { name: 'Đặt chỗ', exact: true }).click()
  await expectWhole(host)
  const mine = host.getByRole('listitem').filter({ hasText: name })
  await mine.getByRole('link').click()
  const desk = host.getByRole('main')
  await expect(desk).toContainText('Nhà tôi có một cụ 80 tuổi.')
  await expect(desk).toContainText('0912345678')
  await expectWhole(host)
  await host.getByLabel('Giá cho cả đoàn, cả chuyến (đồng)').fill('một triệu')
  await host.getByLabel('Giá đã gồm').fill('2 đêm phòng riêng, 3 bữa cơm.')
  await host.getByLabel('Khách nhận lời đến hết ngày').fill(day(5))
  await host.getByRole('button', { name: 'Gửi báo giá' }).click()
  await expect(desk).toContainText('Hãy ghi giá bằng số nguyên đồng')
  await expect(host.getByLabel('Giá đã gồm')).toHaveValue('2 đêm phòng riêng, 3 bữa cơm.')
  await host.getByLabel('Giá cho cả đoàn, cả chuyến (đồng)').fill('1.200.000')
  await host.getByRole('button', { name: 'Gửi báo giá' }).click()
  await expect(desk).toContainText('Đã gửi báo giá cho khách.')
  await expectWhole(host)

  await page.goto(question)
  await expect(main).toContainText('Chủ nhà đã báo giá')
  await expect(main).toContainText('1.200.000')
  await expect(main).toContainText('Sao Làng không thu và không giữ tiền')
  await expectWhole(page)
  await page.getByRole('button', { name: 'Nhận lời, giữ chỗ cho tôi' }).click()
  await expect(main).toContainText('Bạn đã nhận lời. Chủ nhà giữ chỗ cho bạn.')
  await expectWhole(page)

  await host.goto('/chu-the/dat-cho?xem=coming')
  await expect(host.getByRole('listitem').filter({ hasText: name })).toContainText('Khách đã nhận lời')
  await host.getByRole('link', { name: 'Lịch đón khách' }).click()
  await host.getByRole('link', { name: 'Homestay Nặm Đíp' }).click()
  await expectWhole(host)
  await host.getByLabel('Từ ngày').fill(day(from + 5))
  await host.getByLabel('Đến hết ngày').fill(day(from + 5))
  await host.getByRole('button', { name: 'Ghi lịch' }).click()
  await expect(desk).toContainText('Đã ghi lịch.')
  await expect(desk).toContainText('Đóng')
  await expectWhole(host)

  // A closed day is not to be had.
  await page.goto(`/san-pham/${HOMESTAY}/hoi-dat`)
  await fillQuestion(page, name, from + 4)
  await expect(async () => {
    await page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
    await expect(page.getByRole('alert')).toContainText('Chủ nhà không nhận thêm khách', { timeout: 2_000 })
  }).toPass()
  await host.getByLabel('Từ ngày').fill(day(from + 5))
  await host.getByLabel('Đến hết ngày').fill(day(from + 5))
  await host.getByLabel('Những ngày này').selectOption({ label: 'Trở lại như ngày thường' })
  await host.getByRole('button', { name: 'Ghi lịch' }).click()
  await expect(desk).toContainText('Đã ghi lịch.')

  const { stays } = await operator<{ stays: object[] }>('/admin/stays?state=accepted&limit=50')
  expect(stays).toContainEqual(expect.objectContaining({ product: 'Homestay Nặm Đíp', price: 1_200_000, name: null }))

  await page.goto(question)
  await page.getByText('Tôi không đi được nữa').click()
  await page.getByRole('button', { name: 'Đúng, rút lại' }).click()
  await expect(main).toContainText('Đã rút. Chủ nhà được báo tin.')
  await expectWhole(page)
  await page.goto(question.replace(/t=.{8}/, 't=sai'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đường dẫn này không mở được câu hỏi')
  await context.close()
})

test('a question can be sent, and taken back, without scripts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(`/san-pham/${HOMESTAY}`)
  await page.getByRole('link', { name: 'Hỏi đặt chỗ' }).click()
  await fillQuestion(page, 'Anh Nam', 10)
  await sendQuestion(page)
  await page.getByText('Rút câu hỏi').click()
  await page.getByRole('button', { name: 'Đúng, rút lại' }).click()
  await expect(page.getByRole('main')).toContainText('Đã rút. Chủ nhà được báo tin.')
  await context.close()
})
