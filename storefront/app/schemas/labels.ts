import { z } from 'zod'
import { SHEET_FORMATS } from '#app/lib/labels/types.ts'

/** Longest accepted texts; also the `maxlength` of their inputs. */
export const LABEL_LIMITS = { line: 80, why: 500, codes: 500, reprint: 5_000, size: 1_000_000 } as const

const text = z.string().transform((typed) => typed.normalize('NFC').replace(/\s+/g, ' ').trim())
const key = z.string().regex(/^[0-9a-f-]{36}$/, 'errorUsed')
const line = text.pipe(z.string().max(LABEL_LIMITS.line, 'errorLine'))
const day = z
  .string()
  .refine((typed) => typed === '' || !Number.isNaN(Date.parse(typed)), 'errorDay')
  .transform((typed) => (typed === '' ? null : typed))
/** Thousands may be set apart: `1.000` and `1 000` are both a thousand. */
const whole = (typed: string) => {
  const bare = typed.replace(/[\s.,]/g, '')
  return /^\d{1,7}$/.test(bare) ? Number(bare) : null
}
/** A label's number as people count, from 1. */
const number = z.string().transform((typed) => (typed.trim() === '' ? null : (whole(typed) ?? Number.NaN)))
const flag = z.string().transform((typed) => typed === 'on')
const why = text.pipe(z.string().max(LABEL_LIMITS.why, 'errorWhyLong'))

/** Goods are `lot|<product>|<ref>` or `product|<id>`, so that a lot brings its product along. Messages are keys of the labels catalogue. */
export const newBatchSchema = z.object({
  goods: z.string().transform((chosen, context) => {
    const [kind, productRef = '', ...rest] = chosen.split('|')
    const lotRef = rest.join('|')
    if (kind === 'product' && productRef !== '') return { productRef, lotRef: null }
    if (kind === 'lot' && productRef !== '' && lotRef !== '') return { productRef, lotRef }
    context.addIssue({ code: 'custom', message: 'errorGoods' })
    return z.NEVER
  }),
  size: z.string().transform((typed, context) => {
    const size = whole(typed)
    if (size !== null && size >= 1 && size <= LABEL_LIMITS.size) return size
    context.addIssue({ code: 'custom', message: 'errorSize' })
    return z.NEVER
  }),
  packedOn: day,
  bestBefore: day,
  line1: line,
  line2: line,
  line3: line,
  startsAs: z.enum(['active', 'issued'], 'errorStart'),
  scratch: flag,
  requestKey: key,
})

/** What may be noted about labels, the common things first. */
export const ACTIONS = [
  'commission',
  'void',
  'sell',
  'return',
  'give_sample',
  'export',
  'lock',
  'unlock',
  'report_stolen',
  'report_found',
  'destroy',
] as const

/** Actions that ask for a reason; the shop refuses them without. */
export const REASONED: ReadonlySet<string> = new Set(['return', 'lock', 'report_stolen', 'destroy', 'void'])

export const changeSchema = z.object({
  action: z.enum(ACTIONS, 'errorWhat'),
  first: number,
  last: number,
  codes: z.string().transform((typed) => typed.split(/[\n;,]+/).flatMap((code) => code.trim() || [])),
  note: why,
  requestKey: key,
})
export type Change = z.output<typeof changeSchema>

export const reprintSchema = z.object({
  first: number,
  last: number,
  note: why.pipe(z.string().min(1, 'errorWhy')),
  requestKey: key,
})

const millimetres = z.string().transform((typed) => (typed.trim() === '' ? null : Number(typed.replace(',', '.'))))

export const sheetSchema = z.object({
  kind: z.enum(['plain', 'signed'], 'errorRefused'),
  format: z.enum(SHEET_FORMATS, 'errorRefused'),
  paper: z.string().min(1, 'errorPaper').max(40, 'errorPaper'),
  rollWidth: millimetres,
  rollHeight: millimetres,
  cropMarks: flag,
  dpi: z.enum(['203', '300', '600'], 'errorRefused').transform(Number),
  first: number,
  last: number,
  requestKey: key,
})
export type Sheet = z.output<typeof sheetSchema>

/**
 * A stretch as people count, from 1, in a batch of `size`. Out: indexes from 0, both included, or one message key a field.
 * An empty field is an error unless a value stands in for it.
 */
export function stretchOf(
  { first, last }: { first: number | null; last: number | null },
  size: number,
): { first: number; last: number } | { errors: Record<string, string> } {
  const isNumber = (n: number | null): n is number => n !== null && n >= 1 && n <= size
  if (!isNumber(first)) return { errors: { first: 'errorNumber' } }
  if (!isNumber(last)) return { errors: { last: 'errorNumber' } }
  if (last < first) return { errors: { last: 'errorOrder' } }
  return { first: first - 1, last: last - 1 }
}
