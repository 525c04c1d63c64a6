import type { MedusaContainer } from '@medusajs/framework/types'
import type { Picture } from '@sao-lang/traceability/verify'
import { createListedProductsWorkflow } from '../src/workflows/listing/workflows/create-listed-products'
import { importPlacesWorkflow } from '../src/workflows/place/workflows/import-places'
import { upsertProducersWorkflow } from '../src/workflows/producer/workflows/upsert-producers'
import { recordDecisionWorkflow } from '../src/workflows/recognition/workflows/record-decision'
import { setUpShopWorkflow } from '../src/workflows/shop/workflows/set-up-shop'

export const PICTURE: Picture = {
  alt: 'Hộp trà',
  width: 640,
  height: 480,
  variants: [{ path: 'san-pham/tra-640.avif', format: 'avif', width: 640 }],
}

/** What a suite needs to shop: ids by meaning. */
export interface SampleShop {
  publishableKey: string
  salesChannelId: string
  stockLocationId: string
  shippingProfileId: string
  tea: { id: string; handle: string; variantIds: string[] }
  honey: { id: string; handle: string; variantIds: string[] }
  recognitionIds: string[]
}

export const SHIPPING_FEE = 30_000
export const TEA_PRICE = 120_000
export const TEA_STOCK = 10

/** A small shop through the same workflows as the real one. `today` is a calendar day at +07. */
export async function makeSampleShop(container: MedusaContainer): Promise<SampleShop> {
  const { result: shop } = await setUpShopWorkflow(container).run({
    input: {
      storeName: 'Sao Làng',
      shippingFee: SHIPPING_FEE,
      stockLocation: { name: 'Kho chung', provinceName: 'Đồng Tháp', address: 'Phường Sa Đéc' },
    },
  })
  await importPlacesWorkflow(container).run({ input: PLACES })
  await upsertProducersWorkflow(container).run({
    input: {
      producers: [
        {
          handle: 'htx-son-tra',
          name: 'Hợp tác xã Sơn Trà',
          legalForm: 'cooperative',
          provinceCode: '08',
          communeCode: '00691',
          address: 'Thôn 1',
          legacyPlace: 'Xã Hồng Thái, huyện Na Hang',
          phone: '0912345678',
          storyVi: 'Chè hái trên núi cao.',
          storyEn: 'Tea picked high in the mountains.',
          source: 'Báo cáo thử',
          sample: ['story'],
        },
      ],
    },
  })
  const { result: products } = await createListedProductsWorkflow(container).run({
    input: {
      salesChannelIds: [shop.salesChannelId],
      stockLocationId: shop.stockLocationId,
      shippingProfileId: shop.shippingProfileId,
      products: [
        listed('che-shan-tuyet', 'Chè Shan tuyết', TEA_PRICE, TEA_STOCK),
        listed('mat-ong-rung', 'Mật ong rừng', 200_000, 3),
      ],
    },
  })
  const [tea, honey] = products
  if (!tea || !honey) throw new Error('The sample products were not made.')
  const { result: decision } = await recordDecisionWorkflow(container).run({
    input: {
      decision: {
        number: '15/QĐ-UBND',
        date: '2025-01-10',
        authority: 'UBND tỉnh Tuyên Quang',
        level: 'province',
        legalBasis: '148/QĐ-TTg',
        source: 'Quyết định thử',
        sample: true,
      },
      recognitions: [
        {
          productId: tea.id,
          productName: 'Chè Shan tuyết',
          stars: 4,
          points: 85.5,
          rubricVersion: '148/2023',
          validFrom: '2025-01-10',
          validTo: '2099-01-09',
          sample: true,
        },
      ],
    },
  })
  return { ...shop, tea, honey, recognitionIds: decision.recognitionIds }
}

export const LOTUS_PRICE = 90_000
export const LOTUS_STOCK = 10

/** A second producer, a household of another province, with one product. */
export async function addSecondProducer(
  container: MedusaContainer,
  shop: SampleShop,
): Promise<{ id: string; handle: string; variantIds: string[] }> {
  await upsertProducersWorkflow(container).run({
    input: {
      producers: [
        {
          handle: 'ho-sen-hong',
          name: 'Hộ kinh doanh Sen Hồng',
          legalForm: 'household',
          provinceCode: '82',
          communeCode: '29905',
          address: 'Khóm 2',
          legacyPlace: null,
          phone: '0987654321',
          storyVi: 'Sen trồng trên đồng nước.',
          storyEn: 'Lotus grown in the flooded fields.',
          source: 'Báo cáo thử',
          sample: ['story'],
        },
      ],
    },
  })
  const { result } = await createListedProductsWorkflow(container).run({
    input: {
      salesChannelIds: [shop.salesChannelId],
      stockLocationId: shop.stockLocationId,
      shippingProfileId: shop.shippingProfileId,
      products: [listed('tra-tim-sen', 'Trà tim sen', LOTUS_PRICE, LOTUS_STOCK, 'ho-sen-hong')],
    },
  })
  const [lotus] = result
  if (!lotus) throw new Error('The second producer’s product was not made.')
  return lotus
}

export function listed(handle: string, title: string, price: number, stock: number, producerHandle = 'htx-son-tra') {
  return {
    handle,
    title,
    description: `${title} của vùng cao.`,
    producerHandle,
    listing: {
      sector: 'drink' as const,
      netContent: '100 g',
      ingredients: 'Chè',
      allergens: null,
      storage: 'Nơi khô ráo',
      usage: null,
      warning: null,
      standard: 'TCCS 01',
      perishable: false,
      storyVi: 'Chuyện sản phẩm.',
      storyEn: null,
      pictures: [PICTURE],
      sample: ['price'],
      source: 'Báo cáo thử',
    },
    variants: [{ title: 'Hộp 100 g', sku: `${handle}-100`, price, weightGrams: 120, stock }],
  }
}

const PLACES = {
  provinces: [
    province('08', 'tuyen-quang', 'Tuyên Quang', 'Tuyen Quang'),
    province('82', 'dong-thap', 'Đồng Tháp', 'Dong Thap'),
  ],
  communes: [
    { code: '00691', name: 'Hồng Thái', type: 'Xã', provinceCode: '08', ascii: 'Hong Thai' },
    { code: '00700', name: 'An Tường', type: 'Phường', provinceCode: '08', ascii: 'An Tuong' },
    { code: '29905', name: 'Sa Đéc', type: 'Phường', provinceCode: '82', ascii: 'Sa Dec' },
  ],
  legacyPlaces: [
    { level: 'province' as const, code: '02', name: 'Tỉnh Hà Giang', parentCode: null, targets: ['08'], split: false },
    {
      level: 'province' as const,
      code: '08',
      name: 'Tỉnh Tuyên Quang',
      parentCode: null,
      targets: ['08'],
      split: false,
    },
    { level: 'district' as const, code: '072', name: 'Huyện Na Hang', parentCode: '08', targets: [], split: true },
    {
      level: 'commune' as const,
      code: '02206',
      name: 'Xã Hồng Thái',
      parentCode: '072',
      targets: ['00691'],
      split: false,
    },
    {
      level: 'commune' as const,
      code: '02209',
      name: 'Xã Đà Vị',
      parentCode: '072',
      targets: ['00691', '00700'],
      split: true,
    },
  ],
}

function province(code: string, slug: string, name: string, ascii: string) {
  return { code, slug, name, fullName: `Tỉnh ${name}`, nameEn: ascii, type: 'Tỉnh', ascii }
}
