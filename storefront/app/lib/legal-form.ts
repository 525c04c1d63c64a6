import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/messages.ts'
import { places } from '#app/i18n/places.ts'

const FORMS = [
  'cooperative',
  'cooperative_union',
  'cooperative_group',
  'household',
  'llc',
  'single_member_llc',
  'joint_stock',
  'private_enterprise',
  'company_unspecified',
  'production_facility',
  'unknown',
] as const

/** A producer's legal form in words; a form we have no word for comes back as the shop wrote it. */
export function legalFormLabel(form: string, locale: Locale): string {
  const known = FORMS.find((one) => one === form)
  return known ? translator(locale, places)(known) : form
}
