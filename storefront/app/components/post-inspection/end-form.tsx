import { Button } from '#app/components/button.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import { RefusedSentence, useFormState } from './form-parts.tsx'

/** Closes an inspection, or cancels one that is not concluded; folded away, for it is the last thing one does. */
export function EndForm({ deed, refused }: { deed: 'close' | 'cancel'; refused: Refusal | undefined }) {
  const t = useT(postInspection)
  const { values, error } = useFormState(refused, deed)
  const name = `${deed}_note`
  return (
    <details className="fold border-t border-line pt-4" open={refused?.form === deed}>
      <summary>{t(deed === 'close' ? 'endTitle' : 'cancelTitle')}</summary>
      <form method="post" className="grid gap-4 pt-2" noValidate>
        <input type="hidden" name="viec" value={deed} />
        <RefusedSentence refused={refused} form={deed} />
        <TextAreaField
          name={name}
          label={t(deed === 'close' ? 'closeNote' : 'cancelNote')}
          defaultValue={values[name]}
          error={error(name)}
          maxLength={2000}
          rows={2}
          required
        />
        <Button look="quiet">{t(deed)}</Button>
      </form>
    </details>
  )
}
