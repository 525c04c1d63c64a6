import { LinkButton } from '#app/components/link-button.tsx'
import { Price } from '#app/components/price.tsx'
import { cart } from '#app/i18n/cart.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { CartReview } from '#app/lib/medusa/cart-types.ts'

/** The sums of the cart and the way on; the way is closed while a line needs attention, and says so. */
export function CartTotals({ review }: { review: CartReview }) {
  const t = useT(cart)
  const problems = review.lines.filter((line) => line.problem !== 'none').length
  const undeliverable = review.groups.some((group) => group.deliveries.length === 0)
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
        {review.discountTotal > 0 ? (
          <div className="flex justify-between gap-4">
            <dt>{t('discountTotal')}</dt>
            <dd className="text-leaf">
              −<Price dong={review.discountTotal} />
            </dd>
          </div>
        ) : null}
        <div className="flex justify-between gap-4">
          <dt>{t('shippingTotal')}</dt>
          <dd className="text-end">
            {review.shippingTotal > 0 ? <Price dong={review.shippingTotal} /> : <span>{t('free')}</span>}
          </dd>
        </div>
        <div className="flex items-baseline justify-between gap-4 border-t border-line pt-3">
          <dt className="font-semibold">{t('total')}</dt>
          <dd>
            <Price dong={review.total} className="text-xl font-bold" />
          </dd>
        </div>
      </dl>
      {undeliverable && problems === 0 ? <p className="notice notice-warning">{t('noDelivery')}</p> : null}
      {problems > 0 ? (
        <p className="notice notice-warning">{t('fixFirst', { count: problems })}</p>
      ) : undeliverable ? null : (
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
