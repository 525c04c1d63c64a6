import { farmStep } from '../events/epcis/farm-steps.ts'
import type { ToldStory } from '../events/told-story.ts'
import { type Addresses, lotAnchor } from '../resolver/known-links.ts'
import { keyText } from '../storage/genealogy.ts'
import type { LotRecord } from '../storage/lots.ts'
import type { Passport } from '../verify/verdict.ts'
import { vietnamTime } from './events-csv.ts'
import { placeCode, placeText } from './place-text.ts'
import {
  type Found,
  given,
  missing,
  notDeclared,
  numbered,
  partly,
  type ReadableItem,
  type Words,
} from './required-item.ts'

/** What the ten items are read from. */
export interface LotFacts {
  lot: LotRecord
  story: ToldStory
  passport: Passport | null
  labels: { batches: number; labels: number }
}

/** Where a picture of the file store is reached. */
export function pictureUrl(passport: Passport, storefrontUrl: string): string | null {
  const largest = passport.product.picture?.variants.at(-1)
  return largest ? `${storefrontUrl}/anh/${largest.path}` : null
}

/**
 * The ten minimum items of a trace record (Thông tư 02/2024/TT-BKHCN) as far as they are on record for a lot, in the
 * circular's order, and for each one that is not: what is missing and why.
 */
export function tt02Items(facts: LotFacts, addresses: Addresses): ReadableItem[] {
  const { lot, story, passport, labels } = facts
  const gtin = passport?.product.gtin ?? null
  const stages = story.told.map(({ lot: of, record, step }) => {
    const ofLot = story.lots.find(({ key }) => keyText(key) === keyText(of))
    const code = ofLot?.record.lotCode ?? ''
    // A lot of other goods has no GTIN of this product.
    const ofProduct = ofLot !== undefined && ofLot.record.productRef === lot.productRef && lot.productRef !== null
    return {
      step: record.step,
      label: farmStep(record.step)?.label ?? { vi: record.step, en: record.step },
      productTraceCode: lotAnchor(of.lotNo, code, ofProduct ? gtin : null, addresses.storefrontUrl),
      lotCode: code,
      locationCode: step.place ? placeCode(step.place) : null,
      location: step.place ? placeText(step.place) : null,
      eventTime: step.occurredAt,
    }
  })
  const traceCode = lotAnchor(lot.lotNo, lot.lotCode, gtin, addresses.storefrontUrl)
  const found: [key: string, label: Words, item: Found][] = [
    [
      'product_name',
      { vi: 'Tên sản phẩm', en: 'Product name' },
      fromPassport(passport?.product.name.vi ?? lot.material),
    ],
    ['product_image', { vi: 'Hình ảnh sản phẩm', en: 'Product image' }, pictureItem(passport, addresses)],
    [
      'producer_name',
      { vi: 'Tên đơn vị sản xuất, kinh doanh', en: 'Name of producer or trader' },
      fromPassport(passport?.producer.name ?? null),
    ],
    [
      'producer_address',
      { vi: 'Địa chỉ đơn vị sản xuất, kinh doanh', en: 'Address of producer or trader' },
      addressItem(passport),
    ],
    [
      'stages',
      {
        vi: 'Các công đoạn sản xuất, kinh doanh (mã truy vết sản phẩm, mã truy vết địa điểm, thời gian)',
        en: 'Stages of production and trade (product trace code, location code, event time)',
      },
      stagesItem(stages),
    ],
    ['time', { vi: 'Thời gian sản xuất, kinh doanh', en: 'Time of production or trade' }, timeItem(lot, stages)],
    [
      'product_trace_code',
      { vi: 'Mã truy vết sản phẩm', en: 'Product trace code' },
      given({ uri: traceCode, lotCode: lot.lotCode, gtin }, `${lot.lotCode}, ${traceCode}`),
    ],
    [
      'brand_or_serial',
      { vi: 'Thương hiệu, nhãn hiệu, số sê-ri (nếu có)', en: 'Brand, mark, serial (if any)' },
      serials(labels),
    ],
    [
      'shelf_life',
      { vi: 'Hạn sử dụng (nếu có)', en: 'Shelf life (if any)' },
      lot.bestBefore === null
        ? notDeclared('Chủ thể không ghi hạn sử dụng của lô này.', 'The producer recorded no shelf life for this lot.')
        : given(lot.bestBefore, lot.bestBefore),
    ],
    [
      'standards',
      { vi: 'Tiêu chuẩn, quy chuẩn áp dụng', en: 'Standards and regulations applied' },
      passport?.product.standard
        ? given(passport.product.standard, passport.product.standard)
        : missing(
            'Chủ thể chưa công bố tiêu chuẩn, quy chuẩn áp dụng cho sản phẩm.',
            'The producer has not declared which standards or regulations apply to the product.',
          ),
    ],
  ]
  return numbered(found)
}

function fromPassport(text: string | null): Found {
  if (text !== null) return given(text, text)
  return missing(
    'Sản phẩm của lô chưa có hồ sơ được công bố.',
    'No record of the product of this lot has been published.',
  )
}

function pictureItem(passport: Passport | null, { storefrontUrl }: Addresses): Found {
  const url = passport ? pictureUrl(passport, storefrontUrl) : null
  if (url !== null) return given(url, url)
  return missing('Chủ thể chưa cung cấp hình ảnh sản phẩm.', 'The producer has not provided a picture of the product.')
}

function addressItem(passport: Passport | null): Found {
  if (!passport) return fromPassport(null)
  const { address, place } = passport.producer
  if (address !== null) return given(address, address)
  const known = placeText(place)
  return partly(known, known, {
    vi: 'Thiếu số nhà, thôn, đường: chỉ ghi nhận được địa bàn hành chính.',
    en: 'House, hamlet or street is missing: only the administrative area is on record.',
  })
}

function stagesItem(
  stages: readonly { label: Words; lotCode: string; locationCode: string | null; eventTime: string }[],
): Found {
  if (stages.length === 0) {
    return missing('Nhật ký của lô chưa có công đoạn nào.', 'The journal of the lot has no stage yet.')
  }
  const text = stages
    .map(({ label, lotCode, locationCode, eventTime }) =>
      [label.vi, lotCode, locationCode ?? 'không có mã địa điểm', vietnamTime(new Date(eventTime))].join(' / '),
    )
    .join('; ')
  const without = stages.filter(({ locationCode }) => locationCode === null)
  if (without.length === 0) return given(stages, text)
  return partly(stages, text, {
    vi: `Thiếu mã truy vết địa điểm ở ${without.length}/${stages.length} công đoạn: ${names(without, 'vi')}. Nhật ký không ghi nơi thực hiện.`,
    en: `The location code is missing for ${without.length} of ${stages.length} stages: ${names(without, 'en')}. The journal names no place.`,
  })
}

function names(stages: readonly { label: Words }[], language: keyof Words): string {
  return [...new Set(stages.map(({ label }) => label[language]))].join(', ')
}

function timeItem(lot: LotRecord, stages: readonly { eventTime: string }[]): Found {
  const value = {
    packedOn: lot.packedOn,
    firstStage: stages[0]?.eventTime ?? null,
    lastStage: stages.at(-1)?.eventTime ?? null,
  }
  if (lot.packedOn !== null) return given(value, lot.packedOn)
  const [first, last] = [stages[0], stages.at(-1)]
  if (first && last) {
    return given(value, [first, last].map((stage) => vietnamTime(new Date(stage.eventTime))).join(' – '))
  }
  return missing(
    'Chủ thể chưa ghi ngày sản xuất, đóng gói hay công đoạn nào.',
    'Neither a day of production or packing nor any stage is on record.',
  )
}

function serials({ batches, labels }: LotFacts['labels']): Found {
  if (labels === 0) {
    return notDeclared(
      'Không có nhãn hiệu trong hồ sơ; lô chưa in tem nên chưa có mã đơn vị.',
      'No mark is on record, and no labels are printed yet, so there are no unit codes.',
    )
  }
  return given(
    { brand: null, serials: labels, batches },
    `Mỗi gói mang một mã đơn vị riêng: ${labels} mã trong ${batches} đợt in tem`,
  )
}
