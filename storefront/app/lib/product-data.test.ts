import { beforeEach, expect, test, vi } from 'vitest'
import type { ProductDetail } from './medusa/types.ts'

const PLAIN = { harvest: null, holds: [] }

vi.mock('./env.server.ts', () => ({ env: () => ({ STOREFRONT_URL: 'https://sao-lang.example' }) }))
const { productData } = await import('./product-data.server.ts')

let product: ProductDetail
beforeEach(() => {
  product = {
    id: 'prod_1',
    handle: 'hat-sen-say',
    title: 'Hạt sen sấy',
    sector: 'food',
    price: 125_000,
    variantId: 'variant_1',
    inStock: true,
    picture: null,
    province: { code: '82', slug: 'dong-thap', name: 'Đồng Tháp' },
    badge: {
      stars: 4,
      status: 'valid',
      decisionNumber: '0001/QĐ-UBND',
      decisionDate: '2025-03-14',
      authority: 'UBND tỉnh Đồng Tháp',
      validFrom: '2025-03-14',
      validTo: '2028-03-14',
      lapsedOn: null,
      transitional: false,
      sample: false,
    },
    traceable: true,
    sample: [],
    description: 'Hạt sen sấy giòn.',
    story: null,
    pictures: [],
    variants: [
      { id: 'variant_1', title: 'Hũ 250 g', price: 125_000, inStock: true, available: 5, weightGrams: 250, ...PLAIN },
      { id: 'variant_2', title: 'Túi 500 g', price: 235_000, inStock: false, available: 0, weightGrams: 500, ...PLAIN },
      {
        id: 'variant_3',
        title: 'Không bán',
        price: null,
        inStock: false,
        available: null,
        weightGrams: null,
        ...PLAIN,
      },
    ],
    producer: {
      handle: 'nam-huy',
      name: 'Công ty TNHH Nam Huy',
      legalForm: 'llc',
      place: { provinceCode: '82', provinceName: 'Đồng Tháp', communeCode: null, communeName: null, legacyName: null },
      story: null,
      phone: null,
    },
    recognitions: [],
    sourceAreas: [],
    lots: [],
    source: null,
    netContent: null,
    ingredients: null,
    allergens: null,
    storage: null,
    usage: null,
    warning: null,
    standard: null,
    perishable: false,
    related: [],
  }
})
const url = 'https://sao-lang.example/san-pham/hat-sen-say'

test('each size on sale is an offer in whole đồng with its stock', () => {
  expect(productData(product, url, null).offers).toEqual([
    expect.objectContaining({ price: 125_000, priceCurrency: 'VND', availability: 'https://schema.org/InStock' }),
    expect.objectContaining({ price: 235_000, priceCurrency: 'VND', availability: 'https://schema.org/OutOfStock' }),
  ])
})

test('a valid decision is stated with number, authority and validity', () => {
  expect(productData(product, url, null).hasCertification).toMatchObject({
    certificationIdentification: '0001/QĐ-UBND',
    expires: '2028-03-14',
  })
})

test('neither a lapsed nor an illustrative decision is told to machines', () => {
  const lapsed = { ...product.badge, stars: null, status: 'expired' as const, lapsedOn: '2028-03-15' }
  expect(productData({ ...product, badge: lapsed }, url, null).hasCertification).toBeUndefined()
  expect(
    productData({ ...product, badge: { ...product.badge, sample: true } }, url, null).hasCertification,
  ).toBeUndefined()
})

test('points of buyers are told once there are any', () => {
  const rating = { count: 3, mean: 4.3, spread: [0, 0, 0, 2, 1] }
  expect(productData(product, url, rating).aggregateRating).toMatchObject({ ratingValue: 4.3, reviewCount: 3 })
  expect(productData(product, url, { count: 0, mean: null, spread: [0, 0, 0, 0, 0] }).aggregateRating).toBeUndefined()
})
