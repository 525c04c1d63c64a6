import type { Locale } from '#app/i18n/locale.ts'

const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An amount of integer đồng: `125.000 ₫` (vi), `125,000 ₫` (en); the space does not break. */
export function formatMoney(dong: number, locale: Locale): string {
  return `${numbers[locale].format(dong)}\u00a0₫`
}

/** A number in the language's way, at most three decimals. */
export function formatNumber(value: number, locale: Locale): string {
  return numbers[locale].format(value)
}

/** A calendar day, yyyy-mm-dd at +07: `14/03/2028` (vi), `14 Mar 2028` (en). Text of another shape comes back as it is. */
export function formatDay(day: string, locale: Locale): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? []
  if (!year || !month || !date) return day
  return locale === 'vi' ? `${date}/${month}/${year}` : `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** A moment, ISO 8601 in UTC, as Vietnamese wall time: `14/03/2028, 16:05` (vi), `14 Mar 2028, 16:05` (en). */
export function formatMoment(iso: string, locale: Locale): string {
  const local = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString()
  return `${formatDay(local, locale)}, ${local.slice(11, 16)}`
}

/** A mass in grams: `250 g`, `1,5 kg` (vi), `1.5 kg` (en). */
export function formatWeight(grams: number, locale: Locale): string {
  return grams < 1000 ? `${numbers[locale].format(grams)}\u00a0g` : `${numbers[locale].format(grams / 1000)}\u00a0kg`
}

/** A quantity with its unit as recorded: `1.240 kg`. */
export function formatQuantity(quantity: { value: number; unit: string }, locale: Locale): string {
  return `${numbers[locale].format(quantity.value)}\u00a0${quantity.unit}`
}

const lists = {
  vi: new Intl.ListFormat('vi', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** Names in a row: "A, B và C". */
export function formatList(names: readonly string[], locale: Locale): string {
  return lists[locale].format(names)
}
