import { noticeList } from '#app/i18n/notices.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { NoticePage } from '#app/lib/notices/types.ts'
import { EmptyState } from '../empty-state.tsx'
import { LinkButton } from '../link-button.tsx'
import { PageHeader } from '../page-header.tsx'
import { MarkReadForm } from './mark-read-form.tsx'
import { NoticeItems } from './notice-items.tsx'

interface NoticesListProps extends NoticePage {
  reader: 'producer' | 'official'
  /** The page of notices. */
  path: string
  /** True on any page but the first. */
  paged: boolean
}

/** All notices of a reader, page by page. */
export function NoticesList({ reader, path, notices, next, unread, paged }: NoticesListProps) {
  const t = useT(noticeList)
  const [newest] = notices
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <PageHeader title={t('title')} lead={t('lead')}>
        {newest && unread > 0 && !paged ? (
          <div className="pt-2">
            <MarkReadForm action={path} upTo={newest.id} back={path} />
          </div>
        ) : null}
      </PageHeader>
      {notices.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <NoticeItems notices={notices} reader={reader} />
      )}
      <p className="flex flex-wrap gap-3 pt-6 empty:hidden">
        {paged ? (
          <LinkButton look="quiet" reloadDocument to={path}>
            {t('newest')}
          </LinkButton>
        ) : null}
        {next === null ? null : (
          <LinkButton look="quiet" reloadDocument to={`${path}?truoc=${next}`}>
            {t('older')}
          </LinkButton>
        )}
      </p>
    </div>
  )
}
