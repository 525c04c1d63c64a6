import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData, useNavigate } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { FacetPanel } from '#app/components/facet-panel.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { ProductGrid } from '#app/components/product-grid.tsx'
import { catalogue } from '#app/i18n/catalogue.ts'
import { shell } from '#app/i18n/shell.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { breadcrumbData } from '#app/lib/breadcrumb-data.server.ts'
import { catalogueHref, isFiltered, parseCatalogueQuery, type Sort, withoutValue } from '#app/lib/catalogue-query.ts'
import { env } from '#app/lib/env.server.ts'
import { chosenValues } from '#app/lib/facet-labels.ts'
import { findProducts } from '#app/lib/medusa/catalogue.server.ts'
import type { Facet } from '#app/lib/medusa/types.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { productListing } from '#app/lib/product-listing.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

const MOST_PRODUCERS = 10

const SORT_NAMES = {
  newest: 'sortNewest',
  price: 'sortPrice',
  '-price': 'sortPriceDown',
  name: 'sortName',
} as const satisfies Partial<Record<Sort, string>>
const SORT_CHOICES = ['newest', 'price', '-price', 'name'] as const satisfies (keyof typeof SORT_NAMES)[]

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const query = parseCatalogueQuery(new URL(args.request.url).searchParams)
  const answer = await pageData(findProducts(context, query))
  const pages = Math.max(1, Math.ceil(answer.total / answer.perPage))
  // A page beyond the end happens when filters or stock have shrunk the list since the link was made.
  if (query.page > pages) throw redirect(catalogueHref(query, { page: pages }))
  const t = serverT(context, catalogue)
  const head: PageHead = {
    title: query.q ? t('titleSearch', { q: query.q }) : t('title'),
    description: t('description'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}${catalogueHref(query, { page: query.page })}`,
    index: !isFiltered(query) && query.sort === null,
    data: [breadcrumbData(serverT(context, shell)('home'), [{ label: t('title'), to: '/san-pham' }])],
  }
  const facets = { ...answer.facets, producer: mostCommon(answer.facets.producer, query.producer) }
  return { head, query, pages, ...answer, facets, items: answer.items.map(productListing) }
}

/** Hundreds of producers would outweigh the products: the largest ones, and those chosen. */
function mostCommon(facets: Facet[], chosen: string[]): Facet[] {
  return facets.filter((facet, index) => index < MOST_PRODUCERS || chosen.includes(facet.value))
}

export default function CataloguePage() {
  const { query, pages, items, total, page, perPage, facets } = useLoaderData<typeof loader>()
  const t = useT(catalogue)
  const words = useT(shell)
  const locale = useLocale()
  const form = useFilterForm(catalogueHref(query, { page }))
  const chosen = chosenValues(query, facets, locale)
  // The first choice is the list's own order and adds nothing to the address.
  const sorts = SORT_CHOICES.filter((sort) => query.q !== '' || sort !== 'newest')
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={[{ label: t('title'), to: '/san-pham' }]} />
      <PageHeader title={query.q ? t('titleSearch', { q: query.q }) : t('title')} lead={t('lead')} />
      <div className="catalogue">
        <input type="checkbox" id="bo-loc" className="filter-toggle sr-only" ref={form.toggle} />
        <label htmlFor="bo-loc" className="chip filter-toggle-label">
          <span aria-hidden="true">☰</span>
          {t('showFilters')}
          {chosen.length > 0 ? <span className="tabular">({chosen.length})</span> : null}
        </label>
        <form
          id="filters"
          action="/san-pham"
          className="filter-form"
          ref={form.ref}
          onChange={form.onChange}
          onSubmit={form.onSubmit}
        >
          <search className="filter-search">
            <input
              type="search"
              name="q"
              defaultValue={query.q}
              maxLength={100}
              aria-label={words('searchLabel')}
              placeholder={words('searchPlaceholder')}
              enterKeyHint="search"
              className="input min-w-0 flex-1"
            />
            <Button>{words('search')}</Button>
          </search>
          <section className="filter-panel" aria-label={t('filters')}>
            <FacetPanel facets={facets} query={query} onApply={form.close} />
          </section>
        </form>
        <section className="catalogue-results" aria-labelledby="ket-qua">
          <h2 id="ket-qua" className="sr-only">
            {t('results')}
          </h2>
          <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-2 pb-4">
            <p role="status" className="tabular text-sm font-semibold sm:text-base">
              {pages > 1
                ? t('countPage', { from: (page - 1) * perPage + 1, to: Math.min(page * perPage, total), count: total })
                : t('count', { count: total })}
            </p>
            <div className="flex items-center gap-2">
              <label className="sr-only text-sm text-muted sm:not-sr-only" htmlFor="sort">
                {t('sort')}
              </label>
              <select
                id="sort"
                name="sort"
                form="filters"
                className="input w-auto text-sm"
                defaultValue={query.sort ?? ''}
                onChange={form.onChange}
              >
                <option value="">{t(query.q ? 'sortRelevance' : 'sortNewest')}</option>
                {sorts.map((sort) => (
                  <option key={sort} value={sort}>
                    {t(SORT_NAMES[sort])}
                  </option>
                ))}
              </select>
              <noscript>
                <button type="submit" form="filters" className="button button-quiet">
                  {t('sortApply')}
                </button>
              </noscript>
            </div>
          </div>
          {chosen.length > 0 || query.q ? (
            <ul aria-label={t('active')} className="flex flex-wrap gap-2 pb-4">
              {query.q ? (
                <RemoveFilter to={catalogueHref(query, { q: '' })} label={t('searchValue', { q: query.q })} />
              ) : null}
              {chosen.map(({ facet, value, label }) => (
                <RemoveFilter key={`${facet}:${value}`} to={withoutValue(query, facet, value)} label={label} />
              ))}
              <li>
                <Link className="link inline-flex min-h-11 items-center px-2" to="/san-pham" preventScrollReset>
                  {t('clear')}
                </Link>
              </li>
            </ul>
          ) : null}
          {items.length > 0 ? (
            <ProductGrid products={items} priority={4} />
          ) : (
            <EmptyState title={t('emptyTitle')} actions={<LinkButton to="/san-pham">{t('emptyAll')}</LinkButton>}>
              <p>{t('emptyText')}</p>
            </EmptyState>
          )}
          <Pagination page={page} pages={pages} href={(number) => catalogueHref(query, { page: number })} />
        </section>
      </div>
    </div>
  )
}

function RemoveFilter({ to, label }: { to: string; label: string }) {
  const t = useT(catalogue)
  return (
    <li>
      <Link className="chip" to={to} aria-label={t('remove', { label })} preventScrollReset>
        {label} <span aria-hidden="true">×</span>
      </Link>
    </li>
  )
}

/**
 * With scripts, each choice is sent at once and the address stays free of empty fields; without, the form's own buttons
 * send it. After every answer the fields show what the address says, also when a filter was removed by its chip or by
 * the back button.
 */
function useFilterForm(address: string) {
  const navigate = useNavigate()
  const ref = useRef<HTMLFormElement>(null)
  const toggle = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address brings new default values
  useEffect(() => ref.current?.reset(), [address])
  const send = () => {
    if (!ref.current) return
    const params = new URLSearchParams()
    for (const [name, value] of new FormData(ref.current)) if (typeof value === 'string') params.append(name, value)
    navigate(catalogueHref(parseCatalogueQuery(params)), { preventScrollReset: true })
  }
  return {
    ref,
    toggle,
    onChange(event: FormEvent<HTMLElement>) {
      const typing = event.target instanceof HTMLInputElement && event.target.type === 'search'
      if (!typing) send()
    },
    onSubmit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault()
      send()
    },
    close() {
      if (toggle.current) toggle.current.checked = false
    },
  }
}
