import { Button } from '#app/components/button.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { holderInspections } from '#app/i18n/holder-inspections.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import type { FollowUp, HolderInspection } from '#app/lib/post-inspection/types.ts'
import { FollowUpText } from './follow-ups-part.tsx'
import { RecordFacts } from './record-facts.tsx'
import { StateMark } from './state-mark.tsx'

interface HolderInspectionProps {
  inspection: HolderInspection
  refused: Refusal | undefined
}

/** A concluded inspection as the holder reads it: what has to be mended first, then what was seen. */
export function HolderInspectionItem({ inspection, refused }: HolderInspectionProps) {
  const t = useT(holderInspections)
  const locale = useLocale()
  return (
    <li id={inspection.id} className="card card-body grid gap-4">
      <div className="grid gap-1">
        <h2 className="flex flex-wrap items-center gap-3 text-lg">
          {inspection.productName}
          <StateMark state={inspection.state} />
          {inspection.sample ? <SampleNote /> : null}
        </h2>
        {inspection.concludedOn === null ? null : (
          <p className="text-sm text-muted">{t('concludedOn', { day: formatDay(inspection.concludedOn, locale) })}</p>
        )}
        <p className="whitespace-pre-line">{inspection.conclusion}</p>
      </div>
      {inspection.followUps.length === 0 ? null : (
        <div className="grid gap-3">
          <h3>{t('mend')}</h3>
          {inspection.followUps.map((followUp) => (
            <div key={followUp.id} className="grid gap-3 border-t border-line pt-3">
              <FollowUpText
                followUp={followUp}
                paperPath={(file) => `/chu-the/minh-chung/${encodeURIComponent(file)}`}
              />
              {followUp.state === 'open' || followUp.state === 'refused' ? (
                <AnswerForm followUp={followUp} refused={refused} />
              ) : null}
            </div>
          ))}
        </div>
      )}
      <details className="fold">
        <summary>{t('what')}</summary>
        <div className="pt-2">
          <RecordFacts inspection={inspection} />
        </div>
      </details>
      <p>
        <a
          className="link inline-flex min-h-11 items-center"
          href={`/chu-the/hau-kiem/${encodeURIComponent(inspection.id)}/bien-ban.pdf`}
        >
          {t('minutes')}
        </a>
      </p>
    </li>
  )
}

function AnswerForm({ followUp, refused }: { followUp: FollowUp; refused: Refusal | undefined }) {
  const t = useT(holderInspections)
  const own = refused?.form === followUp.id ? refused : undefined
  const name = `note_${followUp.id}`
  return (
    <form method="post" encType="multipart/form-data" className="grid gap-4" noValidate>
      <input type="hidden" name="followUp" value={followUp.id} />
      {own?.sentence ? (
        <div className="notice notice-warning" role="alert">
          {own.sentence}
        </div>
      ) : null}
      <TextAreaField
        name={name}
        label={t('answerNote')}
        defaultValue={own?.values[name]}
        error={own?.errors[name]}
        maxLength={3000}
        required
      />
      <label className="field">
        <span className="field-label">{t('answerFile')}</span>
        <span className="field-hint">{t('answerFileHint')}</span>
        <input
          type="file"
          name="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          className="input file-input"
        />
      </label>
      <Button>{t('answer')}</Button>
    </form>
  )
}
