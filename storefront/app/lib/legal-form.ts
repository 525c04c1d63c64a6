import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/messages.ts'
import { places } from '#app/i18n/places.ts'

const FORMS = [
  'cooperative',
  'cooperative_group',
  'household',
  'llc',
  'single_member_llc',
  'joint_stock',
  'private_enterprise',
  'company_unspecified',
  'production_facility',
] as const

/** A producer's legal form in words; null for one that is not on record (`other`) or that we have no word for. */
export function legalFormLabel(form: string, locale: Locale): string | null {
  const known = FORMS.find((one) => one === form)
  return known ? translator(locale, places)(known) : null
}
