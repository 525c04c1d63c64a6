import { expect, test } from '@playwright/test'
import { readRun, store } from '../e2e/run.ts'
import { changeRecognition } from './change-recognition.ts'

const run = readRun()
const DAY = 86_400_000
const vietnamDay = (moment: number) => new Date(moment + 7 * 3_600_000).toISOString().slice(0, 10)

test('a recognition whose last day was yesterday shows no star anywhere within a minute', async ({ page }) => {
  const verdict = async () => (await fetch(new URL(`/verify/${run.sampleCodes.genuine}`, run.traceability))).json()
  const before = await verdict()
  expect(before.verdict).toBe('genuine')
  const { ref, validTo, stars } = before.recognition.today.recognition
  const handle = before.passport.product.handle
  const facet = async () => {
    const { facets } = (await (await store('/store/catalogue?per_page=1')).json()) as {
      facets: { stars: { value: string; count: number }[] }
    }
    return facets.stars.find(({ value }) => value === String(stars))?.count ?? 0
  }
  const countBefore = await facet()
  const shownStars = async () => {
    const { product } = (await (await store(`/store/catalogue/${handle}`)).json()) as {
      product: { badge: { stars: number | null }; title: string }
    }
    const { items } = (await (await store(`/store/catalogue?q=${encodeURIComponent(product.title)}`)).json()) as {
      items: { handle: string; badge: { stars: number | null } }[]
    }
    return [
      (await verdict()).verdict,
      product.badge.stars,
      items.find((item) => item.handle === handle)?.badge.stars,
      await facet(),
    ]
  }

  const yesterday = vietnamDay(Date.now() - DAY)
  changeRecognition('correct', ref, yesterday)
  const corrected = Date.now()
  try {
    await expect
      .poll(shownStars, { timeout: 60_000, intervals: [250] })
      .toEqual(['expired_recognition', null, null, countBefore - 1])
    console.log(`no star anywhere ${((Date.now() - corrected) / 1000).toFixed(1)} s after the correction`)
    await page.goto(`/san-pham/${handle}`)
    await expect(page.getByRole('main')).not.toContainText('còn hiệu lực đến')
    await page.goto(`/q/${run.sampleCodes.genuine}`)
    const [year, month, day] = vietnamDay(Date.now()).split('-').map(Number)
    await expect(page.getByRole('main')).toContainText(
      new RegExp(`hết hiệu lực từ( ngày)? 0?${day}/0?${month}/${year}`, 'i'),
    )
  } finally {
    changeRecognition('correct', ref, validTo)
    await expect.poll(async () => (await verdict()).verdict, { timeout: 60_000 }).toBe('genuine')
  }
})
