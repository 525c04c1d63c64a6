import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { RuleList } from '#app/components/rules/rule-list.tsx'
import { rules } from '#app/i18n/rules.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { readRules } from '#app/lib/medusa/rules.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** Text and links only. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, rules)
  const { rules: rows } = await pageData(readRules(context))
  const head: PageHead = {
    title: t('title'),
    description: t('description'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/quy-dinh`,
    index: true,
  }
  return { head, inForce: rows.filter((row) => row.inForce), others: rows.filter((row) => !row.inForce) }
}

export default function RulesRoute() {
  const t = useT(rules)
  const { inForce, others } = useLoaderData<typeof loader>()
  return (
    <div className="wrap pb-14">
      <Breadcrumbs crumbs={[{ label: t('title'), to: '/quy-dinh' }]} />
      <PageHeader title={t('title')} lead={t('lead')} />
      {inForce.length + others.length === 0 ? (
        <EmptyState title={t('empty')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : null}
      <div className="grid gap-12">
        {inForce.length > 0 ? <RuleList id="dang-ap-dung" title={t('inForce')} rows={inForce} /> : null}
        {others.length > 0 ? <RuleList id="truoc-day" title={t('before')} rows={others} /> : null}
      </div>
    </div>
  )
}
