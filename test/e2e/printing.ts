import { expect, type Page } from '@playwright/test'

/** Makes labels from the form, which is open, for the lot that is chosen or else the first on offer; ends on the batch's page. */
export async function makeBatch(page: Page, size: number, { ahead = false } = {}): Promise<void> {
  const goods = page.getByLabel('Tem cho hàng nào?')
  if ((await goods.inputValue()) === '') {
    await goods.selectOption(await goods.locator('option[value^="lot|"]').first().getAttribute('value'))
  }
  await page.getByLabel('Số tem').fill(String(size))
  await page.getByLabel('Dòng 1').fill('Để nơi khô mát')
  if (ahead) await page.getByRole('radio', { name: /Khi đã dán lên hàng/ }).check()
  await page.getByRole('button', { name: 'Xem thử một tem' }).click()
  const preview = page.getByRole('img', { name: 'Hình một tem in thử' })
  await expect(preview).toBeVisible()
  await expect.poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await expect(page.getByLabel('Dòng 1')).toHaveValue('Để nơi khô mát')
  await page.getByRole('button', { name: 'Làm đợt tem', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Đợt tem \d+$/)
  await expect(page.getByRole('status')).toContainText('Đã làm xong đợt tem')
}

/** Makes a print sheet of the whole batch; ends on the sheet's page. */
export async function makeSheet(page: Page, format: RegExp, signed = false): Promise<void> {
  await page.getByRole('link', { name: 'In tem', exact: true }).click()
  await page.getByRole('radio', { name: format }).check()
  if (signed) await page.getByRole('radio', { name: /Tem có chữ ký số/ }).check()
  await page.getByRole('button', { name: 'Lập tờ in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tải tờ in')
}
