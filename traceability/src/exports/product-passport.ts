import { type Addresses, lotAnchor, productAnchor, productPage } from '../resolver/known-links.ts'
import { recognitionStateOn } from '../verify/recognition-state.ts'
import type { LotView, Passport, SourceAreaView } from '../verify/verdict.ts'
import { placeText } from './place-text.ts'
import {
  bareItem,
  type Found,
  given,
  missing,
  missingItems,
  notDeclared,
  numbered,
  partly,
  type ReadableItem,
  type Words,
} from './required-item.ts'
import { pictureUrl } from './tt02.ts'

/** What a product passport is made of. */
export interface ProductFacts {
  passport: Passport
  sourceAreas: readonly SourceAreaView[]
  lots: readonly { lotNo: string; view: LotView }[]
  /** yyyy-mm-dd at +07. */
  day: string
}

const LEGAL_BASIS = 'Nghị định 37/2026/NĐ-CP, Điều 32'

/**
 * The minimum of a digital product passport (Nghị định 37/2026/NĐ-CP, article 32) as far as it is on record, with what is
 * missing and why.
 */
export function passportItems(
  { passport, sourceAreas, lots, day }: ProductFacts,
  addresses: Addresses,
): ReadableItem[] {
  const { product, producer } = passport
  const name = product.name.vi
  const gtin = product.gtin ?? null
  const made = lots.filter(({ view }) => view.packedOn !== null || view.bestBefore !== null)
  const found: [key: string, label: Words, item: Found][] = [
    [
      'name_and_gtin',
      { vi: 'Tên sản phẩm và mã GTIN', en: 'Product name and GTIN' },
      gtin === null
        ? partly({ name, gtin }, name, {
            vi: 'Thiếu mã GTIN: chủ thể chưa được cấp mã số mã vạch cho sản phẩm. Sản phẩm được nhận diện bằng mã đơn vị trên tem.',
            en: 'The GTIN is missing: the producer has not been allocated one. Packages are identified by the unit code on their label.',
          })
        : given({ name, gtin }, `${name}, ${gtin}`),
    ],
    [
      'parties',
      {
        vi: 'Tên, địa chỉ, mã định danh của nhà sản xuất, nhập khẩu, kinh doanh',
        en: 'Name, address and identifier of producer, importer, trader',
      },
      partly(
        { name: producer.name, address: producer.address, place: producer.place, identifier: null },
        [producer.name, producer.address ?? placeText(producer.place)].join(', '),
        {
          vi: `Thiếu mã định danh (mã số thuế hoặc mã số hợp tác xã)${producer.address === null ? ' và địa chỉ chi tiết' : ''}: hồ sơ công bố không ghi.`,
          en: `The identifier (tax or cooperative number)${producer.address === null ? ' and the detailed address are' : ' is'} missing: the published record does not name it.`,
        },
      ),
    ],
    [
      'origin',
      { vi: 'Xuất xứ hoặc nơi thực hiện công đoạn cuối', en: 'Origin, or place of the last step' },
      given(
        { place: producer.place, sourceAreas: sourceAreas.map((area) => ({ name: area.name, place: area.place })) },
        [placeText(producer.place), ...sourceAreas.map((area) => `${area.name} (${placeText(area.place)})`)].join('; '),
      ),
    ],
    [
      'trace',
      { vi: 'Thông tin truy xuất nguồn gốc', en: 'Trace information' },
      lots.length === 0
        ? missing('Chưa có lô nào được in tem.', 'No lot has printed labels yet.')
        : given(
            lots.map(({ lotNo, view }) => lotJson(lotNo, view, gtin, addresses)),
            lots.map(({ view }) => view.lotCode).join('; '),
          ),
    ],
    [
      'certificates',
      { vi: 'Chứng nhận (nếu có)', en: 'Certificates (if any)' },
      certificates(passport, sourceAreas, day),
    ],
    [
      'dates',
      { vi: 'Ngày sản xuất, hạn sử dụng (nếu có)', en: 'Production and expiry dates (if any)' },
      made.length === 0
        ? notDeclared('Chưa lô nào ghi ngày đóng gói hoặc hạn sử dụng.', 'No lot has a packing or expiry date.')
        : given(
            made.map(({ view }) => ({ lotCode: view.lotCode, packedOn: view.packedOn, bestBefore: view.bestBefore })),
            made.map(({ view }) => `${view.lotCode}: ${view.packedOn ?? '?'} – ${view.bestBefore ?? '?'}`).join('; '),
          ),
    ],
    [
      'safety_warnings',
      { vi: 'Cảnh báo an toàn (nếu có)', en: 'Safety warnings (if any)' },
      product.warning === null && product.allergens === null
        ? notDeclared(
            'Chủ thể không khai cảnh báo hay chất gây dị ứng.',
            'The producer declared no warning or allergen.',
          )
        : given(
            { warning: product.warning, allergens: product.allergens },
            [product.warning, product.allergens].filter((each) => each !== null).join('; '),
          ),
    ],
    [
      'unique_id',
      { vi: 'Mã định danh duy nhất', en: 'Unique identifier' },
      given(
        productAnchor({ passport, gtin }, addresses.storefrontUrl),
        productAnchor({ passport, gtin }, addresses.storefrontUrl),
      ),
    ],
    [
      'kept_up_to_date',
      { vi: 'Cập nhật kịp thời', en: 'Kept up to date' },
      given(new Date(passport.version).toISOString(), new Date(passport.version).toISOString()),
    ],
    [
      'national_portal',
      { vi: 'Kết nối Cổng thông tin truy xuất nguồn gốc quốc gia', en: 'Connected to the national trace portal' },
      missing(
        'Chưa kết nối: đặc tả kết nối của Cổng quốc gia chưa có trong hệ thống. Dữ liệu có thể trích xuất bằng tệp này.',
        'Not connected: this system holds no interface specification of the national portal. The data can be taken from this file.',
      ),
    ],
  ]
  return numbered(found)
}

/** The product passport as linked data: GS1 Web Vocabulary and schema.org where they have a word, our own elsewhere. */
export function passportJsonLd(facts: ProductFacts, addresses: Addresses): Record<string, unknown> {
  const { passport, sourceAreas, lots } = facts
  const { product, producer } = passport
  const gtin = product.gtin ?? null
  const items = passportItems(facts, addresses)
  const lacking = missingItems(items)
  return {
    '@context': {
      gs1: 'https://ref.gs1.org/voc/',
      schema: 'https://schema.org/',
      sao: 'https://saolang.vn/voc/',
      id: '@id',
      type: '@type',
    },
    id: productAnchor({ passport, gtin }, addresses.storefrontUrl),
    type: ['gs1:Product', 'schema:Product'],
    ...(gtin === null ? {} : { 'gs1:gtin': gtin }),
    'gs1:productName': [
      inLanguage(product.name.vi, 'vi'),
      ...(product.name.en ? [inLanguage(product.name.en, 'en')] : []),
    ],
    'schema:url': productPage({ passport }, addresses.storefrontUrl),
    'schema:image': pictureUrl(passport, addresses.storefrontUrl),
    'gs1:ingredientStatement': product.ingredients,
    'gs1:allergenStatement': product.allergens,
    'gs1:consumerStorageInstructions': product.storage,
    'gs1:consumerUsageInstructions': product.usage,
    'sao:netContent': product.netContent,
    'sao:warning': product.warning,
    'sao:standard': product.standard,
    'sao:withdrawn': product.withdrawn,
    'schema:manufacturer': {
      type: 'schema:Organization',
      'schema:name': producer.name,
      'schema:address': producer.address,
      'sao:place': producer.place,
    },
    'gs1:certification': passport.recognitions.map((recognition) => ({
      type: 'gs1:CertificationDetails',
      'gs1:certificationAgency': recognition.authority,
      'gs1:certificationStandard': recognition.rubricVersion,
      'gs1:certificationValue': `${recognition.stars} sao OCOP`,
      'gs1:certificationIdentification': recognition.decisionNumber,
      'gs1:certificationStartDate': recognition.validFrom,
      'gs1:certificationEndDate': recognition.revokedOn ?? recognition.extendedTo ?? recognition.validTo,
      'sao:suspensions': recognition.suspensions,
      'sao:sample': recognition.sample,
    })),
    'sao:sourceAreas': sourceAreas,
    'sao:lots': lots.map(({ lotNo, view }) => lotJson(lotNo, view, gtin, addresses)),
    'sao:passport': {
      legalBasis: LEGAL_BASIS,
      complete: lacking.length === 0,
      missing: lacking,
      items: items.map(bareItem),
    },
    'sao:sampleParts': passport.sample,
    'sao:source': passport.source,
  }
}

function lotJson(lotNo: string, view: LotView, gtin: string | null, addresses: Addresses): object {
  return {
    id: lotAnchor(lotNo, view.lotCode, gtin, addresses.storefrontUrl),
    lotCode: view.lotCode,
    packedOn: view.packedOn,
    bestBefore: view.bestBefore,
    recall: view.recall,
    events: `${addresses.traceUrl}/export/lots/${lotNo}.jsonld`,
    sample: view.sample,
  }
}

function certificates(passport: Passport, sourceAreas: readonly SourceAreaView[], day: string): Found {
  const state = recognitionStateOn(passport.recognitions, day)
  const star =
    state.recognition === null
      ? []
      : [
          {
            name: `OCOP ${state.recognition.stars} sao`,
            number: state.recognition.decisionNumber,
            issuer: state.recognition.authority,
            validTo: state.transitional ? state.recognition.extendedTo : state.recognition.validTo,
            status: state.status,
          },
        ]
  const ofAreas = sourceAreas.flatMap((area) =>
    area.certificates.map(({ name, number, issuer, validTo }) => ({
      name,
      number,
      issuer,
      validTo,
      status: validTo !== null && validTo < day ? 'expired' : 'as_declared',
    })),
  )
  const all = [...star, ...ofAreas]
  if (all.length === 0) return notDeclared('Không có chứng nhận nào trong hồ sơ.', 'No certificate is on record.')
  const text = all.map(({ name, number, validTo, status }) =>
    [
      name,
      number,
      validTo === null ? null : `đến ${validTo}`,
      status === 'expired' || status === 'revoked' ? 'đã hết hiệu lực' : null,
      status === 'suspended' ? 'đang tạm đình chỉ' : null,
    ]
      .filter((each) => each !== null)
      .join(', '),
  )
  return given(all, text.join('; '))
}

function inLanguage(value: string, language: string): object {
  return { '@value': value, '@language': language }
}
