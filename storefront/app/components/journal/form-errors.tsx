import { useEffect, useRef } from 'react'
import { fieldId } from '#app/components/field.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** Every problem of a form above it, each a link to its field; it takes the focus when it appears. */
export function FormErrors({ errors }: { errors: Record<string, string> }) {
  const t = useT(journal)
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(errors)
  // Focus is the browser's state: there is no other way to move it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new errors are the reason to move it again
  useEffect(() => box.current?.focus(), [errors])
  if (entries.length === 0) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className="notice notice-warning grid gap-2" aria-labelledby="can-sua">
      <h2 id="can-sua" className="text-lg">
        {t('summaryTitle', { count: entries.length })}
      </h2>
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
