import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf, compileFilter, matchesNothing, quote } from './filter'
import { planIndex } from './index-plan'

const plan = planIndex(
  {
    primary_key: 'id',
    settings: {},
    fields: {
      id: { type: 'keyword', filterable: true },
      sector: { type: 'keyword', filterable: true },
      price: { type: 'integer', filterable: true },
      listed_at: { type: 'date', filterable: true },
      open: { type: 'boolean', filterable: true },
      tags: { type: 'keyword', array: true, filterable: true },
      producer: { type: 'object', fields: { handle: { type: 'keyword', filterable: true } } },
      note: { type: 'text', searchable: true },
    },
  },
  'meilisearch',
)

/**
 * How Meilisearch reads a value in double quotes (`quoted_by` and `unescaper::unescape` of its filter parser).
 * Out: the value and what follows it; null when the quotes never close or an escape is unknown.
 */
function readQuoted(input: string): { value: string; rest: string } | null {
  if (!input.startsWith('"')) return null
  const characters = [...input.slice(1)]
  let raw = ''
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? ''
    if (character === '"') {
      const value = unescaped(raw.replaceAll('\\"', '"'))
      return value === null ? null : { value, rest: characters.slice(i + 1).join('') }
    }
    raw += character
    if (character === '\\') {
      i++
      if (i >= characters.length) return null
      raw += characters[i]
    }
  }
  return null
}

function unescaped(raw: string): string | null {
  const known: Record<string, string> = { '\\': '\\', '"': '"', "'": "'", n: '\n', t: '\t', r: '\r', '0': '\0' }
  let value = ''
  const characters = [...raw]
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? ''
    if (character !== '\\') {
      value += character
      continue
    }
    const escaped = known[characters[++i] ?? '']
    if (escaped === undefined) return null
    value += escaped
  }
  return value
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', '\\', "'", ' ', 'a', 'OR', ')', '(', 'đ', '\n', '=', '[', ']') }),
)

describe('quote', () => {
  it('returns every text unchanged from the parser of the engine and leaves nothing behind it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readQuoted(quote(text))).toEqual({ value: text, rest: '' })
      }),
      { numRuns: 5_000 },
    )
  })

  it('keeps an injection attempt inside the quotes', () => {
    const attempt = 'x" OR status = "draft'
    expect(readQuoted(quote(attempt))).toEqual({ value: attempt, rest: '' })
    expect(readQuoted(quote('ends with a backslash \\'))).toEqual({ value: 'ends with a backslash \\', rest: '' })
  })
})

describe('compileFilter', () => {
  const compile = (filters: Parameters<typeof compileFilter>[0]) => compileFilter(filters, plan)

  it('answers null when nothing is filtered', () => {
    expect(compile(undefined)).toBeNull()
    expect(compile({})).toBeNull()
    expect(compile({ $and: [], $or: [{}] })).toBeNull()
  })

  it('compiles values, lists and nulls to equality, membership and absence', () => {
    expect(compile({ sector: 'food' })).toBe('"sector" = "food"')
    expect(compile({ sector: ['food', 'drink'] })).toBe('"sector" IN ["food", "drink"]')
    expect(compile({ sector: null })).toBe('"sector" NOT EXISTS')
    expect(compile({ sector: ['food', null] })).toBe('("sector" = "food" OR "sector" NOT EXISTS)')
    expect(compile({ sector: [] })).toBe(matchesNothing(plan))
    expect(compile({ 'producer.handle': 'htx-a' })).toBe('"producer.handle" = "htx-a"')
  })

  it('compiles every operator of the contract that the engine has', () => {
    expect(compile({ price: { $gte: 10, $lt: 20 } })).toBe('("price" >= "10") AND ("price" < "20")')
    expect(compile({ price: { $gt: -1.5, $lte: '7' } })).toBe('("price" > "-1.5") AND ("price" <= "7")')
    expect(compile({ sector: { $eq: 'food' } })).toBe('("sector" = "food")')
    expect(compile({ sector: { $ne: 'food' } })).toBe('(NOT ("sector" = "food"))')
    expect(compile({ sector: { $in: ['food'] } })).toBe('("sector" = "food")')
    expect(compile({ sector: { $nin: [] } })).toBe('(NOT ("id" IN []))')
    expect(compile({ sector: { $exists: true } })).toBe('("sector" EXISTS)')
    expect(compile({ sector: { $exists: false } })).toBe('("sector" NOT EXISTS)')
    expect(compile({ sector: { $prefix: 'fo"o' } })).toBe('("sector" STARTS WITH "fo\\"o")')
    expect(compile({ tags: { $contains: ['a', 'b'] } })).toBe('("tags" = "a" AND "tags" = "b")')
    expect(compile({ tags: { $overlaps: ['a', 'b'] } })).toBe('("tags" IN ["a", "b"])')
    expect(compile({ open: true })).toBe('"open" = true')
  })

  it('compares dates as milliseconds, given as Date or as text', () => {
    const day = new Date('2026-11-22T00:00:00Z')
    expect(compile({ listed_at: { $gte: day } })).toBe(`("listed_at" >= "${day.getTime()}")`)
    expect(compile({ listed_at: { $gte: '2026-11-22T00:00:00Z' } })).toBe(`("listed_at" >= "${day.getTime()}")`)
  })

  it('nests logic with brackets around every branch', () => {
    expect(compile({ sector: 'food', $or: [{ price: { $lt: 5 } }, { open: true, price: 9 }] })).toBe(
      '"sector" = "food" AND (("price" < "5") OR "open" = true AND "price" = "9")',
    )
    expect(compile({ $not: { sector: 'food', price: 1 } })).toBe('NOT ("sector" = "food" AND "price" = "1")')
  })

  it('refuses what the engine cannot express', () => {
    expect(() => compile({ sector: { $like: '%oo%' } })).toThrow('no substring filter')
    expect(() => compile({ sector: { $gt: 'a' } })).toThrow('compares numbers and dates only')
    expect(() => compile({ tags: { $gt: 1 } })).toThrow('compares numbers and dates only')
    expect(() => compile({ sector: { $contains: 'a' } })).toThrow('needs an array field')
    expect(() => compile({ tags: { $prefix: 'a' } })).toThrow('needs a text field')
    expect(() => compile({ sector: { $regex: 'a' } } as never)).toThrow('does not support the operator "$regex"')
  })

  it('refuses fields that are unknown or not filterable, and values of the wrong kind', () => {
    expect(() => compile({ nowhere: 'a' })).toThrow('Unknown field "nowhere"')
    expect(() => compile({ 'sector" = "food" OR "id': 'a' })).toThrow('Unknown field')
    expect(() => compile({ note: 'a' })).toThrow('not filterable')
    expect(() => compile({ price: 'cheap' })).toThrow('needs a number')
    expect(() => compile({ price: Number.NaN })).toThrow('needs a number')
    expect(() => compile({ listed_at: { $gt: 'yesterday' } })).toThrow('needs a date')
    expect(() => compile({ open: 'maybe' })).toThrow('true or false')
    expect(() => compile({ sector: {} })).toThrow('names no operator')
  })

  it('refuses an undefined value, which would widen the answer unnoticed', () => {
    expect(() => compile({ sector: undefined })).toThrow('needs a text')
    expect(() => compile({ sector: { $in: [undefined as never] } })).toThrow('needs a text')
  })

  it('lets no value change the structure of the expression', () => {
    fc.assert(
      fc.property(anyText, anyText, (sector, tag) => {
        const compiled = compile({ sector, tags: { $overlaps: [tag, 'x'] } }) ?? ''
        const first = readQuoted(compiled.slice('"sector" = '.length))
        expect(first?.value).toBe(sector)
        const afterTags = (first?.rest ?? '').slice(' AND ("tags" IN ['.length)
        expect(readQuoted(afterTags)).toEqual({ value: tag, rest: ', "x"])' })
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('allOf', () => {
  it('joins what is there and answers null for nothing', () => {
    expect(allOf(null, null)).toBeNull()
    expect(allOf('a', null, 'b OR c')).toBe('(a) AND (b OR c)')
  })
})
