import { Link } from '@remix-run/react'
import { catalogue } from '#app/i18n/catalogue.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import type { ProductCard as Product } from '#app/lib/medusa/types.ts'
import { Picture } from './picture.tsx'
import { PictureField } from './picture-field.tsx'
import { StarBadge } from './star-badge.tsx'

const SIZES = '(min-width: 75rem) 17rem, (min-width: 48rem) 30vw, 46vw'

interface ProductCardProps {
  product: Product
  /** True for a card at the top of a page: its picture is fetched at once. */
  priority: boolean
  /** True for one card of a list: all lead to the same route, so asking for its code once is enough. */
  discover: boolean
}

/** A product in a list. The title is the link and stretches over the whole card. */
function ProductCard({ product, priority, discover }: ProductCardProps) {
  const t = useT(catalogue)
  const locale = useLocale()
  const { badge, picture, price } = product
  return (
    <li className="product-card card">
      <div className="product-picture">
        {picture ? (
          <Picture picture={picture} sizes={SIZES} priority={priority} alt="" />
        ) : (
          <PictureField sector={product.sector} />
        )}
      </div>
      <div className="product-words">
        <StarBadge badge={badge} />
        <h3>
          <Link to={`/san-pham/${product.handle}`} discover={discover ? 'render' : 'none'}>
            {product.title}
          </Link>
        </h3>
        <p className="text-sm text-muted">
          {product.producer.name}
          <br />
          {product.province.name}
        </p>
        <p className="product-foot">
          {price === null ? (
            <span className="text-sm font-semibold">{t('noPrice')}</span>
          ) : (
            <span className="tabular font-bold">{formatMoney(price, locale)}</span>
          )}
          {price !== null && !product.inStock ? (
            <span className="text-xs font-semibold text-warn">{t('outOfStock')}</span>
          ) : product.traceable ? (
            <span className="text-xs font-semibold text-leaf">{t('traceable')}</span>
          ) : null}
        </p>
      </div>
      {product.sample.length > 0 || badge.sample ? <p className="product-tag">{t('sample')}</p> : null}
    </li>
  )
}

/** A grid of products, two abreast on a phone. The first `priority` pictures are fetched at once. */
export function ProductGrid({ products, priority = 0 }: { products: Product[]; priority?: number }) {
  return (
    <ul className="product-grid">
      {products.map((product, index) => (
        <ProductCard key={product.id} product={product} priority={index < priority} discover={index === 0} />
      ))}
    </ul>
  )
}
