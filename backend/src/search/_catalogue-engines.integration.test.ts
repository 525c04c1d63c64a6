import { MedusaModule } from '@medusajs/framework/modules-sdk'
import type { MedusaContainer, SearchTypes } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, MedusaError, Modules } from '@medusajs/framework/utils'
import type { Recognition } from '@sao-lang/traceability/verify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SECTORS } from '../modules/listing/sectors'
import type { MeilisearchServer } from '../modules/search-meilisearch/testing/meilisearch-server'
import { findMeilisearch, openMeilisearch } from '../modules/search-meilisearch/testing/meilisearch-server'
import type { SearchStand } from '../modules/search-meilisearch/testing/search-module'
import { openSearchModule } from '../modules/search-meilisearch/testing/search-module'
import { PRODUCT_INDEX, STANDBY_INDEX, searchCatalogue } from './catalogue'
import type { CataloguePage, CatalogueParams } from './catalogue-types'
import { type ProductDocument, type ProductGraphRow, toProductDocument } from './product-document'
import productIndex from './product-index'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const TITLES = [
  'Chè Shan tuyết Suối Giàng',
  'Chè xanh Trung Long',
  'Hộp đựng chè thảo mộc',
  'Hạt sen chế biến sẵn',
  'Mật ong hương rừng',
  'Mật ong nhãn',
  'Bánh mứt gừng ong vàng',
  'Mè đỏ rang',
  'Lụa tơ tằm An Giang',
  'Đường thốt nốt',
  ...Array.from({ length: 140 }, (_, i) => `Sản phẩm mẫu ${i + 1}`),
]
const PRICES = [20_000, 50_000, 99_999, 100_000, 250_000, 600_000]

/** Half of the products carry a star, some of them one that lapsed. */
function document(title: string, i: number): ProductDocument {
  const recognition = {
    id: `recog_${i}`,
    stars: ([3, 4, 5] as const)[i % 3] as Recognition['stars'],
    points: null,
    rubric_version: '148/2023',
    valid_from: '2024-01-01',
    valid_to: i % 4 === 0 ? '2024-12-31' : '2099-12-31',
    revoked_on: null,
    extended_to: null,
    suspensions: [],
    sample: true,
    decision: { number: '1/QĐ', date: '2024-01-01', authority: 'UBND tỉnh', sample: true },
  }
  const row: ProductGraphRow = {
    id: `prod_${i}`,
    handle: `sp-${i}`,
    title,
    status: 'published',
    created_at: new Date(Date.UTC(2026, 0, 1, 0, i)),
    sales_channels: [{ id: i > 9 && i % 10 === 9 ? 'sc_other' : 'sc_online', stock_locations: [{ id: 'loc' }] }],
    variants: [{ id: `variant_${i}`, manage_inventory: false, allow_backorder: false, inventory_items: [] }],
    listing_detail: { sector: SECTORS[i % SECTORS.length] ?? 'food', pictures: [], sample: [] },
    producer: {
      handle: `htx-${i % 7}`,
      name: `Hợp tác xã số ${i % 7}`,
      status: 'open',
      province: { code: `0${i % 5}`, slug: `tinh-${i % 5}`, name: `Tỉnh ${i % 5}`, name_en: `Province ${i % 5}` },
      commune: null,
    },
    recognitions: i % 2 === 0 ? [] : [recognition],
  }
  const prices = new Map([[`variant_${i}`, PRICES[i % PRICES.length]]])
  const made = toProductDocument(row, { prices, traced: new Set(), now: new Date() })
  if (!made) throw new Error(`No document for "${title}"`)
  return made
}

const documents = TITLES.map(document)
const meilisearch = findMeilisearch()
const engines = [
  { name: 'PostgreSQL', provider: 'search-postgres' },
  ...(meilisearch === null ? [] : [{ name: `Meilisearch (${meilisearch})`, provider: 'meilisearch' }]),
]

describe.each(engines)('the catalogue on $name', ({ provider }) => {
  let stand: SearchStand
  let server: MeilisearchServer | null = null
  let container: MedusaContainer

  const browse = (params: Partial<CatalogueParams> = {}): Promise<CataloguePage> =>
    searchCatalogue(container, { salesChannelIds: ['sc_online'], ...params })
  const titles = async (q: string): Promise<string[]> => (await browse({ q })).items.map(({ title }) => title)

  beforeAll(async () => {
    server = provider === 'meilisearch' && meilisearch !== null ? await openMeilisearch(meilisearch) : null
    const seed: SearchTypes.SearchIndexDefinition['seed'] = async function* seed() {
      yield [{ action: 'upsert', documents }]
    }
    MedusaModule.clearInstances()
    stand = await openSearchModule({
      database: `search_engines_${process.pid}`,
      indexes: [
        { ...productIndex, name: PRODUCT_INDEX, provider, seed },
        { ...productIndex, name: STANDBY_INDEX, provider: 'search-postgres', seed },
      ] as SearchTypes.SearchIndexDefinition[],
      meilisearch: server,
    })
    await stand.migrateAndSeed()
    const services: Record<string, unknown> = {
      [Modules.SEARCH]: stand.module,
      [ContainerRegistrationKeys.LOGGER]: { warn: () => {} },
    }
    container = { resolve: (name: string) => services[name] } as unknown as MedusaContainer
  })

  afterAll(async () => {
    await stand.close()
    await server?.stop()
  })

  it('finds che, chè, CHE SHAN, mật ong and mat ong, the right products first', async () => {
    const teas = ['Chè Shan tuyết Suối Giàng', 'Chè xanh Trung Long']
    expect((await titles('che')).slice(0, 2).sort()).toEqual(teas)
    expect((await titles('chè')).slice(0, 2).sort()).toEqual(teas)
    expect((await titles('chè')).at(-1)).toBe('Hạt sen chế biến sẵn')
    expect((await titles('chế'))[0]).toBe('Hạt sen chế biến sẵn')
    expect(await titles('CHE SHAN')).toEqual(['Chè Shan tuyết Suối Giàng'])
    expect((await titles('mật ong')).slice(0, 2).sort()).toEqual(['Mật ong hương rừng', 'Mật ong nhãn'])
    expect((await titles('mat ong'.normalize('NFD'))).slice(0, 2).sort()).toEqual([
      'Mật ong hương rừng',
      'Mật ong nhãn',
    ])
    expect(await titles('đường')).toEqual(['Đường thốt nốt'])
    expect(await titles('duong')).toEqual(['Đường thốt nốt'])
    expect((await titles('me'))[0]).toBe('Mè đỏ rang')
    expect((await titles('to'))[0]).toBe('Lụa tơ tằm An Giang')
  })

  it('suggests titles after an empty answer, and survives hostile text', async () => {
    const page = await browse({ q: 'shan tuyett' })
    expect(page.total).toBe(0)
    expect(page.suggestions).toContain('Chè Shan tuyết Suối Giàng')
    for (const q of ['"', "' OR 1=1 --", '-che -shan', '\\', 'x'.repeat(500), '!!!']) {
      expect((await browse({ q })).total).toBeLessThan(TITLES.length)
    }
  })

  it('counts facets of what is chosen, each without its own choice', async () => {
    const online = documents.filter(({ sales_channel_ids }) => sales_channel_ids.includes('sc_online'))
    const inForce = (d: ProductDocument): boolean => d.star !== null && (d.star_until ?? 0) > 20_261_122
    const chosen: Partial<CatalogueParams> = { sector: ['food', 'craft'], stars: [4, 5], priceMin: 50_000 }
    const page = await browse({ ...chosen, perPage: 60 })
    const bySector = (d: ProductDocument): boolean => ['food', 'craft'].includes(d.sector)
    const byStars = (d: ProductDocument): boolean => inForce(d) && ['4', '5'].includes(d.star ?? '')
    const byPrice = (d: ProductDocument): boolean => (d.price ?? 0) >= 50_000
    const counts = (rows: ProductDocument[], of: (d: ProductDocument) => string): Record<string, number> => {
      const sums: Record<string, number> = {}
      for (const row of rows) sums[of(row)] = (sums[of(row)] ?? 0) + 1
      return sums
    }
    const facet = (name: keyof CataloguePage['facets']): Record<string, number> =>
      Object.fromEntries(page.facets[name].filter(({ count }) => count > 0).map(({ value, count }) => [value, count]))
    const all = online.filter((d) => bySector(d) && byStars(d) && byPrice(d))
    expect(page.total).toBe(all.length)
    expect(page.items.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
    expect(facet('sector')).toEqual(
      counts(
        online.filter((d) => byStars(d) && byPrice(d)),
        (d) => d.sector,
      ),
    )
    expect(facet('stars')).toEqual(
      counts(
        online.filter((d) => bySector(d) && byPrice(d) && inForce(d)),
        (d) => d.star ?? '',
      ),
    )
    expect(facet('province')).toEqual(counts(all, (d) => d.province_code))
    expect(facet('producer')).toEqual(counts(all, (d) => d.producer_handle))
    const range = ({ price }: ProductDocument): string =>
      (price ?? 0) < 50_000
        ? '0-50000'
        : (price ?? 0) < 100_000
          ? '50000-100000'
          : (price ?? 0) < 200_000
            ? '100000-200000'
            : (price ?? 0) < 500_000
              ? '200000-500000'
              : '500000-'
    expect(facet('price')).toEqual(
      counts(
        online.filter((d) => bySector(d) && byStars(d)),
        range,
      ),
    )
  })

  it('pages through everything once, in every order', async () => {
    for (const sort of ['newest', 'price', '-price', 'name'] as const) {
      const pages = await Promise.all([1, 2, 3, 4].map((page) => browse({ sort, page, perPage: 40, facets: false })))
      const ids = pages.flatMap(({ items }) => items.map(({ id }) => id))
      expect(new Set(ids).size).toBe(136)
      expect(ids).toHaveLength(136)
    }
    const words = await Promise.all([1, 2, 3].map((page) => browse({ q: 'chè', page, perPage: 2, facets: false })))
    expect(words.flatMap(({ items }) => items.map(({ title }) => title))).toEqual(await titles('chè'))
  })

  if (provider === 'meilisearch') {
    it('is served from PostgreSQL while Meilisearch does not answer', async () => {
      const before = await browse({ sort: 'name' })
      const away = new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        'Meilisearch failed while searching: fetch failed',
      )
      const searchMany = vi.spyOn(stand.provider('meilisearch'), 'searchMany').mockRejectedValue(away)
      try {
        const during = await browse({ sort: 'name' })
        expect(during.items).toEqual(before.items)
        expect(during.facets).toEqual(before.facets)
      } finally {
        searchMany.mockRestore()
      }
    })
  }
})
