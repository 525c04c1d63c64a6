import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { FairDays } from '#app/components/centre/fair-days.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { fairs as words } from '#app/i18n/fairs.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { listFairs } from '#app/lib/medusa/fairs.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = pageHeaders('catalogue')

/** Fairs of promotion centres that are open or to come. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const { fairs } = await pageData(listFairs(context))
  const t = serverT(context, words)
  const head: PageHead = {
    title: t('publicTitle'),
    description: t('publicLead'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/hoi-cho`,
    index: true,
  }
  return { head, fairs }
}

export default function PublicFairsRoute() {
  const t = useT(words)
  const { fairs } = useLoaderData<typeof loader>()
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <div>
        <Breadcrumbs crumbs={[{ label: t('publicTitle'), to: '/hoi-cho' }]} />
        <PageHeader title={t('publicTitle')} lead={t('publicLead')} />
      </div>
      {fairs.length === 0 ? (
        <EmptyState
          title={t('publicNoneTitle')}
          actions={
            <>
              <LinkButton to="/diem-ban">{t('toShops')}</LinkButton>
              <LinkButton look="quiet" to="/san-pham">
                {t('toProducts')}
              </LinkButton>
            </>
          }
        >
          <p>{t('publicNoneText')}</p>
        </EmptyState>
      ) : (
        <ul className="work-list">
          {fairs.map((fair) => (
            <li key={fair.slug} className="work-line">
              <h2 className="text-lg">
                <a className="link inline-flex min-h-11 items-center" href={`/hoi-cho/${fair.slug}`}>
                  {fair.name}
                </a>
              </h2>
              <p>
                {t(`state_${fair.state}`)} · <FairDays {...fair} />
              </p>
              <p className="text-sm text-muted">
                {[fair.place, fair.provinceName, t('run', { name: fair.centre.name })].filter(Boolean).join(' · ')}
              </p>
              <p className="text-sm">
                {fair.entries > 0 ? t('productCount', { count: fair.entries }) : t('publicNoProducts')}
                {fair.sample ? <SampleNote className="ms-2" /> : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
