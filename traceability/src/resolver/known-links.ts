import { lotUri } from '../events/step-event.ts'
import { plainUnitUri } from '../identifiers/unit-uri.ts'
import { buildDigitalLink } from '../verify/gs1/digital-link.ts'
import { Gs1SyntaxError } from '../verify/gs1/gs1-syntax-error.ts'
import { type RecognitionStatus, recognitionStateOn } from '../verify/recognition-state.ts'
import type { LotView, Passport } from '../verify/verdict.ts'
import { LINK_TYPES } from './link-types.ts'
import type { LinkLevel, ResolverLink } from './linkset.ts'

/** Where the site and this service are reached from outside; origins without trailing slash. */
export interface Addresses {
  storefrontUrl: string
  traceUrl: string
}

export interface KnownProduct {
  passport: Passport
  /** The GTIN it is asked by, else its present one; null without any. */
  gtin: string | null
  /** Whether a credential was issued for the recognition that counts today. */
  certified: boolean
}

export interface KnownLot {
  lotNo: string
  view: LotView
}

/** Vietnamese without a parameter: the page then follows the reader's own choice of language. */
const LANGUAGES = [
  { tag: 'vi', query: '' },
  { tag: 'en', query: '?lang=en' },
] as const

/**
 * What is known of one unit. In: its canonical code, the GTIN it was asked by (null: `/q/{code}`), its product's facts.
 * The scan page has the URI of the unit itself; the storefront serves it there by content negotiation.
 */
export function unitLevel(
  code: string,
  askedGtin: string | null,
  product: KnownProduct | null,
  recall: LotView['recall'],
  { storefrontUrl, traceUrl }: Addresses,
): LinkLevel {
  const page = plainUnitUri({ origin: storefrontUrl, gtin: askedGtin, code })
  const other = askedGtin === null ? (product?.gtin ?? null) : null
  const sameAs =
    askedGtin !== null
      ? [plainUnitUri({ origin: storefrontUrl, gtin: null, code })]
      : other !== null
        ? [plainUnitUri({ origin: storefrontUrl, gtin: other, code })]
        : []
  const verdict = `${traceUrl}/verify/${code}${askedGtin === null ? '' : `?gtin=${askedGtin}`}`
  const title = 'Kết quả kiểm tra tem'
  return {
    anchor: page,
    description: product ? `${product.passport.product.name.vi}, tem ${code}` : `Tem ${code}`,
    defaultLink: { href: page, title },
    links: [
      { linkType: LINK_TYPES.verificationService, href: page, title, hreflang: ['vi', 'en'], type: 'text/html' },
      {
        linkType: LINK_TYPES.defaultLinkMulti,
        href: `${page}?lang=en`,
        title: 'Result of the label check',
        // Without a media type: a browser that asks for HTML in no language gets the default.
        hreflang: ['en'],
      },
      {
        linkType: LINK_TYPES.defaultLinkMulti,
        href: verdict,
        title: 'Kết quả kiểm tra tem (JSON)',
        type: 'application/json',
      },
      ...(recall
        ? [{ linkType: LINK_TYPES.recallStatus, href: page, title: recallTitle(recall), type: 'text/html' }]
        : []),
    ],
    ...(sameAs.length > 0 ? { sameAs } : {}),
  }
}

/** What is known of a lot, under its Digital Link when product and lot code can have one, else under its EPC class URI. */
export function lotLevel(
  { lotNo, view }: KnownLot,
  product: KnownProduct | null,
  { storefrontUrl, traceUrl }: Addresses,
): LinkLevel {
  const events = `${traceUrl}/export/lots/${lotNo}.jsonld`
  const shown = product && !product.passport.product.withdrawn ? productPage(product, storefrontUrl) : null
  const json = product ? `${traceUrl}/products/${encodeURIComponent(product.passport.productRef)}/trace` : null
  const recallPage = shown ?? json
  return {
    anchor: lotAnchor(lotNo, view.lotCode, product?.gtin ?? null, storefrontUrl),
    description: `Lô ${view.lotCode}`,
    defaultLink: null,
    links: [
      {
        linkType: LINK_TYPES.traceability,
        href: events,
        title: `Hành trình của lô ${view.lotCode} (EPCIS 2.0)`,
        type: 'application/ld+json',
      },
      {
        linkType: LINK_TYPES.epcis,
        href: events,
        title: `EPCIS 2.0 events of lot ${view.lotCode}`,
        type: 'application/ld+json',
      },
      ...(view.recall && recallPage
        ? [
            {
              linkType: LINK_TYPES.recallStatus,
              href: recallPage,
              title: recallTitle(view.recall),
              type: shown ? 'text/html' : 'application/json',
            },
          ]
        : []),
    ],
  }
}

/** What is known of a product; `day` (yyyy-mm-dd at +07) decides which recognition is linked. */
export function productLevel(product: KnownProduct, day: string, addresses: Addresses): LinkLevel {
  const { passport } = product
  const { storefrontUrl, traceUrl } = addresses
  const name = passport.product.name.vi
  const page = passport.product.withdrawn ? null : productPage(product, storefrontUrl)
  const maker = `${storefrontUrl}/nha-san-xuat/${encodeURIComponent(passport.producer.handle)}`
  const file = `${traceUrl}/export/products/${encodeURIComponent(passport.productRef)}.jsonld`
  const names = { vi: name, en: passport.product.name.en ?? name }
  return {
    anchor: productAnchor(product, storefrontUrl),
    description: name,
    defaultLink: page ? { href: page, title: name } : { href: maker, title: passport.producer.name },
    links: [
      ...(page ? LANGUAGES.map(({ tag, query }) => pageLink(LINK_TYPES.pip, page + query, names[tag], tag)) : []),
      ...(page
        ? [{ linkType: LINK_TYPES.defaultLinkMulti, href: `${page}?lang=en`, title: names.en, hreflang: ['en'] }]
        : []),
      {
        linkType: LINK_TYPES.homepage,
        href: maker,
        title: passport.producer.name,
        hreflang: ['vi', 'en'],
        type: 'text/html',
      },
      ...certificationLinks(product, day, page, traceUrl),
      ...safetyLinks(passport, page, file),
      {
        linkType: LINK_TYPES.dpp,
        href: file,
        title: `Hộ chiếu số: ${name}`,
        type: 'application/ld+json',
      },
    ],
  }
}

function certificationLinks(
  { passport, certified }: KnownProduct,
  day: string,
  page: string | null,
  traceUrl: string,
): ResolverLink[] {
  const { recognition, status } = recognitionStateOn(passport.recognitions, day)
  if (!recognition) return []
  const title = `Quyết định công nhận OCOP ${recognition.decisionNumber}${remarkOn(status)}`
  if (certified) {
    const href = `${traceUrl}/credentials/by-recognition/${encodeURIComponent(recognition.ref)}`
    return [{ linkType: LINK_TYPES.certificationInfo, href, title, type: 'application/json' }]
  }
  return page ? [{ linkType: LINK_TYPES.certificationInfo, href: page, title, type: 'text/html' }] : []
}

function remarkOn(status: RecognitionStatus): string {
  if (status === 'suspended') return ' (đang tạm đình chỉ)'
  return status === 'expired' || status === 'revoked' ? ' (đã hết hiệu lực)' : ''
}

function safetyLinks({ product }: Passport, page: string | null, file: string): ResolverLink[] {
  if (product.allergens === null && product.warning === null) return []
  const titles = { vi: 'Cảnh báo an toàn và chất gây dị ứng', en: 'Safety warnings and allergens' }
  if (page === null) {
    return [{ linkType: LINK_TYPES.safetyInfo, href: file, title: titles.vi, type: 'application/ld+json' }]
  }
  return LANGUAGES.map(({ tag, query }) => pageLink(LINK_TYPES.safetyInfo, page + query, titles[tag], tag))
}

function pageLink(linkType: string, href: string, title: string, language: string): ResolverLink {
  return { linkType, href, title, hreflang: [language], type: 'text/html' }
}

/** The web identifier of a product: its Digital Link with a GTIN, else its page. */
export function productAnchor(product: Pick<KnownProduct, 'gtin' | 'passport'>, storefrontUrl: string): string {
  if (product.gtin === null) return productPage(product, storefrontUrl)
  return digitalLinkOr(product.gtin, [], storefrontUrl, () => productPage(product, storefrontUrl))
}

/** The web identifier of a lot: its Digital Link where GTIN and lot code allow one (AI 10 has its own characters). */
export function lotAnchor(lotNo: string, lotCode: string, gtin: string | null, origin: string): string {
  if (gtin === null) return lotUri(lotNo)
  return digitalLinkOr(gtin, [{ ai: '10', value: lotCode }], origin, () => lotUri(lotNo))
}

function digitalLinkOr(
  gtin: string,
  qualifiers: { ai: string; value: string }[],
  origin: string,
  otherwise: () => string,
): string {
  try {
    return buildDigitalLink({ primaryKey: { ai: '01', value: gtin }, qualifiers, attributes: [] }, origin)
  } catch (error) {
    if (error instanceof Gs1SyntaxError) return otherwise()
    throw error
  }
}

/** The product's page on the site. */
export function productPage({ passport }: Pick<KnownProduct, 'passport'>, storefrontUrl: string): string {
  return `${storefrontUrl}/san-pham/${encodeURIComponent(passport.product.handle)}`
}

function recallTitle(recall: NonNullable<LotView['recall']>): string {
  return `Thu hồi: ${recall.reason}`
}
