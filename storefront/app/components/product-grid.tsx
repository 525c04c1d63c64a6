import { catalogue } from '#app/i18n/catalogue.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import { isStay } from '#app/lib/is-stay.ts'
import type { ListPicture, ProductListing } from '#app/lib/product-listing.ts'
import { pictureUrl } from './picture.tsx'
import { PictureField } from './picture-field.tsx'
import { PlainLink } from './plain-link.tsx'
import { StarBadge } from './star-badge.tsx'

const SIZES = '(min-width: 48rem) 17rem, 46vw'

/** A grid of products, two abreast on a phone. The first `priority` pictures are fetched at once. */
export function ProductGrid({ products, priority = 0 }: { products: ProductListing[]; priority?: number }) {
  return (
    <ul className="product-grid">
      {products.map((product, index) => (
        <ProductCard key={product.handle} product={product} priority={index < priority} discover={index === 0} />
      ))}
    </ul>
  )
}

interface ProductCardProps {
  product: ProductListing
  priority: boolean
  discover: boolean
}

/** A product in a list. The title is the link and stretches over the whole card. */
function ProductCard({ product, priority, discover }: ProductCardProps) {
  const t = useT(catalogue)
  const locale = useLocale()
  const { picture, price } = product
  return (
    <li className="product-card card">
      {picture ? (
        <CardPicture picture={picture} priority={priority} />
      ) : (
        <div className="product-picture">
          <PictureField sector={product.sector} />
        </div>
      )}
      <div className="product-words">
        <StarBadge state={product.badge} />
        <h3>
          <PlainLink to={`/san-pham/${product.handle}`} discover={discover}>
            {product.title}
          </PlainLink>
        </h3>
        <p className="product-origin">
          {product.producer}, {product.province}
        </p>
        <p className="product-foot">
          <b className="tabular">{price === null ? t('noPrice') : formatMoney(price, locale)}</b>
          {price !== null && isStay(product) ? (
            <span className="text-muted">{t('onRequest')}</span>
          ) : price !== null && !product.inStock ? (
            <span className="text-warn">{t('outOfStock')}</span>
          ) : product.traceable ? (
            <span className="text-leaf">{t('traceable')}</span>
          ) : null}
        </p>
      </div>
      {product.sample ? <p className="product-tag">{t('sample')}</p> : null}
    </li>
  )
}

function CardPicture({ picture, priority }: { picture: ListPicture; priority: boolean }) {
  return (
    <picture className="product-picture">
      {picture.avif.length > 0 ? (
        <source
          type="image/avif"
          srcSet={picture.avif.map(({ path, width }) => `${pictureUrl(path)} ${width}w`).join(', ')}
          sizes={SIZES}
        />
      ) : null}
      <img
        src={pictureUrl(picture.src)}
        width={picture.width}
        height={picture.height}
        alt=""
        loading={priority ? undefined : 'lazy'}
      />
    </picture>
  )
}
