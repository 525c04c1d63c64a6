import type { ReactNode } from 'react'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'

/** What a form shows again after it was refused: what was typed, and a sentence a field. */
export interface FormState {
  values: Record<string, string>
  error: (field: string) => string | null
}

/** The state of one form of a page that has several. In: what the action answered. */
export function useFormState(refused: Refusal | undefined, form: string): FormState {
  const t = useT(postInspection)
  const own = refused?.form === form ? refused : undefined
  return {
    values: own?.values ?? {},
    error: (field) => (own?.errors[field] === undefined ? null : sentence(t, own.errors[field])),
  }
}

/** The backend's own sentence about a form, above it. */
export function RefusedSentence({ refused, form }: { refused: Refusal | undefined; form: string }) {
  if (refused?.form !== form || refused.sentence === null) return null
  return (
    <div className="notice notice-warning" role="alert">
      {refused.sentence}
    </div>
  )
}

/** A part of a page with its heading. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="grid gap-4 border-t border-line pt-6" aria-labelledby={`${id}-ten`}>
      <h2 id={`${id}-ten`}>{title}</h2>
      {children}
    </section>
  )
}

function sentence(t: ReturnType<typeof useT<typeof postInspection>>, key: string): string {
  return Object.hasOwn(postInspection, key) ? t(key as 'errorDay') : key
}
