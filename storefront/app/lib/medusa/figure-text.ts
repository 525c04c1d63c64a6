import type { Locale } from '#app/i18n/locale.ts'
import type { StatisticRow } from './statistics-types.ts'

/** The texts of a statistic in the reader's language; a document's own words stay Vietnamese where nobody put them over. */
export function figureText(row: StatisticRow, locale: Locale) {
  const pick = (vi: string | null, en: string | null) => (locale === 'en' ? (en ?? vi) : vi)
  return {
    title: pick(row.title, row.titleEn) ?? row.id,
    inconsistency: pick(row.inconsistency, row.inconsistencyEn),
    note: pick(row.note, row.noteEn),
  }
}

/** Anchor of a statistic on the figures page. */
export function figureAnchor(id: string): string {
  return `bang-${id.toLowerCase()}`
}
