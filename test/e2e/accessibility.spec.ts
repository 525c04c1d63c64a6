import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { readRun, store } from './run.ts'

const { sampleCodes } = readRun()
const PAGES: Record<string, string> = {
  home: '/',
  catalogue: '/san-pham',
  'catalogue, filtered': '/san-pham?q=che&stars=4',
  'catalogue, nothing found': '/san-pham?q=khongcogidau',
  producers: '/nha-san-xuat',
  regions: '/vung',
  region: '/vung/tuyen-quang',
  cart: '/gio-hang',
  checkout: '/thanh-toan',
  'code entry': '/kiem-tra-tem',
  figures: '/so-lieu',
  'scan, genuine': `/q/${sampleCodes.genuine}`,
  'scan, expired': `/q/${sampleCodes.expired}`,
  'scan, recalled': `/q/${sampleCodes.recalled}`,
  'scan, void': `/q/${sampleCodes.void}`,
  'scan, unknown': `/q/${sampleCodes.unknown}`,
  'not found': '/khong-co-trang-nay',
  terms: '/dieu-khoan',
}
const WIDTHS = [320, 1280]

async function firstProduct(): Promise<string> {
  const { items } = (await (await store('/store/catalogue?per_page=1')).json()) as { items: { handle: string }[] }
  return `/san-pham/${items[0]?.handle}`
}
async function firstProducer(): Promise<string> {
  const { items } = (await (await store('/store/producers')).json()) as { items: { handle: string }[] }
  return `/nha-san-xuat/${items[0]?.handle}`
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const locale of ['vi', 'en'] as const)
    test.describe(`axe finds nothing, ${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme })

      for (const [name, path] of [
        ...Object.entries(PAGES),
        ['product', firstProduct],
        ['producer', firstProducer],
      ] as const)
        test(`on ${name}`, async ({ page, context, baseURL }) => {
          await context.setExtraHTTPHeaders({ 'accept-language': locale })
          const target = new URL(typeof path === 'string' ? path : await path(), baseURL)
          target.searchParams.set('lang', locale)
          // The figures page holds every table of the documents: axe looks at each of its cells.
          if (name === 'figures') test.setTimeout(240_000)
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 800 })
            await page.goto(target.href)
            await expect(page.locator('html')).toHaveAttribute('lang', locale)
            const { violations } = await new AxeBuilder({ page }).analyze()
            expect(
              violations.map(({ id, nodes }) => `${width}px ${id}: ${nodes.map((node) => node.target).join(' | ')}`),
            ).toEqual([])
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
            expect(overflow, `${width}px scrolls sideways`).toBeLessThanOrEqual(0)
          }
        })
    })
