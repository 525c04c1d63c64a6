import { LinkButton } from '#app/components/link-button.tsx'
import { Price } from '#app/components/price.tsx'
import { cart } from '#app/i18n/cart.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { CartReview } from '#app/lib/medusa/cart-types.ts'

/** The sums of the cart and the way on; the way is closed while a line needs attention, and says so. */
export function CartTotals({ review }: { review: CartReview }) {
  const t = useT(cart)
  const problems = review.lines.filter((line) => line.problem !== 'none').length
  return (
    <section className="card card-body grid gap-4 lg:sticky lg:top-6" aria-labelledby="tong-don">
      <h2 id="tong-don" className="text-lg">
        {t('summary')}
      </h2>
      <dl className="grid gap-2">
        <div className="flex justify-between gap-4">
          <dt>{t('itemTotal')}</dt>
          <dd>
            <Price dong={review.itemTotal} />
          </dd>
        </div>
        <div className="flex justify-between gap-4">
          <dt>{t('shippingTotal')}</dt>
          <dd className="text-end">
            {review.shippingTotal > 0 ? <Price dong={review.shippingTotal} /> : <span>{t('shippingLater')}</span>}
          </dd>
        </div>
        <div className="flex items-baseline justify-between gap-4 border-t border-line pt-3">
          <dt className="font-semibold">{review.shippingTotal > 0 ? t('total') : t('totalBeforeShipping')}</dt>
          <dd>
            <Price dong={review.total} className="text-xl font-bold" />
          </dd>
        </div>
      </dl>
      {problems > 0 ? (
        <p className="notice notice-warning">{t('fixFirst', { count: problems })}</p>
      ) : (
        <LinkButton large to="/thanh-toan/giao-hang">
          {t('checkout')}
        </LinkButton>
      )}
      <p className="text-sm text-muted">{t('payNote')}</p>
      <LinkButton look="quiet" to="/san-pham">
        {t('keepBrowsing')}
      </LinkButton>
    </section>
  )
}
