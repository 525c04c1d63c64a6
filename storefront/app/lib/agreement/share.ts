import type { Locale } from '#app/i18n/locale.ts'

/** A percentage as people type it (`12,5`, `10 %`) in basis points; NaN when it is none. */
export function typedShare(text: string | undefined): number {
  const bare = (text ?? '').replace(/[\s%]/g, '').replace(',', '.')
  return /^\d{1,3}(\.\d{1,2})?$/.test(bare) ? Math.round(Number(bare) * 100) : Number.NaN
}

/** A share in basis points as it is written in a language, without the sign. */
export function writtenShare(bps: number, locale: Locale): string {
  return (bps / 100).toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 })
}

/** Of 100.000 đồng sold at the counter: what the centre keeps and what the producer gets, before tax. */
export function ofHundredThousand(bps: number): { centre: number; producer: number } {
  return { centre: bps * 10, producer: 100_000 - bps * 10 }
}
