import { StatusText } from '#app/components/register/status-text.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { RegisterEntry } from '#app/lib/medusa/register-types.ts'
import type { TypedDraft } from '#app/lib/official/decision-form.ts'

/** Which recognition a decision is on. In: what the search found; null before there was one. */
export function SubjectChoice({ found, typed }: { found: RegisterEntry[] | null; typed: TypedDraft }) {
  const t = useT(decisions)
  if (!found?.length) {
    return (
      <p role="status" className="text-muted">
        {found === null ? t('noSubject') : t('foundNone')}
      </p>
    )
  }
  return (
    <fieldset className="grid gap-1">
      <legend className="field-label">{t('choose')}</legend>
      {found.map((entry) => (
        <label key={entry.id} className="flex min-h-11 items-start gap-3 py-2">
          <input
            type="radio"
            name="recognition"
            value={entry.id}
            required
            defaultChecked={found.length === 1 || typed.recognition === entry.id}
          />
          <span className="min-w-0 break-words">
            {entry.product}, {entry.producer} · {t('starsOf', { stars: entry.stars })} · {entry.decisionNumber} ·{' '}
            <StatusText entry={entry} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}
