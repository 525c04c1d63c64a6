import { expect, type Page, test } from '@playwright/test'
import { balance, entriesOf, operator } from './operator-api.ts'
import { PHOTO } from './photo.ts'
import { sendOrder, signInProducer } from './producer.ts'
import { addToCart, cardOf, orderBy } from './shopper.ts'

const GOODS = 'che-shan-tuyet-hong-thai-1-tom-2-la'
const SELLER = 1
const ACCOUNT = '0071000987654'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const dong = (amount: number) => `${amount.toLocaleString('vi-VN')}\u00a0₫`
const groupOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''
const parcel = (page: Page) => page.getByRole('region', { name: /^Kiện của / })

test('a COD order of two, one given back: the buyer names an account, the operator pays it', async ({
  browser,
  page,
}) => {
  test.slow()
  const card = await cardOf(GOODS)
  await addToCart(page, card)
  await page.getByRole('spinbutton', { name: `Số lượng ${card.title}`, exact: true }).fill('2')
  await page.getByRole('button', { name: `Cập nhật số lượng ${card.title}` }).click()
  await expect(page.getByRole('main')).toContainText(dong(card.price * 2))
  await orderBy(page, /Trả tiền mặt khi nhận hàng/)
  await expect(heading(page)).toHaveText('Đã nhận đơn hàng của bạn')
  const order = page.url()
  await expect(page.getByRole('main')).not.toContainText('Nhận tiền hoàn')

  const seller = await (await browser.newContext()).newPage()
  await signInProducer(seller, SELLER)
  const orderNo = /SL-[A-Z0-9-]+/.exec(await parcel(page).innerText())?.[0] ?? ''
  await sendOrder(seller, orderNo, `GHN${Date.now().toString(36)}`.toUpperCase())
  await seller.getByRole('button', { name: 'Khách đã nhận hàng' }).click()
  await expect(seller.getByRole('heading', { level: 3, name: 'Kiện 1: Đã đến nơi' })).toBeVisible()

  await page.goto(order)
  await parcel(page).getByRole('link', { name: 'Trả hàng' }).click()
  await page.getByRole('spinbutton', { name: 'Số lượng' }).fill('1')
  await page.getByLabel('Lý do').selectOption({ label: 'Hàng hỏng, vỡ' })
  await page.getByLabel('Nói thêm').fill('Một gói bị rách')
  await page.getByLabel('Ảnh chụp hàng').setInputFiles(PHOTO)
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await expect(page.getByRole('main')).toContainText('Đã gửi. Người bán sẽ trả lời tại đây.')
  await seller.reload()
  await seller.getByRole('button', { name: 'Đồng ý và hoàn tiền' }).click()
  await expect(seller.getByRole('main')).toContainText(`Số tiền hoàn: ${dong(card.price)}`)
  await seller.context().close()

  await page.goto(order)
  const form = page.getByRole('region', { name: `Nhận tiền hoàn ${dong(card.price)}` })
  await expect(form).toBeVisible()
  await form.getByLabel('Ngân hàng').selectOption({ label: 'Vietcombank' })
  await form.getByLabel('Số tài khoản').fill('12')
  await form.getByLabel('Tên chủ tài khoản').fill('NGUYEN THI HOA')
  await form.getByRole('button', { name: 'Gửi tài khoản nhận tiền' }).click()
  await expect(form.getByRole('alert')).toContainText('Số tài khoản chưa đúng')
  await expect(form.getByLabel('Ngân hàng')).toHaveValue('970436')
  await form.getByLabel('Số tài khoản').fill(ACCOUNT)
  await form.getByRole('button', { name: 'Gửi tài khoản nhận tiền' }).click()
  await expect(page.getByRole('main')).toContainText('Tiền sẽ chuyển đến Vietcombank •••7654.')
  expect(await page.content()).not.toContain(ACCOUNT)

  const group = groupOf(page)
  const displayNo = orderNo.split('/')[0]
  const { refunds } = await operator<{ refunds: { id: string; displayNo: string; account: string | null }[] }>(
    '/admin/refunds?limit=200',
  )
  const refund = refunds.find((each) => each.displayNo === displayNo)
  expect(refund?.account).toBe('Vietcombank •••7654')
  const { transfer } = await operator<{ transfer: { number: string; amount: number; payload: string } }>(
    `/admin/refunds/${refund?.id}/account`,
    {},
  )
  expect(transfer).toMatchObject({ number: ACCOUNT, amount: card.price })
  expect(transfer.payload).toContain(ACCOUNT)
  await operator(`/admin/refunds/${refund?.id}/confirm`, { paidReference: `FT${Date.now()}` })

  await page.goto(order)
  await expect(page.getByRole('main')).toContainText('Đã hoàn xong')
  await expect(page.getByRole('main')).not.toContainText('Nhận tiền hoàn')
  const done = (await entriesOf(group)).filter(({ kind }) => kind === 'refund_done')
  expect(done).toMatchObject([{ credit: 'bank:main', amount: card.price }])
  expect(await balance()).toEqual({ difference: 0, faults: [] })
})
