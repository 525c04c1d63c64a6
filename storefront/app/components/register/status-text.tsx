import { register } from '#app/i18n/register.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { RegisterEntry } from '#app/lib/medusa/register-types.ts'

/** How a recognition stands today, in words; the colour only repeats them. */
export function StatusText({ entry }: { entry: RegisterEntry }) {
  const t = useT(register)
  const locale = useLocale()
  const holds = entry.status === 'valid' || entry.status === 'transitional'
  return <span className={holds ? 'font-semibold text-leaf' : 'font-semibold text-muted'}>{words()}</span>

  function words(): string {
    switch (entry.status) {
      case 'transitional':
        return entry.extendedTo === null
          ? t('transitionalShort')
          : t('transitional', { date: formatDay(entry.extendedTo, locale) })
      case 'revoked':
        return entry.revokedOn === null ? t('revokedShort') : t('revoked', { date: formatDay(entry.revokedOn, locale) })
      default:
        return t(entry.status)
    }
  }
}
