import { EmptyState } from '#app/components/empty-state.tsx'
import { reviews as words } from '#app/i18n/reviews.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ProductReviews as Answer } from '#app/lib/orders/review-types.ts'
import { RatingSummary } from './rating-summary.tsx'
import { ReviewText } from './review-text.tsx'

/** What buyers said, on the product's page. In: null when the shop could not say. */
export function ProductReviews({ handle, answer }: { handle: string; answer: Answer | null }) {
  const t = useT(words)
  return (
    <section className="grid content-start gap-4 pt-12" aria-labelledby="danh-gia">
      <div className="grid gap-1">
        <h2 id="danh-gia">{t('heading')}</h2>
        <p className="text-sm text-muted">{t('lead')}</p>
      </div>
      {answer === null ? (
        <p className="text-muted">{t('away')}</p>
      ) : answer.reviews.length === 0 ? (
        <p className="text-muted">
          {t('none')} {t('noneHint')}
        </p>
      ) : (
        <>
          <RatingSummary rating={answer.rating} />
          <ReviewList reviews={answer.reviews} />
          {answer.count > answer.reviews.length ? (
            <p>
              <a className="link inline-flex min-h-11 items-center" href={`/san-pham/${handle}/danh-gia`}>
                {t('all')}
              </a>
            </p>
          ) : null}
        </>
      )}
    </section>
  )
}

/** Reviews under each other; says so when there are none. */
export function ReviewList({ reviews }: { reviews: Answer['reviews'] }) {
  const t = useT(words)
  if (reviews.length === 0) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
  return (
    <ul className="grid max-w-[48rem] gap-3">
      {reviews.map((review) => (
        <li key={review.id} className="card card-body grid gap-2">
          <ReviewText review={review} />
        </li>
      ))}
    </ul>
  )
}
