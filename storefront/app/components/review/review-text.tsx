import { reviews as words } from '#app/i18n/reviews.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { PublicReview } from '#app/lib/orders/review-types.ts'
import { Day } from '../day.tsx'
import { SampleNote } from '../sample-note.tsx'

/** What a buyer said, and the producer's answer. */
export function ReviewText({ review }: { review: PublicReview }) {
  const t = useT(words)
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong className="tabular">{t('points', { points: review.points })}</strong>
        <span>{review.displayName ?? t('nobody')}</span>
        <span className="text-sm text-muted">
          <Day value={review.writtenAt} />
        </span>
        {review.sample ? <SampleNote /> : null}
      </p>
      {review.variant || review.returned ? (
        <p className="text-sm text-muted">
          {review.variant}
          {review.variant && review.returned ? ' · ' : null}
          {review.returned ? t('returned') : null}
        </p>
      ) : null}
      <p className="break-words whitespace-pre-line">{review.body}</p>
      {review.reply ? (
        <div className="border-s-4 border-line ps-3">
          <p className="text-sm font-semibold">{t('reply')}</p>
          <p className="break-words whitespace-pre-line">{review.reply}</p>
        </div>
      ) : null}
    </>
  )
}
