import type { z } from 'zod'

/** What a caller sent cannot be used. `message` is a sentence for people; `field` names the part, e.g. `quantity.unit`. */
export class InputError extends Error {
  readonly field: string | null

  constructor(field: string | null, message: string) {
    super(message)
    this.name = 'InputError'
    this.field = field
  }
}

/** The same request key came with other content: nothing was changed. */
export class ConflictError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConflictError'
  }
}

/**
 * Checks a value against its schema. Out: the parsed value. Throws InputError that names the first wrong field;
 * a NUL character is refused anywhere, because PostgreSQL cannot store it.
 */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue ? fieldOf(issue) : null
    throw new InputError(field, field ? `${field}: ${issue?.message}` : (issue?.message ?? 'The input is not valid'))
  }
  const nul = nulField(parsed.data, '')
  if (nul !== null) throw new InputError(nul, `${nul}: must not contain the NUL character`)
  return parsed.data
}

function fieldOf(issue: z.core.$ZodIssue): string | null {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  return path.length > 0 ? path.map(String).join('.') : null
}

function nulField(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\0') ? path : null
  if (value === null || typeof value !== 'object') return null
  for (const [key, part] of Object.entries(value)) {
    const found = nulField(part, path ? `${path}.${key}` : key)
    if (found !== null) return found
  }
  return null
}
