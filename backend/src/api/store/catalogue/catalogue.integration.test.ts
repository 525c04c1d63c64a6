import { createServer, type Server } from 'node:http'
import type { ISearchModuleService } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import {
  updateInventoryLevelsWorkflow,
  updateProductsWorkflow,
  updateProductVariantsWorkflow,
} from '@medusajs/medusa/core-flows'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadSource } from '../../../../integration-tests/load-source'
import { shopSuite } from '../../../../integration-tests/shop-suite'
import type { CataloguePage, ProductCard } from '../../../search/catalogue-types'
import type { ProductDetail } from './product-detail'
import type { BigShop } from './testing/big-shop'
import type { Choice, FacetColumn, RunSql } from './testing/count-in-sql'

// The traceability service this suite stands in for.
const TRACE_PORT = Number(new URL(process.env.TRACE_URL ?? '').port)

const here = './src/api/store/catalogue/testing' as const
const { makeBigShop, untilIndexed } = loadSource<typeof import('./testing/big-shop')>(`${here}/big-shop`)
const { countInSql, facetInSql } = loadSource<typeof import('./testing/count-in-sql')>(`${here}/count-in-sql`)
const { revokeRecognitionWorkflow } = loadSource<
  typeof import('../../../workflows/recognition/workflows/revoke-recognition')
>('./src/workflows/recognition/workflows/revoke-recognition')

interface StockedRow {
  id: string
  inventory_items: { inventory_item_id: string; inventory: { location_levels: { location_id: string }[] } }[]
}

const SIZE = 240
const FACETS: FacetColumn[] = ['stars', 'sector', 'province', 'producer', 'price']
const TODAY = vietnamDay(new Date())

/** Lots by product id; null answers nothing at all. */
let trace: Map<string, unknown[]> | null = new Map()
let server: Server

beforeAll(async () => {
  server = createServer((req, res) => {
    const id = decodeURIComponent(req.url?.split('/')[2] ?? '')
    if (trace === null) return
    res.writeHead(200, { 'content-type': 'application/json' })
    res.end(JSON.stringify({ sourceAreas: [], lots: trace.get(id) ?? [] }))
  })
  await new Promise<void>((resolve) => server.listen(TRACE_PORT, '127.0.0.1', resolve))
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

shopSuite(({ getContainer, api, dbConnection }) => {
  let shop: BigShop

  const call = async (path: string, key = shop.publishableKey): Promise<{ status: number; data: unknown }> =>
    await api.get(path, { headers: { 'x-publishable-api-key': key }, validateStatus: () => true })
  const browse = async (query: string): Promise<CataloguePage> => {
    const { status, data } = await call(`/store/catalogue?${query}`)
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`)
    return data as CataloguePage
  }
  const titles = async (q: string): Promise<string[]> =>
    (await browse(`q=${encodeURIComponent(q)}`)).items.map(({ title }) => title)
  const product = async (handle: string): Promise<ProductDetail> =>
    ((await call(`/store/catalogue/${handle}`)).data as { product: ProductDetail }).product
  const runSql: RunSql = async (sql, values) => (await dbConnection.raw(sql, values as never)).rows
  const cardOf = async (id: string): Promise<ProductCard | undefined> => {
    const search: ISearchModuleService = getContainer().resolve(Modules.SEARCH)
    const { hits } = await search.search<{ title: string }>({
      entity: 'catalogue',
      fields: ['title'],
      filters: { id },
    })
    const title = hits[0]?.document.title
    if (title === undefined) return undefined
    const page = await browse(`q=${encodeURIComponent(title)}&per_page=${1 + Math.floor(Math.random() * 60)}`)
    return page.items.find((item) => item.id === id)
  }
  /** Until a card says so; a moment where nothing else runs, longer on a crowded machine. */
  const soon = async (id: string, expected: (card: ProductCard | undefined) => boolean): Promise<void> => {
    const until = Date.now() + 20_000
    for (;;) {
      const card = await cardOf(id)
      if (expected(card)) return
      if (Date.now() > until) throw new Error(`Still ${JSON.stringify(card)}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  /** Runs with the clock of the application at a moment. */
  const at = async <T>(moment: string, run: () => Promise<T>): Promise<T> => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })
    try {
      return await run()
    } finally {
      vi.useRealTimers()
    }
  }
  const idOf = (title: string): string => shop.ids.get(title) ?? ''

  beforeAll(async () => {
    const container = getContainer()
    await untilIndexed(container)
    shop = await makeBigShop(container, TODAY, SIZE)
    trace = new Map([[idOf('Chè Shan tuyết Suối Giàng'), [{ ref: 'lot-1', lotCode: 'L1' }]]])
    const search: ISearchModuleService = container.resolve(Modules.SEARCH)
    await search.reindex({ index: 'catalogue' })
    // Without statistics the planner joins the fresh tables row by row: 5 s a count.
    await dbConnection.raw('ANALYZE')
  }, 240_000)

  describe('GET /store/catalogue', () => {
    it('counts facets as SQL does, whatever is chosen', async () => {
      const teas = (await browse('q=che&per_page=60')).items.map(({ id }) => id)
      const choices: [query: string, choice: Choice][] = [
        ['', {}],
        ['stars=4', { stars: ['4'] }],
        ['stars=3&stars=5', { stars: ['3', '5'] }],
        ['sector=food', { sector: ['food'] }],
        ['sector=food&sector=craft&province=08', { sector: ['food', 'craft'], province: ['08'] }],
        ['province=82&province=01&stars=5', { province: ['82', '01'], stars: ['5'] }],
        ['producer=htx-3', { producer: ['htx-3'] }],
        ['producer=htx-3&producer=htx-4&sector=drink', { producer: ['htx-3', 'htx-4'], sector: ['drink'] }],
        ['price_min=50000&price_max=100000', { price: [50_000, 100_000] }],
        ['price_max=50000&stars=3&stars=4&stars=5', { price: [null, 50_000], stars: ['3', '4', '5'] }],
        ['price_min=500000&sector=herbal', { price: [500_000, null], sector: ['herbal'] }],
        [
          'stars=4&sector=food&province=08&producer=htx-1&price_min=20000',
          { stars: ['4'], sector: ['food'], province: ['08'], producer: ['htx-1'], price: [20_000, null] },
        ],
        ['q=che', { ids: teas }],
        ['q=che&sector=food&stars=4', { ids: teas, sector: ['food'], stars: ['4'] }],
      ]
      for (const [query, choice] of choices) {
        const page = await at(`${TODAY}T12:00:00+07:00`, () => browse(query))
        const total = await countInSql(runSql, shop.salesChannelId, TODAY, choice)
        expect({ query, total: page.total }).toEqual({ query, total })
        for (const facet of FACETS) {
          const counted = Object.fromEntries(
            page.facets[facet].filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
          )
          const inSql = await facetInSql(runSql, shop.salesChannelId, TODAY, choice, facet)
          expect({ query, facet, counted }).toEqual({ query, facet, counted: inSql })
        }
      }
      const all = await browse('')
      expect(all.facets.stars.map(({ value, label }) => `${value} ${label}`)).toEqual(['5 5 sao', '4 4 sao', '3 3 sao'])
      expect(all.facets.stars.every(({ count }) => count > 0)).toBe(true)
      expect(all.facets.price.map(({ value }) => value)).toEqual([
        '0-50000',
        '50000-100000',
        '100000-200000',
        '200000-500000',
        '500000-',
      ])
    })

    it('changes stars at midnight +07, in cards, filter and facet, without a new document', async () => {
      const tomorrow = vietnamDay(new Date(Date.parse(`${TODAY}T12:00:00+07:00`) + 86_400_000))
      const starred = async (day: string, moment: string): Promise<number> => {
        const all = await at(moment, () => browse('stars=3&stars=4&stars=5'))
        expect(all.total).toBe(await countInSql(runSql, shop.salesChannelId, day, { stars: ['3', '4', '5'] }))
        expect(Object.fromEntries(all.facets.stars.map(({ value, count }) => [value, count]))).toEqual(
          await facetInSql(runSql, shop.salesChannelId, day, {}, 'stars'),
        )
        for (const stars of ['3', '4', '5']) {
          const page = await at(moment, () => browse(`stars=${stars}&per_page=60`))
          expect(new Set(page.items.map(({ badge }) => badge.stars))).toEqual(new Set([Number(stars)]))
          expect(page.total).toBe(await countInSql(runSql, shop.salesChannelId, day, { stars: [stars] }))
        }
        return all.total
      }
      const before = await starred(TODAY, `${TODAY}T23:59:50+07:00`)
      const after = await starred(tomorrow, `${tomorrow}T00:00:00+07:00`)
      expect(after).not.toBe(before)
    })

    it('finds products with and without accents, in capitals, composed or not', async () => {
      expect((await titles('chè shan'))[0]).toBe('Chè Shan tuyết Suối Giàng')
      expect((await titles('CHE SHAN'))[0]).toBe('Chè Shan tuyết Suối Giàng')
      expect((await titles('mật ong')).slice(0, 2).sort()).toEqual(['Mật ong hương rừng', 'Mật ong nhãn'])
      expect((await titles('mat ong')).slice(0, 2).sort()).toEqual(['Mật ong hương rừng', 'Mật ong nhãn'])
      expect((await titles('mật ong'.normalize('NFD'))).slice(0, 2).sort()).toEqual([
        'Mật ong hương rừng',
        'Mật ong nhãn',
      ])
      expect((await titles('đường thốt nốt'))[0]).toBe('Đường thốt nốt')
      expect((await titles('duong thot not'))[0]).toBe('Đường thốt nốt')
      expect((await titles('  Chè -- "xanh"?? '))[0]).toBe('Chè xanh Trung Long')
    })

    it('puts what begins with the word first, and typed accents before the same plain letters', async () => {
      const plain = await titles('che')
      expect(plain.slice(0, 2).sort()).toEqual(['Chè Shan tuyết Suối Giàng', 'Chè xanh Trung Long'])
      expect(plain).toContain('Hạt sen chế biến sẵn')
      const accented = await titles('chè')
      expect(accented.slice(0, 3)).toContain('Hộp đựng chè thảo mộc')
      expect(accented.indexOf('Hạt sen chế biến sẵn')).toBe(accented.length - 1)
      expect((await titles('chế'))[0]).toBe('Hạt sen chế biến sẵn')
      expect((await titles('dương'))[0]).toBe('Dương xỉ cảnh')
      expect((await titles('đường'))[0]).toBe('Đường thốt nốt')
      expect(await titles('hoà bình')).toEqual(await titles('hòa bình'))
    })

    it('keeps the syllables me, do, to and an', async () => {
      expect((await titles('me'))[0]).toBe('Mè đỏ rang')
      expect((await titles('do'))[0]).toBe('Mè đỏ rang')
      expect((await titles('to'))[0]).toBe('Lụa tơ tằm An Giang')
      expect((await titles('an giang to tam'))[0]).toBe('Lụa tơ tằm An Giang')
    })

    it('pages a list cut from accented and other matches without a gap or a repeat', async () => {
      const whole = await titles('chè')
      const one = async (page: number): Promise<string | undefined> =>
        (await browse(`q=${encodeURIComponent('chè')}&per_page=1&page=${page}`)).items[0]?.title
      const paged = await Promise.all(whole.map((_, i) => one(i + 1)))
      expect(paged).toEqual(whole)
      expect(await one(whole.length + 1)).toBeUndefined()
    })

    it('answers nothing and suggests titles when nothing fits', async () => {
      const page = await browse('q=shan+tuyett')
      expect(page).toMatchObject({ items: [], total: 0 })
      expect(page.suggestions).toContain('Chè Shan tuyết Suối Giàng')
      expect((await browse('q=che')).suggestions).toEqual([])
    })

    it('survives empty, hostile and endless queries', async () => {
      const everything = (await browse('')).total
      expect((await browse('q=')).total).toBe(everything)
      expect((await browse('q=%20%20')).total).toBe(everything)
      for (const q of ['???', "' OR 1=1 --", '\u0000', '%', '<script>', 'a"b\\', ':* & | !', '🍵']) {
        expect((await browse(`q=${encodeURIComponent(q)}`)).total).toBe(0)
      }
      expect((await browse(`q=${'x'.repeat(500)}`)).total).toBe(0)
      expect((await browse(`q=${encodeURIComponent('chè shan '.repeat(60))}`)).items[0]?.title).toBe(
        'Chè Shan tuyết Suối Giàng',
      )
    })

    it('pages through everything once, in every order', async () => {
      const cards = async (sort: string, perPage: number): Promise<ProductCard[]> => {
        const all: ProductCard[] = []
        for (let page = 1; ; page++) {
          const { items, total } = await browse(`sort=${sort}&per_page=${perPage}&page=${page}`)
          expect(total).toBe(SIZE)
          all.push(...items)
          if (items.length === 0) return all
        }
      }
      for (const sort of ['newest', 'price', '-price', 'name', 'relevance']) {
        const all = await cards(sort, 60)
        expect(new Set(all.map(({ id }) => id)).size).toBe(SIZE)
        if (sort === 'name') {
          const collator = new Intl.Collator('vi', { ignorePunctuation: true })
          const named = all.map(({ title }) => title).filter((title) => !title.startsWith('Sản phẩm mẫu'))
          expect(named).toEqual([...named].sort(collator.compare))
        }
        const prices = all.map(({ price }) => price ?? 0)
        if (sort === 'price') expect(prices).toEqual([...prices].sort((a, b) => a - b))
        if (sort === '-price') expect(prices).toEqual([...prices].sort((a, b) => b - a))
      }
      expect((await cards('price', 7)).map(({ id }) => id)).toEqual((await cards('price', 60)).map(({ id }) => id))
    })

    it('refuses what it does not know and names the field', async () => {
      const refused = async (query: string): Promise<string> => {
        const { status, data } = await call(`/store/catalogue?${query}`)
        const { error } = data as { error: { field?: string; message: string; requestId: string } }
        expect(error.message).not.toBe('')
        return `${status} ${error.field}`
      }
      expect(await refused('colour=red')).toBe('400 colour')
      expect(await refused('stars=6')).toBe('400 stars')
      expect(await refused('stars=')).toBe('400 stars')
      expect(await refused('sector=weapons')).toBe('400 sector')
      expect(await refused('province=8')).toBe('400 province')
      expect(await refused(`producer=${encodeURIComponent("a' OR 1=1")}`)).toBe('400 producer')
      expect(await refused('price_min=-1')).toBe('400 price_min')
      expect(await refused('price_min=1.5')).toBe('400 price_min')
      expect(await refused('price_min=200000&price_max=100000')).toBe('400 price_max')
      expect(await refused('sort=random')).toBe('400 sort')
      expect(await refused('page=0')).toBe('400 page')
      expect(await refused('per_page=61')).toBe('400 per_page')
      expect(await refused('locale=fr')).toBe('400 locale')
      expect(await refused('q=a&q=b')).toBe('400 q')
      expect((await call('/store/catalogue', 'pk_wrong')).status).toBe(400)
    })

    it('is read from search documents alone', async () => {
      const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
      const read = query.graph.bind(query)
      // The publishable key is looked up by Medusa before the route is reached.
      const graph = vi.spyOn(query, 'graph').mockImplementation((async (question: Parameters<typeof read>[0]) => {
        if (question.entity !== 'api_key') throw new Error(`A list must not read "${question.entity}".`)
        return await read(question)
      }) as unknown as typeof read)
      try {
        expect((await browse('sector=food&per_page=13')).items.length).toBeGreaterThan(0)
      } finally {
        graph.mockRestore()
      }
    })

    it('shows only what the channels of the key sell', async () => {
      expect((await browse('')).total).toBe(SIZE)
      expect(await titles('hội chợ')).not.toContain('Chè chỉ bán ở hội chợ')
    })

    it('gives complete cards', async () => {
      const card = (await browse(`q=${encodeURIComponent('chè shan')}`)).items[0]
      expect(card).toEqual({
        id: idOf('Chè Shan tuyết Suối Giàng'),
        handle: 'sp-0',
        title: 'Chè Shan tuyết Suối Giàng',
        sector: expect.any(String),
        price: expect.any(Number),
        variantId: expect.stringMatching(/^variant_/),
        inStock: expect.any(Boolean),
        picture: null,
        producer: { handle: expect.stringMatching(/^htx-/), name: expect.stringMatching(/^Hợp tác xã/) },
        province: { code: expect.any(String), slug: expect.any(String), name: expect.any(String) },
        badge: expect.objectContaining({ status: expect.any(String) }),
        traceable: true,
        sample: expect.arrayContaining(['price']),
      })
      expect((await browse('locale=en')).facets.stars[0]?.label).toBe('5 stars')
    })
  })

  describe('changes', () => {
    it('shows a sold-out product, a new price and a withdrawn product at once', async () => {
      const container = getContainer()
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const id = idOf('Mật ong nhãn')
      const { data } = await query.graph({
        entity: 'variant',
        fields: ['id', 'inventory_items.inventory_item_id', 'inventory_items.inventory.location_levels.location_id'],
        filters: { product_id: id },
      })
      const variants = data as unknown as StockedRow[]
      const setStock = async (stocked_quantity: number): Promise<void> => {
        const updates = variants.flatMap((variant) =>
          variant.inventory_items.map(({ inventory_item_id, inventory }) => ({
            inventory_item_id,
            location_id: inventory.location_levels[0]?.location_id ?? '',
            stocked_quantity,
          })),
        )
        await updateInventoryLevelsWorkflow(container).run({ input: { updates } })
      }
      await setStock(5)
      await soon(id, (card) => card?.inStock === true)
      await setStock(0)
      await soon(id, (card) => card?.inStock === false)

      for (const { id: variantId } of variants) {
        await updateProductVariantsWorkflow(container).run({
          input: { selector: { id: variantId }, update: { prices: [{ amount: 77_000, currency_code: 'vnd' }] } },
        })
      }
      await soon(id, (card) => card?.price === 77_000)

      await updateProductsWorkflow(container).run({ input: { selector: { id }, update: { status: 'draft' } } })
      await soon(id, (card) => card === undefined)
      expect((await call('/store/catalogue/sp-5')).status).toBe(404)
      await updateProductsWorkflow(container).run({ input: { selector: { id }, update: { status: 'published' } } })
      await soon(id, (card) => card?.id === id)
    })

    it('takes a revoked star away', async () => {
      const container = getContainer()
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const starred = (await browse('stars=5')).items[0] as ProductCard
      const { data: recognitions } = await query.graph({
        entity: 'recognition',
        fields: ['id', 'valid_to', 'valid_from'],
        filters: { product_id: starred.id },
      })
      for (const { id: recognitionId, valid_to: to, valid_from: from } of recognitions) {
        if (to < TODAY || from > TODAY) continue
        await revokeRecognitionWorkflow(container).run({ input: { recognitionId, revokedOn: TODAY } })
      }
      const { deliverDue } = loadSource<typeof import('../../../outbox/deliver-due')>('./src/outbox/deliver-due')
      const nowhere = { url: `http://127.0.0.1:${TRACE_PORT}`, token: 'x' }
      await deliverDue(container, nowhere, Date.now() + 60_000)
      await soon(starred.id, (card) => card?.badge.stars === null)
    })
  })

  describe('GET /store/catalogue/:handle', () => {
    it('answers everything a product page shows', async () => {
      const detail = await product('sp-0')
      expect(detail).toMatchObject({
        title: 'Chè Shan tuyết Suối Giàng',
        traceable: true,
        traceAvailable: true,
        lots: [{ ref: 'lot-1' }],
        story: { vi: 'Chuyện sản phẩm.', en: null },
        description: 'Chế biến thủ công.',
        producer: {
          legalForm: 'cooperative',
          story: 'Chuyện của hợp tác xã.',
          place: { provinceCode: expect.any(String) },
        },
        netContent: '100 g',
        source: 'Tài liệu thử',
      })
      expect(detail.variants.find(({ title }) => title === 'Túi')).toEqual({
        id: expect.any(String),
        title: 'Túi',
        price: expect.any(Number),
        inStock: expect.any(Boolean),
        available: expect.any(Number),
        weightGrams: 120,
        harvest: null,
        holds: [],
      })
      expect(detail.related.length).toBeGreaterThan(3)
      expect(detail.related.map(({ id }) => id)).not.toContain(detail.id)
      const [newest, older] = detail.recognitions.map(({ decisionDate }) => decisionDate)
      if (newest && older) expect(newest >= older).toBe(true)
    })

    it('stands without the traceability service, within its second', async () => {
      trace = null
      const started = Date.now()
      const detail = await product('sp-1')
      trace = new Map()
      expect(detail).toMatchObject({ sourceAreas: [], lots: [], traceAvailable: false })
      expect(Date.now() - started).toBeLessThan(3_000)
    })

    it('is 404 for what is unknown or sold elsewhere', async () => {
      expect((await call('/store/catalogue/nowhere')).status).toBe(404)
      expect((await call(`/store/catalogue/${shop.elsewhere.handle}`)).status).toBe(404)
      expect((await call(`/store/catalogue/${encodeURIComponent("a' OR '1'='1")}`)).status).toBe(404)
    })
  })
})
