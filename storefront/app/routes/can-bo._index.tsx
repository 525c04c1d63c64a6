import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { MarkReadForm } from '#app/components/notices/mark-read-form.tsx'
import { NoticeItems } from '#app/components/notices/notice-items.tsx'
import { DutyList } from '#app/components/official/duty-list.tsx'
import { PostList } from '#app/components/official/post-list.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { noticeList } from '#app/i18n/notices.ts'
import { official } from '#app/i18n/official.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import type { NoticePage } from '#app/lib/notices/types.ts'
import { OFFICIAL_HOME } from '#app/lib/official/paths.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import type { WorkList } from '#app/lib/official/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const LATEST = 5

/** The work list and the posts make the page; without the notices it says that they are away. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireOfficial(args)
  const latest = client.ask<NoticePage>('/official/notices', { search: { limit: LATEST } }).catch((error: unknown) => {
    if (error instanceof ShopError) return null
    throw error
  })
  const [{ official: who, posts, today, verbs }, work, news] = await pageData(
    Promise.all([client.desk(), client.ask<WorkList>('/official/duties'), latest]),
  )
  const context = requestContext(args)
  const t = serverT(context, official)
  return {
    head: deskHead(context, OFFICIAL_HOME, t('homeTitle'), t('homeLead')),
    sample: who.sample,
    atCentre: verbs.includes('centre:sell'),
    posts,
    today,
    work,
    news,
  }
}

export default function OfficialHomeRoute() {
  const t = useT(official)
  const news = useT(noticeList)
  const { sample, atCentre, posts, today, work, news: page } = useLoaderData<typeof loader>()
  const [newest] = page?.notices ?? []
  return (
    <div className="wrap grid max-w-[60rem] gap-10 pb-14">
      <div>
        <PageHeader title={t('homeTitle')} lead={t('homeLead')} eyebrow={sample ? t('sample') : null} />
        {atCentre ? (
          <p className="pb-4">
            <LinkButton to="/can-bo/trung-tam" reloadDocument large>
              {t('toCentre')}
            </LinkButton>
          </p>
        ) : null}
        {work.whole ? null : (
          <div className="pb-4">
            <Notice kind="warning">{t('notWhole')}</Notice>
          </div>
        )}
        {work.duties.length === 0 ? (
          work.whole ? (
            <EmptyState title={t('noDutiesTitle')}>
              <p>{t('noDutiesText')}</p>
            </EmptyState>
          ) : null
        ) : (
          <DutyList duties={work.duties} today={today} />
        )}
      </div>
      <section className="grid gap-4" aria-labelledby="tin-moi">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="tin-moi">{news('latest')}</h2>
          {newest && page && page.unread > 0 ? (
            <MarkReadForm action="/can-bo/tin" upTo={newest.id} back={OFFICIAL_HOME} />
          ) : null}
        </div>
        {page === null ? (
          <Notice kind="warning">{news('away')}</Notice>
        ) : page.notices.length === 0 ? (
          <p className="text-muted">{news('emptyText')}</p>
        ) : (
          <>
            <NoticeItems notices={page.notices} reader="official" />
            <p>
              <a className="link inline-flex min-h-11 items-center" href="/can-bo/tin">
                {news('all')}
              </a>
            </p>
          </>
        )}
      </section>
      <section className="grid gap-4" aria-labelledby="chuc-vu">
        <h2 id="chuc-vu">{t('postsTitle')}</h2>
        <p className="max-w-[60ch] text-muted">{t('postsLead')}</p>
        <PostList posts={posts} />
      </section>
    </div>
  )
}
