import type { z } from 'zod'

/** What a form page needs to show a failed submission again: what was typed, and one message key a field. */
export interface FormFailure {
  values: Record<string, string>
  /** Field name → message key; the summary lists them in the order of the schema. */
  errors: Record<string, string>
}

export type ParsedForm<T> = { ok: true; value: T } | ({ ok: false } & FormFailure)

/**
 * Reads a submitted form with its one schema (the same that gives the fields their attributes).
 * In: a zod object whose messages are message keys, and the FormData of the request; files are ignored.
 * Out: the typed value, or everything that was typed with the first problem of each field. Never throws.
 */
export function parseForm<S extends z.ZodObject>(schema: S, formData: FormData): ParsedForm<z.output<S>> {
  const values: Record<string, string> = {}
  for (const name of Object.keys(schema.shape)) {
    const typed = formData.get(name)
    values[name] = typeof typed === 'string' ? typed : ''
  }
  const result = schema.safeParse(values)
  if (result.success) return { ok: true, value: result.data }
  const found = new Map<string, string>()
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!found.has(field)) found.set(field, issue.message)
  }
  const order = Object.keys(schema.shape)
  const errors = Object.fromEntries([...found].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)))
  return { ok: false, values, errors }
}
