import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { goodsCalled, shopWith } from './centre.ts'
import { account, signInAt } from './official.ts'
import { operator } from './operator-api.ts'
import { beginApplication, signInProducer } from './producer.ts'
import { readRun, store } from './run.ts'
import { addToCart, agreeAndPayBy, cardOf, fillDelivery, orderBy, sellable } from './shopper.ts'

const { sampleCodes } = readRun()
const PAGES: Record<string, string | (() => Promise<string>)> = {
  home: '/',
  catalogue: '/san-pham',
  'catalogue, filtered': '/san-pham?q=che&stars=4',
  'catalogue, nothing found': '/san-pham?q=khongcogidau',
  product: async () => `/san-pham/${await first('/store/catalogue?per_page=1')}`,
  homestay: async () => `/san-pham/${await first('/store/catalogue?per_page=1&sector=tourism')}`,
  'ask a homestay': async () => `/san-pham/${await first('/store/catalogue?per_page=1&sector=tourism')}/hoi-dat`,
  producers: '/nha-san-xuat',
  producer: async () => `/nha-san-xuat/${await first('/store/producers')}`,
  regions: '/vung',
  region: '/vung/tuyen-quang',
  'empty cart': '/gio-hang',
  fairs: '/hoi-cho',
  'code entry': '/kiem-tra-tem',
  evidence: '/doi-chung',
  'inspector sign-in': '/kiem-tra/dang-nhap',
  figures: '/so-lieu',
  'programme figures': '/so-lieu/chuong-trinh',
  register: '/dang-ba',
  rules: '/quy-dinh',
  criteria: '/quy-dinh/bo-tieu-chi/26-2026',
  'set of criteria': '/quy-dinh/bo-tieu-chi/26-2026/26',
  'scan, genuine': `/q/${sampleCodes.genuine}`,
  'scan, expired': `/q/${sampleCodes.expired}`,
  'scan, recalled': `/q/${sampleCodes.recalled}`,
  'scan, void': `/q/${sampleCodes.void}`,
  'scan, unknown': `/q/${sampleCodes.unknown}`,
  'not found': '/khong-co-trang-nay',
  about: '/gioi-thieu',
  terms: '/dieu-khoan',
  privacy: '/quyen-rieng-tu',
  returns: '/giao-hang-doi-tra',
  delivery: '/giao-hang',
  payment: '/thanh-toan-mua-hang',
  operator: '/don-vi-van-hanh',
  'ranking criteria': '/tieu-chi-xep-hang',
  complaints: '/khieu-nai',
  complain: '/khieu-nai/gui',
  'customer sign-in': '/tai-khoan/dang-nhap',
  'open an account': '/tai-khoan/dang-ky',
  'forgotten password': '/tai-khoan/quen-mat-khau',
  contact: '/lien-he',
}
const LOCALES = ['vi', 'en'] as const
const WIDTHS = [320, 1280]
const SCHEMES = ['light', 'dark'] as const

// Colours change at once, not over a transition.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

async function first(list: string): Promise<string> {
  const { items } = (await (await store(list)).json()) as { items: { handle: string }[] }
  return items[0]?.handle ?? ''
}

/**
 * Runs axe on the page as it stands: narrow and wide with every rule, and wide again in the dark for what changes there, the
 * colours. With `wordsAlone`, of a page whose other language was seen so: narrow, once, without the colours. Nothing may
 * scroll sideways either.
 */
async function expectAccessible(page: Page, { wordsAlone = false } = {}): Promise<void> {
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of SCHEMES) {
      if (wordsAlone && (width !== WIDTHS[0] || colorScheme !== 'light')) continue
      if (width === WIDTHS[0] && colorScheme === 'dark') continue
      await page.emulateMedia({ colorScheme })
      // Without frames the legacy mode sees the same and opens no second tab for each run.
      const axe = new AxeBuilder({ page }).setLegacyMode(true)
      if (colorScheme === 'dark') axe.withRules(['color-contrast'])
      else if (wordsAlone) axe.disableRules(['color-contrast'])
      const { violations } = await axe.analyze()
      found.push(
        ...violations.map(
          ({ id, nodes }) => `${width}px ${colorScheme} ${id}: ${nodes.map((node) => node.target).join(' | ')}`,
        ),
      )
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (overflow > 0) found.push(`${width}px scrolls sideways by ${overflow}px`)
  }
  expect(found).toEqual([])
}

async function expectAccessibleIn(locale: (typeof LOCALES)[number], page: Page, url: URL): Promise<void> {
  url.searchParams.set('lang', locale)
  await page.goto(url.href)
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  await expectAccessible(page, { wordsAlone: locale === 'en' })
}

for (const locale of LOCALES)
  for (const [name, path] of Object.entries(PAGES))
    test(`axe finds nothing on ${name} in ${locale}`, async ({ page, baseURL }) => {
      // The figures page holds every table of the documents: axe looks at each of its cells.
      if (name === 'figures') test.setTimeout(240_000)
      await expectAccessibleIn(locale, page, new URL(typeof path === 'string' ? path : await path(), baseURL))
    })

test('axe finds nothing on the way from a full cart to the order', async ({ page }) => {
  test.setTimeout(180_000)
  const inBothLanguages = async () => {
    const { href } = new URL(page.url())
    // The site remembers the language last asked for: Vietnamese again for the next step.
    for (const locale of LOCALES.toReversed()) await expectAccessibleIn(locale, page, new URL(href))
  }
  await addToCart(page, await sellable())
  await inBothLanguages()
  await page.getByRole('main').getByRole('link', { name: 'Tới bước giao hàng' }).click()
  await expect(page.getByLabel('Họ và tên người nhận')).toBeVisible()
  await inBothLanguages()

  await page.getByRole('button', { name: 'Tới bước xác nhận' }).click()
  await expect(page.getByLabel('Họ và tên người nhận')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)

  await fillDelivery(page)
  await page.getByRole('button', { name: 'Tới bước xác nhận' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem lại lần cuối')
  await inBothLanguages()

  await agreeAndPayBy(page, /Trả tiền mặt khi nhận hàng/)
  await page.getByRole('button', { name: /^Đặt hàng/ }).click()
  await expect(page).toHaveURL(/\/don-hang\//)
  await inBothLanguages()
})

test('axe finds nothing on producers’ label pages', async ({ page }) => {
  test.setTimeout(240_000)
  const account = readRun().accounts.find(({ role }) => role === 'producer')
  await page.goto('/chu-the/tem')
  await page.getByLabel('Thư điện tử').fill(account?.email ?? '')
  await page.getByLabel('Mật khẩu').fill(account?.password ?? '')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/chu-the\/tem$/)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Làm đợt tem mới' }).click()
  await page.getByRole('button', { name: 'Làm đợt tem', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  const goods = page.getByLabel('Tem cho hàng nào?')
  await goods.selectOption(await goods.locator('option[value^="lot|"]').first().getAttribute('value'))
  await page.getByLabel('Số tem').fill('10')
  await page.getByRole('button', { name: 'Làm đợt tem', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Đợt tem \d+$/)
  await expectAccessible(page)
  const batch = page.url().replace(/\?.*/, '')
  for (const place of ['viec', 'in-lai', 'in']) {
    await page.goto(`${batch}/${place}`)
    await expectAccessible(page)
  }
  await page.getByRole('button', { name: 'Lập tờ in' }).click()
  await expect(page.getByRole('button', { name: 'Tải tất cả' })).toBeVisible()
  await expectAccessible(page)
})

/** Pages of work behind a sign-in; the first one is where the sign-in ends. */
const DESKS: Record<string, string[]> = {
  producer: [
    '/chu-the/ho-so',
    '/chu-the/san-pham',
    '/chu-the/doi-soat',
    '/chu-the/thoa-thuan',
    '/chu-the/hop-dong',
    '/chu-the/thanh-vien',
    '/chu-the/tai-khoan',
    '/chu-the/ho-so/moi',
    '/chu-the/ho-so/giay-to',
    '/chu-the/ho-so/giay-to/them',
    '/chu-the/ho-so/nguoi-dai-dien',
    '/chu-the/nhan-hieu',
    '/chu-the/hau-kiem',
    '/chu-the/tin',
  ],
  commune: ['/can-bo', '/can-bo/ho-so', '/can-bo/lich', '/can-bo/tin'],
  council: ['/can-bo/danh-gia', '/can-bo/dot', '/can-bo/hoi-dong', '/can-bo/phien', '/can-bo/tinh-lai'],
  'council-member-3': ['/can-bo/cham'],
  province: [
    '/can-bo/quyet-dinh',
    '/can-bo/quyet-dinh/moi',
    '/can-bo/quyet-dinh/nhap',
    '/can-bo/hau-kiem',
    '/can-bo/hau-kiem/moi',
    '/can-bo/su-dung-nhan-hieu',
    '/can-bo/bao-cao',
    '/can-bo/nhat-ky',
  ],
}

for (const [role, [entrance = '', ...more]] of Object.entries(DESKS))
  test(`axe finds nothing on the pages of work of: ${role}`, async ({ page }) => {
    test.setTimeout(240_000)
    await signInAt(page, entrance, account(role))
    await expectAccessible(page)
    for (const path of more) {
      await page.goto(path)
      await expectAccessible(page)
    }
  })

test('axe finds nothing on the pages of a shop of a centre, with goods in the basket', async ({ page }) => {
  test.setTimeout(240_000)
  const goods = await goodsCalled('Xoài sấy dẻo', 'Túi 200 g')
  const shop = await shopWith(3, goods)
  await signInAt(page, '/can-bo/trung-tam', account('centre'))
  await expectAccessible(page)
  for (const place of [
    'doanh-so',
    'thoa-thuan',
    'hoi-cho',
    'hoi-cho/moi',
    'hop-dong',
    'hop-dong/moi',
    shop.id,
    `${shop.id}/phieu`,
    `${shop.id}/chot`,
    `${shop.id}/kiem-ke`,
  ]) {
    await page.goto(`/can-bo/trung-tam/${place}`)
    await expectAccessible(page)
  }
  await page.goto(`/can-bo/trung-tam/${shop.id}/quay`)
  await page.getByRole('button', { name: 'Thêm vào giỏ Xoài sấy dẻo, Túi 200 g' }).click()
  await page.getByRole('button', { name: 'Thu tiền' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Chuyển khoản (VietQR)' }).check()
  await expect(page.getByRole('img', { name: /^Mã VietQR/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Thu tiền' }).click()
  await page.getByRole('link', { name: 'In hoá đơn' }).click()
  await expect(page.getByRole('heading', { level: 1, name: shop.name })).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing on an order and a statement of a producer, and on a listing that is changed', async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000)
  await addToCart(page, await cardOf('hat-sen-say'))
  await orderBy(page, /Trả tiền mặt khi nhận hàng/)
  await expect(page).toHaveURL(/\/don-hang\//)
  const order = page.url()
  const number = /SL-[A-Z0-9-]+/.exec(await page.getByRole('region', { name: /^Kiện của / }).innerText())?.[0] ?? ''

  const seller = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await signInProducer(seller)
  await seller.goto('/chu-the')
  await expectAccessible(seller)
  await seller.goto('/chu-the/don-hang')
  await expectAccessible(seller)
  await seller.getByRole('link', { name: `Mở đơn ${number}` }).click()
  await expect(seller.getByRole('heading', { level: 1, name: number })).toBeVisible()
  await expectAccessible(seller)
  await seller.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await seller.getByRole('link', { name: 'Đóng gói', exact: true }).click()
  await expect(seller.getByRole('button', { name: 'Đóng gói xong' })).toBeVisible()
  await expectAccessible(seller)
  await seller.getByRole('button', { name: 'Đóng gói xong' }).click()
  await seller.getByLabel('Bên vận chuyển').selectOption({ label: 'Giao Hàng Nhanh' })
  await seller.getByLabel('Mã vận đơn').fill(`GHN${Date.now().toString(36)}`.toUpperCase())
  await seller.getByRole('button', { name: 'Đã giao cho bên vận chuyển' }).click()
  await seller.getByRole('button', { name: 'Khách đã nhận hàng' }).click()
  await expect(seller.getByRole('heading', { level: 3, name: 'Kiện 1: Đã đến nơi' })).toBeVisible()
  await expectAccessible(seller)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đơn đã giao xong')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Đánh giá hàng đã nhận' }).click()
  await page.getByLabel('Món hàng thế nào?').fill('Sen bùi, sấy giòn, gói kỹ.')
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
  await expect(page.getByRole('main')).toContainText('Cảm ơn bạn.')
  await expectAccessible(page)
  const { reviews } = await operator<{ reviews: { id: string; product: string }[] }>('/admin/reviews?limit=50')
  await operator(`/admin/reviews/${reviews.find(({ product }) => product === 'Hạt sen sấy')?.id}`, { state: 'shown' })
  await page.goto('/san-pham/hat-sen-say/danh-gia')
  await expect(page.getByRole('main')).toContainText('Sen bùi')
  await expectAccessible(page)
  await seller.goto('/chu-the/danh-gia')
  await expect(seller.getByRole('main')).toContainText('Sen bùi')
  await expectAccessible(seller)

  await page.goto(order)
  await page.getByRole('link', { name: 'Nhắn cho người bán' }).click()
  await page.getByLabel('Tin nhắn của bạn').fill('Hàng tới rồi, cảm ơn chị.')
  await page.getByRole('button', { name: 'Gửi tin nhắn' }).click()
  await expect(page.getByRole('main')).toContainText('Đã gửi tin nhắn.')
  await expectAccessible(page)
  await seller.goto('/chu-the/don-hang?xem=unread')
  await expectAccessible(seller)
  await seller.getByRole('link', { name: `Mở đơn ${number}` }).click()
  await expect(seller.getByRole('region', { name: 'Tin nhắn' })).toContainText('Hàng tới rồi')
  await expectAccessible(seller)

  await seller.goto('/chu-the/doi-soat')
  await seller
    .getByRole('link', { name: /^Tháng / })
    .first()
    .click()
  await expect(seller.getByRole('link', { name: 'Tải bản PDF' })).toBeVisible()
  await expectAccessible(seller)
  await seller.goto('/chu-the/kho')
  await expect(seller.getByRole('heading', { level: 1, name: 'Kho hàng' })).toBeVisible()
  await expectAccessible(seller)
  await seller.goto('/chu-the/san-pham')
  await seller.getByRole('link', { name: 'Hạt sen sấy' }).click()
  await expectAccessible(seller)
  await seller.getByRole('button', { name: 'Thêm quy cách hoặc bộ quà' }).click()
  await seller.getByText('Đây là bộ quà gồm nhiều gói').click()
  await expectAccessible(seller)
  await seller.getByRole('button', { name: 'Bỏ bản này' }).click()
  await seller.getByRole('button', { name: 'Thêm sản phẩm mới' }).click()
  await seller.getByRole('button', { name: 'Gửi duyệt' }).click()
  await expect(seller.getByRole('heading', { name: /^Còn \d+ mục cần xem lại/ })).toBeVisible()
  await expectAccessible(seller)
  await seller.getByRole('button', { name: 'Bỏ bản này' }).click()
  await expect(seller.getByRole('main')).toContainText('Đã bỏ bản nháp.')
  await seller.goto('/chu-the/san-pham/tep')
  await expectAccessible(seller)
  await seller.context().close()
})

test('axe finds nothing on the way of a seller from the first page to the form', async ({ page }) => {
  test.setTimeout(180_000)
  await page.goto('/ban-hang')
  await expectAccessible(page)
  await page.goto('/ban-hang/dang-ky')
  await expectAccessible(page)
  await beginApplication(page, 'Cơ sở thử')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Nộp đơn' }).click()
  await expect(page.getByText(/Có \d+ mục cần xem lại/)).toBeVisible()
  await expectAccessible(page)
})
