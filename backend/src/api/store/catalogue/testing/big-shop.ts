import type { ISearchModuleService, MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, MedusaError, Modules } from '@medusajs/framework/utils'
import { createSalesChannelsWorkflow, linkSalesChannelsToApiKeyWorkflow } from '@medusajs/medusa/core-flows'
import { SECTORS } from '../../../../modules/listing/sectors'
import { PRODUCT_INDEX } from '../../../../search/catalogue'
import { createListedProductsWorkflow } from '../../../../workflows/listing/workflows/create-listed-products'
import { importPlacesWorkflow } from '../../../../workflows/place/workflows/import-places'
import { upsertProducersWorkflow } from '../../../../workflows/producer/workflows/upsert-producers'
import { recordDecisionWorkflow } from '../../../../workflows/recognition/workflows/record-decision'
import { setUpShopWorkflow } from '../../../../workflows/shop/workflows/set-up-shop'

/** Names that show what a Vietnamese search box must tell apart. */
const NAMED = [
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
  'Dương xỉ cảnh',
  'Rượu nếp cái hoa vàng Hòa Bình',
]

export interface BigShop {
  publishableKey: string
  salesChannelId: string
  /** Sold in another channel only. */
  elsewhere: { handle: string }
  /** Product ids by title. */
  ids: Map<string, string>
  total: number
}

/** The same numbers in every run. */
function lottery(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

/**
 * A shop with a few hundred made-up products through the same workflows as the real one: eight provinces, thirty producers,
 * every sector, prices on and between the limits of the ranges, sold-out ones, and recognitions that are in force,
 * lapsed, revoked, yet to come or overtaken by a later decision. In: today at +07, yyyy-mm-dd, and how many products.
 */
export async function makeBigShop(container: MedusaContainer, today: string, size: number): Promise<BigShop> {
  const draw = lottery(26)
  const { result: shop } = await setUpShopWorkflow(container).run({
    input: {
      storeName: 'Sao Làng',
      shippingFee: 30_000,
      stockLocation: { name: 'Kho chung', provinceName: 'Đồng Tháp', address: 'Phường Sa Đéc' },
    },
  })
  await importPlacesWorkflow(container).run({ input: { provinces: PROVINCES, communes: [], legacyPlaces: [] } })
  const producers = Array.from({ length: 30 }, (_, i) => ({
    handle: `htx-${i + 1}`,
    name: `Hợp tác xã số ${i + 1}`,
    legalForm: 'cooperative' as const,
    provinceCode: PROVINCES[i % PROVINCES.length]?.code ?? '08',
    communeCode: null,
    address: null,
    legacyPlace: null,
    phone: null,
    storyVi: 'Chuyện của hợp tác xã.',
    storyEn: 'The story of the cooperative.',
    source: 'Tài liệu thử',
    sample: [],
  }))
  await upsertProducersWorkflow(container).run({ input: { producers } })

  const titles = [...NAMED, ...Array.from({ length: size - NAMED.length }, (_, i) => `Sản phẩm mẫu ${i + 1}`)]
  const made: { id: string; title: string }[] = []
  for (let start = 0; start < titles.length; start += 100) {
    const some = titles.slice(start, start + 100)
    const { result } = await createListedProductsWorkflow(container).run({
      input: {
        salesChannelIds: [shop.salesChannelId],
        stockLocationId: shop.stockLocationId,
        shippingProfileId: shop.shippingProfileId,
        products: some.map((title, i) => listed(title, start + i, draw)),
      },
    })
    made.push(...result.map(({ id }, i) => ({ id, title: some[i] ?? '' })))
  }
  await decide(container, made, today, draw)

  const { result: channels } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: 'Hội chợ' }] },
  })
  await createListedProductsWorkflow(container).run({
    input: {
      salesChannelIds: channels.map(({ id }) => id),
      stockLocationId: shop.stockLocationId,
      shippingProfileId: shop.shippingProfileId,
      products: [{ ...listed('Chè chỉ bán ở hội chợ', 9_999, draw), handle: 'che-hoi-cho' }],
    },
  })
  return {
    publishableKey: shop.publishableKey,
    salesChannelId: shop.salesChannelId,
    elsewhere: { handle: 'che-hoi-cho' },
    ids: new Map(made.map(({ id, title }) => [title, id])),
    total: made.length,
  }
}

/** Waits for the index that the start of the application builds; a suite's snapshot would cut its building off. */
export async function untilIndexed(container: MedusaContainer): Promise<void> {
  const search: ISearchModuleService = container.resolve(Modules.SEARCH)
  for (let tries = 0; tries < 100; tries++) {
    try {
      await search.search({ entity: PRODUCT_INDEX, fields: ['id'], pagination: { take: 1 } })
      return
    } catch (error) {
      if (!(error instanceof MedusaError) || error.type !== MedusaError.Types.NOT_FOUND) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  throw new Error('The search index did not become ready')
}

/** Opens the channel of a key to a further one. */
export async function openChannel(container: MedusaContainer, publishableKey: string, name: string): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: keys } = await query.graph({ entity: 'api_key', fields: ['id'], filters: { token: publishableKey } })
  const { data: channels } = await query.graph({ entity: 'sales_channel', fields: ['id'], filters: { name } })
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: keys[0]?.id ?? '', add: channels.map(({ id }) => id) },
  })
}

const PRICES = [20_000, 49_999, 50_000, 50_001, 99_999, 100_000, 150_000, 199_999, 200_000, 499_999, 500_000, 1_200_000]

function listed(title: string, number: number, draw: (below: number) => number) {
  const price = PRICES[draw(PRICES.length)] ?? 20_000
  const cheapButGone = draw(5) === 0
  return {
    handle: `sp-${number}`,
    title,
    description: 'Chế biến thủ công.',
    producerHandle: `htx-${draw(30) + 1}`,
    listing: {
      sector: SECTORS[draw(SECTORS.length)] ?? 'food',
      netContent: '100 g',
      ingredients: null,
      allergens: null,
      storage: null,
      usage: null,
      warning: null,
      standard: null,
      perishable: false,
      storyVi: 'Chuyện sản phẩm.',
      storyEn: null,
      pictures: [],
      sample: ['price'],
      source: 'Tài liệu thử',
    },
    variants: [
      { title: 'Túi', sku: `${number}-tui`, price, weightGrams: 120, stock: draw(4) },
      ...(cheapButGone ? [{ title: 'Gói nhỏ', sku: `${number}-goi`, price: 15_000, weightGrams: 20, stock: 0 }] : []),
    ],
  }
}

/** Each decision covers some products; the kinds are drawn. */
async function decide(
  container: MedusaContainer,
  products: { id: string; title: string }[],
  today: string,
  draw: (below: number) => number,
): Promise<void> {
  const day = (offset: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10)
  const kinds = [
    { number: '1/QĐ-UBND', date: day(-900), from: day(-900), to: day(195) },
    { number: '2/QĐ-UBND', date: day(-1_200), from: day(-1_200), to: day(-1) },
    { number: '3/QĐ-UBND', date: day(-1_000), from: day(-1_000), to: today },
    { number: '4/QĐ-UBND', date: day(-10), from: day(1), to: day(1_096) },
    { number: '5/QĐ-UBND', date: day(-100), from: day(-100), to: day(995) },
  ]
  for (const kind of kinds) {
    const chosen = products.filter(() => draw(3) === 0)
    await recordDecisionWorkflow(container).run({
      input: {
        decision: {
          number: kind.number,
          date: kind.date,
          authority: 'UBND tỉnh',
          level: 'province',
          legalBasis: null,
          source: null,
          sample: true,
        },
        recognitions: chosen.map(({ id, title }) => ({
          productId: id,
          productName: title,
          stars: ([3, 4, 5] as const)[draw(3)] ?? 3,
          points: null,
          rubricVersion: '148/2023',
          validFrom: kind.from,
          validTo: kind.to,
          sample: true,
        })),
      },
    })
  }
}

const PROVINCES = [
  ['08', 'tuyen-quang', 'Tuyên Quang'],
  ['82', 'dong-thap', 'Đồng Tháp'],
  ['01', 'ha-noi', 'Hà Nội'],
  ['14', 'son-la', 'Sơn La'],
  ['19', 'thai-nguyen', 'Thái Nguyên'],
  ['56', 'khanh-hoa', 'Khánh Hòa'],
  ['68', 'lam-dong', 'Lâm Đồng'],
  ['91', 'an-giang', 'An Giang'],
].map(([code = '', slug = '', name = '']) => ({
  code,
  slug,
  name,
  fullName: `Tỉnh ${name}`,
  nameEn: slug,
  type: 'Tỉnh',
  ascii: slug,
}))
