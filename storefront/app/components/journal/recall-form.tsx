import { Form } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { RECALL_LENGTH } from '#app/schemas/recall.ts'

interface RecallFormProps {
  values: Record<string, string | undefined>
  errors: Record<string, string>
  cancelTo: string
}

/** Reason and advice, then one button that does it. */
export function RecallForm({ values, errors, cancelTo }: RecallFormProps) {
  const t = useT(journal)
  return (
    <Form method="post" className="grid gap-5" noValidate>
      <ErrorSummary title={(count) => t('summaryTitle', { count })} errors={errors} />
      <TextAreaField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        error={errors.reason}
        defaultValue={values.reason}
        maxLength={RECALL_LENGTH}
        required
      />
      <TextAreaField
        name="advice"
        label={t('advice')}
        hint={t('adviceHint')}
        error={errors.advice}
        defaultValue={values.advice}
        maxLength={RECALL_LENGTH}
        required
      />
      <div className="flex flex-wrap gap-3">
        <Button look="warn" large>
          {t('recallNow')}
        </Button>
        <a className={buttonClass('quiet', true)} href={cancelTo}>
          {t('cancel')}
        </a>
      </div>
    </Form>
  )
}
