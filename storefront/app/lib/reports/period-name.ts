import type { Translate } from '#app/i18n/messages.ts'
import type { reports } from '#app/i18n/reports.ts'

/** `2026-11` as `Tháng 11/2026`, `2026` as `Năm 2026`. */
export function periodName(t: Translate<typeof reports>, key: string): string {
  const [year = '', month] = key.split('-')
  return month === undefined ? t('year', { year }) : t('month', { month: `${month}/${year}` })
}

/** `2026-1` as `6 tháng đầu năm 2026`. */
export function halfName(t: Translate<typeof reports>, half: string): string {
  const [year = '', no] = half.split('-')
  return no === '1' ? t('firstHalf', { year }) : t('secondHalf', { year })
}

const PERIOD = /^20\d\d(-(0[1-9]|1[0-2]))?$/

/** True for what can be a period at all; the backend knows which ones there are. */
export function isPeriodKey(text: string): boolean {
  return PERIOD.test(text)
}
