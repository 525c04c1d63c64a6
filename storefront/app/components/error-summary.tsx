import { useEffect, useRef } from 'react'
import { fieldId } from '#app/components/field.tsx'

interface ErrorSummaryProps {
  /** In: how many problems there are. */
  title: (count: number) => string
  /** Sentence by field name; `form` is for what belongs to no field. */
  errors: Record<string, string>
}

/**
 * Every problem of a form in one place above it, each a link to its field. It takes the focus when it appears, so that
 * people who do not see the page hear it first; without scripts the browser opens the page at its top, where it stands.
 */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(errors)
  // Focus is the browser's state: there is no other way to move it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer of the server is the reason to move it again
  useEffect(() => box.current?.focus(), [errors])
  if (entries.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="notice notice-warning grid gap-2"
      aria-labelledby="loi-bieu-mau"
    >
      <h2 id="loi-bieu-mau" className="text-lg">
        {title(entries.length)}
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
