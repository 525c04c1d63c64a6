import { markUse } from '#app/i18n/mark-use.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { PublicMarkUse } from '#app/lib/post-inspection/types.ts'

/** Whether the mark may be used today, and from when to when. */
export function RightLine({ use: { right } }: { use: Pick<PublicMarkUse, 'right'> }) {
  const t = useT(markUse)
  const locale = useLocale()
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className={`mark ${right.allowed ? 'mark-done' : 'mark-warn'}`}>{t(`right_${right.state}`)}</span>
      <span className="text-muted">
        {t('period', { from: formatDay(right.since, locale), to: formatDay(right.until, locale) })}
      </span>
    </p>
  )
}
