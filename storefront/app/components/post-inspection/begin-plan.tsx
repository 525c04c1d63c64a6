import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import { RefusedSentence, Section, useFormState } from './form-parts.tsx'

interface BeginPlanProps {
  /** Both null for the ministry. */
  place: { provinceCode: string | null; provinceName: string | null }
  year: number
  refused: Refusal | undefined
}

/** Begins the plan of a year where there is none. */
export function BeginPlan({ place, year, refused }: BeginPlanProps) {
  const t = useT(postInspection)
  const { values, error } = useFormState(refused, 'begin')
  return (
    <Section id={`lap-${place.provinceCode ?? 'bo'}`} title={t('planNone', { year: String(year) })}>
      <p className="text-muted">
        {place.provinceName === null ? t('planMinistry') : t('planOf', { place: place.provinceName })}.{' '}
        {t('planNoneText')}
      </p>
      <form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="viec" value="begin" />
        <input type="hidden" name="province" value={place.provinceCode ?? ''} />
        <RefusedSentence refused={refused} form="begin" />
        <TextField
          name="title"
          label={t('planName')}
          defaultValue={values.title ?? t('planTitle', { year: String(year) })}
          error={error('title')}
          maxLength={300}
          required
        />
        <Button>{t('planBegin')}</Button>
      </form>
    </Section>
  )
}
