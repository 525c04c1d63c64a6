import { AxeBuilder } from '@axe-core/playwright'
import { devices, expect, type Page, type Request, test } from '@playwright/test'
import { PHOTO } from './photo.ts'
import { freshName, harvest, keptForTheField, keptHere, saveEntry, signInProducer } from './producer.ts'

const PHONE = { ...devices['Pixel 5'], viewport: { width: 360, height: 740 } }
const { defaultBrowserType: _, ...phone } = PHONE

test.use(phone)

test.describe('signing in', () => {
  test('a page of the desk asks for it and leads back; signing out closes it', async ({ page, context }) => {
    await page.goto('/chu-the/so-sach')
    await expect(page).toHaveURL(/dang-nhap\?ve=/)
    await page.getByLabel('Thư điện tử').fill('khong-ai@saolang.example')
    await page.getByLabel('Mật khẩu').fill('sai mật khẩu')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await expect(page.getByRole('alert')).toHaveText('Thư điện tử hoặc mật khẩu không đúng. Xem lại rồi thử lần nữa.')
    await expect(page.getByLabel('Thư điện tử')).toHaveValue('khong-ai@saolang.example')

    // Who is at work makes no code look copied: the mark goes with every page, also with scans.
    const marked = async () =>
      (await context.cookies(new URL('/q/x', page.url()).href)).some(({ name }) => name === 'sl-work')
    await signInProducer(page)
    expect(await marked()).toBe(true)
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await expect(page.getByText('Bạn đã đăng xuất.')).toBeVisible()
    expect(await marked()).toBe(false)
    await page.goto('/chu-the/lo')
    await expect(page).toHaveURL(/\/chu-the\/dang-nhap/)
  })
})

test.describe('the lot book', () => {
  test('a step is written down in three taps from the page of a lot', async ({ page }) => {
    await signInProducer(page)
    const name = freshName('Sen tươi')
    await harvest(page, name, '40')
    await page.getByRole('link', { name: 'Sấy', exact: true }).click()
    await page.getByLabel('Được bao nhiêu').click()
    await page.keyboard.type('12,5')
    await saveEntry(page).click()
    await expect(page.getByRole('heading', { level: 1, name: `${name}, sấy` })).toBeVisible()
    await expect(page.getByRole('status')).toContainText('Đã lưu vào sổ.')
    await expect(page.getByText('thu được 31 %, hao 69 %')).toBeVisible()
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByText('Đã hết')).toBeVisible()
  })

  test('what the book refuses is said beside the field, and nothing typed is lost', async ({ page }) => {
    await signInProducer(page)
    const name = freshName('Mít tươi')
    await harvest(page, name, '10')
    await page.getByRole('link', { name: 'Sấy', exact: true }).click()
    await page.getByLabel('Được bao nhiêu').fill('25')
    await saveEntry(page).click()
    await expect(page.getByRole('alert')).toContainText('Thu được 25 kg, nhiều hơn 10 kg đã bỏ vào.')
    await expect(page.getByLabel('Được bao nhiêu')).toHaveValue('25')
    await page.getByLabel('Được bao nhiêu').fill('2,5')
    await saveEntry(page).click()
    await expect(page.getByRole('heading', { level: 1, name: `${name}, sấy` })).toBeVisible()
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a harvest with a photo and a drying are posted as forms', async ({ page }) => {
    await signInProducer(page)
    const name = freshName('Sen không kịch bản')
    await page.getByRole('link', { name: 'Thu hoạch lô mới' }).click()
    await page.getByLabel('Tên hàng').fill(name)
    await page.getByLabel('Được bao nhiêu').fill('không rõ')
    await page.getByText('Giờ, mã lô, ghi chú, ảnh').click()
    await page.getByLabel('Chụp ảnh').setInputFiles(PHOTO)
    await saveEntry(page).click()
    await expect(page.getByRole('alert')).toContainText('Ghi số lớn hơn 0')
    await expect(page.getByLabel('Tên hàng')).toHaveValue(name)
    await page.getByLabel('Được bao nhiêu').fill('8')
    await page.getByText('Giờ, mã lô, ghi chú, ảnh').click()
    await page.getByLabel('Chụp ảnh').setInputFiles(PHOTO)
    await saveEntry(page).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Ảnh Thu hoạch' })).toBeVisible()
    await page.getByRole('link', { name: 'Sấy', exact: true }).click()
    await saveEntry(page).click()
    await expect(page.getByText('Chưa cân đủ nên chưa tính được hao hụt.')).toBeVisible()
  })
})

test.describe('in the field', () => {
  test('what the book refuses later can be mended or thrown away', async ({ page, context }) => {
    await signInProducer(page)
    await keptForTheField(page)
    const name = freshName('Sen cân nhầm')
    await harvest(page, name, '10')
    const lot = page.url()
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.match('/chu-the/ghi'))?.text()) ?? ''), {
        timeout: 20_000,
      })
      .toContain(name)
    await context.setOffline(true)
    for (const amount of ['50', '60']) {
      await page.goto(lot)
      await page.getByRole('link', { name: 'Sấy', exact: true }).click()
      await expect(keptHere(page)).toBeVisible()
      await page.getByLabel('Được bao nhiêu').fill(amount)
      await saveEntry(page).click()
      await expect(page).toHaveURL(/\/chu-the\/lo$/)
    }
    await context.setOffline(false)
    await expect(page.getByText('Sổ không nhận')).toHaveCount(2, { timeout: 20_000 })
    await page.getByRole('link', { name: 'Sửa' }).first().click()
    await expect(page.getByLabel('Được bao nhiêu')).toHaveValue('50')
    await page.getByLabel('Được bao nhiêu').fill('5')
    await saveEntry(page).click()
    await expect(page.getByRole('heading', { level: 1, name: `${name}, sấy` })).toBeVisible()
    await page.goto('/chu-the/lo')
    page.on('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Bỏ' }).click()
    await expect(page.getByText('Sổ không nhận')).toHaveCount(0)
  })
})

test.describe('while another sending is under way', () => {
  for (const sender of ['this page as it opened', 'another tab']) {
    test(`an entry that ${sender} takes along is saved, and its lot is shown`, async ({ page, context }) => {
      await signInProducer(page)
      const other = await context.newPage()
      await other.goto('/chu-the/lo')
      await other.waitForLoadState('networkidle')
      await other.evaluate(() => {
        void navigator.locks.request(
          'sao-lang-so-lo',
          () => new Promise((resolve) => Object.assign(window, { resolve })),
        )
      })
      if (sender === 'another tab') await other.evaluate(() => window.dispatchEvent(new Event('online')))
      const queued = () => other.evaluate(async () => (await navigator.locks.query()).pending?.length)
      await expect.poll(queued).toBe(sender === 'another tab' ? 1 : 0)

      const name = freshName('Sen hai thẻ')
      await page.getByRole('link', { name: 'Thu hoạch lô mới' }).click()
      await expect.poll(queued).toBe(sender === 'another tab' ? 2 : 1)
      await page.getByLabel('Tên hàng').fill(name)
      await page.getByLabel('Được bao nhiêu').fill('6')
      await saveEntry(page).click()
      await expect.poll(() => entriesOnPhone(other)).toBe(1)
      await other.evaluate(() => (window as unknown as { resolve(): void }).resolve())
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(page.getByRole('status')).toContainText('Đã lưu vào sổ.')
    })
  }
})

test.describe('looking after the book', () => {
  test('an entry is corrected and the book is printed', async ({ page }) => {
    await signInProducer(page)
    const name = freshName('Sen cần sửa')
    await harvest(page, name, '30')
    await page.getByRole('link', { name: 'Sửa dòng Thu hoạch' }).click()
    await expect(page.getByLabel('Được bao nhiêu')).toHaveValue('30')
    await page.getByLabel('Được bao nhiêu').fill('33')
    await page.getByLabel(/^Lý do sửa/).fill('Đọc nhầm cân, thiếu một bao')
    await page.getByRole('button', { name: 'Lưu bản sửa' }).click()
    await expect(page.getByText('Còn 33 kg')).toBeVisible()

    const struck = page.getByRole('listitem').filter({ hasText: 'Đã gạch' })
    await expect(struck.getByRole('deletion')).toContainText(/Thu hoạch\s*30\skg/)
    await expect(struck).toContainText('Lý do: Đọc nhầm cân, thiếu một bao')
    await expect(struck).toContainText(/Gạch ngày \d\d\/\d\d\/\d{4}, \d\d:\d\d · Người gạch: \S+/)
    await struck.getByRole('link', { name: /^Thu hoạch 33\skg/ }).click()
    await expect(page).toHaveURL(/#buoc-/)
    await page.emulateMedia({ media: 'print' })
    await expect(struck.getByRole('deletion')).toBeVisible()
    await expect(struck.getByText('Lý do: Đọc nhầm cân, thiếu một bao')).toBeVisible()
    await page.emulateMedia({ media: 'screen' })

    await page.goto('/chu-the/so-sach')
    for (const [button, kind] of [
      ['Tải PDF để in', 'pdf'],
      ['Tải Excel', 'xlsx'],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      expect((await download).suggestedFilename()).toMatch(new RegExp(`^so-lo-.*\\.${kind}$`))
    }
    await page.getByLabel('Từ ngày').fill('2020-01-01')
    await page.getByRole('button', { name: 'Tải PDF để in' }).click()
    await expect(page.getByRole('alert')).toContainText('nhiều nhất 366 ngày')
  })

  test('an entry that others rest on is corrected only with a reason', async ({ page }) => {
    await signInProducer(page)
    const name = freshName('Sen đã khóa')
    await harvest(page, name, '30')
    const lot = page.url()
    await page.getByRole('link', { name: 'Sấy', exact: true }).click()
    await page.getByLabel('Được bao nhiêu').fill('9')
    await saveEntry(page).click()
    await expect(page.getByRole('heading', { level: 1, name: `${name}, sấy` })).toBeVisible()
    await page.goto(lot)
    await expect(page.getByText('Đã khóa: có bước sau dựa vào.')).toBeVisible()
    await page.getByRole('link', { name: 'Sửa dòng Thu hoạch' }).click()
    await page.getByLabel('Được bao nhiêu').fill('28')
    await page.getByRole('button', { name: 'Lưu bản sửa' }).click()
    await expect(page.getByRole('alert')).toContainText('Nêu lý do, ít nhất 10 ký tự.')
    await expect(page.getByLabel('Được bao nhiêu')).toHaveValue('28')
  })

  test('a lot is recalled with reason and advice, and the recall is lifted', async ({ page }) => {
    await signInProducer(page)
    const name = freshName('Sen thu hồi')
    await harvest(page, name, '7')
    const lot = page.url()
    await page.getByRole('link', { name: 'Thu hồi lô này' }).click()
    await page.getByLabel('Lý do').fill('Phát hiện mốc')
    await page.getByRole('button', { name: 'Thu hồi ngay' }).click()
    await expect(page.getByRole('alert')).toContainText('Ghi người mua nên làm gì.')
    await page.getByLabel('Người mua nên làm gì').fill('Ngừng dùng và gọi cho chúng tôi')
    await page.getByRole('button', { name: 'Thu hồi ngay' }).click()
    await expect(page.getByText('Đã thu hồi: 1 lô, 0 đợt tem, 0 đơn hàng được đánh dấu.')).toBeVisible()
    await page.goto(lot)
    await expect(page.getByText('Lô này đang thu hồi')).toBeVisible()
    await page.getByRole('link', { name: 'Các lần thu hồi' }).click()
    const recall = page.getByRole('listitem').filter({ hasText: 'Phát hiện mốc' }).first()
    await recall.getByText('Gỡ thu hồi').first().click()
    await recall.getByLabel('Vì sao gỡ').fill('Mẫu kiểm nghiệm lại đạt')
    await recall.getByRole('button', { name: 'Gỡ thu hồi' }).click()
    await expect(page.getByText('Đã gỡ thu hồi.')).toBeVisible()
  })

  test('a source area is added, and a harvest comes from it', async ({ page }) => {
    await signInProducer(page)
    const name = freshName('Ruộng')
    await page.getByRole('navigation', { name: 'Việc của chủ thể' }).getByRole('link', { name: 'Vùng' }).click()
    await page.getByRole('link', { name: 'Thêm vùng' }).click()
    await page.getByLabel('Tên vùng').fill(name)
    await page.getByLabel(/Diện tích/).fill('hai')
    await page.getByRole('button', { name: 'Lưu vùng' }).click()
    await expect(page.getByRole('alert')).toContainText('Diện tích là số, ví dụ 2,5.')
    await page.getByLabel(/Diện tích/).fill('2,5')
    await page.getByRole('button', { name: 'Lưu vùng' }).click()
    await expect(page.getByText('Đã lưu vùng.')).toBeVisible()
    await page
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByRole('link', { name: 'Thu hoạch từ vùng này' })
      .click()
    await expect(page.getByLabel('Vùng nguyên liệu').locator('option:checked')).toHaveText(name)
  })
})

test('pages of the desk are accessible and fit 320 px, light and dark', async ({ page }) => {
  test.slow()
  await signInProducer(page)
  await page.goto('/chu-the/lo?xem=open')
  const lot = (await page.locator('.lot-card a').first().getAttribute('href')) ?? ''
  const ref = decodeURIComponent(lot.split('/').at(-1) ?? '')
  const found: string[] = []
  for (const path of [
    '/chu-the/lo',
    lot,
    `/chu-the/ghi?${new URLSearchParams({ buoc: 'packing', lo: ref })}`,
    `/chu-the/ghi?${new URLSearchParams({ buoc: 'shipping', lo: ref })}`,
    '/chu-the/vung',
    '/chu-the/vung/moi',
    `${lot}/thu-hoi`,
    '/chu-the/thu-hoi',
    '/chu-the/so-sach',
  ]) {
    await page.goto(path)
    for (const [width, colorScheme] of [
      [320, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      found.push(
        ...violations.map(({ id, nodes }) => `${path} ${width} ${id}: ${nodes.map((n) => n.target).join(' | ')}`),
      )
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
        found.push(`${path} ${width}: wide`)
    }
  }
  expect(found).toEqual([])
})

test.describe('on a weak signal', () => {
  // Requests that pass a worker are out of the test's reach.
  test.use({ serviceWorkers: 'block' })

  test('an answer lost after the book stored the entry doubles nothing', async ({ page, context }) => {
    await signInProducer(page)
    let lost = 0
    const isSending = (request: Request) => request.method() === 'POST' && request.url().endsWith('/chu-the/gui')
    await page.route('**/chu-the/gui', async (route) => {
      if (!isSending(route.request()) || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    const name = freshName('Sen mất sóng')
    await page.getByRole('link', { name: 'Thu hoạch lô mới' }).click()
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await expect(keptHere(page)).toBeVisible()
    await context.setOffline(false)
    await expect(keptHere(page)).toBeHidden()
    await page.getByLabel('Tên hàng').fill(name)
    await page.getByLabel('Được bao nhiêu').fill('5')
    // Sent again from this page, when its own first sending was the one that failed, or from the next one.
    const sentAgain = page.waitForResponse((answer) => isSending(answer.request()) && answer.ok())
    await saveEntry(page).click()
    await sentAgain
    expect(lost).toBe(1)
    await page.goto(`/chu-the/lo?q=${encodeURIComponent(name)}`)
    await expect(page.getByRole('heading', { name: /Chờ gửi/ })).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 3 })).toHaveCount(1)
  })
})

/** How many entries wait in the phone's own database. */
function entriesOnPhone(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('sao-lang-so-lo')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const count = opening.result.transaction('entries').objectStore('entries').count()
          count.onsuccess = () => {
            opening.result.close()
            resolve(count.result)
          }
        }
      }),
  )
}
