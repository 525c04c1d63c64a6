import { fieldId } from '#app/components/field.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** What is wrong with a form, above it, each line a link to its field; `form` belongs to none. */
export function Problems({ errors }: { errors: Record<string, string> }) {
  const t = useT(labels)
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    <div role="alert" className="notice notice-warning grid gap-1">
      <p className="font-semibold">{t('errorSummary')}</p>
      <ul className="grid gap-1">
        {entries.map(([field, sentence]) => (
          <li key={field}>
            {field === 'form' ? (
              sentence
            ) : (
              <a className="inline-flex min-h-11 items-center underline underline-offset-4" href={`#${fieldId(field)}`}>
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
