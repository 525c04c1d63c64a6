import { papers } from '#app/i18n/papers.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { Paper } from '#app/lib/papers/types.ts'

const LOOK = {
  valid: 'mark mark-done',
  expiring: 'mark mark-warn',
  expired: 'mark mark-warn',
  replaced: 'mark',
  withdrawn: 'mark',
} as const

/** What a paper is worth today, in words; the colour only underlines them. */
export function StandingMark({ paper }: { paper: Pick<Paper, 'standing' | 'expiresOn' | 'daysLeft'> }) {
  const t = useT(papers)
  const locale = useLocale()
  return <span className={LOOK[paper.standing]}>{words()}</span>

  function words(): string {
    const { standing, expiresOn, daysLeft } = paper
    if (standing === 'replaced' || standing === 'withdrawn') return t(standing)
    if (expiresOn === null || daysLeft === null) return t('noExpiryShown')
    const day = formatDay(expiresOn, locale)
    if (standing === 'expiring') return daysLeft === 0 ? t('expiresToday') : t('expiringIn', { count: daysLeft, day })
    return t(standing, { day })
  }
}
