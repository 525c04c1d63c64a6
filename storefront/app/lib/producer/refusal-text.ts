import { journal } from '#app/i18n/journal.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/messages.ts'
import { formatMoment } from '#app/lib/format.ts'
import { amountText } from './amount-text.ts'
import type { Refusal } from './types.ts'

/** Codes that mean the same to who wrote the entry. */
const SAME: Record<string, string> = {
  request_key_conflict: 'conflict',
  upload_expected: 'file_kind',
  too_large: 'file_too_large',
}

/** A refusal of the journal as a sentence that names what is wrong and what to do. */
export function refusalText(t: Translate<typeof journal>, locale: Locale, { code, details }: Refusal): string {
  const key = `refused_${SAME[code] ?? code}`
  const known = Object.hasOwn(journal, key) ? (key as keyof typeof journal) : 'refused_other'
  const measure = typeof details.measure === 'string' ? details.measure : 'g'
  const values: Record<string, string | number> = { lot: '', left: '', asked: '', in: '', out: '', availableFrom: '' }
  for (const [name, value] of Object.entries(details)) {
    values[name] = typeof value === 'number' ? amountText(value, measure, locale) : value
  }
  if (typeof details.availableFrom === 'string') values.availableFrom = formatMoment(details.availableFrom, locale)
  return (t as (key: keyof typeof journal, values: Record<string, string | number>) => string)(known, values)
}

/** The refusal in an answer of the backend (`{ error: { code, field, details } }`). */
export function refusalIn(body: unknown, fallback: string): Refusal {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {}
  const details: Refusal['details'] = {}
  for (const [name, value] of Object.entries(isRecord(error.details) ? error.details : {})) {
    if (typeof value === 'string' || typeof value === 'number') details[name] = value
  }
  return {
    code: typeof error.code === 'string' ? error.code : fallback,
    field: typeof error.field === 'string' ? error.field : null,
    details,
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
