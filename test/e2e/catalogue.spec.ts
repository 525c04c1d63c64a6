import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { readRun, store } from './run.ts'

interface Catalogue {
  total: number
  items: { handle: string; title: string; badge: { stars: number | null } }[]
  facets: Record<string, { value: string; count: number }[]>
}
const catalogue = async (query: string) => (await (await store(`/store/catalogue?${query}`)).json()) as Catalogue

for (const [query, first] of [
  ['che', /chè/i],
  ['chè', /chè/i],
  ['CHE SHAN', /chè shan/i],
  ['mật ong', /mật ong/i],
  ['mat ong', /mật ong/i],
] as const)
  test(`“${query}” finds the right products first`, async () => {
    const { items, total } = await catalogue(`q=${encodeURIComponent(query)}`)
    expect(total).toBeGreaterThan(0)
    expect(items[0]?.title).toMatch(first)
    expect(items[1]?.title).toMatch(first)
  })

test('facet counts equal what SQL counts', async () => {
  const { facets, total } = await catalogue('per_page=1')
  const client = new pg.Client({ connectionString: readRun().database })
  await client.connect()
  try {
    const { rows: stars } = await client.query<{ value: string; count: string }>(`
      select best.stars::text as value, count(*) as count from (
        select distinct on (p.id) p.id, r.stars
        from product p
        join recognition r on r.product_id = p.id and r.deleted_at is null
        join council_decision d on d.id = r.decision_id
        where p.deleted_at is null and p.status = 'published'
          and r.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date::text
          and r.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date::text
          and (r.revoked_on is null or r.revoked_on > (now() at time zone 'Asia/Ho_Chi_Minh')::date::text)
        order by p.id, d.date desc
      ) best group by 1`)
    expect(Object.fromEntries((facets.stars ?? []).map((facet) => [facet.value, facet.count]))).toEqual(
      Object.fromEntries(stars.map((row) => [row.value, Number(row.count)])),
    )
    const { rows: sectors } = await client.query<{ value: string; count: string }>(`
      select d.sector as value, count(*) as count from listing_detail d join product p on p.id = d.product_id
      where p.deleted_at is null and d.deleted_at is null and p.status = 'published' group by 1`)
    expect(Object.fromEntries((facets.sector ?? []).map((facet) => [facet.value, facet.count]))).toEqual(
      Object.fromEntries(sectors.map((row) => [row.value, Number(row.count)])),
    )
    expect(total).toBe(sectors.reduce((sum, row) => sum + Number(row.count), 0))
  } finally {
    await client.end()
  }
})

test('a facet narrows the list to what its count says, with scripts off', async ({ browser }) => {
  const { facets } = await catalogue('per_page=1')
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  for (const { value, count } of facets.stars ?? []) {
    await page.goto(`/san-pham?stars=${value}`)
    expect((await catalogue(`stars=${value}`)).total).toBe(count)
    await expect(page.getByRole('main')).toContainText(String(count))
  }
  await page.context().close()
})

test('no product without a valid recognition shows a star', async () => {
  const { items } = await catalogue('per_page=60')
  const unstarred = items.filter((item) => item.badge.stars === null)
  expect(unstarred.length).toBeGreaterThan(0)
  expect(items.length - unstarred.length).toBeGreaterThan(0)
})

test('an unknown product and an unknown path are 404, with words', async ({ page }) => {
  for (const path of [
    '/san-pham/khong-co-san-pham-nay',
    '/nha-san-xuat/khong-co',
    '/vung/khong-co',
    '/duong-dan-khong-co',
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test.describe('script budgets, gzip', () => {
  for (const [name, path, limit] of [
    ['home', '/', 110_000],
    ['listing', '/san-pham', 110_000],
    ['checkout', '/gio-hang', 140_000],
  ] as const)
    test(`${name} ≤ ${limit / 1000} kB`, async ({ page }) => {
      const sizes: Promise<number>[] = []
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script')
          sizes.push(
            response.body().then(
              (body) => gzipSync(body).length,
              () => 0,
            ),
          )
      })
      await page.goto(path, { waitUntil: 'networkidle' })
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
      expect(total).toBeGreaterThan(0)
      expect(total).toBeLessThanOrEqual(limit)
    })
})

test('the sitemap lists every product, and robots.txt points to it', async ({ request, baseURL }) => {
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toContain(`${baseURL}/sitemap.xml`)
  const map = await (await request.get('/sitemap.xml')).text()
  const { items } = await catalogue('per_page=60')
  for (const { handle } of items) expect(map).toContain(`/san-pham/${handle}`)
})

test('a homestay is asked for with its host, neither in the cart nor “out of stock”', async ({ page }) => {
  await page.goto('/san-pham?sector=tourism')
  const card = page.getByRole('listitem').filter({ hasText: 'Homestay Nặm Đíp' })
  await expect(card).toContainText('Đặt với chủ nhà')
  await card.getByRole('link', { name: 'Homestay Nặm Đíp' }).click()
  await expect(page.getByText('Chỗ ở không đặt qua giỏ hàng')).toBeVisible()
  await expect(page.getByText('Tạm hết hàng')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Thêm vào giỏ' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Xem chủ nhà' }).click()
  await expect(page).toHaveURL(/\/nha-san-xuat\//)
})
