import { Notice } from '#app/components/notice.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { RefusedProduct } from '#app/lib/labels/goods-choices.ts'

interface NoLabelsNoticeProps {
  refused: readonly RefusedProduct[]
}

/** Why no labels can be ordered for products, and what to do about it. */
export function NoLabelsNotice({ refused }: NoLabelsNoticeProps) {
  const t = useT(labels)
  const locale = useLocale()
  const sentence = ({ reason, since }: RefusedProduct['permission']) =>
    t(`noPermission_${reason}`, { date: since === null ? '' : formatDay(since, locale) })
  return (
    <Notice kind="warning">
      <h2 className="text-lg">{t('noPermissionTitle')}</h2>
      <ul className="grid gap-1">
        {refused.map(({ title, permission }) => (
          <li key={title}>
            <strong>{title}</strong>: {sentence(permission)}
          </li>
        ))}
      </ul>
      <p>{t('noPermissionRule')}</p>
      <p>
        <a className="inline-flex min-h-11 items-center underline underline-offset-4" href="/chu-the/ho-so">
          {t('noPermissionAct')}
        </a>
      </p>
    </Notice>
  )
}
