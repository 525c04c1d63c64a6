import { noticeList } from '#app/i18n/notices.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { noticePage, noticeText } from '#app/lib/notices/notice-text.ts'
import type { NoticeView } from '#app/lib/notices/types.ts'
import { Day } from '../day.tsx'

interface NoticeItemsProps {
  notices: readonly NoticeView[]
  reader: 'producer' | 'official'
}

/** Notices under each other: the sentence, which leads to what it is about, its moment, and whether it is unread. */
export function NoticeItems({ notices, reader }: NoticeItemsProps) {
  const t = useT(noticeList)
  const locale = useLocale()
  return (
    <ul className="work-list">
      {notices.map((notice) => {
        const page = noticePage(notice, reader)
        const text = noticeText(notice, locale)
        return (
          <li key={notice.id} className="work-line">
            <p className={notice.read ? '' : 'font-semibold'}>
              {page === null ? (
                text
              ) : (
                <a className="link" href={page}>
                  {text}
                </a>
              )}
            </p>
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
              <Day value={notice.at} moment />
              {notice.read ? null : <span className="mark mark-warn">{t('unread')}</span>}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
