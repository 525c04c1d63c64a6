import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatMoment } from '#app/lib/format.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import type { FollowUp, InspectionDetail } from '#app/lib/post-inspection/types.ts'
import { RefusedSentence, Section, useFormState } from './form-parts.tsx'

interface FollowUpsPartProps {
  detail: Pick<InspectionDetail, 'followUps' | 'inspection'>
  mayRecord: boolean
  refused: Refusal | undefined
}

/** What the holder must mend, what they answered, and the remark on it. */
export function FollowUpsPart({ detail: { followUps, inspection }, mayRecord, refused }: FollowUpsPartProps) {
  const t = useT(postInspection)
  if (followUps.length === 0) return null
  return (
    <Section id="khac-phuc" title={t('followUpsTitle')}>
      <ul className="work-list">
        {followUps.map((followUp) => (
          <li key={followUp.id} className="work-line">
            <FollowUpText
              followUp={followUp}
              paperPath={(file) =>
                `/can-bo/hau-kiem/${encodeURIComponent(inspection.id)}/anh/${encodeURIComponent(file)}?tra-loi=1`
              }
            />
            {mayRecord && followUp.state === 'answered' ? <ReviewForm followUp={followUp} refused={refused} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One thing to be mended with its answers. In: where a paper of an answer is read. */
export function FollowUpText({ followUp, paperPath }: { followUp: FollowUp; paperPath: (file: string) => string }) {
  const t = useT(postInspection)
  const locale = useLocale()
  const done = followUp.state === 'accepted'
  return (
    <div className="grid gap-2">
      <p className="whitespace-pre-line font-semibold">{followUp.what}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className={`mark ${done ? 'mark-done' : 'mark-warn'}`}>{t(`followUp_${followUp.state}`)}</span>
        <span className="text-muted">
          {t(followUp.overdue ? 'overdue' : 'dueOn', { day: formatDay(followUp.dueOn, locale) })}
        </span>
      </p>
      {followUp.answers.length === 0 ? null : (
        <ol className="grid gap-2 border-s-2 border-line ps-3">
          {followUp.answers.map((answer) => (
            <li key={answer.at}>
              <p className="text-sm text-muted">{t('answerAt', { when: formatMoment(answer.at, locale) })}</p>
              <p className="whitespace-pre-line">{answer.note}</p>
              {answer.file === null ? null : (
                <p>
                  <a className="link inline-flex min-h-11 items-center" href={paperPath(answer.file)}>
                    {t('answerPaper')}
                  </a>
                </p>
              )}
              {answer.review === null ? null : (
                <p className="text-sm">
                  <span className={`mark ${answer.review.verdict === 'accepted' ? 'mark-done' : 'mark-warn'}`}>
                    {t(`followUp_${answer.review.verdict}`)}
                  </span>{' '}
                  {answer.review.note} (<Day value={answer.review.at} moment />)
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function ReviewForm({ followUp, refused }: { followUp: FollowUp; refused: Refusal | undefined }) {
  const t = useT(postInspection)
  const { values, error } = useFormState(refused, `review-${followUp.id}`)
  const [note, due] = [`note_${followUp.id}`, `due_${followUp.id}`]
  return (
    <form method="post" className="grid gap-4" noValidate>
      <input type="hidden" name="viec" value="review" />
      <input type="hidden" name="followUp" value={followUp.id} />
      <RefusedSentence refused={refused} form={`review-${followUp.id}`} />
      <TextAreaField
        name={note}
        label={t('reviewNote')}
        defaultValue={values[note]}
        error={error(note)}
        maxLength={2000}
        rows={2}
        required
      />
      <TextField name={due} type="date" label={t('reviewDue')} defaultValue={values[due]} optional />
      <div className="flex flex-wrap gap-3">
        <Button name="verdict" value="accepted">
          {t('accept')}
        </Button>
        <Button look="quiet" name="verdict" value="refused">
          {t('refuse')}
        </Button>
      </div>
    </form>
  )
}
