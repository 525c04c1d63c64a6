import { expect, type Locator, type Page, test } from '@playwright/test'
import { account, asOfficial, signDecision, signInAt } from './official.ts'
import { packageOf } from './package-of.ts'
import { store } from './run.ts'

/** Years begin anew with number 1; this one is out of the way of the seed's. */
const NUMBER = '1501/QĐ-UBND'
const PRODUCT = 'Chè Shan Tuyết Hồng Thái 1 tôm 1 lá'

/** The day a week from now at +07, as a date field takes it. */
function nextWeek(): string {
  return new Date(Date.now() + 7 * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
}

test.describe('from a dossier to a star', () => {
  test.setTimeout(240_000)

  // Requests that pass the journal's worker would be out of the test's reach.
  test.use({ viewport: { width: 360, height: 780 }, serviceWorkers: 'block' })

  test('a producer applies, the commune sends back and confirms, the group advises, the council scores, the province signs', async ({
    page,
    browser,
  }) => {
    await signInAt(page, '/chu-the/ho-so', account('producer', 'che-shan@saolang.example'))
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
      await signInAt(office, '/can-bo/ho-so', account('commune', 'can-bo-xa@saolang.example'))
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

    await test.step('is confirmed by the commune and passed on', () =>
      asOfficial(browser, 'commune', '/can-bo/ho-so', async (office) => {
        await office.getByRole('link', { name: PRODUCT }).click()
        const items = office.getByRole('group').filter({ has: office.getByLabel('Số liệu') })
        await expect(items).toHaveCount(4)
        for (let at = 0; at < 4; at++) {
          await items.nth(at).getByRole('radio', { name: 'Xác nhận', exact: true }).check()
          await items.nth(at).getByLabel('Số liệu').fill('18/25 (72%)')
          await items.nth(at).getByLabel('Nhận xét').fill('Đã xem tại chỗ.')
        }
        await office.getByRole('button', { name: 'Lưu xác nhận' }).click()
        await office.getByRole('button', { name: 'Chuyển lên tỉnh' }).click()
        await expect(office.getByText('Đã chuyển hồ sơ lên tỉnh và báo cho chủ thể.')).toBeVisible()
      }))

    await test.step('is received into a round', () =>
      asOfficial(browser, 'council', '/can-bo/danh-gia', async (office) => {
        const round = office.getByLabel(`Tiếp nhận “${PRODUCT}” vào đợt`)
        await office.locator('form').filter({ has: round }).getByRole('button', { name: 'Tiếp nhận' }).click()
        await expect(office.getByText('Đã tiếp nhận hồ sơ.')).toBeVisible()
      }))

    await test.step('is looked at by the advisory group', () =>
      asOfficial(browser, 'advisor', '/can-bo/danh-gia', async (office) => {
        await office.getByRole('link', { name: PRODUCT }).click()
        await office.getByRole('radio', { name: 'Có', exact: true }).check()
        await office.getByLabel('Báo cáo của tổ tư vấn').fill('Giấy tờ đủ, cơ sở đúng như hồ sơ.')
        await office.getByRole('button', { name: 'Nộp báo cáo, chuyển hội đồng' }).click()
        await expect(office.getByText('Hồ sơ sẵn sàng họp')).toBeVisible()
      }))

    await test.step('is put before the council, whose sheets stay sealed', () =>
      asOfficial(browser, 'council', '/can-bo/phien', async (office) => {
        await office.getByLabel('Địa điểm').fill('Trụ sở UBND tỉnh')
        await office.getByRole('checkbox', { name: PRODUCT }).check()
        await office.getByRole('button', { name: 'Gọi họp và báo thành viên' }).click()
        await office.getByRole('button', { name: 'Mở phiên, phát phiếu chấm' }).click()
        await expect(office.getByText('Đã nộp 0/4 phiếu')).toBeVisible()
        await expect(office.getByRole('cell', { name: 'Niêm phong' })).toHaveCount(4)
      }))

    await test.step('is scored by every member alone', () =>
      Promise.all(
        ['council-chair', 'council-member-1', 'council-member-2', 'council-member-3'].map((role) =>
          asOfficial(browser, role, '/can-bo/cham', scoreSheet),
        ),
      ))

    await test.step('has a result that explains itself, and goes into a draft decision', () =>
      asOfficial(browser, 'council', '/can-bo/danh-gia', async (office) => {
        await office.getByRole('link', { name: PRODUCT }).click()
        await expect(office.getByText(/Điểm trung bình 8\d(,\d+)?, thuộc khung 4 sao/)).toBeVisible()
        await office.getByRole('button', { name: 'Chốt kết quả' }).click()
        await expect(office.getByText(/^4 sao, 8\d/)).toBeVisible()
        await office.getByRole('link', { name: 'Mở phiên họp' }).click()
        await office.getByRole('button', { name: 'Đưa vào dự thảo quyết định' }).click()
        await expect(office.getByText('Đã đưa kết quả vào dự thảo quyết định.')).toBeVisible()
      }))

    await test.step('is signed by another person of the province', () =>
      asOfficial(browser, 'province-leader', '/can-bo/quyet-dinh', async (office) => {
        await office.getByRole('link', { name: 'Công nhận hạng sao: 1 dòng' }).click()
        await signDecision(office, NUMBER)
      }))

    await test.step('shows its star to buyers: in the register, on its page, on a package', async () => {
      const { product } = await productNamed(PRODUCT)
      await page.goto(`/dang-ba?q=${encodeURIComponent(NUMBER)}`)
      await expect(page.getByRole('main')).toContainText(PRODUCT)
      const shows = (path: string) =>
        expect
          .poll(async () => (await page.goto(path)) && (await page.getByRole('main').innerText()).includes(NUMBER), {
            timeout: 60_000,
          })
          .toBe(true)
      await shows(`/san-pham/${product.handle}`)
      await shows(`/q/${await packageOf(product.id)}`)
    })
  })
})

/** Fills one member's sheet section by section and hands it in: the best option wherever one is a minimum of a class. */
async function scoreSheet(page: Page): Promise<void> {
  await page.getByRole('link', { name: PRODUCT }).click()
  const next = page.getByRole('button', { name: 'Lưu và sang mục sau' })
  const handIn = page.getByRole('button', { name: 'Nộp phiếu chấm' })
  for (await next.or(handIn).waitFor(); await next.isVisible(); await next.or(handIn).waitFor()) {
    const section = page.url()
    const criteria = page.getByRole('group', { name: /tối đa \d+/ })
    for (let at = 0; at < (await criteria.count()); at++) await pick(criteria.nth(at))
    await next.click()
    await expect(page).not.toHaveURL(section)
  }
  await page.getByRole('checkbox', { name: /Tôi đã xem lại và nộp phiếu/ }).check()
  await handIn.click()
  await expect(page.getByText(/Phiếu đã nộp lúc/)).toBeVisible()
}

/** Modest where nothing is asked for, in what members taste and see: points for 4 stars, not for 5. */
async function pick(criterion: Locator): Promise<void> {
  const name = (await criterion.locator('legend').innerText()).trim()
  const options = criterion.getByRole('radio', { name: /điểm:/ })
  const modest = /^(6|10|11)\b/.test(name) && !(await criterion.getByText('Tối thiểu cho').first().isVisible())
  await (modest ? options.first() : options.last()).check()
}

async function productNamed(title: string): Promise<{ product: { id: string; handle: string } }> {
  const search = (await (await store(`/store/catalogue?q=${encodeURIComponent(title)}`)).json()) as {
    items: { id: string; handle: string; title: string }[]
  }
  const product = search.items.find((item) => item.title === title)
  if (!product) throw new Error(`the shop does not sell “${title}”`)
  return { product }
}
