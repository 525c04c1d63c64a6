import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ChipLink } from '#app/components/chip-link.tsx'
import { FigureTable } from '#app/components/figures/figure-table.tsx'
import { FairTable, LegalTable, ShopTable } from '#app/components/figures/record-tables.tsx'
import { Remarks } from '#app/components/figures/remarks.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { figures } from '#app/i18n/figures.ts'
import { reports } from '#app/i18n/reports.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { rowsOfScope, type Scope, scopesOf } from '#app/lib/medusa/figure-scopes.ts'
import { readFigures } from '#app/lib/medusa/statistics.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** Tables and links only: a page of record loads no scripts. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

/** All figures, or with `?pham-vi=` those of one province or of the country; an unknown scope shows none and says so. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, figures)
  const asked = new URL(args.request.url).searchParams.get('pham-vi')
  const found = await pageData(readFigures(context))
  const scopes = scopesOf(found.statistics)
  const scope = asked === null ? null : (scopes.find(({ slug }) => slug === asked) ?? null)
  const whole = asked === null
  return data({
    head: {
      title: scope ? `${t('title')}: ${scope.name}` : t('title'),
      description: t('description'),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}/so-lieu${scope ? `?pham-vi=${scope.slug}` : ''}`,
      index: whole || scope !== null,
    },
    scopes,
    scope: asked,
    total: found.statistics.length,
    rows: rowsOfScope(found.statistics, asked),
    // Fairs, shops and laws are listed once, beside everything.
    fairs: whole ? found.fairs : [],
    shops: whole ? found.shops : [],
    legalBasis: whole ? found.legalBasis : [],
  })
}

export default function FiguresRoute() {
  const t = useT(figures)
  const counted = useT(reports)
  const { scopes, scope, total, rows, fairs, shops, legalBasis } = useLoaderData<typeof loader>()
  const remarks = rows.filter((row) => row.inconsistency !== null)
  return (
    <div className="wrap pb-14">
      <Breadcrumbs crumbs={[{ label: t('title'), to: '/so-lieu' }]} />
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="tabular">{t('countFigures', { count: rows.length })}</span>
          {remarks.length > 0 ? (
            <a className="link tabular inline-flex min-h-11 items-center" href="#chua-khop">
              {t('countRemarks', { count: remarks.length })}
            </a>
          ) : null}
          <span className="print-hidden flex items-center gap-x-3">
            {t('download')}:
            <a className="link inline-flex min-h-11 items-center" href="/so-lieu.csv" download>
              {t('downloadCsv')}
            </a>
            <a className="link inline-flex min-h-11 items-center" href="/so-lieu.json" download>
              {t('downloadJson')}
            </a>
          </span>
        </p>
      </PageHeader>
      <nav aria-label={t('title')} className="print-hidden flex flex-wrap gap-2 pb-4">
        <ChipLink to="/so-lieu" current>
          {counted('documents')}
        </ChipLink>
        <ChipLink to="/so-lieu/chuong-trinh">{counted('counted')}</ChipLink>
      </nav>
      <ScopeChips scopes={scopes} current={scope} total={total} />
      <div className="grid gap-12 pt-8">
        {rows.length === 0 ? <p className="text-muted">{t('emptyScope')}</p> : null}
        {remarks.length > 0 ? <Remarks rows={remarks} /> : null}
        {rows.length > 0 ? (
          <section className="grid gap-6">
            <h2>{t('tablesTitle')}</h2>
            <div className="gap-6 lg:columns-2">
              {rows.map((row) => (
                <FigureTable key={row.id} row={row} />
              ))}
            </div>
          </section>
        ) : null}
        {fairs.length > 0 ? <FairTable rows={fairs} /> : null}
        {shops.length > 0 ? <ShopTable rows={shops} /> : null}
        {legalBasis.length > 0 ? <LegalTable rows={legalBasis} /> : null}
      </div>
    </div>
  )
}

function ScopeChips({ scopes, current, total }: { scopes: Scope[]; current: string | null; total: number }) {
  const t = useT(figures)
  return (
    <nav aria-label={t('scope')} className="print-hidden flex flex-wrap gap-2">
      <ChipLink to="/so-lieu" current={current === null}>
        {t('scopeAll')} <span className="tabular">{total}</span>
      </ChipLink>
      {scopes.map((scope) => (
        <ChipLink key={scope.slug} to={`/so-lieu?pham-vi=${scope.slug}`} current={scope.slug === current}>
          {scope.level.startsWith('cross') ? t('scopeCross') : scope.name}{' '}
          <span className="tabular">{scope.count}</span>
        </ChipLink>
      ))}
    </nav>
  )
}
