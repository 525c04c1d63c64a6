import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { reviews as words } from '#app/i18n/reviews.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ReviewChoices } from '#app/lib/orders/review-types.ts'
import { ReviewText } from './review-text.tsx'

const POINTS = [5, 4, 3, 2, 1] as const

interface OwnReviewProps {
  line: ReviewChoices['lines'][number]
  /** Whether it may still be written or changed. */
  open: boolean
  refused: { values: Record<string, string>; field: string | null; sentence: string } | null
}

/** A line of the buyer's order: what they said of it, and the form to say it or say it anew. */
export function OwnReview({ line, open, refused }: OwnReviewProps) {
  const t = useT(words)
  const { review } = line
  const said = review !== null && review.state !== 'withdrawn' ? review : null
  return (
    <section className="card card-body grid gap-3" aria-labelledby={`hang-${line.lineId}`}>
      <h2 className="text-lg" id={`hang-${line.lineId}`}>
        {line.title}
        {line.variant ? <span className="text-base font-normal text-muted"> ({line.variant})</span> : null}
      </h2>
      {review ? (
        <p className="font-semibold">
          {t('yours')}: {t(`state_${review.state}`)}
        </p>
      ) : null}
      {said ? <ReviewText review={said} /> : null}
      {said?.hideReason ? <p>{t(`hidden_${said.hideReason}`)}</p> : null}
      {said === null ? (
        open ? (
          <Form line={line} refused={refused} label={t('send')} />
        ) : null
      ) : (
        <>
          {open ? (
            <details open={refused !== null}>
              <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t('change')}</summary>
              <div className="grid gap-3 pt-2">
                <p className="text-sm text-muted">{t('changeHint')}</p>
                <Form line={line} refused={refused} label={t('sendAgain')} />
              </div>
            </details>
          ) : null}
          <form method="post">
            <input type="hidden" name="lineId" value={line.lineId} />
            <Button look="quiet" name="viec" value="rut">
              {t('takeBack')}
              <span className="sr-only">: {line.title}</span>
            </Button>
          </form>
        </>
      )}
    </section>
  )
}

function Form({ line, refused, label }: Pick<OwnReviewProps, 'line' | 'refused'> & { label: string }) {
  const t = useT(words)
  const typed = refused?.values
  const wrong = (name: string) => (refused?.field === name ? refused.sentence : null)
  return (
    <form method="post" className="grid gap-4">
      <input type="hidden" name="lineId" value={line.lineId} />
      <SelectField
        name="points"
        label={t('pointsLabel')}
        defaultValue={typed?.points ?? line.review?.points ?? 5}
        error={wrong('points')}
      >
        {POINTS.map((points) => (
          <option key={points} value={points}>
            {t(`points_${points}`)}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        name="body"
        label={t('body')}
        hint={t('bodyHint')}
        required
        minLength={10}
        maxLength={2000}
        rows={4}
        defaultValue={typed?.body ?? line.review?.body ?? ''}
        error={wrong('body')}
      />
      <TextField
        name="displayName"
        label={t('name')}
        hint={t('nameHint')}
        optional
        maxLength={60}
        autoComplete="off"
        defaultValue={typed?.displayName ?? line.review?.displayName ?? ''}
        error={wrong('displayName')}
      />
      <div>
        <Button name="viec" value="gui">
          {label}
          <span className="sr-only">: {line.title}</span>
        </Button>
      </div>
    </form>
  )
}
