import { pictureUrl } from '#app/components/picture.tsx'
import { badgeState } from './badge-state.ts'
import { env } from './env.server.ts'
import { isStay } from './is-stay.ts'
import type { ProductDetail } from './medusa/types.ts'
import type { Rating } from './orders/review-types.ts'

/**
 * schema.org Product of a product page: an Offer for each size with its price in whole đồng. The decision behind the
 * stars is stated only when it is real and valid today: machines cannot read "sample data".
 */
export function productData(product: ProductDetail, url: string, rating: Rating | null): Record<string, unknown> {
  const { badge } = product
  const images = product.pictures.flatMap((picture) => picture.variants.at(-1)?.path ?? [])
  const seller = {
    '@type': 'Organization',
    name: product.producer.name,
    url: `${env().STOREFRONT_URL}/nha-san-xuat/${product.producer.handle}`,
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    description: product.description ?? undefined,
    url,
    sku: product.handle,
    category: product.sector,
    image: images.map((path) => `${env().STOREFRONT_URL}${pictureUrl(path)}`),
    brand: { '@type': 'Brand', name: product.producer.name },
    manufacturer: seller,
    hasCertification:
      badgeState(badge).kind === 'valid' && !badge.sample
        ? {
            '@type': 'Certification',
            name: `OCOP ${badge.stars}`,
            certificationIdentification: badge.decisionNumber,
            issuedBy: { '@type': 'Organization', name: badge.authority },
            validFrom: badge.validFrom,
            expires: badge.validTo,
          }
        : undefined,
    aggregateRating:
      rating === null || rating.mean === null
        ? undefined
        : {
            '@type': 'AggregateRating',
            ratingValue: rating.mean,
            reviewCount: rating.count,
            bestRating: 5,
            worstRating: 1,
          },
    offers: product.variants
      .filter((variant) => variant.price !== null)
      .map((variant) => ({
        '@type': 'Offer',
        name: variant.title,
        sku: variant.id,
        price: variant.price,
        priceCurrency: 'VND',
        // A stay is agreed with the host: whether a night is free is not known here.
        availability: isStay(product) ? undefined : `https://schema.org/${variant.inStock ? 'InStock' : 'OutOfStock'}`,
        url,
        seller,
      })),
  }
}
