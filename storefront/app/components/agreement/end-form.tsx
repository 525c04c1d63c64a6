import { Button } from '#app/components/button.tsx'
import { agreement as words } from '#app/i18n/agreement.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Agreement } from '#app/lib/agreement/types.ts'

/** Gives an agreement its last day, folded away until it is wanted; posts `viec=ketthuc` with id, day and reason. */
export function EndForm(props: { agreement: Agreement; today: string; values: Record<string, string> | null }) {
  const { agreement, today, values } = props
  const t = useT(words)
  return (
    <details open={values !== null}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline">{t('end')}</summary>
      <form method="post" className="grid gap-3">
        <input type="hidden" name="id" value={agreement.id} />
        <p>{t('endHint')}</p>
        <label className="grid gap-1">
          {t('endDay')}
          <input
            className="input"
            type="date"
            name="lastDay"
            min={today}
            max={agreement.lastDay ?? undefined}
            defaultValue={values?.lastDay ?? agreement.lastDay ?? ''}
            required
          />
        </label>
        <label className="grid gap-1">
          {t('endReason')}
          <input className="input" name="reason" maxLength={1000} defaultValue={values?.reason ?? ''} />
        </label>
        <Button look="warn" className="justify-self-start" name="viec" value="ketthuc">
          {t('end')}
        </Button>
      </form>
    </details>
  )
}
