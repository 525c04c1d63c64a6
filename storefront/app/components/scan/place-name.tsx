import type { Place } from '@sao-lang/traceability/verify'
import { scan } from '#app/i18n/scan.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** A place by its name since 1/7/2025, and by the name that older papers and packages carry. */
export function PlaceName({ place }: { place: Place }) {
  const t = useT(scan)
  const today = [place.communeName, place.provinceName].filter(Boolean).join(', ')
  return (
    <>
      {today}
      {place.legacyName ? (
        <span className="block text-sm text-muted">{t('formerly', { name: place.legacyName })}</span>
      ) : null}
    </>
  )
}

/** Whether two entries name one place; both may be missing. */
export function isSamePlace(a: Place | null, b: Place | null): boolean {
  return (
    a?.provinceCode === b?.provinceCode &&
    a?.communeCode === b?.communeCode &&
    a?.communeName === b?.communeName &&
    a?.legacyName === b?.legacyName
  )
}
