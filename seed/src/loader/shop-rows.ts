import type { CreateListedProductsInput } from '@sao-lang/backend/workflows/listing/workflows/create-listed-products'
import type { ImportPlacesInput } from '@sao-lang/backend/workflows/place/workflows/import-places'
import type { UpsertProducersInput } from '@sao-lang/backend/workflows/producer/workflows/upsert-producers'
import type { ImportProgrammeInput } from '@sao-lang/backend/workflows/programme/workflows/import-programme'
import type { UpsertShopsInput } from '@sao-lang/backend/workflows/promotion-centre/workflows/upsert-shops'
import type { RecordDecisionInput } from '@sao-lang/backend/workflows/recognition/workflows/record-decision'
import type { Picture } from '@sao-lang/traceability/verify'
import { requireBy, type SeedData } from '../data/load-data.ts'

/** Outlets that sell at a till of the shop: the two promotion-centre shops the Đồng Tháp plan describes with counts. */
export const COUNTER_SHOPS = ['shop-001', 'shop-002'] as const

/** What keeps no longer than this comes back only damaged, wrong or missing. */
const PERISHABLE_DAYS = 30

type ListedProduct = CreateListedProductsInput['products'][number]

export function placeRows(data: SeedData): ImportPlacesInput {
  return {
    provinces: data.provinces.map(({ code, slug, name, fullName, nameEn, type, ascii }) => ({
      code,
      slug,
      name,
      fullName,
      nameEn,
      type,
      ascii,
    })),
    communes: data.communes.map(({ code, name, type, provinceCode, ascii }) => ({
      code,
      name,
      type,
      provinceCode,
      ascii,
    })),
    legacyPlaces: data.legacyPlaces,
  }
}

export function programmeRows(data: SeedData): ImportProgrammeInput {
  return {
    statistics: data.statistics.map(({ quote, source, ...row }) => ({
      ...row,
      source: citationOf(data, source),
      quoteHint: quote,
    })),
    legalInstruments: data.legalInstruments.map(({ quote, source, issuerBasis: _, ...row }) => ({
      ...row,
      dateAsGiven: Object.fromEntries(
        Object.entries(row.dateAsGiven).map(([id, given]) => [requireBy(data.sources, 'id', id).shortTitle, given]),
      ),
      citedIn: row.citedIn.map((id) => requireBy(data.sources, 'id', id).shortTitle),
      source: citationOf(data, source),
      quoteHint: quote,
    })),
  }
}

export function outletRows(data: SeedData): UpsertShopsInput {
  const of = (group: 'shop' | 'fair') => data.outlets.filter((outlet) => outlet.group === group)
  return {
    shops: of('shop').map((outlet) => ({
      handle: outlet.handle,
      name: outlet.name,
      kind: outlet.kind,
      operatorProvince: outlet.operatorProvince,
      location: outlet.location,
      productCount: outlet.productCount,
      producerCount: outlet.producerCount,
      year: outlet.year,
      status: outlet.status,
      source: citationOf(data, outlet.source),
      note: outlet.note,
      withSalesChannel: COUNTER_SHOPS.some((id) => id === outlet.id),
    })),
    fairs: of('fair').map((outlet) => ({
      handle: outlet.handle,
      name: outlet.name,
      kind: outlet.kind,
      operatorProvince: outlet.operatorProvince,
      location: outlet.location,
      year: outlet.year,
      status: outlet.status,
      participants: outlet.participants,
      source: citationOf(data, outlet.source),
      note: outlet.note,
    })),
  }
}

/** The producers the documents name, then a stand-in for each place whose holder they do not name. */
export function producerRows(data: SeedData): UpsertProducersInput['producers'] {
  const named = data.producers.map((producer) => ({
    handle: producer.handle,
    name: producer.name,
    legalForm: producer.legalForm,
    provinceCode: producer.provinceCode,
    communeCode: producer.communeCode,
    address: null,
    legacyPlace: producer.legacyPlace,
    phone: null,
    ...producerStory(data, producer),
    source: citationOf(data, producer.source),
    sample: [],
  }))
  const standIns = data.placeholderProducers.map((producer) => ({
    handle: producer.handle,
    name: producer.name,
    legalForm: producer.legalForm ?? ('other' as const),
    provinceCode: producer.provinceCode,
    communeCode: producer.communeCode,
    address: null,
    legacyPlace: producer.legacyPlace,
    phone: null,
    storyVi:
      'Tài liệu nguồn nêu tên sản phẩm nhưng không nêu tên chủ thể. Trang này tạm ghi theo địa danh cho đến khi chủ thể nhận trang của mình.',
    storyEn:
      'The source document names the products but not who holds them. This page goes by the place until the holder takes it over.',
    source: citationOf(data, producer.source),
    sample: producer.legalForm === undefined ? ['name'] : ['name', 'legalForm'],
  }))
  return [...named, ...standIns]
}

/** What the documents themselves say of a producer, as a sentence; nothing is added. */
function producerStory(
  data: SeedData,
  producer: SeedData['producers'][number],
): { storyVi: string | null; storyEn: string | null } {
  const source = requireBy(data.sources, 'id', producer.source).shortTitle
  const vi: string[] = []
  const en: string[] = []
  if (producer.productNames.length > 0) {
    const products = producer.productNames.join(', ')
    vi.push(`sản phẩm nêu tên: ${products}`)
    en.push(`products named: ${products}`)
  }
  if (producer.events.some((event) => event.startsWith('Ký hợp đồng'))) {
    vi.push('đã ký hợp đồng cung ứng cho siêu thị năm 2020')
    en.push('signed a supply contract with supermarkets in 2020')
  }
  if (producer.events.some((event) => event.includes('Sóc Trăng'))) {
    vi.push('tham gia kết nối cung cầu tại Sóc Trăng năm 2020')
    en.push('took part in the trade conference in Sóc Trăng in 2020')
  }
  if (producer.events.some((event) => event.includes('Hà Nội'))) {
    vi.push('tham gia kết nối cung cầu hàng hóa tại Hà Nội ngày 25/11/2020')
    en.push('took part in the trade conference in Hà Nội on 25 November 2020')
  }
  if (vi.length === 0) return { storyVi: null, storyEn: null }
  return { storyVi: `${source}: ${vi.join('; ')}.`, storyEn: `${source}: ${en.join('; ')}.` }
}

/** Every product with its illustrative label, story, prices and stock; `pictures` by the data's id. */
export function productRows(data: SeedData, pictures: ReadonlyMap<string, Picture[]>): ListedProduct[] {
  return data.products.map((fact) => {
    const sample = requireBy(data.sampleProducts, 'id', fact.id)
    const sector = fact.sector === 'tourism' ? 'tourism' : (fact.sector ?? sample.sector)
    if (!sector) throw new Error(`seed/data: ${fact.id} has no sector`)
    return {
      handle: fact.handle,
      title: fact.name,
      description: sample.description,
      producerHandle: sample.producer,
      listing: {
        sector,
        netContent: sample.netContent,
        ingredients: sample.ingredients,
        allergens: sample.allergens,
        storage: sample.storage,
        usage: sample.usage,
        warning: sample.warning,
        standard: null,
        perishable: sample.shelfLifeDays !== null && sample.shelfLifeDays <= PERISHABLE_DAYS,
        storyVi: sample.story.vi,
        storyEn: sample.story.en,
        pictures: pictures.get(fact.id) ?? [],
        sample: sampleParts(fact, sample),
        source: citationOf(data, fact.source),
      },
      variants: sample.variants.map((variant, index) => ({
        title: variant.title,
        sku: `SL-${fact.id.slice(4)}-${index + 1}`,
        price: variant.price,
        weightGrams: variant.weightGrams,
        stock: variant.stock,
      })),
    }
  })
}

/**
 * Names of the parts of a product that the documents do not give. `label` is all that a label says, the group the
 * product was put in included; recognitions and lots say it of themselves as well.
 */
function sampleParts(fact: SeedData['products'][number], sample: SeedData['sampleProducts'][number]): string[] {
  return [
    'price',
    'stock',
    'story',
    'picture',
    'label',
    ...(sample.unitQuantity === null ? [] : ['lots', 'sourceAreas']),
    ...(fact.producerName === null ? ['producer'] : []),
  ]
}

export function decisionRows(data: SeedData, productIds: ReadonlyMap<string, string>): RecordDecisionInput[] {
  return data.decisions.map((decision) => ({
    decision: {
      number: decision.number,
      date: decision.date,
      authority: decision.authority,
      level: decision.level,
      legalBasis: decision.legalBasis,
      source: null,
      sample: true,
    },
    recognitions: decision.recognitions.map((recognition) => {
      const productId = productIds.get(recognition.product)
      if (productId === undefined) throw new Error(`seed: product ${recognition.product} has not been listed`)
      return {
        productId,
        productName: requireBy(data.products, 'id', recognition.product).name,
        stars: recognition.stars,
        points: recognition.points,
        rubricVersion: decision.rubricVersion,
        validFrom: decision.validFrom,
        validTo: decision.validTo,
        sample: true,
      }
    }),
  }))
}

function citationOf(data: SeedData, id: string): string {
  return requireBy(data.sources, 'id', id).citation
}
