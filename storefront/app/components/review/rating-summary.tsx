import { reviews as words } from '#app/i18n/reviews.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { Rating } from '#app/lib/orders/review-types.ts'

/** The mean and how it came about. Nothing for a product nobody has reviewed. */
export function RatingSummary({ rating }: { rating: Rating }) {
  const t = useT(words)
  const locale = useLocale()
  if (rating.mean === null) return null
  const mean = rating.mean.toLocaleString(locale === 'en' ? 'en' : 'vi-VN', { minimumFractionDigits: 1 })
  return (
    <div className="grid gap-2">
      <p>
        <strong className="tabular text-xl">{t('mean', { mean })}</strong>{' '}
        <span className="text-muted">{t('count', { count: rating.count })}</span>
      </p>
      <ul className="tabular flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        {[5, 4, 3, 2, 1].map((points) => (
          <li key={points}>{t('spreadLine', { points, count: rating.spread[points - 1] ?? 0 })}</li>
        ))}
      </ul>
    </div>
  )
}
