import { expect, type Page, test } from '@playwright/test'
import { cameraStates, loseCamera, withCamera } from './camera.ts'
import { lookUp, signedLabel, signInInspector } from './inspector.ts'
import { readRun } from './run.ts'

const { sampleCodes, traceability } = readRun()
const openButton = (page: Page) => page.getByRole('button', { name: 'Quét bằng máy ảnh' })
const closeButton = (page: Page) => page.getByRole('button', { name: 'Tắt máy ảnh' })
const view = (page: Page) => page.getByLabel('Hình từ máy ảnh')

/** Opens the camera and waits until it shows something. */
async function openCamera(page: Page): Promise<void> {
  await openButton(page).click()
  await expect
    .poll(() => view(page).evaluate((video: HTMLVideoElement) => !video.paused && video.videoWidth > 0))
    .toBe(true)
}

test('the camera reads a label, and is let go when it has read, is closed, is left or is lost', async ({ browser }) => {
  const label = await signedLabel(sampleCodes.genuine)
  await withCamera(browser, await label.svg(), async (page) => {
    const violations: string[] = []
    page.on('console', (message) => {
      if (/content security policy|permissions policy/i.test(message.text())) violations.push(message.text())
    })
    // The reader comes late, as on a weak signal: until then there is time to close the camera.
    let bringReader = () => {}
    const readerMayCome = new Promise<void>((resolve) => {
      bringReader = resolve
    })
    await page.route('**/*.wasm', async (route) => {
      await readerMayCome
      await route.continue()
    })
    await signInInspector(page)
    await expect(page.getByText(/Dữ liệu vừa cập nhật/)).toBeVisible()

    await openCamera(page)
    await expect(page.getByText('Đưa mã trên tem vào giữa hình.')).toBeVisible()
    expect(await cameraStates(page)).toEqual(['live'])
    await closeButton(page).click()
    await expect(view(page)).toHaveCount(0)
    expect(await cameraStates(page)).toEqual(['ended'])

    await openCamera(page)
    expect(await cameraStates(page)).toEqual(['ended', 'live'])
    await page.getByRole('link', { name: 'Dữ liệu', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Dữ liệu trên máy' })).toBeVisible()
    expect(await cameraStates(page)).toEqual(['ended', 'ended'])

    await page.getByRole('link', { name: 'Tra tem', exact: true }).click()
    await openCamera(page)
    await loseCamera(page)
    await expect(page.getByRole('alert')).toHaveText(/^Máy ảnh vừa bị tắt\./)
    await expect(view(page)).toHaveCount(0)

    await openCamera(page)
    await expect(page.getByRole('alert')).toHaveCount(0)
    bringReader()
    const answer = page.getByRole('heading', { name: 'Chưa thấy điều gì sai' })
    await expect(answer).toBeInViewport({ timeout: 20_000 })
    await expect(page.getByText('Theo dữ liệu trên máy, tem và hạng sao đều khớp.')).toBeVisible()
    await expect(page.getByLabel('Mã, đường dẫn hoặc số dưới mã vạch')).toHaveValue(label.address)
    await expect(openButton(page)).toBeVisible()
    expect(await cameraStates(page)).toEqual(['ended', 'ended', 'ended', 'ended'])
    expect(violations).toEqual([])
  })
})

test('a camera that is refused says what to do instead, and the other ways still work', async ({ browser }) => {
  await withCamera(browser, null, async (page) => {
    await signInInspector(page)
    await expect(page.getByText(/Dữ liệu vừa cập nhật/)).toBeVisible()
    await openButton(page).click()
    const refused = page.getByRole('alert')
    await expect(refused).toHaveText('Không mở được máy ảnh. Hãy cho phép dùng máy ảnh, chọn ảnh chụp tem, hoặc gõ mã.')
    await expect(view(page)).toHaveCount(0)
    expect(await cameraStates(page)).toEqual([])

    const picture = await fetch(new URL(`/qr/${sampleCodes.genuine}.png`, traceability))
    await page.getByLabel('Chọn ảnh chụp tem').setInputFiles({
      ...{ name: 'tem.png', mimeType: 'image/png', buffer: Buffer.from(await picture.arrayBuffer()) },
    })
    await expect(page.getByRole('heading', { name: 'Cần có mạng để trả lời' })).toBeVisible()
    await expect(refused).toHaveCount(0)
    await lookUp(page, (await signedLabel(sampleCodes.genuine)).address)
    await expect(page.getByRole('heading', { name: 'Chưa thấy điều gì sai' })).toBeVisible()
  })
})
