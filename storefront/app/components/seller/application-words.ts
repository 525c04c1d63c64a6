import type { Translate } from '#app/i18n/messages.ts'
import type { seller } from '#app/i18n/seller.ts'

const LABELS = {
  legalForm: 'legalForm',
  name: 'name',
  taxCode: 'taxCode',
  registrationNumber: 'registrationNumber',
  provinceCode: 'provinceCode',
  communeCode: 'communeCode',
  street: 'street',
  representative: 'representative',
  phone: 'phone',
  email: 'email',
  goods: 'goods',
  bankBin: 'bankBin',
  bankNumber: 'bankNumber',
  bankHolder: 'bankHolder',
  papers: 'papers',
  terms: 'consents',
  privacy: 'consents',
} as const

/** What a part of the application is called; one that this page does not know keeps its name. */
export function partLabel(t: Translate<typeof seller>, field: string): string {
  return Object.hasOwn(LABELS, field) ? t(LABELS[field as keyof typeof LABELS]) : field
}

/** Sentence by field of what is missing or wrong. */
export function problemSentences(
  t: Translate<typeof seller>,
  problems: readonly { field: string; code: 'missing' | 'too_short' | 'invalid' | 'not_for_legal_form' }[],
): Record<string, string> {
  return Object.fromEntries(
    problems.map(({ field, code }) => [field, t(`problem_${code}`, { field: partLabel(t, field) })]),
  )
}
