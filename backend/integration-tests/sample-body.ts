import { z } from '@medusajs/framework/zod'

interface Shape {
  type?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  minItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  exclusiveMinimum?: number
  format?: string
  pattern?: string
}

const BY_FORMAT: Record<string, string> = {
  date: '2026-11-20',
  'date-time': '2026-11-20T07:00:00+07:00',
  email: 'ai-do@example.com',
  uuid: '7f3a1c52-6b1d-4e0f-9a53-0d6f6a8c1e11',
  uri: 'https://example.com/',
}
/** Tried in turn where a pattern is asked for. */
const BY_PATTERN = ['vi-du-1', '12345', '0912345678', '2026-11', '08', '00691', 'a'.repeat(64), 'A1B2C3', 'x']

/** A body of what a schema demands, and of what may be null, null. Rules that are no part of its shape are not looked at. */
export function sampleBody(schema: z.ZodObject): Record<string, unknown> {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  return sampleOf(shape) as Record<string, unknown>
}

function sampleOf(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return sampleOf(choices.find(({ type }) => type === 'null') ?? choices[0] ?? {})
  if (shape.allOf) return sampleOf(Object.assign({}, ...shape.allOf))
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((name) => [name, memberOf(name, shape.properties?.[name] ?? {})]),
      )
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => sampleOf(shape.items ?? {}))
    case 'integer':
    case 'number':
      return Math.max(1, shape.minimum ?? 1, (shape.exclusiveMinimum ?? 0) + 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return textOf(shape)
  }
}

/** Days are known by their name where their form is a rule of ours. */
function memberOf(name: string, shape: Shape): unknown {
  const plain = shape.type === 'string' && !shape.format && !shape.pattern && !shape.enum
  return plain && /^date$|(Date|On|Day)$/.test(name) ? BY_FORMAT.date : sampleOf(shape)
}

function textOf({ format, pattern, minLength = 1 }: Shape): string {
  if (format && BY_FORMAT[format]) return BY_FORMAT[format]
  const found = pattern ? BY_PATTERN.find((text) => new RegExp(pattern, 'u').test(text)) : undefined
  return found ?? 'Một lời đủ dài để hiểu. '.repeat(Math.ceil(minLength / 20)).trim()
}
